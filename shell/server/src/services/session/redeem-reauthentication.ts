import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { redeem } from "../../store/reauthentication.ts";
import type { Transaction } from "../../store/transaction.ts";
import { sha256Of } from "./token.ts";

/**
 * Uses up a proof of presence, inside the transaction of the signature it is for: if that fails, the proof remains.
 *
 * @throws Refusal `reauthentication-needed` where no session acts (an API key cannot sign), `reauthentication-expired` for a token
 * that is unknown, used, too old, or of another session or person
 */
export async function redeemReauthentication(tx: Transaction, context: Context, token: string): Promise<void> {
  if (context.sessionId === undefined) return refuse("reauthentication-needed");
  const redeemed = await redeem(tx, { tokenSha256: sha256Of(token), sessionId: context.sessionId, now: context.now() });
  if (!redeemed) refuse("reauthentication-expired");
}
