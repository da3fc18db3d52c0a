import { type Decimal, power10 } from "../decimal.ts";
import { roundedQuotient } from "../integer-rounding.ts";
import { digitCount } from "../rounding.ts";

/** An exact quotient of whole numbers in lowest terms; the denominator is positive. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint };

export const ONE: Ratio = { numerator: 1n, denominator: 1n };

export function ratio(numerator: bigint, denominator: bigint): Ratio {
  const common = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / common, denominator: denominator / common };
}

export function ratioOf({ digits, scale }: Decimal): Ratio {
  return ratio(digits, power10(scale));
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function add(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** 1 / a, for a that is not zero. */
export function invert({ numerator, denominator }: Ratio): Ratio {
  return numerator < 0n ? ratio(-denominator, -numerator) : ratio(denominator, numerator);
}

export function power(base: Ratio, exponent: number): Ratio {
  const [b, e] = exponent < 0 ? [invert(base), BigInt(-exponent)] : [base, BigInt(exponent)];
  return { numerator: b.numerator ** e, denominator: b.denominator ** e };
}

/** The decimal that equals a ratio, or where its digits never end the nearest one of so many significant digits. */
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
