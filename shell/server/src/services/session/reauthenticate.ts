import type { Accounts } from "../../auth/accounts.ts";
import type { Identified } from "../../auth/identity.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { insertReauthentication } from "../../store/reauthentication.ts";
import { inTransaction } from "../../store/transaction.ts";
import { newToken, sha256Of } from "./token.ts";

/** Long enough to read what one signs, short enough that a desk left alone signs nothing. */
const VALID_MS = 5 * 60 * 1000;

export type Proof = { readonly cookie: string; readonly password: string; readonly code: string | null };

/**
 * Gives a token for one signature to whoever proves again to be the person of the session.
 *
 * Wrong proofs count as failed sign-ins. Only the token's hash is kept.
 *
 * @throws Refusal `wrong-credentials`, `locked-out`, `second-factor-needed`, `not-signed-in` without a session
 */
export async function reauthenticate(
  context: Context,
  accounts: Accounts,
  { session, email }: Identified,
  proof: Proof,
): Promise<{ token: string; expiresAt: string }> {
  const { personId } = context.actor;
  if (session === null || personId === null || email === null) return refuse("not-signed-in");
  const now = context.now();
  const present = () => accounts.provesPresence(proof.cookie, proof.password, proof.code);
  if (!(await accounts.attempt(email, now, present, Boolean))) refuse("wrong-credentials");

  const token = newToken();
  const expiresAt = new Date(now.getTime() + VALID_MS);
  await inTransaction(context, async (tx) => {
    await insertReauthentication(tx, { tokenSha256: sha256Of(token), personId, sessionId: session.id, now, expiresAt });
    await recordAction(tx, context, { action: "session.reauthenticate", subject: personId, facts: {} });
  });
  return { token, expiresAt: expiresAt.toISOString() };
}
