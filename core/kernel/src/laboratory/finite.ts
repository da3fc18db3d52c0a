import { refuse } from "../refusals.ts";

/**
 * Refuses a series in which a value is NaN or infinite, before a statistic turns it into a silent NaN.
 *
 * @param name what the values are, for the sentence
 * @param needed least number of values
 * @example refusalOf(() => needFinite("masses", [1, Infinity])) // → "not-finite" (the second is infinite)
 * @example refusalOf(() => needFinite("masses", [1], 2)) // → "too-few-values" (one of two)
 * @throws Refusal `not-finite` with the position, counted from 1; `too-few-values` below the number that is needed
 * @source ours: a statistic never answers NaN
 */
export function needFinite(name: string, values: readonly number[], needed = 1): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) refuse("not-finite", { name, at: at + 1, given: String(values[at]) });
  if (values.length < needed) refuse("too-few-values", { given: values.length, needed });
}

/**
 * Refuses a number that is not finite or not above zero.
 *
 * @example refusalOf(() => needPositive("sigma", 0)) // → "outside-domain" (0 is not above 0)
 * @example refusalOf(() => needPositive("sigma", 0.1)) // → "accepted" (0.1 > 0)
 * @throws Refusal `outside-domain` unless the number is finite and above zero
 * @source ours: a statistic never answers NaN
 */
export function needPositive(name: string, given: number): void {
  if (!(given > 0 && given < Infinity)) refuse("outside-domain", { name, given: String(given), min: 0, max: null });
}

/**
 * Refuses a number that is not finite or below zero: no uncertainty and no standard deviation is negative, and squared in
 * a sum it would pass for its opposite.
 *
 * @example refusalOf(() => needNotNegative("u", -0.1)) // → "outside-domain" (−0.1 < 0)
 * @example refusalOf(() => needNotNegative("u", 0)) // → "accepted" (0 is allowed)
 * @throws Refusal `outside-domain` unless the number is finite and zero or more
 * @source JCGM 100:2008, 2.3.1 and C.2.12 (an uncertainty is a standard deviation, a positive square root)
 */
export function needNotNegative(name: string, given: number): void {
  if (!(given >= 0 && given < Infinity)) refuse("outside-domain", { name, given: String(given), min: 0, max: null });
}

/**
 * Refuses a number that is not whole or outside the bounds, both of which belong to the range.
 *
 * @example refusalOf(() => needWhole("n", 2.5, 1)) // → "outside-domain" (2.5 is not whole)
 * @example refusalOf(() => needWhole("n", 5, 1, 5)) // → "accepted" (5 ≤ 5)
 * @throws Refusal `outside-domain` unless the number is whole and within the bounds
 * @source ours: a count is never rounded in silence
 */
export function needWhole(name: string, given: number, min: number, max: number | null = null): void {
  const ok = Number.isInteger(given) && given >= min && (max === null || given <= max);
  if (!ok) refuse("outside-domain", { name, given: String(given), min, max });
}

/**
 * Refuses a number that is not strictly between 0 and 1.
 *
 * @example refusalOf(() => needProbability("alpha", 1)) // → "outside-domain" (a certainty is no risk)
 * @example refusalOf(() => needProbability("alpha", 0.05)) // → "accepted" (0 < 0.05 < 1)
 * @throws Refusal `outside-domain` unless 0 < probability < 1
 * @source ours: a quantile at 0 or 1 is infinite
 */
export function needProbability(name: string, given: number): void {
  if (!(given > 0 && given < 1)) refuse("outside-domain", { name, given: String(given), min: 0, max: 1 });
}
