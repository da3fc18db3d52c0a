import { fCdf, fQuantile } from "../distributions.ts";
import { refuse } from "../refusals.ts";
import { sampleVariance, sum } from "../statistics.ts";
import { needProbability, needWhole } from "./finite.ts";
import { type Cell, filledCells, usualCellSize } from "./precision-experiment.ts";

/** Cochran's test of the largest within-laboratory variance. */
export type CochranTest = {
  readonly laboratory: string;
  /** C = s²_max / Σ s_i². */
  readonly statistic: number;
  /** Laboratories p with a variance, and results per cell n for the critical values. */
  readonly laboratories: number;
  readonly resultsPerCell: number;
  readonly critical5: number;
  readonly critical1: number;
  readonly finding: "correct" | "straggler" | "outlier";
};

/**
 * Compares the largest variance with the sum of all: a straggler above the 5 % value, an outlier above the 1 % value.
 * For unequal cells n is the number of results in most of them, as the source proposes.
 *
 * @example cochranTest([[1.68, 1.7, 1.68, 1.69], [1.64, 1.64, 1.65], [1.61, 1.61, 1.62], [1.68, 1.66, 1.66], [1.64, 1.67, 1.6, 1.66, 1.68], [1.7, 1.73, 1.73], [1.69, 1.7, 1.68], [1.67, 1.68, 1.67]].map((results, i) => ({ laboratory: String(i + 1), results }))) // → { laboratory: "5", statistic: 0.580, critical5: 0.516, critical1: 0.615, finding: "straggler" } (ISO 5725-2:1994, B.1, sulphur in coal, level 3)
 * @throws Refusal `too-few-values` below two cells with repeated results; `no-variation` where every cell is constant
 * @source ISO 5725-2:1994, 7.3.3
 */
export function cochranTest(cells: readonly Cell[]): CochranTest {
  const repeated = filledCells(cells).filter(({ results }) => results.length > 1);
  const p = repeated.length;
  if (p < 2) refuse("too-few-values", { given: p, needed: 2 });
  const variances = repeated.map(({ results }) => sampleVariance(results));
  const total = sum(variances);
  if (!(total > 0)) refuse("no-variation", { name: "results" });
  const largest = variances.reduce((a, b) => Math.max(a, b));
  const statistic = largest / total;
  const n = usualCellSize(repeated);
  const [critical5, critical1] = [cochranCritical(p, n, 0.05), cochranCritical(p, n, 0.01)];
  return {
    laboratory: repeated[variances.indexOf(largest)]?.laboratory ?? "",
    statistic,
    laboratories: p,
    resultsPerCell: n,
    critical5,
    critical1,
    finding: statistic > critical1 ? "outlier" : statistic > critical5 ? "straggler" : "correct",
  };
}

/**
 * Critical value of Cochran's statistic for p variances of n results each.
 *
 * C = F / (F + p − 1) with F = F_{1−α/p}(n − 1, (p − 1)(n − 1))
 *
 * @example cochranCritical(8, 3, 0.05) // → 0.516 (ISO 5725-2:1994, table 4)
 * @example cochranCritical(8, 3, 0.01) // → 0.615 (ISO 5725-2:1994, table 4)
 * @throws Refusal `outside-domain` unless p ≥ 2, n ≥ 2 and 0 < α < 1
 * @source ISO 5725-2:1994, table 4; the formula is that of ISO 5725-2:2019, clause 8
 */
export function cochranCritical(p: number, n: number, alpha: number): number {
  needWhole("p", p, 2);
  needWhole("n", n, 2);
  needProbability("alpha", alpha);
  const f = fQuantile(1 - alpha / p, n - 1, (p - 1) * (n - 1));
  return f / (f + p - 1);
}

/**
 * Upper bound of the probability of so large a statistic by chance: p P(F > (p − 1) C/(1 − C)), at most 1.
 *
 * @param p variances
 * @param n results of each
 * @example cochranProbability(0.516, 8, 3) // → 0.05 (ISO 5725-2:1994, table 4: the 5 % value)
 * @throws Refusal `outside-domain` unless p ≥ 2 and n ≥ 2
 * @source ISO 5725-2:2019, clause 8 (inverse of its formula for the critical value)
 */
export function cochranProbability(statistic: number, p: number, n: number): number {
  needWhole("p", p, 2);
  needWhole("n", n, 2);
  if (!(statistic >= 0 && statistic <= 1))
    refuse("outside-domain", { name: "C", given: String(statistic), min: 0, max: 1 });
  const f = ((p - 1) * statistic) / (1 - statistic);
  return Math.min(1, p * (1 - fCdf(f, n - 1, (p - 1) * (n - 1))));
}
