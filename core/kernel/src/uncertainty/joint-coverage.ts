import { chiSquareQuantile, normalQuantile } from "../distributions.ts";
import { refuse } from "../refusals.ts";

/**
 * Coverage factor of the ellipsoid that holds several normal output quantities together: the region
 * (η − y)ᵀ U_y⁻¹ (η − y) ≤ k_p² has the probability p.
 *
 * k_p² is the p-quantile of χ² with as many degrees of freedom as outputs; for two of them and 95 % k_p = 2.45.
 *
 * @example ellipsoidFactor(2, 0.95) // → 2.45 (JCGM 102:2011, 6.5.2)
 * @throws Refusal `outside-domain`
 * @source JCGM 102:2011, 6.5.2
 */
export function ellipsoidFactor(outputs: number, probability: number): number {
  return Math.sqrt(chiSquareQuantile(probability, whole(outputs)));
}

/**
 * Coverage factor of the box y_j ± k_q u(y_j) that holds several normal output quantities together with at least the
 * probability, however they are correlated: q = 1 − (1 − p)/m. For two outputs and 95 % k_q = 2.24.
 *
 * @example boxFactor(2, 0.95) // → 2.24 (JCGM 102:2011, 6.5.3)
 * @throws Refusal `outside-domain`
 * @source JCGM 102:2011, 6.5.3 (after Bonferroni)
 */
export function boxFactor(outputs: number, probability: number): number {
  return -normalQuantile((1 - probability) / (2 * whole(outputs)));
}

function whole(outputs: number): number {
  if (Number.isInteger(outputs) && outputs >= 1) return outputs;
  return refuse("outside-domain", { name: "outputs", given: outputs, min: 1 });
}
