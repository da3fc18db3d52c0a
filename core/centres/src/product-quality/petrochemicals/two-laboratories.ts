import { needAllWithin, needCount, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** The mean of some results of one laboratory. */
export type LaboratoryMean = { readonly mean: number; readonly results: number };

/**
 * Whether two laboratories agree, so that both results are accepted and their mean stands; otherwise a third decides.
 *
 * |X₁ − X₂| ≤ √[R² − r²(1 − 1/(2k₁) − 1/(2k₂))]
 *
 * @param reproducibility R of the method, `repeatability` r
 * @returns the difference and what is allowed, in the unit of the results
 * @throws Refusal `precision-invalid` where R is missing or r exceeds it, `not-whole`, `outside-method-range`
 * @source ISO 4259-2:2017, 5.2 (recalled; the edition of 2026 has not been read)
 * @example laboratoriesAgree({ mean: 10.2, results: 1 }, { mean: 11.9, results: 1 }, 2.24, 1.1).allowed // → 2.24 (R, one result each)
 */
export function laboratoriesAgree(
  first: LaboratoryMean,
  second: LaboratoryMean,
  reproducibility: number,
  repeatability: number,
) {
  for (const { mean, results } of [first, second]) {
    needWithin("mean", mean);
    needCount("results", results);
    needWithin("results", results, { min: 1 });
  }
  if (!(reproducibility > 0 && reproducibility < Infinity && repeatability >= 0 && repeatability <= reproducibility)) {
    refuse("precision-invalid", { r: String(repeatability), R: String(reproducibility) });
  }
  const share = 1 - 1 / (2 * first.results) - 1 / (2 * second.results);
  const allowed = Math.sqrt(reproducibility ** 2 - repeatability ** 2 * share);
  const difference = Math.abs(first.mean - second.mean);
  needAllWithin({ allowed }, { min: 0 });
  return { difference, allowed, agrees: difference <= allowed };
}
