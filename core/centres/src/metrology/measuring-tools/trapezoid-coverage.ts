import { needAllWithin, needWithin } from "../../method-guards.ts";

/**
 * Coverage factor of a trapezoidal distribution, the sum of two rectangular ones with half-widths a₁ and a₂.
 *
 * β = |a₁ − a₂|/(a₁ + a₂);  k_p = [1 − √((1 − p)(1 − β²))]/√((1 + β²)/6) while p/(2 − p) ≥ β,
 * beyond, inside the flat part, k_p = ½·p·(1 + β)/√((1 + β²)/6)
 *
 * @throws Refusal `outside-method-range` unless 0 < p < 1 and both half-widths are positive
 * @source EA-4/02 M:2022, S10.13; the flat part follows from the same density
 * @example trapezoidCoverage(25, 50, 0.95).k // → 1.83 (EA-4/02, S10)
 */
export function trapezoidCoverage(a1: number, a2: number, probability: number) {
  needAllWithin({ a1, a2 }, { above: 0 });
  needWithin("probability", probability, { above: 0, below: 1 });
  const beta = Math.abs(a1 - a2) / (a1 + a2);
  const inSlope = probability / (2 - probability) >= beta;
  const edge = inSlope ? 1 - Math.sqrt((1 - probability) * (1 - beta * beta)) : 0.5 * probability * (1 + beta);
  return { beta, k: edge / Math.sqrt((1 + beta * beta) / 6) };
}
