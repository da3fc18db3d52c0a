import { refuse } from "../refusals.ts";
import type { ChartLimits } from "./control-chart.ts";
import { needFinite, needPositive, needWhole } from "./finite.ts";

/** Nonconforming items, or nonconformities, found in a sample of so many items (or of so large an area). */
export type CountSample = { readonly found: number; readonly size: number };

/**
 * p chart: share of nonconforming items, p̄ ± 3 √(p̄ (1 − p̄)/n_i), within 0 and 1, one pair of limits per sample. For an np
 * chart multiply by n.
 *
 * @example 347 in 30 samples of 50: p̄ = 0.2313, limits 0.0524 and 0.4102 (Montgomery, orange juice cans)
 * @throws Refusal `too-few-values` without a sample; `outside-domain` unless counts are whole and at most the size
 * @source ISO 7870-2:2013, 9.2
 */
export function shareChart(samples: readonly CountSample[]): readonly ChartLimits[] {
  for (const { found, size } of samples) {
    needWhole("size", size, 1);
    needWhole("found", found, 0, size);
  }
  const center = average(samples);
  return samples.map(({ size }) => {
    const half = 3 * Math.sqrt((center * (1 - center)) / size);
    return { center, lower: Math.max(0, center - half), upper: Math.min(1, center + half) };
  });
}

/**
 * u chart: nonconformities per unit, ū ± 3 √(ū/n_i), not below 0. With every size 1 it is the c chart.
 *
 * @example 516 in 26 boards: c̄ = 19.85, limits 6.48 and 33.21 (Montgomery, printed circuit boards)
 * @throws Refusal `too-few-values` without a sample; `outside-domain` unless counts are whole and sizes positive
 * @source ISO 7870-2:2013, 9.3
 */
export function countChart(samples: readonly CountSample[]): readonly ChartLimits[] {
  for (const { found, size } of samples) {
    needPositive("size", size);
    needWhole("found", found, 0);
  }
  const center = average(samples);
  return samples.map(({ size }) => {
    const half = 3 * Math.sqrt(center / size);
    return { center, lower: Math.max(0, center - half), upper: center + half };
  });
}

function average(samples: readonly CountSample[]): number {
  if (samples.length === 0) return refuse("too-few-values", { given: 0, needed: 1 });
  const sizes = samples.map(({ size }) => size);
  needFinite("size", sizes);
  return samples.reduce((all, { found }) => all + found, 0) / sizes.reduce((all, size) => all + size, 0);
}
