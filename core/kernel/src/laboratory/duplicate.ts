import { absolute, compare, type Decimal, decimal, formatDecimal, minus, plus, times } from "../decimal.ts";
import { refuse } from "../refusals.ts";

/** A closed range of values. */
export type Band = { readonly min: Decimal; readonly max: Decimal };

/**
 * What a duplicate may read: the first result ± a percentage of its size. The ends belong to the range.
 *
 * @example formatDecimal(duplicateBand(decimal("50"), decimal("10")).min) // → "45.00" (50 − 0.10·50)
 * @example formatDecimal(duplicateBand(decimal("-7.0"), decimal("0.5")).min) // → "-7.0350" (−7 − 0.005·7)
 * @throws Refusal `outside-domain` for a negative percentage
 * @source ours: the band that laboratory information systems use for duplicates
 */
export function duplicateBand(original: Decimal, percent: Decimal): Band {
  return bandAbout(original, percent);
}

/**
 * What a reference sample may read: the certified value ± a percentage of its size. The ends belong to the range.
 *
 * @example formatDecimal(referenceBand(decimal("-0.9"), decimal("20")).max) // → "-0.720" (−0.9 + 0.20·0.9)
 * @throws Refusal `outside-domain` for a negative percentage
 * @source ours: the band that laboratory information systems use for reference samples
 */
export function referenceBand(expected: Decimal, percent: Decimal): Band {
  return bandAbout(expected, percent);
}

/**
 * Whether a value lies in a band, ends included.
 *
 * @example isWithin(duplicateBand(decimal("50"), decimal("10")), decimal("55")) // → true (55 is the upper end)
 * @example isWithin(duplicateBand(decimal("50"), decimal("10")), decimal("55.001")) // → false (beyond 55)
 * @source ours: the ends of an agreed band belong to it
 */
export function isWithin({ min, max }: Band, value: Decimal): boolean {
  return compare(value, min) >= 0 && compare(value, max) <= 0;
}

/**
 * Whether two results under repeatability conditions differ by no more than the limit r.
 *
 * @example agreeWithin(decimal("0.71"), decimal("0.68"), decimal("0.042")) // → true (ISO 5725-2:1994, B.1, level 1: r = 2.8·0.015 = 0.042)
 * @example agreeWithin(decimal("0.30"), decimal("0.20"), decimal("0.1")) // → true (a difference of exactly r)
 * @throws Refusal `outside-domain` for a negative limit
 * @source ISO 5725-6:1994, 4.1 and 5.2.2 (clause from memory)
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
