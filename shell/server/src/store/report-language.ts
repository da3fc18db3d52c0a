import type { Selectable } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type ReportLanguageRow = Selectable<Tables["report_language"]>;

/** The language that stands beside Chinese on documents of a commission; undefined where the client chose none. */
export async function reportLanguage(
  tx: Transaction,
  commissionId: string,
): Promise<ReportLanguageRow["language"] | undefined> {
  const row = await tx
    .selectFrom("report_language")
    .select("language")
    .where("commission_id", "=", commissionId)
    .orderBy("chosen_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.language;
}

export async function insertReportLanguage(tx: Transaction, row: ReportLanguageRow): Promise<void> {
  await tx.insertInto("report_language").values(row).execute();
}
