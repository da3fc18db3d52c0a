import type { Insertable, Selectable } from "kysely";
import { cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "../page.ts";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

export type NamedQueryRow = Selectable<Tables["epcis_query"]>;

/** @returns whether the name was free */
export async function insertQuery(tx: Transaction, row: Insertable<Tables["epcis_query"]>): Promise<boolean> {
  const kept = await tx
    .insertInto("epcis_query")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("name")
    .executeTakeFirst();
  return kept !== undefined;
}

export async function findQuery(tx: Transaction, name: string): Promise<NamedQueryRow | undefined> {
  return tx.selectFrom("epcis_query").selectAll().where("name", "=", name).executeTakeFirst();
}

/** Takes a query of the own party away with its subscriptions. @returns whether there was one */
export async function deleteQuery(tx: Transaction, name: string): Promise<boolean> {
  const gone = await tx.deleteFrom("epcis_query").where("name", "=", name).returning("name").executeTakeFirst();
  return gone !== undefined;
}

/** Named queries of the reader's party, by name. */
export async function queryPage<Item>(
  tx: Transaction,
  { after, limit }: PageAsk,
  item: (row: NamedQueryRow) => Item,
): Promise<PageOf<Item>> {
  const [from] = readCursor(after, 1) ?? [];
  let query = tx
    .selectFrom("epcis_query")
    .selectAll()
    .orderBy("name")
    .limit(limit + 1);
  if (from !== undefined) query = query.where("name", ">", from);
  return pageOf(await query.execute(), limit, item, ({ name }) => cursorOf(name));
}
