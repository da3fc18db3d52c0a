import type { Plan, PlanAnswer } from "@quanheng/contract/schemas/selection.ts";
import type { z } from "zod";

export type Plans = z.output<typeof PlanAnswer>;

export type PossiblePlan = Plan & { readonly costFen: number; readonly days: number };

/** Whether a plan can be agreed to. */
export function isPossible(plan: Plan): plan is PossiblePlan {
  return plan.status !== "infeasible" && plan.costFen !== null && plan.days !== null;
}

/** The earlier plan that buys exactly the same tests, so that the reader need not compare them. */
export function sameAs(plan: Plan, plans: readonly Plan[]): Plan | undefined {
  if (!isPossible(plan)) return undefined;
  const tests = testsOf(plan);
  return plans.slice(0, plans.indexOf(plan)).find((other) => isPossible(other) && testsOf(other) === tests);
}

/**
 * What one common plan saves against each market alone; null where a market alone is not possible, and nothing is
 * compared.
 *
 * `percent` is rounded to whole per cent, halves up; a common plan that costs more saves less than nothing.
 */
export function savingOf(
  plan: Plan,
  { aloneSumFen }: Pick<Plans, "aloneSumFen">,
): { readonly fen: number; readonly percent: number } | null {
  if (!isPossible(plan) || aloneSumFen === null || aloneSumFen === 0) return null;
  const fen = aloneSumFen - plan.costFen;
  return { fen, percent: Math.round((100 * fen) / aloneSumFen) };
}

function testsOf({ lines }: Plan): string {
  return lines
    .map(({ offerId }) => offerId)
    .sort()
    .join();
}
