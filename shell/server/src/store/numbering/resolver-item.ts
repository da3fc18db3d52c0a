import type { ResolverItem } from "@quanheng/centres/article-numbering/resolver/item.ts";
import { type Kysely, type Selectable, sql } from "kysely";
import { contains, cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "../page.ts";
import { asJson } from "../tables/column.ts";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

export type ItemRow = Selectable<Tables["resolver_item"]>;

/**
 * What the resolver knows of some paths: the newest version of each. One statement, whoever asks,
 * which finds each by the index whatever the database believes about the size of the table.
 */
export async function itemsAt(db: Kysely<Tables>, paths: readonly string[]): Promise<readonly ResolverItem[]> {
  const { rows } = await sql<Omit<ItemRow, "links"> & { links: ResolverItem["links"] }>`
    SELECT item.path, item.description, item.withdrawn, item.links FROM unnest(${[...paths]}::text[]) AS asked (path)
    CROSS JOIN LATERAL (SELECT * FROM resolver_item r WHERE r.path = asked.path ORDER BY r.version DESC LIMIT 1) item`.execute(
    db,
  );
  return rows.map(({ path, description, withdrawn, links }) => ({ path, description, withdrawn, links }));
}

/** The newest version of a path, whoever it belongs to. */
export async function findItem(tx: Transaction, path: string): Promise<ItemRow | undefined> {
  return tx
    .selectFrom("resolver_item")
    .selectAll()
    .where("path", "=", path)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Items of a party in the order of their paths. */
export async function itemPage(
  tx: Transaction,
  partyId: string,
  ask: PageAsk & { readonly text?: string | undefined },
): Promise<PageOf<ItemRow>> {
  const after = readCursor(ask.after, 1)?.[0];
  let query = tx
    .selectFrom("resolver_item")
    .distinctOn("path")
    .selectAll()
    .where("party_id", "=", partyId)
    .orderBy("path")
    .orderBy("version", "desc")
    .limit(ask.limit + 1);
  if (after !== undefined) query = query.where("path", ">", after);
  const { text } = ask;
  if (text)
    query = query.where((by) =>
      by.or([by("path", "like", contains(text)), by("description", "ilike", contains(text))]),
    );
  return pageOf(
    await query.execute(),
    ask.limit,
    (row) => row,
    ({ path }) => cursorOf(path),
  );
}

/** Adds a version. @returns false where somebody else was faster */
export async function insertItem(
  tx: Transaction,
  item: ResolverItem & {
    readonly version: number;
    readonly partyId: string;
    readonly recordedBy: string;
    readonly recordedAt: Date;
  },
): Promise<boolean> {
  const rows = await tx
    .insertInto("resolver_item")
    .values({
      path: item.path,
      version: item.version,
      party_id: item.partyId,
      description: item.description,
      withdrawn: item.withdrawn,
      links: asJson(item.links),
      recorded_by: item.recordedBy,
      recorded_at: item.recordedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("path")
    .execute();
  return rows.length === 1;
}

/** Whether the acting party holds the company prefix of a key, with a licence that is in force on a day. */
export async function holdsPrefixOf(tx: Transaction, path: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    SELECT qh_holds_prefix_of(${path}) AND EXISTS (
      SELECT FROM number_licence l JOIN number_licence_term t ON t.licence_id = l.id
      WHERE l.party_id = qh_party() AND ${day}::date >= t.valid_from AND ${day}::date < t.valid_to
        AND t.term = (SELECT max(n.term) FROM number_licence_term n WHERE n.licence_id = l.id)
        AND starts_with(substr(split_part(${path}, '/', 3), CASE WHEN split_part(${path}, '/', 2) IN ('00', '01', '8003', '8006') THEN 2 ELSE 1 END), l.prefix)
    ) AS holds`.execute(tx);
  return rows[0]?.holds === true;
}
