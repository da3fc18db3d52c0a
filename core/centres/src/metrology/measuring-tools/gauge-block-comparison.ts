import type { BudgetLine } from "@quanheng/kernel/measurement.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { combine } from "@quanheng/kernel/uncertainty/combine.ts";
import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { needNearReference } from "./reference-temperature.ts";
import { refuse } from "./refusals.ts";

/** A gauge block differs from its nominal length by less than this, whatever its grade. [mm] Chosen by us: ISO 3650 allows 8 µm. */
const NEAR_NOMINAL_MM = 0.02;

export type GaugeBlockComparison = {
  /** Nominal length of the item. [mm] */
  readonly nominalMm: number;
  /** Length of the standard at 20 °C by its certificate. [mm] */
  readonly standardMm: number;
  /** Item minus standard as the comparator reads it, repeated. [nm] */
  readonly differencesNm: readonly number[];
  /** One line a source, sensitivity in nm per unit of the source. */
  readonly budget: readonly BudgetLine[];
  /** Mean temperature of the blocks, where it was taken. [°C] */
  readonly tempC?: number;
  /** Whether the item is to be of grade K, which narrows the temperature. */
  readonly gradeK?: boolean;
};

/**
 * Length of a gauge block at 20 °C by comparison with a standard of the same nominal length.
 *
 * l_X = l_S + δl_D + δl + δl_C − L(ᾱ·δt + δα·Δt̄) − δl_V; the estimates of all terms but δl are 0
 *
 * @returns mean difference [nm], length [mm], signed contributions c·u [nm], combined u [nm] and its degrees of freedom
 * @throws Refusal `nominal-mismatch`, `temperature-out-of-range` beyond 1 K (grade K 0.5 K), `too-few-rows` without a
 *   reading, `outside-method-range` for a reading beyond ± 100 µm; `uncertainty-invalid` for an impossible budget line
 * @source EA-4/02 M:2022, S4; JJG 146-2011 (recalled)
 * @example gaugeBlockLength({ nominalMm: 50, standardMm: 50.00002, differencesNm: [-100, -90, -80, -100, -100], budget: [] }).lengthMm // → 49.999926 (EA-4/02, S4)
 */
export function gaugeBlockLength(comparison: GaugeBlockComparison) {
  const { nominalMm, standardMm, differencesNm, budget, tempC, gradeK = false } = comparison;
  needWithin("nominalMm", nominalMm, { above: 0, unit: "mm" });
  if (!(Math.abs(standardMm - nominalMm) <= NEAR_NOMINAL_MM)) {
    refuse("nominal-mismatch", { field: "standardMm", standard: String(standardMm), nominal: nominalMm });
  }
  needAtLeast("differencesNm", differencesNm, 1);
  needEachWithin("differencesNm", differencesNm, { min: -1e5, max: 1e5, unit: "nm" });
  if (tempC !== undefined) needNearReference("tempC", tempC, gradeK ? "gaugeBlockK" : "gaugeBlock");
  const { u, dof } = combine(budget);
  const meanDifferenceNm = mean(differencesNm);
  return {
    meanDifferenceNm,
    lengthMm: standardMm + meanDifferenceNm * 1e-6,
    contributionsNm: budget.map(({ sensitivity, u: of }) => sensitivity * of),
    u,
    dof,
  };
}
