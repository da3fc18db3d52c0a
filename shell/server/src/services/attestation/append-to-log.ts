import { anchorEntry } from "@quanheng/formats/log/anchor.ts";
import { entryBytes, type LogEntry } from "@quanheng/formats/log/entry.ts";
import { leafHash } from "@quanheng/formats/log/hash.ts";
import { grow } from "@quanheng/formats/log/tree.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { Context } from "../../context.ts";
import { auditHead } from "../../store/audit.ts";
import { edgeTiles, insertEntries, insertGrowth, lockLog, newestCheckpoint } from "../../store/log.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { PublicNames } from "./names.ts";
import { refuseRollback } from "./refuse-rollback.ts";

/**
 * Writes an event into the transparency log, in the transaction of the change it tells of: entry, tiles, size and root.
 *
 * The log stays locked until the transaction ends, so this comes last but for audit and announcement. The new size is
 * signed after the commit (`signedCheckpoint`), so that what was signed is always what was stored.
 *
 * @returns the index of the entry
 * @throws Refusal `log-rolled-back`
 */
export async function appendToLog(
  tx: Transaction,
  context: Context,
  { logMarks }: Pick<KeyStore, "logMarks">,
  attestationId: string,
  event: LogEntry,
): Promise<number> {
  return appendAllToLog(tx, context, { logMarks }, [{ attestationId, event }]);
}

/** An event and the statement it tells of; null for an anchor, which is of none. */
export type LogAddition = { readonly attestationId: string | null; readonly event: LogEntry };

/**
 * What anchors the audit chain of a commission as it stands now; nothing for a chain without records.
 *
 * Once its end is in the log, which witnesses sign, nobody can cut the chain off behind it unseen (`checkTrail`).
 */
export async function auditAnchor(
  tx: Transaction,
  context: Context,
  { houseDid }: PublicNames,
  commissionId: string,
): Promise<LogAddition[]> {
  const head = await auditHead(tx, commissionId);
  if (head === null) return [];
  return [{ attestationId: null, event: anchorEntry(commissionId, head, houseDid, context.now().toISOString()) }];
}

/**
 * The same for several events at once, in their order: one lock, one growth, one new size.
 *
 * @returns the index of the first
 * @throws Refusal `log-rolled-back`
 */
export async function appendAllToLog(
  tx: Transaction,
  context: Context,
  { logMarks }: Pick<KeyStore, "logMarks">,
  additions: readonly LogAddition[],
): Promise<number> {
  invariant(additions.length > 0, "something is added to the log");
  const entries = additions.map(({ attestationId, event }) => ({ attestationId, entry: entryBytes(event) }));
  const leaves = entries.map(({ entry }) => leafHash(entry));
  await lockLog(tx);
  const newest = await newestCheckpoint(tx);
  await refuseRollback(tx, logMarks, newest);
  const first = newest?.size ?? 0;
  const growth = await grow(await edgeTiles(tx, first), first, leaves);
  const at = context.now();
  await insertEntries(
    tx,
    entries.map((entry, n) => ({ ...entry, index: first + n, leafHash: leafHash(entry.entry), at })),
  );
  await insertGrowth(tx, growth);
  return first;
}
