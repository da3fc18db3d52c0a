import { type Selectable, sql } from "kysely";
import { contains, cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "../page.ts";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

export type KeyRow = Selectable<Tables["numbered_key"]> & { readonly withdrawn: boolean };
export type NewKey = Omit<Selectable<Tables["numbered_key"]>, "allocated_at"> & { readonly allocated_at: Date };

/**
 * Draws so many numbers from a series. Its row stays locked until the transaction ends, so whoever comes at the same
 * time waits, and a transaction that fails leaves no gap.
 *
 * @returns the first of the numbers
 */
export async function drawNumbers(
  tx: Transaction,
  of: { readonly licence_id: string; readonly series: string; readonly party_id: string },
  count: number,
): Promise<number> {
  const { next } = await tx
    .insertInto("number_series")
    .values({ ...of, next: count })
    .onConflict((conflict) =>
      conflict.columns(["licence_id", "series"]).doUpdateSet({ next: sql<number>`number_series.next + ${count}` }),
    )
    .returning("next")
    .executeTakeFirstOrThrow();
  return next - count;
}

/** Keeps keys, but not those that are there already. @returns the values that were kept */
export async function insertNewKeys(tx: Transaction, keys: readonly NewKey[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{ value: string }>`
    INSERT INTO numbered_key (ai, value, kind, licence_id, party_id, purpose, origin, allocation_id, position, allocated_by, allocated_at)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k (ai text, value text, kind text, licence_id text, party_id text,
      purpose text, origin text, allocation_id text, position integer, allocated_by text, allocated_at timestamptz)
    ON CONFLICT DO NOTHING RETURNING value`.execute(tx);
  return new Set(rows.map(({ value }) => value));
}

/** Which of some values are in the register. */
export async function knownKeys(tx: Transaction, values: readonly string[]): Promise<ReadonlySet<string>> {
  if (values.length === 0) return new Set();
  const rows = await tx
    .selectFrom("numbered_key")
    .select("value")
    .where("value", "=", sql<string>`ANY(${[...values]})`)
    .execute();
  return new Set(rows.map(({ value }) => value));
}

/** Keys of the reader's party, by identifier and value. */
export async function keyPage(
  tx: Transaction,
  ask: PageAsk & { readonly kind?: string | undefined; readonly text?: string | undefined },
): Promise<PageOf<KeyRow>> {
  const after = readCursor(ask.after, 2);
  let query = withState(tx)
    .orderBy("k.ai")
    .orderBy("k.value")
    .limit(ask.limit + 1);
  if (after) query = query.where(sql<boolean>`(k.ai, k.value) > (${after[0]}, ${after[1]})`);
  if (ask.kind !== undefined) query = query.where("k.kind", "=", ask.kind);
  const { text } = ask;
  if (text)
    query = query.where((by) =>
      by.or([by("k.value", "like", contains(text)), by("k.purpose", "ilike", contains(text))]),
    );
  return pageOf(
    await query.execute(),
    ask.limit,
    (row) => row,
    ({ ai, value }) => cursorOf(ai, value),
  );
}

export async function findKey(tx: Transaction, ai: string, value: string): Promise<KeyRow | undefined> {
  return withState(tx).where("k.ai", "=", ai).where("k.value", "=", value).executeTakeFirst();
}

/** The keys that were handed out or taken over together, in their order. */
export async function keysOfAllocation(tx: Transaction, allocationId: string): Promise<readonly KeyRow[]> {
  return withState(tx).where("k.allocation_id", "=", allocationId).orderBy("k.position").execute();
}

function withState(tx: Transaction) {
  return tx
    .selectFrom("numbered_key as k")
    .leftJoin("key_withdrawal as w", (join) => join.onRef("w.ai", "=", "k.ai").onRef("w.value", "=", "k.value"))
    .selectAll("k")
    .select(sql<boolean>`w.value IS NOT NULL`.as("withdrawn"));
}

/** @returns false where the key was withdrawn before */
export async function insertWithdrawal(
  tx: Transaction,
  withdrawal: Omit<Selectable<Tables["key_withdrawal"]>, "withdrawn_at"> & { readonly withdrawn_at: Date },
): Promise<boolean> {
  const rows = await tx
    .insertInto("key_withdrawal")
    .values(withdrawal)
    .onConflict((conflict) => conflict.doNothing())
    .returning("value")
    .execute();
  return rows.length === 1;
}
