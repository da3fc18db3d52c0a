import { sql } from "kysely";
import type { Transaction } from "./transaction.ts";

export type LastAction = {
  readonly action: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
};

/**
 * What was last done in the chain of a commission, by whomever: a reader of the commission may know who changed it,
 * though the trail itself is read only by the own house (`commission_last_action` in migration 0013).
 */
export async function lastAction(tx: Transaction, commissionId: string): Promise<LastAction | undefined> {
  const { rows } = await sql<{
    action: string;
    at: Date;
    actor_id: string | null;
    facts: Record<string, unknown>;
  }>`SELECT * FROM commission_last_action(${commissionId})`.execute(tx);
  const [row] = rows;
  return row && { action: row.action, at: row.at, actorId: row.actor_id, facts: row.facts };
}
