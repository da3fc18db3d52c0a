import { bindingLimits } from "@quanheng/flow/selection/planner/binding-limits.ts";
import type { PlanInstance } from "@quanheng/flow/selection/planner/instance.ts";
import type { OnTick } from "@quanheng/flow/selection/planner/search.ts";
import { type FoundPlan, solve } from "@quanheng/flow/selection/planner/solve.ts";
import { type BindingLimit, LIMITS, withoutLimit } from "@quanheng/flow/selection/planner/without-limit.ts";

/** A limit that leaves no plan. */
export type Obstacle = {
  readonly limit: BindingLimit;
  /** What there is, in the limit's unit: grams of sample, days; null for hours of instruments. */
  readonly available: number | null;
  /** With this much there is a plan; null where it is not one figure. */
  readonly needed: number | null;
  /** Whether another limit has to move as well. */
  readonly together: boolean;
};

/**
 * Which limits leave no plan, and how far each would have to move: the days of the fastest plan, the sample of the
 * cheapest. Where no single one is to blame, those that the plan without any limit breaks.
 */
export function obstaclesOf(instance: PlanInstance, newTick: () => OnTick): readonly Obstacle[] {
  const single = bindingLimits(instance, { onTick: newTick() });
  if (single.length > 0) return single.map((limit) => obstacleOf(instance, limit, newTick));
  const free = planOf(
    { ...withoutLimit(instance, "hours"), sampleAvailable: null, deadlineDays: null, budget: null },
    newTick,
  );
  const broken = LIMITS.filter((limit) => isBroken(instance, limit, free));
  return broken.map((limit) => ({
    limit,
    available: availableOf(instance, limit),
    needed: free ? neededOf(limit, free) : null,
    together: true,
  }));
}

/** Without the deadline the fastest plan says how much time it takes; without another limit the cheapest what it needs. */
function lifted(instance: PlanInstance, limit: BindingLimit): PlanInstance {
  const free = withoutLimit(instance, limit);
  return limit === "deadline" ? { ...free, objective: { order: ["days", "cost"] } } : free;
}

function obstacleOf(instance: PlanInstance, limit: BindingLimit, newTick: () => OnTick): Obstacle {
  const plan = planOf(lifted(instance, limit), newTick);
  return {
    limit,
    available: availableOf(instance, limit),
    needed: plan ? neededOf(limit, plan) : null,
    together: false,
  };
}

function planOf(instance: PlanInstance, newTick: () => OnTick): FoundPlan | undefined {
  const result = solve(instance, { onTick: newTick() });
  return "selection" in result ? result : undefined;
}

function availableOf(instance: PlanInstance, limit: BindingLimit): number | null {
  const available = { sample: instance.sampleAvailable, deadline: instance.deadlineDays, budget: instance.budget };
  return limit === "hours" ? null : available[limit];
}

function neededOf(limit: BindingLimit, { evaluation }: FoundPlan): number | null {
  const needed = { sample: evaluation.sample, deadline: evaluation.days, budget: evaluation.cost };
  return limit === "hours" ? null : needed[limit];
}

/** Whether the plan without limits goes beyond this one; without such a plan every limit that is set counts. */
function isBroken(instance: PlanInstance, limit: BindingLimit, free: FoundPlan | undefined): boolean {
  const available = availableOf(instance, limit);
  if (available === null) return false;
  const needed = free ? neededOf(limit, free) : null;
  return needed === null || needed > available;
}
