import type { ChecklistItem } from "@quanheng/flow/review/checklist.ts";
import type { Selectable } from "kysely";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type Review = Omit<Selectable<Tables["review"]>, "checklist"> & { readonly checklist: KeptChecklist };
/** What the reviewer was shown and what of it was acknowledged. */
export type KeptChecklist = {
  readonly items: readonly ChecklistItem[];
  readonly acknowledged: readonly string[];
};

export async function insertReview(tx: Transaction, review: Review): Promise<void> {
  await tx
    .insertInto("review")
    .values({ ...review, checklist: asJson(review.checklist) })
    .execute();
}

/** The reviews of a task, oldest first. */
export async function reviewsOf(tx: Transaction, taskId: string): Promise<readonly Review[]> {
  const rows = await tx
    .selectFrom("review")
    .selectAll()
    .where("task_id", "=", taskId)
    .orderBy("reviewed_at")
    .orderBy("id")
    .execute();
  return rows as readonly Review[];
}

/** Every review of a laboratory's part of a commission, oldest first. */
export async function reviewsOfCommission(
  tx: Transaction,
  commissionId: string,
  institutionId: string,
): Promise<readonly Review[]> {
  const rows = await tx
    .selectFrom("review")
    .selectAll()
    .where("commission_id", "=", commissionId)
    .where("institution_id", "=", institutionId)
    .orderBy("reviewed_at")
    .orderBy("id")
    .execute();
  return rows as readonly Review[];
}
