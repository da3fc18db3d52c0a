import { refuse } from "../refusals.ts";
import { needFinite, needPositive } from "./finite.ts";

/** A point of an EWMA chart with the limits that hold at this point. */
export type EwmaPoint = {
  readonly average: number;
  readonly lower: number;
  readonly upper: number;
  readonly signal: boolean;
};

/** Weight λ of the newest value, and limits in L standard deviations of the average. */
export type EwmaDesign = {
  readonly target: number;
  readonly sigma: number;
  readonly weight: number;
  readonly limit: number;
};

/**
 * Exponentially weighted moving average z_i = λ x_i + (1 − λ) z_{i−1}, from z_0 = μ0, with limits
 * μ0 ± L σ √(λ/(2 − λ) (1 − (1 − λ)^{2i})).
 *
 * @example ewma([9.45, 7.99, 9.29], { target: 10, sigma: 1, weight: 0.1, limit: 2.7 }).map(({ average }) => average) // → [9.945, 9.7495, 9.70355] (Montgomery, table 9.10)
 * @example ewma([9.45], { target: 10, sigma: 1, weight: 0.1, limit: 2.7 })[0] // → { lower: 9.73, upper: 10.27, signal: false } (Montgomery, table 9.10)
 * @throws Refusal `not-finite`; `outside-domain` unless σ and L are positive and 0 < λ ≤ 1
 * @source ISO 7870-6:2016, clause 5 (clause from memory); S. W. Roberts, Technometrics 1 (1959) 239
 */
export function ewma(values: readonly number[], { target, sigma, weight, limit }: EwmaDesign): readonly EwmaPoint[] {
  if (values.length > 0) needFinite("values", values);
  needFinite("target", [target]);
  needPositive("sigma", sigma);
  needPositive("limit", limit);
  if (!(weight > 0 && weight <= 1)) refuse("outside-domain", { name: "lambda", given: String(weight), min: 0, max: 1 });
  let average = target;
  return values.map((value, i) => {
    average = weight * value + (1 - weight) * average;
    const share = (weight / (2 - weight)) * (1 - (1 - weight) ** (2 * (i + 1)));
    const half = limit * sigma * Math.sqrt(share);
    return { average, lower: target - half, upper: target + half, signal: Math.abs(average - target) > half };
  });
}
