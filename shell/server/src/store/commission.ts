import type { Item as ItemSchema } from "@quanheng/contract/schemas/selection.ts";
import { type ExpressionBuilder, type Selectable, sql } from "kysely";
import type { z } from "zod";
import { cursorOf, instantCursor, type PageAsk, type PageOf, pageOf } from "./page.ts";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type Item = z.infer<typeof ItemSchema>;
export type CommissionState = Tables["commission"]["state"];
/** A commission as stored, with its JSON columns typed. */
export type Commission = Omit<Selectable<Tables["commission"]>, "item" | "claims"> & {
  readonly item: Item;
  readonly claims: Readonly<Record<string, string>>;
};
/** One row of a list: the commission with how far its tasks are. */
export type CommissionListRow = Commission & {
  readonly tasks_total: number;
  readonly tasks_approved: number;
  /** Markets of a further agreement that is still to be accepted, where the list asked for them. */
  readonly awaited_markets?: readonly string[] | null;
};

export type CommissionFilter = PageAsk & {
  readonly state?: CommissionState | undefined;
  readonly text?: string | undefined;
  readonly late?: boolean | undefined;
  /** Only those whose agreement waits for the institution of the list. */
  readonly awaiting?: boolean | undefined;
  /** Whose own list it is; null reads over all that the reader may see. Plain conditions on it have an index. */
  readonly party: { readonly kind: "enterprise" | "institution"; readonly id: string } | null;
  /** ISO day to which `late` refers. */
  readonly today: string;
};

export async function findCommission(tx: Transaction, id: string): Promise<Commission | undefined> {
  return (await tx.selectFrom("commission").selectAll().where("id", "=", id).executeTakeFirst()) as
    | Commission
    | undefined;
}

/** The commission with its row locked until the transaction ends; rows that refer to it may still be added meanwhile. */
export async function lockCommission(tx: Transaction, id: string): Promise<Commission | undefined> {
  return (await tx.selectFrom("commission").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirst()) as
    | Commission
    | undefined;
}

export async function insertCommission(
  tx: Transaction,
  commission: Omit<
    Commission,
    "institution_ids" | "version" | "ginc" | "submitted_at" | "due_on" | "reported_at" | "decline_reason"
  >,
): Promise<void> {
  await tx
    .insertInto("commission")
    .values({ ...commission, item: asJson(commission.item), claims: asJson(commission.claims) })
    .execute();
}

export type CommissionChange = Partial<
  Omit<Commission, "id" | "number" | "ginc" | "enterprise_id" | "version" | "created_by" | "created_at">
>;

/** Changes a locked commission and counts its version up. */
export async function changeCommission(
  tx: Transaction,
  id: string,
  { item, claims, ...change }: CommissionChange,
): Promise<void> {
  await tx
    .updateTable("commission")
    .set({
      ...change,
      ...(item ? { item: asJson(item) } : {}),
      ...(claims ? { claims: asJson(claims) } : {}),
      version: sql<number>`version + 1`,
    })
    .where("id", "=", id)
    .execute();
}

const OPEN: readonly CommissionState[] = ["submitted", "agreed", "in-progress"];

/** Commissions the reader sees, newest first. */
export async function commissionPage<Entry>(
  tx: Transaction,
  ask: CommissionFilter,
  entry: (row: CommissionListRow) => Entry,
): Promise<PageOf<Entry>> {
  let query = inOrder(tx, ask).limit(ask.limit + 1);
  if (ask.state) query = query.where("state", "=", ask.state);
  if (ask.late) query = query.where("state", "in", OPEN).where("due_on", "<", ask.today);
  if (ask.awaiting && ask.party) query = query.where(awaitsReview(ask.party.id)).select(awaitedMarkets);
  const text = ask.text?.trim();
  if (text) {
    const [at, id] = instantCursor(ask.after) ?? [null, null];
    const states = statesOf(ask);
    const found = sql<string>`(SELECT commission_search(${text}, ${states}, ${ask.late ? ask.today : null}::date,
      ${at}::timestamptz, ${id}, ${ask.limit + 1}))`;
    query = query.where("commission.id", "in", found);
  }
  const rows = (await query.execute()) as unknown as CommissionListRow[];
  return pageOf(rows, ask.limit, entry, (row) => cursorOf(row.created_at.toISOString(), row.id));
}

