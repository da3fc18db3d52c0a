import { absolute, compare, type Decimal, decimal, formatDecimal, minus, plus, times } from "../decimal.ts";
import { refuse } from "../refusals.ts";

/** A closed range of values. */
export type Band = { readonly min: Decimal; readonly max: Decimal };

/**
 * What a duplicate may read: the first result ± a percentage of its size. The ends belong to the range.
 *
 * @example 50 with 10 %: 45 to 55; −7.0 with 0.5 %: −7.035 to −6.965
 * @throws Refusal `outside-domain` for a negative percentage
 */
export function duplicateBand(original: Decimal, percent: Decimal): Band {
  return bandAbout(original, percent);
}

/** What a reference sample may read: the certified value ± a percentage. @example −0.9 with 20 %: −1.08 to −0.72 */
export function referenceBand(expected: Decimal, percent: Decimal): Band {
  return bandAbout(expected, percent);
}

export function isWithin({ min, max }: Band, value: Decimal): boolean {
  return compare(value, min) >= 0 && compare(value, max) <= 0;
}

/**
 * Whether two results under repeatability conditions differ by no more than the limit r.
 *
 * @example 0.71 and 0.68 with r = 0.042: they do not differ by more
 * @throws Refusal `outside-domain` for a negative limit
 * @source ISO 5725-6:1994, 4.1 and 5.2.2
 */
export function agreeWithin(first: Decimal, second: Decimal, limit: Decimal): boolean {
  if (limit.digits < 0n) refuse("outside-domain", { name: "limit", given: formatDecimal(limit), min: 0, max: null });
  return compare(absolute(minus(first, second)), limit) <= 0;
}

function bandAbout(center: Decimal, percent: Decimal): Band {
  if (percent.digits < 0n)
    refuse("outside-domain", { name: "percent", given: formatDecimal(percent), min: 0, max: null });
  const half = times(absolute(center), times(percent, decimal("0.01")));
  return { min: minus(center, half), max: plus(center, half) };
}
