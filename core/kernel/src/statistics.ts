import { needFinite } from "./laboratory/finite.ts";
import { refuse } from "./refusals.ts";

/**
 * Sum that carries the lost low digits along.
 *
 * @source Neumaier, ZAMM 54 (1974) 39
 * @example sum([1, 1e100, 1, -1e100]) // → 2 (1 + 1; adding from left to right gives 0)
 */
export function sum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/**
 * The power of two by which values are divided before they are squared, so that no square overflows or vanishes; 1 for
 * everyday values. Dividing by it loses no digit.
 *
 * @source ours: exponents of IEEE 754 binary64 end at 2^1023 and 2^−1074
 * @example scaleOf([0.1, -20]) // → 1 (nothing to do)
 * @example scaleOf([2 ** 1000]) === 2 ** 1000 // → true (the largest magnitude, as a power of two)
 */
export function scaleOf(values: readonly number[]): number {
  const most = values.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  if (most === 0 || (most > 2 ** -300 && most < 2 ** 300)) return 1;
  return 2 ** Math.min(1023, Math.floor(Math.log2(most)));
}

/**
 * Refuses values whose squares would overflow or vanish, where a computation does not scale them.
 *
 * @param name what the values are, for the sentence
 * @throws Refusal `outside-domain` unless the largest magnitude is 0 or between 2^−300 and 2^300
 * @source ours: exponents of IEEE 754 binary64 end at 2^1023 and 2^−1074
 * @example refusalOf(() => needSquares("x", [1e-170, 2e-170])) // → "outside-domain" (10⁻³⁴⁰ is no number)
 * refusalOf(() => needSquares("x", [1e-20, 3e20])) // → "accepted" (squares from 10⁻⁴⁰ to 10⁴¹)
 */
export function needSquares(name: string, values: readonly number[]): void {
  if (scaleOf(values) === 1) return;
  const most = values.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  refuse("outside-domain", { name, given: String(most), min: 2 ** -300, max: 2 ** 300 });
}

/** Values divided by their scale. */
function scaled(values: readonly number[], scale: number): readonly number[] {
  return scale === 1 ? values : values.map((value) => value / scale);
}

/**
 * Arithmetic mean q̄ = Σ q_k / n, with a second pass over the deviations.
 *
 * @throws Refusal `too-few-values` without a value; `not-finite`
 * @source JCGM 100:2008, 4.2.1 (3)
 * @example mean([5.007, 4.994, 5.005, 4.990, 4.999]) // → 4.9990 (JCGM 100:2008, table H.2)
 */
export function mean(values: readonly number[]): number {
  needFinite("values", values);
  const scale = scaleOf(values);
  const parts = scaled(values, scale);
  const rough = sum(parts) / parts.length;
  return (rough + sum(parts.map((value) => value - rough)) / parts.length) * scale;
}

/**
 * Experimental variance s²(q) = Σ(q_k − q̄)² / (n − 1), in two passes.
 *
 * @throws Refusal `too-few-values` below two values; `not-finite`, also where the squares overflow;
 * `outside-domain` where they vanish
 * @source JCGM 100:2008, 4.2.2
 * @example sampleVariance([10000001, 10000003, 10000002]) // → 1.00000000000000 (NIST StRD NumAcc1: s = 1 exactly)
 */
export function sampleVariance(values: readonly number[]): number {
  needFinite("values", values, 2);
  const scale = scaleOf(values);
  const own = varianceOf(scaled(values, scale));
  const variance = own * scale * scale;
  needFinite("variance", [variance]);
  if (variance === 0 && own > 0)
    refuse("outside-domain", { name: "variance", given: "0", min: Number.MIN_VALUE, max: null });
  return variance;
}

function varianceOf(values: readonly number[]): number {
  const center = mean(values);
  const deviations = values.map((value) => value - center);
  const residual = sum(deviations);
  return (sum(deviations.map((d) => d * d)) - (residual * residual) / values.length) / (values.length - 1);
}

/**
 * Experimental standard deviation s(q) = √(Σ(q_k − q̄)² / (n − 1)), in the unit of the values.
 *
 * @throws Refusal `too-few-values` below two values; `not-finite`
 * @source JCGM 100:2008, 4.2.2 (4)
 * @example sampleSd([96.90, 98.18, 98.25, 98.61, 99.03, 99.49, 99.56, 99.74, 99.89, 100.07, 100.33, 100.42, 100.68, 100.95, 101.11, 101.20, 101.57, 101.84, 102.36, 102.72]) // → 1.489 (JCGM 100:2008, 4.4.3, table 1)
 */
