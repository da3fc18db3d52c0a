import { sum } from "@quanheng/kernel/statistics.ts";
import { isWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Weights of one weighted efficiency by load in percent of the rated power. Kept in `data/methods`. */
export type LoadWeights = { readonly name: string; readonly weights: Readonly<Record<string, string>> };

/**
 * Weighted efficiency of an inverter: η = Σ w_l·η_l over the loads of the weighting.
 *
 * @param efficiencies by load in percent of the rated power, as a share of one
 * @throws Refusal `efficiency-out-of-range` outside 0 to 1; `load-not-measured`
 * @example weightedEfficiency({ "50": 0.98, "100": 0.96 }, { name: "half", weights: { "50": "0.5", "100": "0.5" } }) // → 0.97
 * @source EN 50530 (Euro), CEC inverter test protocol, NB/T 32004 (China)
 */
export function weightedEfficiency(
  efficiencies: Readonly<Record<string, number>>,
  { name, weights }: LoadWeights,
): number {
  for (const [load, given] of Object.entries(efficiencies)) {
    if (!isWithin(given, { min: 0, max: 1 })) refuse("efficiency-out-of-range", { load, given: String(given) });
  }
  return sum(
    Object.entries(weights).map(([load, weight]) => {
      const efficiency = efficiencies[load];
      return efficiency === undefined
        ? refuse("load-not-measured", { load, weighting: name })
        : Number(weight) * efficiency;
    }),
  );
}
