import type { PlanQuestion } from "@quanheng/contract/schemas/planning.ts";
import type { PlanAnswer } from "@quanheng/contract/schemas/selection.ts";
import { type PlannerOptions, proposePlans } from "../../adapters/planning/planner.ts";
import type { Context } from "../../context.ts";
import { reading } from "../../store/transaction.ts";
import { besideView, planView } from "./plan-view.ts";
import { planningWorldFor } from "./planning-world.ts";

/** What a search for somebody who has not ordered may take. [ms] */
const VISITOR_MS = 2000;

/**
 * The plans for a question that nobody has stored: what testing would cost and take, for anybody who asks.
 *
 * @throws Refusal `claims-open`, `no-requirements`, `too-many-requests` and those of the requirements
 */
export async function askPlans(
  context: Context,
  { product, markets, claims, on, neededBy, sampleAvailableG }: PlanQuestion,
  options: PlannerOptions = {},
): Promise<Omit<PlanAnswer, "commissionVersion">> {
  const world = await reading(context, (tx) =>
    planningWorldFor(tx, context, {
      product,
      markets,
      claims,
      applies_on: on,
      needed_by: neededBy,
      sample_available: sampleAvailableG,
      evidence: [],
    }),
  );
  const proposals = await proposePlans(world.question, { searchMs: VISITOR_MS, ...options });
  return {
    plans: proposals.plans.map((proposal) => planView(context.newId("pln"), proposal, proposals, world)),
    ...besideView(proposals, world),
  };
}
