import { tQuantile } from "../distributions.ts";
import { refuse } from "../refusals.ts";
import { mean, sampleSd, sum } from "../statistics.ts";
import { needFinite, needProbability, needWhole } from "./finite.ts";

export type OutlierFinding = "correct" | "straggler" | "outlier";

/** Grubbs' test of one extreme value; positions count from 0 in the values as given. */
export type GrubbsSingle = {
  readonly high: number;
  readonly highAt: number;
  readonly low: number;
  readonly lowAt: number;
  readonly critical5: number;
  readonly critical1: number;
  readonly highFinding: OutlierFinding;
  readonly lowFinding: OutlierFinding;
};

/**
 * Tests the largest and the smallest value: G_p = (x_p − x̄)/s and G_1 = (x̄ − x_1)/s.
 *
 * @example grubbsSingle([199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57]) // → { high: 2.469, highAt: 7, critical5: 2.127, highFinding: "outlier", lowFinding: "correct" } (NIST/SEMATECH e-Handbook, 1.3.5.17.1, prints 2.4687; ISO 5725-2:1994, table 5, prints 2.126 for 2.1266)
 * @throws Refusal `too-few-values` below three values; `no-variation`; `not-finite`
 * @source ISO 5725-2:1994, 7.3.4.1
 */
export function grubbsSingle(values: readonly number[]): GrubbsSingle {
  needFinite("values", values, 3);
  const [m, s] = [mean(values), sampleSd(values)];
  if (!(s > 0)) refuse("no-variation", { name: "values" });
  const greatest = values.reduce((a, b) => Math.max(a, b));
  const least = values.reduce((a, b) => Math.min(a, b));
  const [high, low] = [(greatest - m) / s, (m - least) / s];
  const [critical5, critical1] = [grubbsCritical(values.length, 0.05), grubbsCritical(values.length, 0.01)];
  const finding = (g: number): OutlierFinding => (g > critical1 ? "outlier" : g > critical5 ? "straggler" : "correct");
  return {
    high,
    highAt: values.indexOf(greatest),
    low,
    lowAt: values.indexOf(least),
    critical5,
    critical1,
    highFinding: finding(high),
    lowFinding: finding(low),
  };
}

/**
 * Critical value of G for p values; α is shared by the two ends, as in the table of the source.
 *
 * G = (p − 1)/√p · √(t² / (p − 2 + t²)) with t = t_{1−α/(2p)}(p − 2)
 *
 * @example grubbsCritical(9, 0.05) // → 2.215 (ISO 5725-2:1994, table 5)
 * @example grubbsCritical(9, 0.01) // → 2.387 (ISO 5725-2:1994, table 5)
 * @throws Refusal `outside-domain` unless p ≥ 3 and 0 < α < 1
 * @source ISO 5725-2:1994, table 5 (which prints 2.126 for p = 8 at 5 %, where the formula gives 2.1266)
 */
export function grubbsCritical(p: number, alpha: number): number {
  needWhole("p", p, 3);
  needProbability("alpha", alpha);
  const t = tQuantile(1 - alpha / (2 * p), p - 2);
  return ((p - 1) / Math.sqrt(p)) * Math.sqrt((t * t) / (p - 2 + t * t));
}

/** Grubbs' test of two extreme values: the sum of squares without them over that with them; small values are suspect. */
export type GrubbsDouble = {
  readonly high: number;
  readonly low: number;
  /** Undefined where the table ends, above 40 values. */
  readonly critical5: number | undefined;
  readonly critical1: number | undefined;
  readonly highFinding: OutlierFinding | "no-critical-value";
  readonly lowFinding: OutlierFinding | "no-critical-value";
};

/**
 * Tests the two largest and the two smallest values: G = s²_{p−1,p} / s_0² and G = s²_{1,2} / s_0².
 *
 * @example grubbsDouble([0.7075, 0.68, 2.0 / 3, 0.66, 0.69, 2.2 / 3, 2.11 / 3, 2.03 / 3]) // → { high: 0.302, low: 0.541, critical5: 0.1101, highFinding: "correct" } (ISO 5725-2:1994, B.1, sulphur in coal, level 1)
 * @throws Refusal `too-few-values` below four values; `no-variation`; `not-finite`
 * @source ISO 5725-2:1994, 7.3.4.2 and table 5
 */
export function grubbsDouble(values: readonly number[]): GrubbsDouble {
  needFinite("values", values, 4);
  const sorted = values.toSorted((a, b) => a - b);
  const all = squares(sorted);
  if (!(all > 0)) refuse("no-variation", { name: "values" });
  const [high, low] = [squares(sorted.slice(0, -2)) / all, squares(sorted.slice(2)) / all];
  const [critical1, critical5] = DOUBLE_CRITICAL[values.length - 4] ?? [undefined, undefined];
  const finding = (g: number): OutlierFinding | "no-critical-value" => {
    if (critical1 === undefined || critical5 === undefined) return "no-critical-value";
    return g < critical1 ? "outlier" : g < critical5 ? "straggler" : "correct";
  };
  return { high, low, critical5, critical1, highFinding: finding(high), lowFinding: finding(low) };
}

function squares(values: readonly number[]): number {
  const center = mean(values);
  return sum(values.map((value) => (value - center) ** 2));
}

/**
 * Lower critical values (1 %, 5 %) for 4 to 40 values. No closed form exists; the figures are those of the table, eight
 * of which were confirmed by simulation to 0.002.
 *
 * @source ISO 5725-2:1994, table 5; F. E. Grubbs and G. Beck, Technometrics 14 (1972) 847
 */
const DOUBLE_CRITICAL: readonly (readonly [number, number])[] = [
  [0.0, 0.0002],
  [0.0018, 0.009],
  [0.0116, 0.0349],
  [0.0308, 0.0708],
  [0.0563, 0.1101],
  [0.0851, 0.1492],
  [0.115, 0.1864],
  [0.1448, 0.2213],
  [0.1738, 0.2537],
  [0.2016, 0.2836],
  [0.228, 0.3112],
  [0.253, 0.3367],
  [0.2767, 0.3603],
  [0.299, 0.3822],
  [0.32, 0.4025],
  [0.3398, 0.4214],
  [0.3585, 0.4391],
  [0.3761, 0.4556],
  [0.3927, 0.4711],
  [0.4085, 0.4857],
  [0.4234, 0.4994],
  [0.4376, 0.5123],
  [0.451, 0.5245],
  [0.4638, 0.536],
  [0.4759, 0.547],
  [0.4875, 0.5574],
  [0.4985, 0.5672],
  [0.5091, 0.5766],
  [0.5192, 0.5856],
  [0.5288, 0.5941],
  [0.5381, 0.6023],
  [0.5469, 0.6101],
  [0.5554, 0.6175],
  [0.5636, 0.6247],
  [0.5714, 0.6316],
  [0.5789, 0.6382],
  [0.5862, 0.6445],
];
