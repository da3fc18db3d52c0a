import { sql } from "kysely";
import type { Transaction } from "./transaction.ts";

/** Per characteristic how many verdicts there are and how many of them failed, over all clients together. */
export type FailureCounts = ReadonlyMap<string, { readonly judged: number; readonly failed: number }>;

/** What was judged of a product so far; characteristics of fewer than three enterprises are left out. */
export async function failureCounts(tx: Transaction, product: string): Promise<FailureCounts> {
  const { rows } = await sql<{ characteristic: string; judged: string; failed: string }>`
    SELECT * FROM failure_shares(${product})`.execute(tx);
  return new Map(
    rows.map(({ characteristic, judged, failed }) => [
      characteristic,
      { judged: Number(judged), failed: Number(failed) },
    ]),
  );
}
