import { type Insertable, type Kysely, type Selectable, sql } from "kysely";
import { cursorOf, instantCursor, type PageAsk, type PageOf, pageOf } from "../page.ts";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";
import type { Span } from "./event.ts";

export type SubscriptionRow = Selectable<Tables["epcis_subscription"]>;

export async function insertSubscription(
  tx: Transaction,
  row: Insertable<Tables["epcis_subscription"]>,
): Promise<void> {
  await tx.insertInto("epcis_subscription").values(row).execute();
}

/** Notes for a new subscription what was recorded from a time on. */
export async function catchUp(tx: Transaction, id: string, since: Date): Promise<void> {
  await sql`SELECT qh_epcis_catch_up(${id}, ${since})`.execute(tx);
}

export async function findSubscription(
  tx: Transaction,
  queryName: string,
  id: string,
): Promise<SubscriptionRow | undefined> {
  return tx
    .selectFrom("epcis_subscription")
    .selectAll()
    .where("id", "=", id)
    .where("query_name", "=", queryName)
    .executeTakeFirst();
}

/** @returns whether there was one */
export async function deleteSubscription(tx: Transaction, queryName: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("epcis_subscription")
    .where("id", "=", id)
    .where("query_name", "=", queryName)
    .returning("id")
    .executeTakeFirst();
  return gone !== undefined;
}

export async function countSubscriptions(tx: Transaction): Promise<number> {
  const row = await tx
    .selectFrom("epcis_subscription")
    .select((by) => by.fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return Number(row.rows);
}

/** Subscriptions to a query of the own party, the newest first. */
export async function subscriptionPage<Item>(
  tx: Transaction,
  queryName: string,
  { after, limit }: PageAsk,
  item: (row: SubscriptionRow) => Item,
): Promise<PageOf<Item>> {
  const from = instantCursor(after);
  let query = tx
    .selectFrom("epcis_subscription")
    .selectAll()
    .where("query_name", "=", queryName)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (from) query = query.where(sql<boolean>`(created_at, id) < (${from[0]}::timestamptz, ${from[1]})`);
  return pageOf(await query.execute(), limit, item, ({ created_at, id }) => cursorOf(created_at.toISOString(), id));
}

export type DueSubscription = SubscriptionRow & { readonly query: Readonly<Record<string, unknown>> };

/**
 * Takes subscriptions whose turn it is and leases them until a time, so that no other node tells the same meanwhile: those
 * told at once that have something waiting, and those whose time has come.
 *
 * @param owner the owner's connection, because a round belongs to no reader
 */
export async function leaseDue(
  owner: Kysely<Tables>,
  now: Date,
  until: Date,
  limit: number,
): Promise<readonly DueSubscription[]> {
  const { rows } = await sql<DueSubscription>`
    WITH due AS (
      SELECT s.id FROM epcis_subscription s
      WHERE (s.next_at IS NULL AND s.schedule IS NULL OR s.next_at <= ${now})
        AND (s.schedule IS NOT NULL OR EXISTS (SELECT FROM epcis_due d WHERE d.subscription_id = s.id))
      ORDER BY s.next_at NULLS FIRST, s.id LIMIT ${limit} FOR UPDATE OF s SKIP LOCKED
    )
    UPDATE epcis_subscription s SET next_at = ${until} FROM due, epcis_query q
    WHERE s.id = due.id AND q.party_id = s.party_id AND q.name = s.query_name
    RETURNING s.*, q.query`.execute(owner);
  return rows;
}

/** The oldest captured events that wait for a subscription: about as many events as are told at once. */
export async function waitingSpans(owner: Kysely<Tables>, id: string, events: number): Promise<readonly Span[]> {
  const { rows } = await sql<Span>`
    SELECT capture, first, last FROM (
      SELECT capture_id AS capture, first, last, sum(last - first + 1) OVER (ORDER BY first) - (last - first + 1) AS before
      FROM (SELECT * FROM epcis_due WHERE subscription_id = ${id} ORDER BY first LIMIT ${events}) oldest
    ) counted WHERE before < ${events} ORDER BY first`.execute(owner);
  return rows.map((row) => ({ ...row, first: Number(row.first), last: Number(row.last) }));
}

export type Told = {
  readonly spans: readonly Span[];
  readonly nextAt: Date | null;
  /** Null where there was nothing to tell. */
  readonly notifiedAt: Date | null;
};

/** What was told waits no longer; one statement, so that it is not told again while the rest is kept. */
export async function markTold(owner: Kysely<Tables>, id: string, { spans, nextAt, notifiedAt }: Told): Promise<void> {
  await sql`
    WITH gone AS (
      DELETE FROM epcis_due WHERE subscription_id = ${id} AND first = ANY(${spans.map(({ first }) => first)}::bigint[])
    )
    UPDATE epcis_subscription SET attempts = 0, failure = NULL, next_at = ${nextAt},
      last_notified_at = coalesce(${notifiedAt}::timestamptz, last_notified_at)
    WHERE id = ${id}`.execute(owner);
}

export async function markFailed(owner: Kysely<Tables>, id: string, failure: string, nextAt: Date): Promise<void> {
  await owner
    .updateTable("epcis_subscription")
    .set((by) => ({ attempts: by("attempts", "+", 1), failure, next_at: nextAt }))
    .where("id", "=", id)
    .execute();
}
