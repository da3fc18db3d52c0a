import type { renewLicence } from "@quanheng/contract/routes/numbering.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { findLicence, insertTerm } from "../../store/numbering/licence.ts";
import { announce } from "../../store/outbox.ts";
import { inTransaction } from "../../store/transaction.ts";
import { isInForce } from "./licences.ts";

/** Years that a licence may be renewed for from today. */
const MOST_YEARS = 5;

/**
 * Renews a company prefix: one that still runs goes on without a gap, one that has ended begins again today.
 *
 * @throws Refusal `not-found`, `renewal-wrong` for a day that does not make it longer or is too far away
 */
export async function renew(
  context: Context,
  id: Id<"lic">,
  { validTo, reason }: z.output<(typeof renewLicence)["body"]>,
): Promise<{ validTo: string }> {
  return inTransaction(context, async (tx) => {
    const licence = (await findLicence(tx, id)) ?? refuse("not-found");
    const day = today(context);
    const after = [licence.valid_to, day].toSorted().at(-1) ?? day;
    const latest = `${Number(day.slice(0, 4)) + MOST_YEARS}${day.slice(4).replace("-02-29", "-03-01")}`;
    if (validTo <= after || validTo > latest) refuse("renewal-wrong", { after, latest });
    const { personId } = context.actor;
    invariant(personId, "who renews is signed in");
    const valid_from = isInForce(licence, day) ? licence.valid_from : day;
    const term = { licence, valid_from, valid_to: validTo, set_by: personId, set_at: context.now() };
    if (!(await insertTerm(tx, term))) refuse("record-newer", { of: licence.prefix, version: licence.term + 1 });
    await recordAction(tx, context, { action: "numbering.renew", subject: id, facts: { validTo, reason } });
    await announce(tx, context, {
      topic: "numbering.renewed",
      subject: id,
      facts: { prefix: licence.prefix, until: validTo, party: licence.party_id },
    });
    return { validTo };
  });
}
