import { refuse } from "../refusals.ts";

/**
 * Refuses a series in which a value is NaN or infinite, before a statistic turns it into a silent NaN.
 *
 * @throws Refusal `not-finite` with the position, counted from 1; `too-few-values` below the number that is needed
 */
export function needFinite(name: string, values: readonly number[], needed = 1): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) refuse("not-finite", { name, at: at + 1, given: String(values[at]) });
  if (values.length < needed) refuse("too-few-values", { given: values.length, needed });
}

/** @throws Refusal `outside-domain` unless the number is finite and above zero */
export function needPositive(name: string, given: number): void {
  if (!(given > 0 && given < Infinity)) refuse("outside-domain", { name, given: String(given), min: 0, max: null });
}

/** @throws Refusal `outside-domain` unless the number is whole and within the bounds */
export function needWhole(name: string, given: number, min: number, max: number | null = null): void {
  const ok = Number.isInteger(given) && given >= min && (max === null || given <= max);
  if (!ok) refuse("outside-domain", { name, given: String(given), min, max });
}

/** @throws Refusal `outside-domain` unless 0 < probability < 1 */
export function needProbability(name: string, given: number): void {
  if (!(given > 0 && given < 1)) refuse("outside-domain", { name, given: String(given), min: 0, max: 1 });
}
