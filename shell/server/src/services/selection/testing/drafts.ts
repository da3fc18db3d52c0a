import type { CommissionDetail, CommissionDraft, PlanAnswer } from "@quanheng/contract/schemas/selection.ts";
import type { DemoBench } from "../../../testing/demo-bench.ts";
import { DEMO_DRAFT, HANDS } from "../../../testing/demo-journey.ts";
import { createCommission } from "../commissions.ts";
import { makePlans } from "../make-plans.ts";

export const RULE = { kind: "non-binary", guard: "1", coverageProbability: "0.9545" } as const;

/** A colleague of the mill's first person. */
export const COLLEAGUE = "per-qinzhiyuan";
export const OTHER_ENTERPRISE = "per-huanglixin";
export const OPERATOR = "per-mengjia";
export const STANDARDS_ENGINEER = "per-ganyu";

/** A draft of the demonstration's question with its plans. */
export async function plannedDraft(
  bench: DemoBench,
  change: Partial<CommissionDraft> = {},
): Promise<{ draft: CommissionDetail; answer: PlanAnswer; planId: string }> {
  const mill = bench.as(HANDS.mill);
  const draft = await createCommission(mill, { ...DEMO_DRAFT, ...change });
  const answer = await makePlans(mill, draft.id, draft.version);
  return { draft, answer, planId: answer.plans[0]!.id };
}
