import type { Selectable } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type ReportDesignRow = Selectable<Tables["report_design"]>;

/** The design that an institution's documents get from now on; undefined for the plain one of the house. */
export async function reportDesign(tx: Transaction, institutionId: string): Promise<ReportDesignRow | undefined> {
  return tx
    .selectFrom("report_design")
    .selectAll()
    .where("institution_id", "=", institutionId)
    .orderBy("set_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function insertReportDesign(tx: Transaction, row: ReportDesignRow): Promise<void> {
  await tx.insertInto("report_design").values(row).execute();
}
