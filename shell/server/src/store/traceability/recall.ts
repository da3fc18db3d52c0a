import { type Insertable, type Selectable, sql } from "kysely";
import { cursorOf, instantCursor, type PageAsk, type PageOf, pageOf } from "../page.ts";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

export type RecallRow = Selectable<Tables["epcis_recall"]>;

export async function insertRecall(tx: Transaction, row: Insertable<Tables["epcis_recall"]>): Promise<void> {
  await tx.insertInto("epcis_recall").values(row).execute();
}

/** A recall that the reader may see. */
export async function findRecall(tx: Transaction, id: string): Promise<RecallRow | undefined> {
  return tx.selectFrom("epcis_recall").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Recalls that the reader may see, the newest first. */
export async function recallPage<Item>(
  tx: Transaction,
  { after, limit }: PageAsk,
  item: (row: RecallRow) => Item,
): Promise<PageOf<Item>> {
  const from = instantCursor(after);
  let query = tx
    .selectFrom("epcis_recall")
    .selectAll()
    .orderBy("called_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (from) query = query.where(sql<boolean>`(called_at, id) < (${from[0]}::timestamptz, ${from[1]})`);
  return pageOf(await query.execute(), limit, item, ({ called_at, id }) => cursorOf(called_at.toISOString(), id));
}
