import { needFinite, needPositive } from "./finite.ts";

/** A point of a tabular CUSUM: the sums above and below the target, in the unit of the values. */
export type CusumPoint = { readonly above: number; readonly below: number; readonly signal: "above" | "below" | null };

/** Allowance k and decision interval h, both in standard deviations of the plotted values. */
export type CusumDesign = { readonly target: number; readonly sigma: number; readonly k: number; readonly h: number };

/**
 * Tabular cumulative sums: C⁺_i = max(0, x_i − (μ0 + kσ) + C⁺_{i−1}), C⁻_i = max(0, (μ0 − kσ) − x_i + C⁻_{i−1});
 * a signal beyond hσ. The sums go on after a signal, so that the start of a shift can be read back.
 *
 * @example cusum([9.45, 7.99, 9.29, 11.66, 12.16], { target: 10, sigma: 1, k: 0.5, h: 5 }).map(({ above, below }) => [above, below]) // → [[0, 0.05], [0, 1.56], [0, 1.77], [1.16, 0], [2.82, 0]] (Montgomery, table 9.2)
 * @throws Refusal `not-finite`; `outside-domain` unless σ, k and h are positive
 * @source ISO 7870-4:2021, 7.2 (clause from memory); E. S. Page, Biometrika 41 (1954) 100
 */
export function cusum(values: readonly number[], { target, sigma, k, h }: CusumDesign): readonly CusumPoint[] {
  if (values.length > 0) needFinite("values", values);
  needFinite("target", [target]);
  needPositive("sigma", sigma);
  needPositive("k", k);
  needPositive("h", h);
  let [above, below] = [0, 0];
  return values.map((value) => {
    above = Math.max(0, value - (target + k * sigma) + above);
    below = Math.max(0, target - k * sigma - value + below);
    return { above, below, signal: above > h * sigma ? "above" : below > h * sigma ? "below" : null };
  });
}
