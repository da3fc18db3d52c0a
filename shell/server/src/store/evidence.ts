import type { Selectable } from "kysely";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

/** A report that a client states as evidence. */
export type EvidenceRow = Omit<Selectable<Tables["evidence"]>, "characteristics"> & {
  readonly characteristics: readonly {
    readonly id: string;
    readonly loq: string | null;
    readonly U: string | null;
    readonly value?: string | null;
  }[];
};

export async function evidenceOf(tx: Transaction, commissionId: string): Promise<readonly EvidenceRow[]> {
  const rows = await tx
    .selectFrom("evidence")
    .selectAll()
    .where("commission_id", "=", commissionId)
    .orderBy("stated_at")
    .orderBy("id")
    .execute();
  return rows as unknown as readonly EvidenceRow[];
}

export async function insertEvidence(tx: Transaction, row: EvidenceRow): Promise<void> {
  await tx
    .insertInto("evidence")
    .values({ ...row, characteristics: asJson(row.characteristics) })
    .execute();
}

/** Whether there was such a report to take back. */
export async function deleteEvidence(tx: Transaction, commissionId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("evidence")
    .where("commission_id", "=", commissionId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
