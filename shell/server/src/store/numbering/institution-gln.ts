import { sql } from "kysely";
import { asJson } from "../tables/column.ts";
import type { Transaction } from "../transaction.ts";

/** The institution that a GLN names. */
export async function institutionOfGln(
  tx: Transaction,
  gln: string,
): Promise<{ readonly id: string; readonly name_zh: string; readonly name_en: string } | undefined> {
  return tx
    .selectFrom("institution")
    .select(["id", "name_zh", "name_en"])
    .where(sql<boolean>`identifiers @> ${asJson([{ scheme: "GLN", value: gln }])}::jsonb`)
    .limit(1)
    .executeTakeFirst();
}
