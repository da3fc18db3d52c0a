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
 * @example atrazine in water: 0.0386 (ISO 13528:2022, E.3)
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
 * @example atrazine in water: 0.0402 (ISO 13528:2022, E.3)
 * @throws Refusal `too-few-values` without a value, `not-finite`
 * @source ISO 13528:2022, C.2.3
 */
export function normalisedIqr(values: readonly number[]): number {
  return IQR_FACTOR * (quantileOf(values, 0.75) - quantileOf(values, 0.25));
}

/**
 * Quantile by linear interpolation at 1 + (n − 1) p of the ordered values. The source leaves the rule open; this is the
 * one that reproduces its example.
 *
 * @throws Refusal `too-few-values` without a value, `not-finite`
 */
export function quantileOf(values: readonly number[], p: number): number {
  needFinite("values", values);
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const lower = sorted[below] ?? 0;
  return lower + (place - below) * ((sorted[below + 1] ?? lower) - lower);
}

/** The estimate with its uncertainty, or the flag where the scale is zero or not a number. */
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
