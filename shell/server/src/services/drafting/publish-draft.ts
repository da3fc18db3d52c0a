import { DRAFT_MARKET } from "@quanheng/flow/selection/drafting/draft.ts";
import { refuse as refuseDraft } from "@quanheng/flow/selection/drafting/refusals.ts";
import { stepFrom } from "@quanheng/flow/selection/drafting/step.ts";
import { refuse as refuseRow } from "@quanheng/flow/selection/library/refusals.ts";
import { rowTexts } from "@quanheng/flow/selection/library/row-texts.ts";
import type { Context } from "../../context.ts";
import { institutionNames } from "../../store/names.ts";
import { readReference } from "../../store/reference.ts";
import { lockLibrary } from "../../store/requirement.ts";
import { inTransaction } from "../../store/transaction.ts";
import { recordProposal } from "../library/propose.ts";
import { recordDocument } from "../library/propose-document.ts";
import { soundRows } from "./move-draft.ts";
import { draftForChange, takeStep } from "./open-draft.ts";

/**
 * Enters an approved draft into the library, all of it or nothing: the document and its rows are proposed there and
 * decide nothing until a second person has compared them with the published text.
 *
 * @throws Refusal `not-found`, `draft-step-impossible`, `row-interval-empty` where it would take effect before it is
 *   published, `draft-number-taken`, `draft-limit-faulty` where the library has changed since, and those of a proposal
 */
export async function publishDraft(
  context: Context,
  id: string,
  { published, effectiveFrom }: { readonly published: string; readonly effectiveFrom: string },
): Promise<{ document: string; rows: string[] }> {
  return inTransaction(context, async (tx) => {
    const { draft, version } = await draftForChange(tx, context, id);
    stepFrom(draft.state, "publish");
    if (effectiveFrom < published)
      refuseRow("row-interval-empty", { field: "effectiveFrom", from: published, to: effectiveFrom });
    await lockLibrary(tx);
    const { number, title } = version.content;
    if ((await readReference(tx)).documents.has(number)) refuseDraft("draft-number-taken", { number });
    const issuer = (await institutionNames(tx, [draft.institution_id]))(draft.institution_id).en;
    const reason = `${draft.id}, version ${version.number}`;
    const rows = await soundRows(tx, version.content);
    await recordDocument(tx, context, number, {
      ...{ title, market: DRAFT_MARKET, kind: "standard", force: "voluntary", issuer, published },
      ...{ effectiveFrom, effectiveTo: null, precision: "day", supersedes: [], adopts: [], note: null, reason },
    });
    for (const row of rows)
      await recordProposal(tx, context, {
        row: rowTexts({ ...row, effective: { from: effectiveFrom, to: null } }),
        ...{ before: null, reason },
      });
    await takeStep(tx, context, draft, "publish");
    return { document: number, rows: rows.map((row) => row.id) };
  });
}
