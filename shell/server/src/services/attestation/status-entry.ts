import { type AttestationEvent, LOG_EVENT_OF } from "@quanheng/flow/attestation/status.ts";
import { type LogEntry, readEntry } from "@quanheng/formats/log/entry.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { Context } from "../../context.ts";
import { entriesOfAttestation } from "../../store/log.ts";
import type { Transaction } from "../../store/transaction.ts";

/** The entry of a change names the statement as its issue did, and the entry before it. */
export async function statusEntry(
  tx: Transaction,
  context: Context,
  id: string,
  status: AttestationEvent,
): Promise<LogEntry> {
  const entries = await entriesOfAttestation(tx, id);
  const [issue] = entries;
  const last = entries.at(-1);
  const issued = issue && readEntry(issue.entry);
  invariant(issued && last, "what was issued is in the log");
  return {
    v: 1,
    event: LOG_EVENT_OF[status],
    id: issued.id,
    type: issued.type,
    issuer: issued.issuer,
    issued: context.now().toISOString(),
    docs: [],
    prev: last.leafHash.toString("hex"),
  };
}
