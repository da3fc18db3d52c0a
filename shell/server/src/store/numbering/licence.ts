import { type Selectable, sql } from "kysely";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

export type LicenceRow = Selectable<Tables["number_licence"]> & {
  readonly valid_from: string;
  readonly valid_to: string;
  /** Of the terms, from 1. */
  readonly term: number;
};

/** Licences that the reader may see, by prefix, each with its newest term. */
export async function licences(tx: Transaction): Promise<readonly LicenceRow[]> {
  return withTerm(tx).orderBy("l.prefix").execute();
}

export async function findLicence(tx: Transaction, id: string): Promise<LicenceRow | undefined> {
  return withTerm(tx).where("l.id", "=", id).executeTakeFirst();
}

function withTerm(tx: Transaction) {
  return tx
    .selectFrom("number_licence as l")
    .innerJoin("number_licence_term as t", "t.licence_id", "l.id")
    .where("t.term", "=", sql<number>`(SELECT max(n.term) FROM number_licence_term n WHERE n.licence_id = l.id)`)
    .selectAll("l")
    .select(["t.valid_from", "t.valid_to", "t.term"]);
}

export type NewLicence = Omit<Selectable<Tables["number_licence"]>, "granted_at"> & {
  readonly granted_at: Date;
  readonly valid_from: string;
  readonly valid_to: string;
};

/** Grants a prefix for its first term; the database refuses one that overlaps with another. */
export async function insertLicence(tx: Transaction, { valid_from, valid_to, ...licence }: NewLicence): Promise<void> {
  await tx.insertInto("number_licence").values(licence).execute();
  await tx
    .insertInto("number_licence_term")
    .values({
      licence_id: licence.id,
      term: 1,
      party_id: licence.party_id,
      valid_from,
      valid_to,
      set_by: licence.granted_by,
      set_at: licence.granted_at,
    })
    .execute();
}

/** Adds a term, which counts from now on. @returns false where somebody else added one at the same time */
export async function insertTerm(
  tx: Transaction,
  of: {
    readonly licence: LicenceRow;
    readonly valid_from: string;
    readonly valid_to: string;
    readonly set_by: string;
    readonly set_at: Date;
  },
): Promise<boolean> {
  const { licence, ...term } = of;
  const rows = await tx
    .insertInto("number_licence_term")
    .values({ ...term, licence_id: licence.id, party_id: licence.party_id, term: licence.term + 1 })
    .onConflict((conflict) => conflict.doNothing())
    .returning("term")
    .execute();
  return rows.length === 1;
}

/** Whether a prefix overlaps with one that is licensed already; only the centre sees them all. */
export async function overlapping(tx: Transaction, prefix: string): Promise<string | undefined> {
  const found = await tx
    .selectFrom("number_licence")
    .select("prefix")
    .where(sql<boolean>`starts_with(prefix, ${prefix}) OR starts_with(${prefix}, prefix)`)
    .limit(1)
    .executeTakeFirst();
  return found?.prefix;
}

/** Licensed prefixes that begin with some digits. */
export async function prefixesUnder(tx: Transaction, digits: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("number_licence")
    .select("prefix")
    .where("prefix", "like", `${digits}%`)
    .orderBy("prefix")
    .execute();
  return rows.map(({ prefix }) => prefix);
}

/** How many keys of each kind came out of the reader's licences, altogether and since an instant. */
export async function usedNumbers(
  tx: Transaction,
  since: Date,
): Promise<
  readonly { readonly licence_id: string; readonly kind: string; readonly used: number; readonly recent: number }[]
> {
  const { rows } = await sql<{ licence_id: string; kind: string; used: number; recent: number }>`
    SELECT licence_id, kind, count(*) AS used, count(*) FILTER (WHERE allocated_at >= ${since} AND origin = 'allocated') AS recent
    FROM numbered_key GROUP BY licence_id, kind ORDER BY licence_id, kind`.execute(tx);
  return rows;
}
