import type { PlanInstance } from "./instance.ts";
import { type SolveOptions, solve } from "./solve.ts";
import { withoutLimit } from "./without-limit.ts";

/** A limit that can be lifted to make a plan possible. */
export type BindingLimit = (typeof LIMITS)[number];

/** Every limit that a plan may have to keep to. */
export const LIMITS = ["sample", "hours", "deadline", "budget"] as const;

/**
 * For an instance without a plan, the limits of which each alone stands in the way; empty when it takes several at once.
 */
export function bindingLimits(instance: PlanInstance, options: SolveOptions = {}): readonly BindingLimit[] {
  return LIMITS.filter((limit) => "selection" in solve(withoutLimit(instance, limit), options));
}