/** The states that a list is limited to; null for all. */
function statesOf({ state, late }: CommissionFilter): readonly CommissionState[] | null {
  if (!state) return late ? OPEN : null;
  return late ? OPEN.filter((each) => each === state) : [state];
}

/** An agreement of the commission, the first or a further one, has no answer of the institution yet. */
function awaitsReview(institutionId: string) {
  return sql<boolean>`EXISTS (
    SELECT 1 FROM agreement a
    WHERE a.commission_id = commission.id AND ${institutionId} = ANY (a.institution_ids)
      AND NOT EXISTS (SELECT 1 FROM contract_review r WHERE r.agreement_id = a.id AND r.institution_id = ${institutionId})
      AND CASE WHEN commission.state = 'submitted' THEN a.number = 1
               WHEN commission.state IN ('agreed', 'in-progress') THEN a.number > 1 AND a.id = agreement_awaited(commission.id)
               ELSE false END)`;
}

const awaitedMarkets = sql<readonly string[] | null>`(
    SELECT a.terms -> 'extension' -> 'markets' FROM agreement a
    WHERE a.commission_id = commission.id AND a.number > 1 AND a.id = agreement_awaited(commission.id))`.as(
  "awaited_markets",
);

/** A list in its order, from a place on. A laboratory's goes by its desk, whose index has that order. */
function inOrder(tx: Transaction, { party, after: cursor }: CommissionFilter) {
  const all = tx.selectFrom("commission").selectAll("commission").select(taskCounts);
  const onDesk = party?.kind === "institution";
  const at = sql.ref<Date>(onDesk ? "desk.created_at" : "commission.created_at");
  const id = sql.ref<string>(onDesk ? "desk.commission_id" : "commission.id");
  let own = all;
  if (onDesk)
    own = all
      .innerJoin("commission_desk as desk", "desk.commission_id", "commission.id")
      .where("desk.party_id", "=", party.id) as unknown as typeof all;
  else if (party) own = all.where("enterprise_id", "=", party.id);
  const ordered = own.orderBy(at, "desc").orderBy(id, "desc");
  const after = instantCursor(cursor);
  return after ? ordered.where(sql<boolean>`(${at}, ${id}) < (${after[0]}::timestamptz, ${after[1]})`) : ordered;
}

function taskCounts(by: ExpressionBuilder<Tables, "commission">) {
  const tasks = by
    .selectFrom("task")
    .whereRef("task.commission_id", "=", "commission.id")
    .where("task.state", "<>", "cancelled");
  return [
    tasks.select((t) => t.fn.countAll<number>().as("n")).as("tasks_total"),
    tasks
      .where("task.state", "=", "approved")
      .select((t) => t.fn.countAll<number>().as("n"))
      .as("tasks_approved"),
  ] as const;
}

export async function taskCountsOf(
  tx: Transaction,
  commissionId: string,
): Promise<{ tasks_total: number; tasks_approved: number }> {
  const row = await tx
    .selectFrom("task")
    .where("commission_id", "=", commissionId)
    .where("state", "<>", "cancelled")
    .select((by) => [
      by.fn.countAll<number>().as("tasks_total"),
      by.fn.countAll<number>().filterWhere("state", "=", "approved").as("tasks_approved"),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

/**
 * The next number of a kind in a year, e.g. 17. The row of the sequence stays locked until the transaction ends, so that
 * numbers have no gaps; other kinds and parties never wait.
 */
export async function nextNumber(tx: Transaction, partyId: string, kind: string, year: number): Promise<number> {
  const { last } = await tx
    .insertInto("number_sequence")
    .values({ party_id: partyId, kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(["party_id", "kind", "year"]).doUpdateSet({ last: sql<number>`number_sequence.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}
