import type { addDraftComment, answerDraftComment, listDraftComments } from "@quanheng/contract/routes/drafting.ts";
import type { DraftComment } from "@quanheng/contract/schemas/drafting.ts";
import { refuse as refuseDraft } from "@quanheng/flow/selection/drafting/refusals.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import {
  type CommentRecord,
  draftCommentPage,
  draftRounds,
  findDraftComment,
  insertDraftAnswer,
  insertDraftComment,
} from "../../store/draft-comment.ts";
import { enterpriseNames, institutionNames, type Names, personNames } from "../../store/names.ts";
import { announce } from "../../store/outbox.ts";
import type { PageOf } from "../../store/page.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { takesComments } from "./draft-view.ts";
import { draftForChange, isOwn, openDraft } from "./open-draft.ts";

/**
 * Comments with their answers, the oldest first. Whose they are is said to the drafting house and to those whose own
 * they are; to others only where the commenter chose to be named.
 *
 * @throws Refusal `not-found`
 */
export async function pageComments(
  context: Context,
  id: string,
  { only, ...page }: z.output<(typeof listDraftComments)["query"]>,
): Promise<PageOf<DraftComment>> {
  return reading(context, async (tx) => {
    await openDraft(tx, context, id);
    const { items, next } = await draftCommentPage(
      tx,
      { draftId: id, ...page, ...(only ? { only } : {}) },
      (row) => row,
    );
    return { items: await commentViews(tx, context, items), next };
  });
}

/**
 * Says something to a clause or limit of the version that is put to comment.
 *
 * @throws Refusal `not-found`, `comments-closed` outside a round, `draft-limit-unknown`
 */
export async function addComment(
  context: Context,
  id: string,
  said: z.output<(typeof addDraftComment)["body"]>,
): Promise<DraftComment> {
  return inTransaction(context, async (tx) => {
    const { draft, versions } = await openDraft(tx, context, id);
    const rounds = await draftRounds(tx, id);
    const round = rounds.find((each) => takesComments(each, today(context)));
    if (!round) return refuse("comments-closed", { until: rounds.at(-1)?.closes_on ?? "—" });
    const { content } = versions.find(({ number }) => number === round.version) ?? refuse("not-found");
    if (said.limitId !== null && !content.limits.some((limit) => limit.id === said.limitId))
      refuseDraft("draft-limit-unknown", { limit: said.limitId });
    const party = await ownParty(tx, context);
    const comment = context.newId("cmt");
    await insertDraftComment(tx, {
      ...{ id: comment, draft_id: id, round_id: round.id, institution_id: draft.institution_id },
      ...{ person_id: context.actor.personId ?? refuse("not-signed-in"), party_id: party.id },
      ...{ party_zh: party.name.zh, party_en: party.name.en, named: said.named },
      ...{ clause: said.clause, limit_id: said.limitId, body: said.body, created_at: context.now() },
    });
    await recordAction(tx, context, { action: "draft.comment", subject: id, facts: { comment } });
    return commentView(tx, context, id, comment);
  });
}

/**
 * Answers a comment. A later answer corrects an earlier one; after the draft is handed in nothing is answered any more.
 *
 * @throws Refusal `not-found`, `draft-step-impossible`
 */
export async function answerComment(
  context: Context,
  id: string,
  commentId: string,
  { outcome, reason }: z.output<(typeof answerDraftComment)["body"]>,
): Promise<DraftComment> {
  return inTransaction(context, async (tx) => {
    const { draft } = await draftForChange(tx, context, id);
    const comment = (await findDraftComment(tx, id, commentId)) ?? refuse("not-found");
    if (draft.state !== "answering" && draft.state !== "commenting")
      refuseDraft("draft-step-impossible", { state: draft.state, step: "answer" });
    await insertDraftAnswer(tx, {
      ...{ comment_id: commentId, draft_id: id, institution_id: draft.institution_id, outcome, reason },
      ...{ person_id: context.actor.personId ?? refuse("not-signed-in"), at: context.now() },
    });
    await recordAction(tx, context, { action: "draft.answer", subject: id, facts: { comment: commentId, outcome } });
    await announce(tx, context, {
      topic: "draft.answered",
      subject: id,
      facts: answerFacts(draft.number, comment, outcome),
    });
    return commentView(tx, context, id, commentId);
  });
}

function answerFacts(number: string, { party_id, clause }: CommentRecord, outcome: keyof typeof OUTCOME) {
  const { zh, en } = OUTCOME[outcome];
  return { party: party_id, number, clause, outcome_zh: zh, outcome_en: en };
}

/** What became of a comment, in words. */
export const OUTCOME = {
  accepted: { zh: "采纳", en: "accepted" },
  partly: { zh: "部分采纳", en: "accepted in part" },
  rejected: { zh: "不采纳", en: "not accepted" },
} as const satisfies Record<NonNullable<CommentRecord["outcome"]>, Bilingual>;

async function commentView(tx: Transaction, context: Context, draftId: string, id: string): Promise<DraftComment> {
  const [view] = await commentViews(tx, context, [(await findDraftComment(tx, draftId, id)) ?? refuse("not-found")]);
  return view ?? refuse("not-found");
}

/** Comments as this reader may read them. */
export async function commentViews(
  tx: Transaction,
  context: Context,
  rows: readonly CommentRecord[],
): Promise<DraftComment[]> {
  const people = rows.filter((row) => isOwn(context, row) || isMine(row, context)).map(({ person_id }) => person_id);
  const names = await personNames(tx, people);
  return rows.map((row) => view(row, context, names));
}

function view(row: CommentRecord, context: Context, names: Names): DraftComment {
  const mine = isMine(row, context);
  const inside = mine || isOwn(context, row);
  return {
    id: row.id as DraftComment["id"],
    round: row.round,
    clause: row.clause,
    limitId: row.limit_id as DraftComment["limitId"],
    body: row.body,
    party: inside || row.named ? { zh: row.party_zh, en: row.party_en } : null,
    by: inside ? names(row.person_id) : null,
    named: row.named,
    mine,
    createdAt: row.created_at.toISOString(),
    answer:
      row.outcome === null || row.answer === null || row.answered_at === null
        ? null
        : { outcome: row.outcome, reason: row.answer, at: row.answered_at.toISOString() },
  };
}

function isMine({ person_id }: CommentRecord, { actor }: Context): boolean {
  return actor.personId !== null && person_id === actor.personId;
}

/** Whom the commenter speaks for; the name is kept with the comment, because the drafting house may not see the party. */
async function ownParty(tx: Transaction, { actor }: Context): Promise<{ id: string; name: Bilingual }> {
  const id = actor.partyId ?? refuse("not-permitted");
  const names = actor.partyKind === "enterprise" ? await enterpriseNames(tx, [id]) : await institutionNames(tx, [id]);
  return { id, name: names(id) };
}
