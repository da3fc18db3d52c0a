import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import type { Selectable } from "kysely";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

/** A plan as it was shown, with what it was computed from. */
export type PlanRecord = Omit<Selectable<Tables["plan"]>, "body" | "instance"> & {
  readonly body: PlanBody;
  readonly instance: unknown;
};
/** The plan itself and what was shown beside it. */
export type PlanBody = { readonly plan: Plan; readonly beside: unknown };

export async function insertPlans(tx: Transaction, plans: readonly PlanRecord[]): Promise<void> {
  if (plans.length === 0) return;
  await tx
    .insertInto("plan")
    .values(plans.map((plan) => ({ ...plan, body: asJson(plan.body), instance: asJson(plan.instance) })))
    .execute();
}

/** The plans last computed for a version of a commission, in the order they were shown. */
export async function plansOf(tx: Transaction, commissionId: string, version: number): Promise<readonly PlanRecord[]> {
  const rows = await tx
    .selectFrom("plan")
    .selectAll()
    .where("commission_id", "=", commissionId)
    .where("commission_version", "=", version)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  const newest = rows[0]?.created_at.getTime();
  return rows.filter(({ created_at }) => created_at.getTime() === newest) as PlanRecord[];
}

export async function findPlan(tx: Transaction, commissionId: string, planId: string): Promise<PlanRecord | undefined> {
  return (await tx
    .selectFrom("plan")
    .selectAll()
    .where("id", "=", planId)
    .where("commission_id", "=", commissionId)
    .executeTakeFirst()) as PlanRecord | undefined;
}
