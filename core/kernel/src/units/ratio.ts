import { type Decimal, power10 } from "../decimal.ts";
import { roundedQuotient } from "../integer-rounding.ts";
import { digitCount } from "../rounding.ts";

/** An exact quotient of whole numbers in lowest terms; the denominator is positive. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint };

export const ONE: Ratio = { numerator: 1n, denominator: 1n };

/**
 * The quotient of two whole numbers in lowest terms.
 *
 * @param denominator positive
 * @source Euclid, Elements, book VII, proposition 2 (greatest common divisor)
 * @example ratio(6n, 4n) // → { numerator: 3n, denominator: 2n } (6/4 = 3/2)
 */
export function ratio(numerator: bigint, denominator: bigint): Ratio {
  const common = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / common, denominator: denominator / common };
}

/**
 * The quotient that a decimal is, in lowest terms.
 *
 * @source ours: exact, digits/10^scale
 * @example ratioOf(decimal("2.50")) // → { numerator: 5n, denominator: 2n } (250/100)
 */
export function ratioOf({ digits, scale }: Decimal): Ratio {
  return ratio(digits, power10(scale));
}

/**
 * a · b, exactly.
 *
 * @source ours: exact
 * @example multiply({ numerator: 2n, denominator: 3n }, { numerator: 3n, denominator: 4n }) // → { numerator: 1n, denominator: 2n } (6/12)
 */
export function multiply(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/**
 * a + b, exactly.
 *
 * @source ours: exact
 * @example add({ numerator: 1n, denominator: 2n }, { numerator: 1n, denominator: 3n }) // → { numerator: 5n, denominator: 6n } (3/6 + 2/6)
 */
export function add(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/**
 * 1 / a, for a that is not zero.
 *
 * @source ours: exact; the denominator stays positive
 * @example invert({ numerator: -2n, denominator: 3n }) // → { numerator: -3n, denominator: 2n } (1/(−2/3))
 */
export function invert({ numerator, denominator }: Ratio): Ratio {
  return numerator < 0n ? ratio(-denominator, -numerator) : ratio(denominator, numerator);
}

/**
 * base^exponent, exactly.
 *
 * @param exponent a whole number; below zero the base is not zero
 * @source ours: exact
 * @example power({ numerator: 2n, denominator: 3n }, -2) // → { numerator: 9n, denominator: 4n } ((3/2)²)
 */
export function power(base: Ratio, exponent: number): Ratio {
  const [b, e] = exponent < 0 ? [invert(base), BigInt(-exponent)] : [base, BigInt(exponent)];
  return { numerator: b.numerator ** e, denominator: b.denominator ** e };
}

/**
 * The decimal that equals a ratio, or where its digits never end the nearest one of so many significant digits.
 *
 * @param significant digits of a quotient that never ends
 * @source ours: exact where the denominator has no prime factors but 2 and 5, else half to even (GB/T 8170-2008, 3.2)
 * @example formatDecimal(toDecimal({ numerator: 1n, denominator: 8n }, 4)) // → "0.125" (8 = 2³: the digits end)
 * formatDecimal(toDecimal({ numerator: 200n, denominator: 3n }, 4)) // → "66.67" (200/3 = 66.666…)
 */
export function toDecimal(value: Ratio, significant: number): Decimal {
  const scale = endOfDigits(value.denominator);
  if (scale !== undefined) return { digits: (value.numerator * power10(scale)) / value.denominator, scale };
  const size = digitCount({ digits: value.numerator, scale: 0 }) - value.denominator.toString().length;
  const places = Math.max(0, significant - size);
  return { digits: roundedQuotient(value.numerator * power10(places), value.denominator, "half-even"), scale: places };
}

/** How many decimal places 1 / denominator has; undefined where they never end. */
function endOfDigits(denominator: bigint): number | undefined {
  let [rest, twos, fives] = [denominator, 0, 0];
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
