import type { Decimal } from "../decimal.ts";
import { refuse } from "../refusals.ts";
import { quotientNumber, rootNumber, total, wholeSeries } from "./exact-number.ts";

/** Mean, experimental standard deviation and lag-1 autocorrelation of readings in the order of measurement. */
export type Moments = {
  readonly mean: number;
  readonly sd: number;
  /** r_1 = Σ (x_i − x̄)(x_{i+1} − x̄) / Σ (x_i − x̄)²; undefined where all readings are equal. */
  readonly autocorrelation: number | undefined;
};

/**
 * Moments of readings as they are written, computed without rounding and rounded once to binary.
 *
 * Binary arithmetic loses half of the digits where a small scatter lies on a large value, even in two passes, because
 * 10000000.1 is no binary number. An autocorrelation far from zero says that s/√n is no standard uncertainty.
 *
 * @example decimalMoments([decimal("10000000.2"), ...Array.from({ length: 1000 }, (_, i) => decimal(i % 2 ? "10000000.3" : "10000000.1"))]) // → { mean: 10000000.2, sd: 0.100000000000000, autocorrelation: -0.999000000000000 } (NIST StRD NumAcc4)
 * @throws Refusal `too-few-values` below two readings; `number-too-long`
 * @source NIST Statistical Reference Datasets, univariate summary statistics
 */
export function decimalMoments(readings: readonly Decimal[]): Moments {
  const n = readings.length;
  if (n < 2) refuse("too-few-values", { given: n, needed: 2 });
  const { digits, scale } = wholeSeries(readings);
  const [count, all] = [BigInt(n), total(digits)];
  // Deviations n x_i − Σx are whole; their sums of squares carry n².
  const deviations = digits.map((x) => count * x - all);
  const squares = total(deviations.map((d) => d * d));
  const neighbours = total(deviations.slice(1).map((d, i) => d * (deviations[i] ?? 0n)));
  return {
    mean: quotientNumber(all, count, -scale),
    sd: rootNumber(squares, count * count * (count - 1n), -scale),
    autocorrelation: squares === 0n ? undefined : quotientNumber(neighbours, squares),
  };
}
