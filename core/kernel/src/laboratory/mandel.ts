import { fQuantile, tQuantile } from "../distributions.ts";
import { refuse } from "../refusals.ts";
import { mean, sampleSd, sampleVariance, sum } from "../statistics.ts";
import { needProbability, needWhole } from "./finite.ts";
import { type Cell, filledCells } from "./precision-experiment.ts";

/** One laboratory's consistency at one level; k is undefined for a single result. */
export type MandelStatistics = { readonly laboratory: string; readonly h: number; readonly k: number | undefined };

/**
 * Mandel's statistics of consistency between (h) and within (k) laboratories.
 *
 * h_i = (ȳ_i − ȳ) / s(ȳ) with the unweighted mean of cell means,  k_i = s_i √p / √(Σ s_i²)
 *
 * @example mandel([[0.71, 0.71, 0.7, 0.71], [0.69, 0.67, 0.68], [0.66, 0.65, 0.69], [0.67, 0.65, 0.66], [0.7, 0.69, 0.66, 0.71, 0.69], [0.73, 0.74, 0.73], [0.71, 0.71, 0.69], [0.7, 0.65, 0.68]].map((results, i) => ({ laboratory: String(i + 1), results })))[5].h // → 1.81 (ISO 5725-2:1994, B.1, sulphur in coal, level 1)
 * @example mandel([[0.71, 0.71, 0.7, 0.71], [0.69, 0.67, 0.68], [0.66, 0.65, 0.69], [0.67, 0.65, 0.66], [0.7, 0.69, 0.66, 0.71, 0.69], [0.73, 0.74, 0.73], [0.71, 0.71, 0.69], [0.7, 0.65, 0.68]].map((results, i) => ({ laboratory: String(i + 1), results })))[7].k // → 1.67 (ISO 5725-2:1994, B.1, sulphur in coal, level 1)
 * @throws Refusal `too-few-values` below three laboratories; `no-variation` where all means or all results are equal
 * @source ISO 5725-2:1994, 7.3.1
 */
export function mandel(cells: readonly Cell[]): readonly MandelStatistics[] {
  const filled = filledCells(cells);
  if (filled.length < 3) refuse("too-few-values", { given: filled.length, needed: 3 });
  const means = filled.map(({ results }) => mean(results));
  const [center, spread] = [mean(means), sampleSd(means)];
  if (!(spread > 0)) refuse("no-variation", { name: "cell means" });
  const variances = filled.map(({ results }) => (results.length > 1 ? sampleVariance(results) : undefined));
  const known = variances.filter((variance) => variance !== undefined);
  const total = sum(known);
  if (!(total > 0)) refuse("no-variation", { name: "results" });
  const k = (variance: number | undefined): number | undefined =>
    variance === undefined ? undefined : Math.sqrt((variance * known.length) / total);
  return filled.map(({ laboratory }, i) => ({
    laboratory,
    h: ((means[i] ?? 0) - center) / spread,
    k: k(variances[i]),
  }));
}

/**
 * Indicator line for h at significance α (both signs).
 *
 * h = (p − 1) t / √(p (t² + p − 2)) with t = t_{1−α/2}(p − 2)
 *
 * @example mandelHCritical(8, 0.05) // → 1.75 (ISO 5725-2:1994, table 6)
 * @example mandelHCritical(8, 0.01) // → 2.06 (ISO 5725-2:1994, table 6)
 * @throws Refusal `outside-domain` unless p ≥ 3
 * @source ISO 5725-2:1994, table 6 and 7.3.1
 */
export function mandelHCritical(p: number, alpha: number): number {
  needWhole("p", p, 3);
  needProbability("alpha", alpha);
  const t = tQuantile(1 - alpha / 2, p - 2);
  return ((p - 1) * t) / Math.sqrt(p * (t * t + p - 2));
}

/**
 * Indicator line for k at significance α, for p laboratories with n results each.
 *
 * k = √(p F / (F + p − 1)) with F = F_{1−α}(n − 1, (p − 1)(n − 1))
 *
 * @example mandelKCritical(8, 3, 0.05) // → 1.67 (ISO 5725-2:1994, table 7)
 * @example mandelKCritical(8, 3, 0.01) // → 1.96 (ISO 5725-2:1994, table 7)
 * @throws Refusal `outside-domain` unless p ≥ 2 and n ≥ 2
 * @source ISO 5725-2:1994, table 7 and 7.3.1
 */
export function mandelKCritical(p: number, n: number, alpha: number): number {
  needWhole("p", p, 2);
  needWhole("n", n, 2);
  needProbability("alpha", alpha);
  const f = fQuantile(1 - alpha, n - 1, (p - 1) * (n - 1));
  return Math.sqrt((p * f) / (f + p - 1));
}
