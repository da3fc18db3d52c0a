import { convertBound } from "@quanheng/flow/selection/convert-bound.ts";
import { checkDraft } from "@quanheng/flow/selection/drafting/check-draft.ts";
import { refuse as refuseDraft } from "@quanheng/flow/selection/drafting/refusals.ts";
import { standings } from "@quanheng/flow/selection/drafting/standing.ts";
import { type DraftState, stepFrom } from "@quanheng/flow/selection/drafting/step.ts";
import { mayDecide, type RequirementRow } from "@quanheng/flow/selection/requirement.ts";
import type { Context } from "../../context.ts";
import { draftRounds } from "../../store/draft-comment.ts";
import { readReference } from "../../store/reference.ts";
import { inTransaction, type Transaction } from "../../store/transaction.ts";
import { vocabularyOf } from "../library/vocabulary.ts";
import { draftForChange, type OpenDraft, refuseOutdated, takeStep } from "./open-draft.ts";
import { requireAnswers } from "./rounds.ts";
import { rowsInForce } from "./standings.ts";

type Move<Step extends string> = { readonly step: Step; readonly version: number; readonly reason: string | null };
const SHORTEST_REASON = 5;

/**
 * Hands a draft in for approval, or withdraws it.
 *
 * @throws Refusal `not-found`, `stale`, `draft-step-impossible`; handing in: `draft-round-needed`,
 *   `draft-comments-unanswered`, `draft-without-limits`, `draft-limit-faulty`, `draft-below-mandatory`; withdrawing:
 *   `draft-reason-needed`
 */
export async function moveDraft(
  context: Context,
  id: string,
  { step, version, reason }: Move<"submit" | "withdraw">,
): Promise<{ state: DraftState }> {
  return inTransaction(context, async (tx) => {
    const open = await draftForChange(tx, context, id);
    stepFrom(open.draft.state, step);
    await refuseOutdated(tx, open, version);
    if (step === "withdraw") requireReason(reason, step);
    else await requireReady(tx, context, open);
    return { state: await takeStep(tx, context, open.draft, step, { reason }) };
  });
}

/**
 * Approves a draft, or sends it back with a reason. Whoever wrote a version of it does neither.
 *
 * @throws Refusal `not-found`, `stale`, `draft-step-impossible`, `draft-own-approval`, `draft-reason-needed`, and what
 *   keeps a draft from being handed in, which may have come about since
 */
export async function settleDraft(
  context: Context,
  id: string,
  { step, version, reason }: Move<"approve" | "send-back">,
): Promise<{ state: DraftState }> {
  return inTransaction(context, async (tx) => {
    const open = await draftForChange(tx, context, id);
    stepFrom(open.draft.state, step);
    await refuseOutdated(tx, open, version);
    const { personId } = context.actor;
    if (open.versions.some(({ recorded_by }) => recorded_by === personId)) refuseDraft("draft-own-approval");
    if (step === "send-back") requireReason(reason, step);
    else await requireReady(tx, context, open);
    const approved = step === "approve" ? { approved_by: personId } : {};
    return { state: await takeStep(tx, context, open.draft, step, { reason, ...approved }) };
  });
}

function requireReason(reason: string | null, step: string): void {
  if ((reason?.trim().length ?? 0) < SHORTEST_REASON) refuseDraft("draft-reason-needed", { step });
}

/** Everybody was asked and answered, every limit checks out, and none is below what is mandatory. */
async function requireReady(tx: Transaction, context: Context, { draft, version }: OpenDraft): Promise<void> {
  const rounds = await draftRounds(tx, draft.id);
  if (rounds.length === 0) refuseDraft("draft-round-needed");
  requireAnswers(rounds);
  const rows = await soundRows(tx, version.content);
  for (const row of rows) {
    const inForce = await rowsInForce(tx, context, row);
    // A row from memory is no proof: it warns on the page and does not stop the draft.
    const below = standings(row, inForce, convertBound).find((each) => each.below && mayDecide(each.row.status));
    if (below) refuseDraft("draft-below-mandatory", { clause: row.clause, row: below.row.id });
  }
}

/**
 * The limits of a draft as rows.
 *
 * @throws Refusal `draft-without-limits`, `draft-limit-faulty` with the first clause at fault
 */
export async function soundRows(
  tx: Transaction,
  content: OpenDraft["version"]["content"],
): Promise<readonly RequirementRow[]> {
  if (content.limits.length === 0) refuseDraft("draft-without-limits");
  const checked = checkDraft(content, vocabularyOf(await readReference(tx)));
  const faulty = checked.filter(({ row }) => row === null);
  const [first] = faulty;
  if (first) {
    const clause = content.limits.find(({ id }) => id === first.id)?.texts.clause ?? "—";
    refuseDraft("draft-limit-faulty", { clause, count: faulty.length });
  }
  return checked.flatMap(({ row }) => row ?? []);
}
