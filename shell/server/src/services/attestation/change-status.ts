import type { AttestationDetail } from "@quanheng/contract/schemas/attestation.ts";
import { changedStatus } from "@quanheng/flow/attestation/status.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { findAttestation, insertStatus, lockAttestation } from "../../store/attestation.ts";
import { recordAction } from "../../store/audit.ts";
import { announce } from "../../store/outbox.ts";
import { inTransaction } from "../../store/transaction.ts";
import { redeemReauthentication } from "../session/redeem-reauthentication.ts";
import { appendToLog } from "./append-to-log.ts";
import { attestationView } from "./attestation-view.ts";
import type { PublicNames } from "./names.ts";
import { signedCheckpoint } from "./signed-checkpoint.ts";
import { statusEntry } from "./status-entry.ts";

export type StatusChange = {
  readonly status: "suspended" | "reinstated" | "withdrawn";
  /** What the public will read. */
  readonly reason: string;
  readonly reauthentication: string;
};

/**
 * Suspends, reinstates or withdraws a statement of the own institution: new state, log entry, audit and announcement in
 * one transaction. The status lists show it from the next moment on, because they are made from these rows.
 *
 * @throws Refusal `not-found`, `reauthentication-needed`, `reauthentication-expired`, `status-not-possible`,
 * `status-ended`
 */
export async function changeStatus(
  context: Context,
  desk: { readonly keys: KeyStore; readonly names: PublicNames },
  id: string,
  { status, reason, reauthentication }: StatusChange,
): Promise<AttestationDetail> {
  const detail = await inTransaction(context, async (tx) => {
    const locked = await lockAttestation(tx, id);
    if (locked === undefined || locked.institution_id !== context.actor.partyId) return refuse("not-found");
    const statement = (await findAttestation(tx, id)) ?? refuse("not-found");
    changedStatus(statement.status, status);
    await redeemReauthentication(tx, context, reauthentication);
    await insertStatus(tx, {
      id: context.newId("evt"),
      attestation_id: id,
      institution_id: locked.institution_id,
      status,
      reason,
      set_by: context.actor.personId ?? refuse("not-signed-in"),
      set_at: context.now(),
    });
    const index = await appendToLog(tx, context, desk.keys, id, await statusEntry(tx, context, id, status));
    await recordAction(tx, context, {
      action: "attestation.status",
      subject: id,
      commissionId: locked.commission_id,
      facts: { number: locked.number, from: statement.status, to: status, reason, logIndex: index },
    });
    await announce(tx, context, {
      topic: `attestation.${status}`,
      subject: id,
      facts: { number: locked.number, reason },
    });
    return attestationView(tx, context, id);
  });
  await signedCheckpoint(context, desk.keys, desk.names);
  return detail;
}
