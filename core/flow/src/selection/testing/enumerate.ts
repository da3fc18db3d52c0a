import { evaluate } from "../planner/cost.ts";
import { coverage } from "../planner/coverage.ts";
import type { PlanInstance } from "../planner/instance.ts";
import { objectiveVector } from "../planner/objective.ts";

/** The best objective over every set of purchases, straight from the statement of the problem; undefined if none fits. */
export function bestByEnumeration(instance: PlanInstance): readonly number[] | undefined {
  const covered = coverage(instance);
  const needed = instance.requirements.filter(({ id }) => !covered.byEvidence.has(id)).map(({ id }) => id);
  let best: readonly number[] | undefined;
  for (let subset = 0; subset < 2 ** instance.offers.length; subset++) {
    const bought = new Set(instance.offers.filter((_, index) => subset & (1 << index)).map(({ id }) => id));
    const met = new Set([...bought].flatMap((id) => covered.byOffer.get(id) ?? []));
    if (!needed.every((id) => met.has(id))) continue;
    const { cost, days, sample, hours } = evaluate(instance, bought);
    if (instance.sampleAvailable !== null && sample > instance.sampleAvailable) continue;
    if (instance.instruments.some(({ id, hoursAvailable }) => (hours.get(id) ?? 0) > hoursAvailable)) continue;
    if (instance.deadlineDays !== null && days > instance.deadlineDays) continue;
    if (instance.budget !== null && cost > instance.budget) continue;
    const value = objectiveVector(instance.objective, { cost, days });
    if (best === undefined || isLess(value, best)) best = value;
  }
  return best;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index >= 0 && a[index]! < b[index]!;
}
