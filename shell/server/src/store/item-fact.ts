import type { Selectable } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

/** A fact of an item as one party stated it; the highest number of a question holds. */
export type ItemFactRow = Selectable<Tables["item_fact"]>;

/** Everything stated of the item of a commission, oldest first within each question. */
export async function itemFactsOf(tx: Transaction, commissionId: string): Promise<readonly ItemFactRow[]> {
  return tx
    .selectFrom("item_fact")
    .selectAll()
    .where("commission_id", "=", commissionId)
    .orderBy("question")
    .orderBy("number")
    .execute();
}

export async function insertItemFacts(tx: Transaction, rows: readonly ItemFactRow[]): Promise<void> {
  await tx
    .insertInto("item_fact")
    .values([...rows])
    .execute();
}
