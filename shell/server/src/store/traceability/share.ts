import { type Insertable, sql } from "kysely";
import { cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "../page.ts";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

export type ShareRow = { readonly reader_id: string; readonly name: string | null; readonly shared_at: Date };

/** Whether a party is on the platform, though the reader may not see it. */
export async function isKnownParty(tx: Transaction, partyId: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`SELECT qh_party_known(${partyId}) AS known`.execute(tx);
  return rows[0]?.known ?? false;
}

export async function insertShare(tx: Transaction, row: Insertable<Tables["epcis_share"]>): Promise<void> {
  await tx
    .insertInto("epcis_share")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteShare(tx: Transaction, ownerId: string, readerId: string): Promise<void> {
  await tx.deleteFrom("epcis_share").where("owner_id", "=", ownerId).where("reader_id", "=", readerId).execute();
}

/** Who reads the events of a party. */
export async function sharePage<Item>(
  tx: Transaction,
  ownerId: string,
  { after, limit }: PageAsk,
  item: (row: ShareRow) => Item,
): Promise<PageOf<Item>> {
  const [from] = readCursor(after, 1) ?? [];
  let query = tx
    .selectFrom("epcis_share as s")
    .leftJoin("institution as i", "i.id", "s.reader_id")
    .select(["s.reader_id", "s.shared_at", "i.name_zh as name"])
    .where("s.owner_id", "=", ownerId)
    .orderBy("s.reader_id")
    .limit(limit + 1);
  if (from !== undefined) query = query.where("s.reader_id", ">", from);
  return pageOf(await query.execute(), limit, item, ({ reader_id }) => cursorOf(reader_id));
}
