import type { DraftDetail, DraftRound } from "@quanheng/contract/schemas/drafting.ts";
import { type CheckedLimit, checkDraft } from "@quanheng/flow/selection/drafting/check-draft.ts";
import { type Draft, LIMIT_FIELDS } from "@quanheng/flow/selection/drafting/draft.ts";
import { DRAFT_STEPS, type DraftStep, maySteps } from "@quanheng/flow/selection/drafting/step.ts";
import { limitText } from "@quanheng/flow/selection/limit-text.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { mayDo } from "../../permissions.ts";
import { draftRounds, type RoundRecord } from "../../store/draft-comment.ts";
import { draftSteps } from "../../store/drafting.ts";
import { institutionNames, personNames } from "../../store/names.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { reading } from "../../store/transaction.ts";
import { problemView } from "../library/problem-view.ts";
import { vocabularyOf } from "../library/vocabulary.ts";
import { draftSummary } from "./drafts.ts";
import { type OpenDraft, openDraft } from "./open-draft.ts";

type LimitView = DraftDetail["limits"][number];
type Permit = DraftDetail["mayComment"];

/**
 * A draft with its limits, rounds and versions.
 *
 * @param asked the version to read; the newest that the reader may see unless stated
 * @throws Refusal `not-found`
 */
export async function getDraft(context: Context, id: string, asked?: number): Promise<DraftDetail> {
  return reading(context, async (tx) => {
    const open = await openDraft(tx, context, id, asked);
    const { draft, versions, version, own } = open;
    const reference = await readReference(tx);
    const rounds = await draftRounds(tx, id);
    const steps = own ? await draftSteps(tx, id) : [];
    const names = await personNames(
      tx,
      own ? [...versions.map(({ recorded_by }) => recorded_by), ...steps.map(({ person_id }) => person_id)] : [],
    );
    const houses = await institutionNames(tx, [draft.institution_id]);
    const { kind, number, title, scope, products } = version.content;
    return {
      ...draftSummary(draft, houses),
      ...{ kind, number, title, scope, own, version: version.number, newest: draft.version },
      products: products.map((product) => ({ id: product, name: productName(reference, product) })),
      limits: limitViews(version.content, reference),
      rounds: rounds.map((round) => roundView(round, own, today(context))),
      versions: versions.map((each) => ({
        number: each.number,
        reason: own ? each.reason : "",
        by: own ? names(each.recorded_by) : houses(draft.institution_id),
        at: each.recorded_at.toISOString(),
      })),
      steps: steps.map(({ step, reason, person_id, at }) => ({
        ...{ step, reason, by: names(person_id), at: at.toISOString() },
      })),
      permits: permitsOf(context, open, rounds),
      mayComment: mayComment(context, rounds),
    };
  });
}

/** The limits of a version as checked against the library of today. */
function limitViews(draft: Draft, reference: Reference): LimitView[] {
  const checked = new Map(checkDraft(draft, vocabularyOf(reference)).map((each) => [each.id, each]));
  return draft.limits.map(({ id, texts, rationale }) => {
    const { row, problems, methodless } = checked.get(id) as CheckedLimit;
    const characteristic = texts.characteristic ?? "";
    return {
      id: id as LimitView["id"],
      texts: Object.fromEntries(LIMIT_FIELDS.flatMap((field) => (texts[field] ? [[field, texts[field]]] : []))),
      rationale,
      characteristicName: reference.characteristics.has(characteristic)
        ? reference.nameOf(characteristic)
        : { zh: characteristic, en: characteristic },
      productName: productName(reference, texts.product || (draft.products[0] ?? "")),
      limitText: row && limitText(row.limit),
      unit: row?.unit ?? texts.unit ?? null,
      problems: problems.map(problemView),
      methodless,
    };
  });
}

function productName(reference: Reference, id: string): Bilingual {
  return reference.products.get(id)?.name ?? { zh: id, en: id };
}

function roundView(round: RoundRecord, own: boolean, day: string): z.infer<typeof DraftRound> {
  return {
    id: round.id as z.infer<typeof DraftRound>["id"],
    number: round.number,
    version: round.version,
    audience: round.audience,
    invited: own ? round.invited : null,
    opensOn: round.opens_on,
    closesOn: round.closes_on,
    open: takesComments(round, day),
    closedAt: round.closed_at?.toISOString() ?? null,
    closedReason: round.closed_reason,
    comments: round.comments,
    unanswered: round.unanswered,
  };
}

/** Whether a round takes comments on a day: its last day counts. */
export function takesComments({ closed_at, opens_on, closes_on }: RoundRecord, day: string): boolean {
  return closed_at === null && opens_on <= day && day <= closes_on;
}

function mayComment(context: Context, rounds: readonly RoundRecord[]): Permit {
  if (!mayDo(context.actor, "standard.comment")) return no("请登录后提出意见。", "Sign in to comment.");
  if (!rounds.some((round) => takesComments(round, today(context))))
    return no("现在不征求意见。", "Comments are not taken now.");
  return YES;
}

const YES: Permit = { allowed: true, reason: null };
const no = (zh: string, en: string): Permit => ({ allowed: false, reason: { zh, en } });

function permitsOf(
  context: Context,
  { draft, versions, own }: OpenDraft,
  rounds: readonly RoundRecord[],
): Readonly<Record<DraftStep, Permit>> {
  const open = maySteps(draft.state);
  const wrote = versions.some(({ recorded_by }) => recorded_by === context.actor.personId);
  const unanswered = rounds.reduce((sum, round) => sum + round.unanswered, 0);
  const permit = (step: DraftStep): Permit => {
    if (!own)
      return no("只有起草单位的标准工程师可以操作。", "Only standards engineers of the drafting institution do this.");
    if (!open.includes(step))
      return no("草案目前的状态不允许这一步。", "The draft does not stand where this step begins.");
    if ((step === "approve" || step === "send-back") && wrote)
      return no("您编写过这份草案，须由他人批准。", "You wrote part of this draft; someone else has to approve it.");
    if ((step === "submit" || step === "open-round") && unanswered > 0)
      return no(`还有 ${unanswered} 条意见没有答复。`, `${unanswered} comments have no answer yet.`);
    return YES;
  };
  return Object.fromEntries(DRAFT_STEPS.map((step) => [step, permit(step)])) as Record<DraftStep, Permit>;
}
