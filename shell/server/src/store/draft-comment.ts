import { type Insertable, type Selectable, sql } from "kysely";
import { cursorOf, instantCursor, type PageAsk, type PageOf, pageOf } from "./page.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type RoundRecord = Selectable<Tables["draft_round"]> & {
  readonly comments: number;
  readonly unanswered: number;
};
type Answer = Selectable<Tables["draft_answer"]>;
export type CommentRecord = Selectable<Tables["draft_comment"]> & {
  readonly round: number;
  readonly outcome: Answer["outcome"] | null;
  readonly answer: string | null;
  readonly answered_at: Date | null;
};

/** Rounds that the reader may see with their comments counted, the oldest first. */
export async function draftRounds(tx: Transaction, draftId: string): Promise<readonly RoundRecord[]> {
  return tx
    .selectFrom("draft_round as r")
    .selectAll("r")
    .select([
      sql<number>`(SELECT count(*)::int FROM draft_comment c WHERE c.round_id = r.id)`.as("comments"),
      sql<number>`(SELECT count(*)::int FROM draft_comment c WHERE c.round_id = r.id
        AND NOT EXISTS (SELECT 1 FROM draft_answer a WHERE a.comment_id = c.id))`.as("unanswered"),
    ])
    .where("r.draft_id", "=", draftId)
    .orderBy("r.number")
    .execute();
}

export async function insertDraftRound(tx: Transaction, row: Insertable<Tables["draft_round"]>): Promise<void> {
  await tx.insertInto("draft_round").values(row).execute();
}

export async function closeRound(tx: Transaction, id: string, at: Date, reason: string | null): Promise<void> {
  await tx.updateTable("draft_round").set({ closed_at: at, closed_reason: reason }).where("id", "=", id).execute();
}

/** Comments with the newest answer to each, the oldest first. */
export async function draftCommentPage<Item>(
  tx: Transaction,
  { draftId, limit, after, only }: PageAsk & { readonly draftId: string; readonly only?: "unanswered" },
  item: (row: CommentRecord) => Item,
): Promise<PageOf<Item>> {
  let query = comments(tx)
    .where("c.draft_id", "=", draftId)
    .orderBy("c.created_at")
    .orderBy("c.id")
    .limit(limit + 1);
  if (only) query = query.where("a.outcome", "is", null);
  const [instant, id] = instantCursor(after) ?? [];
  if (instant !== undefined && id !== undefined)
    query = query.where(sql<boolean>`(c.created_at, c.id) > (${instant}::timestamptz, ${id})`);
  return pageOf(await query.execute(), limit, item, (row) => cursorOf(row.created_at.toISOString(), row.id));
}

export async function findDraftComment(
  tx: Transaction,
  draftId: string,
  id: string,
): Promise<CommentRecord | undefined> {
  return comments(tx).where("c.draft_id", "=", draftId).where("c.id", "=", id).executeTakeFirst();
}

export async function insertDraftComment(tx: Transaction, row: Insertable<Tables["draft_comment"]>): Promise<void> {
  await tx.insertInto("draft_comment").values(row).execute();
}

export async function insertDraftAnswer(tx: Transaction, row: Insertable<Tables["draft_answer"]>): Promise<void> {
  await tx.insertInto("draft_answer").values(row).execute();
}

function comments(tx: Transaction) {
  return tx
    .selectFrom("draft_comment as c")
    .innerJoin("draft_round as r", "r.id", "c.round_id")
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("draft_answer")
          .select(["outcome", "reason as answer", "at as answered_at"])
          .whereRef("draft_answer.comment_id", "=", "c.id")
          .orderBy("serial", "desc")
          .limit(1)
          .as("a"),
      (join) => join.onTrue(),
    )
    .selectAll("c")
    .select(["r.number as round", "a.outcome", "a.answer", "a.answered_at"]);
}
