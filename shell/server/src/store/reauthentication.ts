import { sql } from "kysely";
import type { Transaction } from "./transaction.ts";

export type Reauthentication = {
  readonly tokenSha256: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly now: Date;
  readonly expiresAt: Date;
};

/** Keeps a proof of presence; row-level security lets a person write only the own. */
export async function insertReauthentication(tx: Transaction, proof: Reauthentication): Promise<void> {
  await sql`INSERT INTO reauthentication (token_sha256, person_id, session_id, created_at, expires_at)
    VALUES (${proof.tokenSha256}, ${proof.personId}, ${proof.sessionId}, ${proof.now}, ${proof.expiresAt})`.execute(tx);
}

/** Marks a proof as used; false when there is none of this session that is unused and not expired. */
export async function redeem(
  tx: Transaction,
  { tokenSha256, sessionId, now }: Pick<Reauthentication, "tokenSha256" | "sessionId" | "now">,
): Promise<boolean> {
  const { numAffectedRows } = await sql`UPDATE reauthentication SET used_at = ${now}
    WHERE token_sha256 = ${tokenSha256} AND session_id = ${sessionId} AND used_at IS NULL AND expires_at > ${now}`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}
