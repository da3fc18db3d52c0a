import { gradientAlong, walk } from "../model/directional.ts";
import { constant, type Polynomial } from "../model/polynomial.ts";
import type { Model } from "../model/tape.ts";
import type { InputEstimate } from "./input-estimate.ts";

/** Estimate and standard uncertainty with the terms of next order. */
export type SecondOrder = { readonly y: number; readonly u: number };

/**
 * Estimates and standard uncertainties of all outputs with the terms of next order, for uncorrelated inputs.
 *
 * y₂ = y + ½ Σ f_ii u_i²,  u₂² = Σ (f_i u_i)² + Σ_i Σ_j [½ f_ij² + f_i f_ijj] u_i² u_j²
 *
 * @returns undefined for an output of which a derivative has no finite value at the estimates
 * @source JCGM 100:2008, 5.1.2, note (for inputs distributed symmetrically, like the normal distribution)
 */
export function secondOrder(
  model: Model,
  inputs: readonly InputEstimate[],
  values: readonly number[],
): readonly (SecondOrder | undefined)[] {
  const point = inputs.map(({ x }) => constant(x));
  return nextOrder(inputs, values, (j) => {
    const walked = walk(model, point.with(j, [point[j]![0], 1, 0]));
    return model.outputs.map(({ at }) => gradientAlong(model, walked, at));
  });
}

/**
 * The same for whatever gives the gradients: for each input j and output the polynomials f_i + t f_ij + ½ t² f_ijj.
 */
export function nextOrder(
  inputs: readonly InputEstimate[],
  values: readonly number[],
  gradients: (j: number) => readonly (readonly Polynomial[])[],
): readonly (SecondOrder | undefined)[] {
  const shifts = values.map(() => 0);
  const squares = values.map(() => 0);
  for (const [j, { u }] of inputs.entries()) {
    if (u === 0) continue;
    const uj = u * u;
    for (const [k, gradient] of gradients(j).entries()) {
      const [own, bend] = gradient[j]!;
      shifts[k]! += 0.5 * bend * uj;
      squares[k]! += own * own * uj + uj * mixed(gradient, inputs);
    }
  }
  return values.map((y, k) => {
    const found = { y: y + shifts[k]!, u: Math.sqrt(Math.max(0, squares[k]!)) };
    return Number.isFinite(found.y) && Number.isFinite(squares[k]) ? found : undefined;
  });
}

/** Σ_i [½ f_ij² + f_i f_ijj] u_i² for one j. */
function mixed(gradient: readonly Polynomial[], inputs: readonly InputEstimate[]): number {
  let total = 0;
  for (const [i, [fi, fij, half]] of gradient.entries()) {
    const { u } = inputs[i]!;
    if (u !== 0 && (fij !== 0 || half !== 0)) total += (0.5 * fij * fij + 2 * fi * half) * u * u;
  }
  return total;
}
