import { median } from "../statistics.ts";
import { needFinite } from "./finite.ts";

/** A robust location and scale, in the unit of the values, or the reason why the data give no scale. */
export type RobustEstimate =
  | {
      readonly kind: "estimate";
      readonly location: number;
      readonly scale: number;
      /** u(location) = 1.25 · scale / √p. @source ISO 13528:2022, 7.7.3 */
      readonly u: number;
      readonly iterations: number;
    }
  /** Half of the values or more are the same or nearly so: every robust scale tends to zero, which would be false. */
  | { readonly kind: "degenerate"; readonly location: number; readonly identical: number };

/** Factor that makes the median absolute deviation an estimate of σ, rounded as in the source. */
const MAD_FACTOR = 1.483;

/** Factor that makes the interquartile range an estimate of σ, rounded as in the source. */
const IQR_FACTOR = 0.7413;

/** Ratio of the uncertainty of a robust mean or median to that of the mean. @source ISO 13528:2022, 7.7.3 */
const ROBUST_MEAN_FACTOR = 1.25;

/**
 * Scaled median absolute deviation MADe = 1.483 · med|x_i − med(x)|; zero where more than half of the values are equal.
 *
 * @example scaledMad([0.04, 0.055, 0.178, 0.202, 0.206, 0.227, 0.228, 0.23, 0.23, 0.235, 0.236, 0.237, 0.243, 0.244, 0.245, 0.2555, 0.26, 0.264, 0.267, 0.27, 0.273, 0.274, 0.274, 0.278, 0.2811, 0.287, 0.287, 0.288, 0.289, 0.295, 0.296, 0.311, 0.331, 0.4246]) // → 0.0386 (ISO 13528:2022, E.3)
 * @throws Refusal `too-few-values` without a value, `not-finite`
 * @source ISO 13528:2022, C.2.2
 */
export function scaledMad(values: readonly number[]): number {
  needFinite("values", values);
  const center = median(values);
  return MAD_FACTOR * median(values.map((value) => Math.abs(value - center)));
}

/**
 * Normalised interquartile range nIQR = 0.7413 (Q3 − Q1).
 *
 * @example normalisedIqr([0.04, 0.055, 0.178, 0.202, 0.206, 0.227, 0.228, 0.23, 0.23, 0.235, 0.236, 0.237, 0.243, 0.244, 0.245, 0.2555, 0.26, 0.264, 0.267, 0.27, 0.273, 0.274, 0.274, 0.278, 0.2811, 0.287, 0.287, 0.288, 0.289, 0.295, 0.296, 0.311, 0.331, 0.4246]) // → 0.0402 (ISO 13528:2022, E.3)
 * @throws Refusal `too-few-values` without a value, `not-finite`
 * @source ISO 13528:2022, C.2.3
 */
export function normalisedIqr(values: readonly number[]): number {
  const width = quantileOf(values, 0.75) - quantileOf(values, 0.25);
  needFinite("interquartile range", [width]);
  return IQR_FACTOR * width;
}

/**
 * Quantile by linear interpolation at 1 + (n − 1) p of the ordered values. The source leaves the rule open; this is the
 * one that reproduces its example.
 *
 * @param p share of the values below [1]
 * @example quantileOf([1, 2, 3, 4], 0.25) // → 1.75 (place 1 + 3·0.25 = 1.75)
 * @throws Refusal `too-few-values` without a value, `not-finite`
 * @source ISO 13528:2022, C.2.3 and E.3 (the rule is left open; this one gives the printed nIQR)
 */
function quantileOf(values: readonly number[], p: number): number {
  needFinite("values", values);
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const lower = sorted[below] ?? 0;
  return lower + (place - below) * ((sorted[below + 1] ?? lower) - lower);
}

/**
 * The estimate with its uncertainty, or the flag where the scale is zero or not a number.
 *
 * @param values what was estimated from; only their number and repetitions count
 * @example robustEstimate([1, 2, 3, 4], { location: 2.5, scale: 1.6, iterations: 0 }) // → { kind: "estimate", u: 1.00 } (1.25·1.6/√4)
 * @example robustEstimate([7, 7, 7, 8], { location: 7, scale: 0, iterations: 0 }) // → { kind: "degenerate", identical: 3 } (7 stands three times)
 * @source ISO 13528:2022, 7.7.3
 */
export function robustEstimate(
  values: readonly number[],
  { location, scale, iterations }: { location: number; scale: number; iterations: number },
): RobustEstimate {
  if (!(scale > 0)) return { kind: "degenerate", location, identical: mostFrequent(values) };
  const u = (ROBUST_MEAN_FACTOR * scale) / Math.sqrt(values.length);
  return { kind: "estimate", location, scale, u, iterations };
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
}
