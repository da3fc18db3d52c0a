import type { PlanAnswer } from "@quanheng/contract/schemas/selection.ts";
import type { Context } from "../../context.ts";
import type { Commission } from "../../store/commission.ts";
import type { insertPlans } from "../../store/plan.ts";

type Plan = PlanAnswer["plans"][number];
type PlanRecord = Parameters<typeof insertPlans>[1][number];

/**
 * Plans of one version of a commission as they are kept.
 *
 * @param question what was asked of the planner
 * @param beside what is shown next to every plan
 */
export function planRecords(
  context: Context,
  { id, enterprise_id, version }: Commission,
  plans: readonly Plan[],
  question: object,
  beside: object,
): PlanRecord[] {
  const instance = wire(question);
  const at = context.now();
  return plans.map((plan) => ({
    id: plan.id,
    commission_id: id,
    enterprise_id,
    commission_version: version,
    kind: plan.kind,
    status: plan.status,
    instance,
    body: { plan, beside },
    cost_fen: plan.costFen,
    days: plan.days,
    created_at: at,
  }));
}

/** Decimals hold big integers, which JSON does not; they are kept as texts of their digits. */
function wire(question: object): unknown {
  return JSON.parse(
    JSON.stringify(question, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value)),
  );
}
