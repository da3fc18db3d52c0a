import { sql } from "kysely";
import { cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "../page.ts";
import { asJson } from "../tables/column.ts";
import type { Transaction } from "../transaction.ts";

/** A GTIN of the reader's party with the newest word on its product. */
export type ProductRow = {
  readonly gtin: string;
  readonly purpose: string;
  readonly version: number;
  readonly data: unknown;
};

/** Products that are still in use, by GTIN. */
export async function productPage(tx: Transaction, ask: PageAsk): Promise<PageOf<ProductRow>> {
  const after = readCursor(ask.after, 1)?.[0] ?? "";
  const { rows } = await sql<ProductRow>`
    SELECT k.value AS gtin, k.purpose, coalesce(p.version, 0) AS version, p.data
    FROM numbered_key k
    LEFT JOIN LATERAL (SELECT r.version, r.data FROM product_record r WHERE r.gtin = k.value ORDER BY r.version DESC LIMIT 1) p ON true
    WHERE k.ai = '01' AND k.value > ${after} AND k.party_id = qh_party()
      AND NOT EXISTS (SELECT FROM key_withdrawal w WHERE w.ai = k.ai AND w.value = k.value)
    ORDER BY k.value LIMIT ${ask.limit + 1}`.execute(tx);
  return pageOf(
    rows,
    ask.limit,
    (row) => row,
    ({ gtin }) => cursorOf(gtin),
  );
}

/** @returns false where somebody else recorded this version already */
export async function insertProduct(
  tx: Transaction,
  record: {
    readonly gtin: string;
    readonly version: number;
    readonly party_id: string;
    readonly data: unknown;
    readonly recorded_by: string;
    readonly recorded_at: Date;
  },
): Promise<boolean> {
  const rows = await tx
    .insertInto("product_record")
    .values({ ...record, data: asJson(record.data) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("gtin")
    .execute();
  return rows.length === 1;
}

export async function newestVersion(tx: Transaction, gtin: string): Promise<number> {
  const { version } = await tx
    .selectFrom("product_record")
    .select((by) => by.fn.coalesce(by.fn.max("version"), sql<number>`0`).as("version"))
    .where("gtin", "=", gtin)
    .executeTakeFirstOrThrow();
  return version;
}
