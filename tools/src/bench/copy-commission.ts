import type { Database } from "@quanheng/server/store/database.ts";
import { sql } from "kysely";

/** Tables that hold the rows of a commission, those that others point to first. */
const TABLES = [
  "commission",
  "plan",
  "agreement",
  "contract_review",
  "sample",
  "sample_receipt",
  "task",
  "observation",
  "result",
  "review",
] as const;

/**
 * Copies a commission with all its work under new ids, so that many that are alike can be measured.
 *
 * Every id of the commission's own rows, and each number that must not repeat, gets a suffix wherever it stands.
 *
 * @param suffix letters and digits, another one for each copy
 * @returns the id of the copy
 */
export async function copyCommission({ owner }: Database, commissionId: string, suffix: string): Promise<string> {
  return owner.transaction().execute(async (tx) => {
    const rows = new Map<string, readonly string[]>();
    const names = new Set<string>();
    for (const table of TABLES) {
      const column = table === "commission" ? "id" : "commission_id";
      const found = await sql<{ id: string; number: unknown; row: string }>`
        SELECT t.id, to_jsonb(t) -> 'number' AS number, to_jsonb(t)::text AS row FROM ${sql.table(table)} t
        WHERE t.${sql.ref(column)} = ${commissionId} ORDER BY t.id`.execute(tx);
      rows.set(
        table,
        found.rows.map(({ row }) => row),
      );
      for (const { id, number } of found.rows) {
        names.add(id);
        if (typeof number === "string") names.add(number);
      }
    }
    const pattern = new RegExp(`"(${[...names].join("|")})"`, "g");
    for (const [table, texts] of rows) {
      for (const text of texts) {
        const copied = text.replace(pattern, (_, name: string) => `"${name}${suffix}"`);
        await sql`INSERT INTO ${sql.table(table)} SELECT * FROM jsonb_populate_record(NULL::${sql.table(table)}, ${copied}::jsonb)`.execute(
          tx,
        );
      }
    }
    return `${commissionId}${suffix}`;
  });
}
