import type { SecondLanguage } from "@quanheng/flow/attestation/report-language.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { findCommission } from "../../store/commission.ts";
import { insertReportLanguage, reportLanguage } from "../../store/report-language.ts";
import { inTransaction, reading } from "../../store/transaction.ts";

export type LanguageView = { readonly language: SecondLanguage; readonly mayChoose: boolean };

/** Which language stands beside Chinese on the documents of a commission. @throws Refusal `not-found` */
export async function getReportLanguage(context: Context, commissionId: string): Promise<LanguageView> {
  return reading(context, async (tx) => {
    const commission = (await findCommission(tx, commissionId)) ?? refuse("not-found");
    const language = (await reportLanguage(tx, commissionId)) ?? "en";
    return { language, mayChoose: commission.enterprise_id === context.actor.partyId && open(commission.state) };
  });
}

/** A language is chosen as long as something may still be issued. */
const open = (state: string): boolean => !["closed", "cancelled", "declined"].includes(state);

/**
 * Chooses the language beside Chinese for what is issued from now on; documents that were issued stay as they are.
 *
 * @throws Refusal `not-found`, `language-fixed`
 */
export async function chooseReportLanguage(
  context: Context,
  commissionId: string,
  language: SecondLanguage,
): Promise<LanguageView> {
  return inTransaction(context, async (tx) => {
    const commission = (await findCommission(tx, commissionId)) ?? refuse("not-found");
    if (commission.enterprise_id !== context.actor.partyId) return refuse("not-found");
    if (!open(commission.state)) return refuse("language-fixed", { state: commission.state });
    await insertReportLanguage(tx, {
      id: context.newId("evt"),
      commission_id: commissionId,
      enterprise_id: commission.enterprise_id,
      language,
      chosen_by: context.actor.personId ?? refuse("not-signed-in"),
      chosen_at: context.now(),
    });
    await recordAction(tx, context, {
      action: "commission.report-language",
      subject: commissionId,
      commissionId,
      facts: { language },
    });
    return { language, mayChoose: true };
  });
}
