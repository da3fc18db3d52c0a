import { expansion } from "../model/jet.ts";
import type { Model } from "../model/tape.ts";
import type { InputEstimate } from "./input-estimate.ts";

/**
 * Estimate and standard uncertainty with the terms of next order, for uncorrelated inputs.
 *
 * y₂ = y + ½ Σ f_ii u_i²,  u₂² = Σ (f_i u_i)² + Σ_i Σ_j [½ f_ij² + f_i f_ijj] u_i² u_j²
 *
 * @source JCGM 100:2008, 5.1.2, note (for inputs distributed symmetrically, like the normal distribution)
 */
export function secondOrder(
  model: Model,
  at: number,
  inputs: readonly InputEstimate[],
  y: number,
): { readonly y: number; readonly u: number } {
  const point = inputs.map(({ x }) => x);
  const uncertain = inputs.flatMap(({ u }, i) => (u > 0 ? [i] : []));
  let shift = 0;
  let square = 0;
  for (const [place, i] of uncertain.entries()) {
    const ui = inputs[i]!.u ** 2;
    const [, f1, , half2, , , sixth3] = expansion(model, at, point, i, -1);
    shift += half2 * ui;
    square += f1 * f1 * ui + (2 * half2 * half2 + 6 * f1 * sixth3) * ui * ui;
    for (const j of uncertain.slice(place + 1)) {
      const [, fi, fj, , fij, , , halfiij, halfijj] = expansion(model, at, point, i, j);
      square += (fij * fij + 2 * fi * halfijj + 2 * fj * halfiij) * ui * inputs[j]!.u ** 2;
    }
  }
  return { y: y + shift, u: Math.sqrt(Math.max(0, square)) };
}
