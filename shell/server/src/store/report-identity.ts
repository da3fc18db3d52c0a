import { type Selectable, sql } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type ReportIdentityRow = Selectable<Tables["report_identity"]>;
type Of = Pick<ReportIdentityRow, "commission_id" | "institution_id" | "purpose">;

/** The identity kept for a laboratory's report; others who ask for the same one wait until this transaction ends. */
export async function lockReportIdentity(tx: Transaction, of: Of): Promise<ReportIdentityRow | undefined> {
  const name = `report-identity ${of.commission_id} ${of.institution_id} ${of.purpose}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
  return tx
    .selectFrom("report_identity")
    .selectAll()
    .where("commission_id", "=", of.commission_id)
    .where("institution_id", "=", of.institution_id)
    .where("purpose", "=", of.purpose)
    .executeTakeFirst();
}

export async function insertReportIdentity(tx: Transaction, row: ReportIdentityRow): Promise<void> {
  await tx.insertInto("report_identity").values(row).execute();
}