export function sampleSd(values: readonly number[]): number {
  needFinite("values", values, 2);
  const scale = scaleOf(values);
  return Math.sqrt(varianceOf(scaled(values, scale))) * scale;
}

/**
 * Standard deviation of the mean s/√n.
 *
 * @throws Refusal `too-few-values`
 * @example standardError([5.007, 4.994, 5.005, 4.990, 4.999]) // → 0.0032 (JCGM 100:2008, table H.2)
 * @source JCGM 100:2008, 4.2.3
 */
export function standardError(values: readonly number[]): number {
  return sampleSd(values) / Math.sqrt(values.length);
}

/**
 * Middle value of the sorted ones, or the mean of the two middle ones.
 *
 * @throws Refusal `too-few-values` without a value
 * @source ISO 3534-1:2006, 2.13 (sample median; recalled)
 * @example median([3, 1, 2, 10]) // → 2.5 ((2 + 3)/2)
 */
export function median(values: readonly number[]): number {
  need(values, 1);
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/**
 * Largest minus smallest value.
 *
 * @throws Refusal `too-few-values` without a value; `not-finite`
 * @source ISO 3534-1:2006, 2.10 (sample range; recalled)
 * @example range([3, 1, 2, 10]) // → 9 (10 − 1)
 */
export function range(values: readonly number[]): number {
  needFinite("values", values);
  const width = values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  needFinite("range", [width]);
  return width;
}

/**
 * Covariance of pairs: Σ(x_k − x̄)(y_k − ȳ) / (n − 1).
 *
 * @throws Refusal `too-few-values` below two pairs, `values-differ-in-number`
 * @source JCGM 100:2008, 5.2.3 (there of the means, divided by a further n)
 */
function sampleCovariance(xs: readonly number[], ys: readonly number[]): number {
  need(xs, 2);
  if (xs.length !== ys.length) refuse("values-differ-in-number", { given: ys.length, needed: xs.length });
  const [x, y] = [mean(xs), mean(ys)];
  return sum(xs.map((value, k) => (value - x) * ((ys[k] ?? 0) - y))) / (xs.length - 1);
}

/**
 * Correlation coefficient r = s(x, y) / (s(x) s(y)), within −1 and 1.
 *
 * @throws Refusal `too-few-values`, `values-differ-in-number`, `not-finite`; `outside-domain` where one series does not vary
 * @example correlation([5.007, 4.994, 5.005, 4.990, 4.999], [19.663, 19.639, 19.640, 19.685, 19.678]) // → -0.36 (JCGM 100:2008, table H.2)
 * @source JCGM 100:2008, 5.2.2
 */
export function correlation(xs: readonly number[], ys: readonly number[]): number {
  needFinite("x", xs, 2);
  needFinite("y", ys);
  const [own, other] = [scaled(xs, scaleOf(xs)), scaled(ys, scaleOf(ys))];
  const together = sampleCovariance(own, other);
  const scale = sampleSd(own) * sampleSd(other);
  if (scale === 0) refuse("outside-domain", { name: "standard-deviation", given: 0, min: 0 });
  return Math.max(-1, Math.min(1, together / scale));
}

/**
 * Standard deviation pooled from several series: s_p² = Σν_i s_i² / Σν_i, with Σν_i degrees of freedom.
 *
 * @throws Refusal `too-few-values` where a series has fewer than two values
 * @source JCGM 100:2008, H.3.6
 * @example Math.round(pooledSd([[172, 60], [116, 77], [13, 111], [144, 101], [106, 67], [31, 93], [60, 80], [125, 73], [163, 88], [41, 86]].map(([m, s]) => [-1, 0, 0, 0, 1].map((z) => m + z * Math.SQRT2 * s))).sd) // → 85 (JCGM 100:2008, H.5, table H.9: readings in µV that have the printed standard deviations)
 */
export function pooledSd(series: readonly (readonly number[])[]): { readonly sd: number; readonly dof: number } {
  need(series, 1);
  const squares = sum(series.map((values) => (values.length - 1) * sampleVariance(values)));
  const dof = series.reduce((total, values) => total + values.length - 1, 0);
  return { sd: Math.sqrt(squares / dof), dof };
}

function need(values: readonly unknown[], needed: number): void {
  if (values.length < needed) refuse("too-few-values", { given: values.length, needed });
}
