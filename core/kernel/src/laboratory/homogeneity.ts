import { chiSquareQuantile, fQuantile } from "../distributions.ts";
import { refuse } from "../refusals.ts";
import { mean, sampleVariance, scaleOf, standardError, sum } from "../statistics.ts";
import { needFinite, needNotNegative, needPositive, needWhole } from "./finite.ts";

/** Homogeneity of the items of a round, in the unit of the results. */
export type Homogeneity = {
  readonly mean: number;
  /** Standard deviation of the item means, within items, and between items. */
  readonly itemMeanSd: number;
  readonly withinSd: number;
  readonly betweenSd: number;
};

/**
 * Splits the scatter of g items, each measured m times, into within and between items.
 *
 * s_w² = mean of the item variances,  s_s² = max(0, s_x² − s_w²/m)
 *
 * @example homogeneity([[0.185, 0.194], [0.187, 0.189], [0.182, 0.186], [0.188, 0.196], [0.191, 0.181], [0.188, 0.18], [0.187, 0.196], [0.177, 0.186], [0.179, 0.187], [0.188, 0.196]]) // → { mean: 0.18715, itemMeanSd: 0.00398, withinSd: 0.00556, betweenSd: 0.00060 } (ISO 13528:2022, E.2)
 * @throws Refusal `too-few-values` below two items or two results; `values-differ-in-number`; `not-finite`;
 *   `no-variation` where all results of all items are equal: the method does not resolve what it should compare
 * @source ISO 13528:2022, B.3
 */
export function homogeneity(items: readonly (readonly number[])[]): Homogeneity {
  if (items.length < 2) refuse("too-few-values", { given: items.length, needed: 2 });
  const m = items[0]?.length ?? 0;
  for (const item of items) {
    needFinite("item", item, 2);
    if (item.length !== m) refuse("values-differ-in-number", { given: item.length, needed: m });
  }
  const first = items[0]?.[0];
  if (items.every((item) => item.every((value) => value === first))) refuse("no-variation", { name: "items" });
  const unit = scaleOf(items.flat());
  const found = splitOf(items.map((item) => item.map((value) => value / unit)));
  return {
    mean: found.mean * unit,
    itemMeanSd: found.itemMeanSd * unit,
    withinSd: found.withinSd * unit,
    betweenSd: found.betweenSd * unit,
  };
}

function splitOf(items: readonly (readonly number[])[]): Homogeneity {
  const m = items[0]?.length ?? 0;
  const means = items.map((item) => mean(item));
  const spread = sampleVariance(means);
  const within = sum(items.map((item) => sampleVariance(item))) / items.length;
  return {
    mean: mean(means),
    itemMeanSd: Math.sqrt(spread),
    withinSd: Math.sqrt(within),
    betweenSd: Math.sqrt(Math.max(0, spread - within / m)),
  };
}

/** Share of σ_pt that a difference between items, or in time, may have. @source ISO 13528:2022, B.2.3 */
const NEGLIGIBLE = 0.3;

/**
 * Items are homogeneous enough where s_s ≤ 0.3 σ_pt.
 *
 * @param sigma σ_pt
 * @example isHomogeneous({ mean: 0.18715, itemMeanSd: 0.00398, withinSd: 0.00556, betweenSd: 0.0006 }, 0.02807) // → true (ISO 13528:2022, E.2: 0.0006 ≤ 0.0084)
 * @throws Refusal `outside-domain` unless σ_pt > 0 and s_s is not negative
 * @source ISO 13528:2022, B.2.3
 */
export function isHomogeneous({ betweenSd }: Homogeneity, sigma: number): boolean {
  needPositive("sigma_pt", sigma);
  needNotNegative("s_s", betweenSd);
  return betweenSd <= NEGLIGIBLE * sigma;
}

/**
 * Limit √c for s_s that allows for the scatter of the test itself: c = F1 (0.3 σ_pt)² + F2 s_w².
 *
 * @param items g, and m results of each
 * @example expandedLimit({ mean: 1, itemMeanSd: 0, withinSd: 0, betweenSd: 0 }, 1, 10) // → 0.411 (√(1.88·0.3²))
 * @throws Refusal `outside-domain` unless σ_pt > 0, s_w ≥ 0, g ≥ 2 and m ≥ 2
 * @source ISO 13528:2022, B.2.3 and table B.1
 */
export function expandedLimit({ withinSd }: Homogeneity, sigma: number, items: number, results = 2): number {
  needPositive("sigma_pt", sigma);
  needNotNegative("s_w", withinSd);
  const { f1, f2 } = expandedFactors(items, results);
  return Math.sqrt(f1 * (NEGLIGIBLE * sigma) ** 2 + f2 * withinSd ** 2);
}

/**
 * Factors F1 and F2 of the expanded criterion of homogeneity, for g items of m results each.
 *
 * F1 = χ²_0.95(g − 1)/(g − 1),  F2 = (F_0.95(g − 1, g(m − 1)) − 1)/m
 *
 * @example expandedFactors(10) // → { f1: 1.88, f2: 1.01 } (ISO 13528:2022, table B.1)
 * @throws Refusal `outside-domain` unless g ≥ 2 and m ≥ 2
 * @source ISO 13528:2022, table B.1
 */
export function expandedFactors(items: number, results = 2): { readonly f1: number; readonly f2: number } {
  needWhole("items", items, 2);
  needWhole("results", results, 2);
  const dof = items - 1;
  const f2 = (fQuantile(0.95, dof, items * (results - 1)) - 1) / results;
  return { f1: chiSquareQuantile(0.95, dof) / dof, f2 };
}

/** Change between the check of homogeneity and a later one. */
export type Stability = {
  readonly difference: number;
  readonly limit: number;
  /** The limit widened by the uncertainty of both means: + 2 √(u²(ȳ1) + u²(ȳ2)). */
  readonly expandedLimit: number;
  readonly stable: boolean;
};

/**
 * Items are stable enough where |ȳ1 − ȳ2| ≤ 0.3 σ_pt.
 *
 * @param sigma σ_pt
 * @example stability([[0.185, 0.194], [0.187, 0.189], [0.182, 0.186], [0.188, 0.196], [0.191, 0.181], [0.188, 0.18], [0.187, 0.196], [0.177, 0.186], [0.179, 0.187], [0.188, 0.196]].flat(), [0.191, 0.198, 0.19, 0.196], 0.02807) // → { difference: 0.0066, limit: 0.00842, stable: true } (ISO 13528:2022, E.2)
 * @throws Refusal `too-few-values` below two results on either side; `not-finite`; `outside-domain`
 * @source ISO 13528:2022, B.5
 */
export function stability(before: readonly number[], after: readonly number[], sigma: number): Stability {
  needFinite("before", before, 2);
  needFinite("after", after, 2);
  needPositive("sigma_pt", sigma);
  const difference = Math.abs(mean(after) - mean(before));
  const limit = NEGLIGIBLE * sigma;
  const expanded = limit + 2 * Math.hypot(standardError(before), standardError(after));
  return { difference, limit, expandedLimit: expanded, stable: difference <= limit };
}
