import type { Accounts } from "../../auth/accounts.ts";
import type { Identified } from "../../auth/identity.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { inTransaction } from "../../store/transaction.ts";

/**
 * Lets a session act under another of the person's own memberships.
 *
 * @throws Refusal `not-found` for a membership that is not the person's, `not-signed-in` for a request without a session
 */
export async function actAs(
  context: Context,
  accounts: Accounts,
  identified: Identified,
  membershipId: string,
): Promise<void> {
  const { session } = identified;
  if (session === null) return refuse("not-signed-in");
  if (!identified.memberships.some(({ id }) => id === membershipId)) refuse("not-found");
  await inTransaction(context, async (tx) => {
    await recordAction(tx, context, { action: "session.act-as", subject: membershipId, facts: {} });
    await accounts.actAs(session, membershipId);
  });
}
