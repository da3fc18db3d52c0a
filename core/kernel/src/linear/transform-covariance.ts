import { refuse } from "../refusals.ts";

type Rows = readonly (readonly number[])[];

/**
 * Covariance of quantities that follow others by first order: U_y = C U_x Cᵀ.
 *
 * @param sensitivities C, a row per output and a column per input
 * @param covariance U_x, square
 * @throws Refusal `values-differ-in-number` where the shapes do not fit
 * @source JCGM 102:2011, 6.2.1.3 (3)
 * @example transformCovariance([[1, 1], [1, -1]], [[4, 0], [0, 9]]) // → [[13, -5], [-5, 13]] (variances 4 + 9 of sum and difference, covariance 4 − 9)
 */
export function transformCovariance(sensitivities: Rows, covariance: Rows): number[][] {
  const needed = covariance.length;
  for (const row of [...covariance, ...sensitivities]) {
    if (row.length !== needed) return refuse("values-differ-in-number", { given: row.length, needed });
  }
  const carried = sensitivities.map((row) => covariance.map((_, j) => dot(row, (k) => covariance[k]![j]!)));
  return carried.map((row) => sensitivities.map((other) => dot(row, (k) => other[k]!)));
}

function dot(row: readonly number[], other: (k: number) => number): number {
  return row.reduce((total, value, k) => total + value * other(k), 0);
}
