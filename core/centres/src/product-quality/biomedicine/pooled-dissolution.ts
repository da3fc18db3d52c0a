import { needEachWithin, needWithin } from "../../method-guards.ts";
import { type Dissolution, type DissolutionTable, dissolutionStages } from "./dissolution-stages.ts";
import { refuse } from "./refusals.ts";

/**
 * Judges dissolution of pooled samples: one figure a stage, the average of its units, so that only the means count.
 *
 * X̄ = Σ n_k·x_k / Σ n_k over the stages so far
 *
 * @param pooled amount dissolved of the pool of each stage in turn [% of label]
 * @param qPercent Q [% of label]
 * @throws Refusal `unit-count` for no stage or more than the table has; `outside-method-range`
 * @source USP <711>, acceptance table 2
 */
export function pooledDissolution(pooled: readonly number[], qPercent: number, table: DissolutionTable): Dissolution {
  needEachWithin("dissolvedPercent", pooled, { min: 0, unit: "%" });
  needWithin("qPercent", qPercent, { min: 0, max: 100, unit: "%" });
  if (table.stages.some(({ each, exceptions }) => each !== undefined || exceptions !== undefined)) {
    refuse("limit-not-loaded", { item: "pooled", table: table.document });
  }
  // A pool of n units is n times its average: the mean of all is the weighted mean of the pools.
  const units = pooled.map((amount, i) => Array.from({ length: table.stages[i]?.units ?? 0 }, () => amount));
  return dissolutionStages(units, { low: qPercent }, table);
}
