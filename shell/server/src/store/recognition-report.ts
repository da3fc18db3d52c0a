import { type Selectable, sql } from "kysely";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type ReportRecord = Selectable<Tables["recognition_report"]>;

/** The questions of the newest plans of all commissions, as they were kept. */
export async function recognitionQuestions(tx: Transaction, most: number): Promise<readonly unknown[]> {
  const { rows } = await sql<{ question: unknown }>`SELECT question FROM recognition_questions(${most})`.execute(tx);
  return rows.map(({ question }) => question);
}

export async function insertReport(
  tx: Transaction,
  { id, personId, total, at }: { id: string; personId: string; total: number; at: Date },
): Promise<void> {
  await tx
    .insertInto("recognition_report")
    .values({ id, person_id: personId, state: "running", total, worth: asJson([]), created_at: at, changed_at: at })
    .execute();
}

const NEWEST = 20;

export async function newestReports(tx: Transaction): Promise<readonly ReportRecord[]> {
  return tx
    .selectFrom("recognition_report")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(NEWEST)
    .execute();
}

export async function findReport(tx: Transaction, id: string): Promise<ReportRecord | undefined> {
  return tx.selectFrom("recognition_report").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Moves a running report on. @returns whether it was still running and the actor's own */
export async function moveReport(
  tx: Transaction,
  id: string,
  change: {
    readonly state?: ReportRecord["state"];
    readonly done?: number;
    readonly unproven?: number;
    readonly worth?: unknown;
    readonly at: Date;
  },
): Promise<boolean> {
  const { worth, at, ...rest } = change;
  const { numUpdatedRows } = await tx
    .updateTable("recognition_report")
    .set({ ...rest, ...(worth === undefined ? {} : { worth: asJson(worth) }), changed_at: at })
    .where("id", "=", id)
    .where("state", "=", "running")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
