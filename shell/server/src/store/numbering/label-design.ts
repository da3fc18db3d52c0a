import { type Selectable, sql } from "kysely";
import { cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "../page.ts";
import { asJson } from "../tables/column.ts";
import type { Tables } from "../tables.ts";
import type { Transaction } from "../transaction.ts";

export type LabelDesignRow = Selectable<Tables["label_design"]>;

/** Designs of the reader's party, each in its newest version. */
export async function designPage(tx: Transaction, ask: PageAsk): Promise<PageOf<LabelDesignRow>> {
  const after = readCursor(ask.after, 1)?.[0];
  let query = tx
    .selectFrom("label_design")
    .distinctOn("id")
    .selectAll()
    .orderBy("id")
    .orderBy("version", "desc")
    .limit(ask.limit + 1);
  if (after !== undefined) query = query.where("id", ">", after);
  return pageOf(
    await query.execute(),
    ask.limit,
    (row) => row,
    ({ id }) => cursorOf(id),
  );
}

/** The newest version of a design of the reader's party; 0 where it has none. */
export async function newestDesign(tx: Transaction, id: string): Promise<number> {
  const { version } = await tx
    .selectFrom("label_design")
    .select((by) => by.fn.coalesce(by.fn.max("version"), sql<number>`0`).as("version"))
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return version;
}

/** @returns false where somebody else kept this version already */
export async function insertDesign(
  tx: Transaction,
  design: Omit<LabelDesignRow, "recorded_at"> & { readonly recorded_at: Date },
): Promise<boolean> {
  const rows = await tx
    .insertInto("label_design")
    .values({ ...design, design: asJson(design.design) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  return rows.length === 1;
}
