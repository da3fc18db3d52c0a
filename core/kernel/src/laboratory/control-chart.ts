import { refuse } from "../refusals.ts";
import { mean, range, sampleSd } from "../statistics.ts";
import { c4, rangeConstants } from "./chart-constants.ts";
import { needFinite, needPositive } from "./finite.ts";

/** Centre line and limits of one chart, in the unit of the values. */
export type ChartLimits = { readonly center: number; readonly lower: number; readonly upper: number };

/** A pair of Shewhart charts and the scatter within subgroups that they rest on. */
export type ChartPair = {
  readonly location: ChartLimits;
  readonly spread: ChartLimits;
  readonly sigma: number;
};

/**
 * Limits for means and ranges of subgroups: x̿ ± A2 R̄, and D3 R̄ to D4 R̄, with A2 = 3/(d2 √n), D = 1 ± 3 d3/d2 ≥ 0.
 *
 * @example rangeLimits(74.001, 0.023, 5) // → { location: { lower: 73.988, upper: 74.014 }, spread: { lower: 0, upper: 0.049 } } (Montgomery, example 6.1)
 * @throws Refusal `outside-domain` unless 2 ≤ n ≤ 25; `no-variation` for R̄ = 0
 * @source ISO 7870-2:2013, table 1 (clause from memory)
 */
export function rangeLimits(center: number, meanRange: number, n: number): ChartPair {
  needScatter(center, meanRange);
  const { d2, d3 } = rangeConstants(n);
  return pair(center, meanRange / d2, n, { center: meanRange, half: (3 * d3 * meanRange) / d2 });
}

/**
 * Limits for means and standard deviations of subgroups: x̿ ± A3 s̄, and B3 s̄ to B4 s̄, with A3 = 3/(c4 √n),
 * B = 1 ± 3 √(1 − c4²)/c4 ≥ 0.
 *
 * @example sdLimits(74.001, 0.0094, 5) // → { location: { lower: 73.988, upper: 74.014 }, spread: { lower: 0, upper: 0.0196 } } (Montgomery, example 6.3)
 * @throws Refusal `outside-domain` unless n is at least 2; `no-variation` for s̄ = 0
 * @source ISO 7870-2:2013, table 1 (clause from memory)
 */
export function sdLimits(center: number, meanSd: number, n: number): ChartPair {
  needScatter(center, meanSd);
  const constant = c4(n);
  const half = (3 * meanSd * Math.sqrt(1 - constant * constant)) / constant;
  return pair(center, meanSd / constant, n, { center: meanSd, half });
}

/**
 * Limits for single values from their moving ranges of two: x̄ ± 2.66 R̄, and moving ranges to 3.267 R̄.
 *
 * @example individualsChart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]) // → { location: { center: 50.81, lower: 45.8, upper: 55.8 } } (NIST/SEMATECH e-Handbook, 6.3.2.2: 45.8159 and 55.8041 with d2 = 1.128)
 * @throws Refusal `too-few-values` below two values; `no-variation` for equal values; `not-finite`
 * @source ISO 7870-2:2013, 8.2 (clause from memory)
 */
export function individualsChart(values: readonly number[]): ChartPair {
  needFinite("values", values, 2);
  const moving = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  const { d2, d3 } = rangeConstants(2);
  const meanRange = mean(moving);
  if (meanRange === 0) refuse("no-variation", { name: "values" });
  return pair(mean(values), meanRange / d2, 1, { center: meanRange, half: (3 * d3 * meanRange) / d2 });
}

/**
 * Charts of means with ranges (subgroups up to 10, where a range loses little) or standard deviations (larger ones).
 *
 * @example subgroupChart([[1, 3], [5, 7]]) // → { location: { center: 4, lower: 0.24, upper: 7.76 }, sigma: 1.772 } (R̄ = 2, A2 = 1.880 for n = 2: 4 ± 3.76; 2/1.1284)
 * @throws Refusal `too-few-values` below two subgroups or two values in one; `values-differ-in-number`; `no-variation`
 * @source ISO 7870-2:2013, 7.2 (clause from memory)
 */
export function subgroupChart(subgroups: readonly (readonly number[])[]): ChartPair {
  if (subgroups.length < 2) refuse("too-few-values", { given: subgroups.length, needed: 2 });
  const n = subgroups[0]?.length ?? 0;
  for (const values of subgroups) {
    needFinite("subgroup", values, 2);
    if (values.length !== n) refuse("values-differ-in-number", { given: values.length, needed: n });
  }
  const center = mean(subgroups.map((values) => mean(values)));
  const spread = mean(subgroups.map((values) => (n <= 10 ? range(values) : sampleSd(values))));
  if (spread === 0) refuse("no-variation", { name: "subgroups" });
  return n <= 10 ? rangeLimits(center, spread, n) : sdLimits(center, spread, n);
}

/** What establishes a control, and from how many results. */
export type ControlStatistics = {
  readonly mean: number;
  readonly sd: number;
  readonly used: number;
  /** True where the results are all equal: their deviation of zero sets no limits, and no rule judges by it. */
  readonly degenerate: boolean;
};

/**
 * Mean and standard deviation of a control from its first n results, or of its latest n.
 *
 * @returns undefined while there are fewer than n results: limits from too few would be believed
 * @example controlStatistics(Array.from({ length: 20 }, (_, i) => 95 + i), 20) // → { mean: 104.5, sd: 5.9161, used: 20 } (95 to 114: s² = 20·21/12 = 35)
 * @example controlStatistics([5, 5, 5], 3) // → { mean: 5, sd: 0, used: 3, degenerate: true } (no result differs from another)
 * @example controlStatistics([1, 2, 3], 20) // → undefined (too few to be believed)
 * @throws Refusal `not-finite`; `too-few-values` for n below 2
 * @source ours: which results establish a control is for the laboratory to say; ISO 7870-2:2013, 5 (clause from memory), recommends 20 to 25
 *   subgroups
 */
export function controlStatistics(
  values: readonly number[],
  n: number,
  which: "first" | "latest" = "first",
): ControlStatistics | undefined {
  if (!(n >= 2)) refuse("too-few-values", { given: n, needed: 2 });
  if (values.length < n) return undefined;
  const used = which === "first" ? values.slice(0, n) : values.slice(-n);
  needFinite("values", used, 2);
  const degenerate = used.every((value) => value === used[0]);
  return { mean: mean(used), sd: sampleSd(used), used: used.length, degenerate };
}

function needScatter(center: number, spread: number): void {
  needFinite("chart", [center, spread]);
  if (spread === 0) refuse("no-variation", { name: "subgroups" });
  needPositive("spread", spread);
}

function pair(center: number, sigma: number, n: number, spread: { center: number; half: number }): ChartPair {
  const half = (3 * sigma) / Math.sqrt(n);
  return {
    location: { center, lower: center - half, upper: center + half },
    spread: {
      center: spread.center,
      lower: Math.max(0, spread.center - spread.half),
      upper: spread.center + spread.half,
    },
    sigma,
  };
}
