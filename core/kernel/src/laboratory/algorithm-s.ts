import { chiSquareCdf, chiSquareQuantile } from "../distributions.ts";
import { refuse } from "../refusals.ts";
import { median, needSquares, sum } from "../statistics.ts";
import { needFinite, needWhole } from "./finite.ts";

/** A robust pooled standard deviation, or the flag where more than half of the values are zero. */
export type PooledEstimate =
  | { readonly kind: "estimate"; readonly scale: number; readonly iterations: number }
  | { readonly kind: "degenerate"; readonly zeros: number };

const MOST_ITERATIONS = 1000;
const CONVERGED = 1e-12;

/**
 * Robust pooled value w* of standard deviations (or of ranges of two, with ν = 1) by Algorithm S.
 *
 * w* = med(w); then with ψ = η w* the values above ψ are set to ψ, w* = ξ √(Σ w_i² / p), and again.
 *
 * @param dof degrees of freedom ν of each standard deviation
 * @returns w* in the unit of the values, or how many of them are zero where more than half are
 * @example algorithmS([1, 1, 1, 1], 3) // → { kind: "estimate", scale: 1.039 } (none exceeds 1.444 w*, so w* = ξ √(4·1²/4) = 1.039)
 * @example algorithmS([0.13, 0.21, 0.08, 0.24, 0.36, 0.32, 0.14, 0.26, 0.39, 0.53, 0.25, 0.24, 0.72, 0.26, 0.17, 0.32, 0.4, 0.36, 0.33, 0.43, 0.4, 0.55, 0.39, 0.3, 0.22], 3).scale // → 0.34 (ISO 13528:2022, E.13)
 * @throws Refusal `too-few-values` without a value, `not-finite`; `outside-domain` unless ν is whole and at least 1 and
 *   no value is negative
 * @source ISO 13528:2022, C.4
 */
export function algorithmS(values: readonly number[], dof: number): PooledEstimate {
  needFinite("standard deviations", values);
  needSquares("standard deviations", values);
  needWhole("dof", dof, 1);
  const least = values.reduce((a, b) => Math.min(a, b));
  if (least < 0) refuse("outside-domain", { name: "standard deviation", given: least, min: 0, max: null });
  const { limit, adjustment } = factors(dof);
  let scale = median(values);
  for (let iterations = 1; iterations <= MOST_ITERATIONS && scale > 0; iterations++) {
    const bound = limit * scale;
    const next = adjustment * Math.sqrt(sum(values.map((w) => Math.min(w, bound) ** 2)) / values.length);
    if (Math.abs(next - scale) <= CONVERGED * next) return { kind: "estimate", scale: next, iterations };
    scale = next;
  }
  return { kind: "degenerate", zeros: values.filter((w) => w === 0).length };
}

/**
 * η so that a tenth of the standard deviations lie above η σ, ξ so that w* is unbiased for σ in squares:
 * η² = χ²_0.9(ν)/ν, 1/ξ² = P(χ²(ν + 2) ≤ ν η²) + 0.1 η².
 *
 * Up to ν = 10 the printed table counts (ξ for ν = 6 and 10 lies 0.001 above the formulas), beyond it the formulas.
 *
 * @example factors(3) // → { limit: 1.444, adjustment: 1.039 } (ISO 13528:2022, table C.1)
 * @throws Refusal `outside-domain` unless ν is positive
 * @source ISO 13528:2022, C.4 and table C.1
 */
export function factors(dof: number): { readonly limit: number; readonly adjustment: number } {
  const [printedLimit, printedAdjustment] = PRINTED[dof - 1] ?? [];
  if (printedLimit && printedAdjustment) return { limit: printedLimit, adjustment: printedAdjustment };
  const point = chiSquareQuantile(0.9, dof);
  const square = point / dof;
  return { limit: Math.sqrt(square), adjustment: 1 / Math.sqrt(chiSquareCdf(point, dof + 2) + 0.1 * square) };
}

/** η and ξ for ν from 1 to 10. @source ISO 13528:2022, table C.1 */
const PRINTED: readonly (readonly [number, number])[] = [
  [1.645, 1.097],
  [1.517, 1.054],
  [1.444, 1.039],
  [1.395, 1.032],
  [1.359, 1.027],
  [1.332, 1.024],
  [1.31, 1.021],
  [1.292, 1.019],
  [1.277, 1.018],
  [1.264, 1.017],
];
