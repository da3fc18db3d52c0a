import type { BudgetLine } from "@quanheng/kernel/measurement.ts";
import { combine } from "@quanheng/kernel/uncertainty/combine.ts";
import { needAllWithin } from "../../method-guards.ts";
import { trapezoidCoverage } from "./trapezoid-coverage.ts";

export type CaliperReading = {
  /** Indication of the caliper and length of the gauge block between its jaws. [mm] */
  readonly readingMm: number;
  readonly standardMm: number;
  /** One line a source, sensitivity in µm per unit of the source. */
  readonly budget: readonly BudgetLine[];
  /** Half-widths of the two dominant rectangular contributions. [µm] */
  readonly dominantUm: readonly [number, number];
  readonly probability: number;
};

/**
 * Error of indication of a caliper at one length, with the coverage factor of its two dominant contributions.
 *
 * E = l_reading − l_S + L_S·ᾱ·Δt + δl_res + δl_mech, where the estimates of the last three are 0
 *
 * @returns error [mm], signed contributions c·u, combined u and U = k·u [µm], unrounded
 * @throws Refusal `outside-method-range` for a length that is not positive; `uncertainty-invalid` for an impossible line
 * @source EA-4/02 M:2022, S10; JJG 30-2012
 * @example caliperError({ readingMm: 150.1, standardMm: 150, budget: [], dominantUm: [25, 50], probability: 0.95 }).errorMm // → 0.10 (EA-4/02, S10)
 */
export function caliperError({ readingMm, standardMm, budget, dominantUm, probability }: CaliperReading) {
  needAllWithin({ readingMm, standardMm }, { above: 0, unit: "mm" });
  const { u, dof } = combine(budget);
  const { beta, k } = trapezoidCoverage(...dominantUm, probability);
  return {
    errorMm: readingMm - standardMm,
    contributionsUm: budget.map(({ sensitivity, u: of }) => sensitivity * of),
    u,
    dof,
    beta,
    k,
    expandedUm: k * u,
  };
}
