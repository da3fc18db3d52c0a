import type { PlanInstance } from "./instance.ts";
import { type SolveOptions, solve } from "./solve.ts";

/** A limit that can be lifted to make a plan possible. */
export type BindingLimit = "sample" | "hours" | "deadline" | "budget";

/**
 * For an instance without a plan, the limits of which each alone stands in the way; empty when it takes several at once.
 */
export function bindingLimits(instance: PlanInstance, options: SolveOptions = {}): readonly BindingLimit[] {
  const relaxed: Readonly<Record<BindingLimit, PlanInstance>> = {
    sample: { ...instance, sampleAvailable: null },
    hours: {
      ...instance,
      instruments: instance.instruments.map((one) => ({ ...one, hoursAvailable: Number.MAX_SAFE_INTEGER })),
    },
    deadline: { ...instance, deadlineDays: null },
    budget: { ...instance, budget: null },
  };
  return (Object.keys(relaxed) as BindingLimit[]).filter((limit) => "selection" in solve(relaxed[limit], options));
}
