import { type RoundingMode, roundedQuotient } from "./integer-rounding.ts";
import { refuse } from "./refusals.ts";

/**
 * An exact decimal number: value = digits · 10^-scale, with scale ≥ 0. Trailing zeros are kept, for they say how far
 * a result was stated: 1.50 and 1.5 compare equal but print differently.
 */
export type Decimal = { readonly digits: bigint; readonly scale: number };

/** The longest text and the largest exponent that are read; far beyond every measured quantity and all binary64 values. */
const LONGEST_TEXT = 1200;
const LARGEST_EXPONENT = 1200;

const SYNTAX = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,5}))?$/;

/**
 * Reads digits with an optional sign, point and exponent, as `12.50`, `-.5` or `1.2e-7`.
 *
 * @throws Refusal `not-a-number`; `number-too-long` beyond 1200 characters or powers of ten
 */
export function decimal(text: string): Decimal {
  if (text.length > LONGEST_TEXT) return refuse("number-too-long", { given: text.slice(0, 40), limit: LONGEST_TEXT });
  const match = SYNTAX.exec(text);
  const [, sign = "", whole = "", fraction = "", power = "0"] = match ?? [];
  if (!match || whole + fraction === "") return refuse("not-a-number", { given: text.slice(0, 40) });
  const exponent = Number(power);
  if (Math.abs(exponent) > LARGEST_EXPONENT) return refuse("number-too-long", { given: text, limit: LARGEST_EXPONENT });
  const digits = sign === "-" ? -BigInt(whole + fraction) : BigInt(whole + fraction);
  const scale = fraction.length - exponent;
  return scale >= 0 ? { digits, scale } : { digits: digits * power10(-scale), scale: 0 };
}

/** The digits as they are printed, with a point and every decimal of the scale, never with an exponent. */
export function formatDecimal({ digits, scale }: Decimal): string {
  const size = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const sign = digits < 0n ? "-" : "";
  if (scale === 0) return sign + size;
  return `${sign}${size.slice(0, -scale)}.${size.slice(-scale)}`;
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, negate(b));
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function negate({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale };
}

export function absolute(d: Decimal): Decimal {
  return d.digits < 0n ? negate(d) : d;
}

/** Which is larger; trailing zeros do not count. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { digits } = minus(a, b);
  if (digits === 0n) return 0;
  return digits < 0n ? -1 : 1;
}

export function isZero({ digits }: Decimal): boolean {
  return digits === 0n;
}

export function least(first: Decimal, ...rest: readonly Decimal[]): Decimal {
  return rest.reduce((best, next) => (compare(next, best) < 0 ? next : best), first);
}

export function greatest(first: Decimal, ...rest: readonly Decimal[]): Decimal {
  return rest.reduce((best, next) => (compare(next, best) > 0 ? next : best), first);
}

/**
 * a / b, rounded once to a number of decimal places (0 or more).
 *
 * @throws Refusal `division-by-zero`
 */
export function dividedBy(a: Decimal, b: Decimal, places: number, mode: RoundingMode): Decimal {
  if (b.digits === 0n) return refuse("division-by-zero", { dividend: formatDecimal(a) });
  const flip = b.digits < 0n ? -1n : 1n;
  const numerator = flip * a.digits * power10(b.scale + places);
  const denominator = flip * b.digits * power10(a.scale);
  return { digits: roundedQuotient(numerator, denominator, mode), scale: places };
}

/** The nearest binary number, for computing and plotting; not for comparing, printing or paying. */
export function toNumber(d: Decimal): number {
  return Number(formatDecimal(d));
}

/**
 * The shortest decimal that reads back as the same binary number: 0.1 becomes 0.1.
 *
 * @throws Refusal `not-a-number` for NaN and infinities
 */
export function fromNumber(n: number): Decimal {
  return decimal(String(n));
}

/** The same value without trailing zeros after the point. */
export function trimZeros({ digits, scale }: Decimal): Decimal {
  let [d, s] = [digits, scale];
  while (s > 0 && d % 10n === 0n) [d, s] = [d / 10n, s - 1];
  return { digits: d, scale: s };
}

export function power10(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** Digits of a value at a scale that is not smaller than its own. */
function digitsAt({ digits, scale }: Decimal, target: number): bigint {
  return digits * power10(target - scale);
}
