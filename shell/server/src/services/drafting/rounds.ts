import { refuse as refuseDraft } from "@quanheng/flow/selection/drafting/refusals.ts";
import { type DraftState, stepFrom } from "@quanheng/flow/selection/drafting/step.ts";
import { addDays } from "@quanheng/kernel/calendar.ts";
import type { Id } from "@quanheng/kernel/id.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { closeRound, draftRounds, insertDraftRound, type RoundRecord } from "../../store/draft-comment.ts";
import { draftParty, type VersionRecord } from "../../store/drafting.ts";
import { announceAll } from "../../store/outbox.ts";
import { inTransaction, type Transaction } from "../../store/transaction.ts";
import { draftForChange, takeStep } from "./open-draft.ts";

/** A round that lasts longer is a slip of the pen. [d] */
const LONGEST_DAYS = 366;
const SHORTEST_REASON = 5;

/**
 * Puts the newest version to comment.
 *
 * @param invited ids or codes of parties; empty asks everybody
 * @throws Refusal `not-found`, `draft-step-impossible`, `draft-without-limits`, `draft-comments-unanswered` of the round
 *   before, `draft-days-disordered`, `draft-party-unknown`
 */
export async function openRound(
  context: Context,
  id: string,
  { closesOn, invited }: { readonly closesOn: string; readonly invited: readonly string[] },
): Promise<{ id: Id<"rnd"> }> {
  return inTransaction(context, async (tx) => {
    const { draft, version } = await draftForChange(tx, context, id);
    stepFrom(draft.state, "open-round");
    if (version.content.limits.length === 0) refuseDraft("draft-without-limits");
    const rounds = await draftRounds(tx, id);
    requireAnswers(rounds);
    const from = today(context);
    if (closesOn < from || closesOn > addDays(from, LONGEST_DAYS))
      refuseDraft("draft-days-disordered", { from, until: closesOn });
    const parties = await partiesOf(tx, invited);
    const round = context.newId("rnd");
    await insertDraftRound(tx, {
      ...{ id: round, draft_id: id, institution_id: draft.institution_id, number: rounds.length + 1 },
      ...{ version: version.number, audience: parties.length === 0 ? "public" : "invited", invited: parties },
      ...{ opens_on: from, closes_on: closesOn, closed_at: null, closed_reason: null },
    });
    await takeStep(tx, context, draft, "open-round");
    if (parties.length > 0)
      await announceAll(
        tx,
        context,
        parties.map((party) => ({ topic: "draft.invited", subject: id, facts: invitation(party, version, closesOn) })),
      );
    return { id: round };
  });
}

function invitation(party: string, { content }: VersionRecord, until: string) {
  const { number, title } = content;
  return { party, number, title_zh: title.zh, title_en: title.en, until };
}

/**
 * Ends the open round. Whoever ends it before its last day is over says why, for all who were promised more time.
 *
 * @throws Refusal `not-found`, `draft-step-impossible`, `draft-early-reason`
 */
export async function endRound(context: Context, id: string, reason: string | null): Promise<{ state: DraftState }> {
  return inTransaction(context, async (tx) => {
    const { draft } = await draftForChange(tx, context, id);
    stepFrom(draft.state, "close-round");
    const round = (await draftRounds(tx, id)).find(({ closed_at }) => closed_at === null) ?? refuse("not-found");
    const early = today(context) <= round.closes_on;
    const why = reason?.trim() || null;
    if (early && (why === null || why.length < SHORTEST_REASON))
      refuseDraft("draft-early-reason", { until: round.closes_on });
    await closeRound(tx, round.id, context.now(), why);
    return { state: await takeStep(tx, context, draft, "close-round", { reason: why }) };
  });
}

/** @throws Refusal `draft-comments-unanswered` */
export function requireAnswers(rounds: readonly RoundRecord[]): void {
  const count = rounds.reduce((sum, { unanswered }) => sum + unanswered, 0);
  if (count > 0) refuseDraft("draft-comments-unanswered", { count });
}

async function partiesOf(tx: Transaction, invited: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const party of new Set(invited))
    found.add((await draftParty(tx, party)) ?? refuseDraft("draft-party-unknown", { party }));
  return [...found];
}
