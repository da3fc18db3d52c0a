import type { Transaction } from "./transaction.ts";

/**
 * Keeps the tasks of a laboratory in a commission as they are until the transaction ends, and names that state: the text
 * differs whenever any of them was changed.
 */
export async function holdTasks(tx: Transaction, commissionId: string, institutionId: string): Promise<string> {
  const rows = await tx
    .selectFrom("task")
    .select(["id", "version"])
    .where("commission_id", "=", commissionId)
    .where("institution_id", "=", institutionId)
    .orderBy("id")
    .forShare()
    .execute();
  return rows.map(({ id, version }) => `${id}@${version}`).join(" ");
}
