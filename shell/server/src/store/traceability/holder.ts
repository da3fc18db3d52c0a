import { sql } from "kysely";
import type { Transaction } from "../transaction.ts";

/** The parties of the platform behind some GLNs. */
export async function partiesOfGlns(tx: Transaction, glns: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (glns.length === 0) return new Map();
  const { rows } = await sql<{ gln: string; party: string | null }>`
    SELECT gln, qh_party_of_gln(gln) AS party FROM unnest(${[...glns]}::text[]) AS gln`.execute(tx);
  return new Map(rows.flatMap(({ gln, party }) => (party === null ? [] : [[gln, party] as const])));
}
