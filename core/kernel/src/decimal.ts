import { type RoundingMode, roundedQuotient } from "./integer-rounding.ts";
import { needWhole } from "./laboratory/finite.ts";
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
 * Reads digits with an optional sign, point and exponent, as `12.50`, `-.5` or `1.2e-7`. Zeros at the end are kept.
 *
 * @throws Refusal `not-a-number`; `number-too-long` beyond 1200 characters or powers of ten
 * @source ours: the digits of JSON (RFC 8259, 6), and a point that may stand at either end
 * @example decimal("12.50") // → { digits: 1250n, scale: 2 } (1250·10⁻² = 12.50)
 * formatDecimal(decimal("1.2e-7")) // → "0.00000012" (1.2·10⁻⁷)
 * refusalOf(() => decimal("1,5")) // → "not-a-number" (a comma is read by parseNumber, which knows where it stands)
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

/**
 * The digits as they are printed, with a point and every decimal of the scale, never with an exponent.
 *
 * @source ours: a certificate prints every digit that was stated
 * @example formatDecimal({ digits: -5n, scale: 3 }) // → "-0.005" (−5·10⁻³)
 * formatDecimal(decimal("1.50")) // → "1.50" (its zero was stated)
 */
export function formatDecimal({ digits, scale }: Decimal): string {
  const size = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const sign = digits < 0n ? "-" : "";
  if (scale === 0) return sign + size;
  return `${sign}${size.slice(0, -scale)}.${size.slice(-scale)}`;
}

/**
 * a + b, exactly, with the decimal places of the longer one.
 *
 * @source ours: exact sum at a common scale, a·10^-s + b·10^-s = (a + b)·10^-s
 * @example formatDecimal(plus(decimal("0.1"), decimal("0.20"))) // → "0.30" (in binary it would be 0.30000000000000004)
 */
export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

/**
 * a − b, exactly, with the decimal places of the longer one.
 *
 * @source ours: exact difference at a common scale
 * @example formatDecimal(minus(decimal("1.0"), decimal("0.9"))) // → "0.1" (in binary it would be 0.09999999999999998)
 */
export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, negate(b));
}

/**
 * a · b, exactly; the decimal places add up.
 *
 * @source ours: exact product, a·10^-s · b·10^-t = a b·10^-(s + t)
 * @example formatDecimal(times(decimal("1.5"), decimal("0.20"))) // → "0.300" (15·20 = 300, three places)
 */
export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/**
 * −d, with its decimal places.
 *
 * @source ours: exact
 * @example formatDecimal(negate(decimal("2.50"))) // → "-2.50" (−1·2.50)
 */
export function negate({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale };
}

/**
 * |d|, with its decimal places.
 *
 * @source ours: exact
 * @example formatDecimal(absolute(decimal("-2.50"))) // → "2.50" (|−2.50|)
 */
export function absolute(d: Decimal): Decimal {
  return d.digits < 0n ? negate(d) : d;
}

/**
 * Which is larger: −1 where a < b, 0 where they are equal, 1 where a > b. Trailing zeros do not count.
 *
 * @source ours: exact, where binary numbers would decide by their rounding (GB/T 8170-2008, 4.3.2, compares the digits found)
 * @example compare(decimal("1.50"), decimal("1.5")) // → 0 (150·10⁻² = 15·10⁻¹)
 * compare(decimal("96.96"), decimal("97.0")) // → -1 (GB/T 8170-2008, table 3: 96.96 does not reach 97.0)
 */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { digits } = minus(a, b);
  if (digits === 0n) return 0;
  return digits < 0n ? -1 : 1;
}

/**
 * Whether the value is zero, with whatever decimal places.
 *
 * @source ours: exact
 * @example isZero(decimal("0.00")) // → true (0·10⁻²)
 */
export function isZero({ digits }: Decimal): boolean {
  return digits === 0n;
}

/**
 * The smallest of some values; the first of those that are equal, with its zeros.
 *
 * @source ours: exact
 * @example formatDecimal(least(decimal("0.30"), decimal("0.3"), decimal("0.4"))) // → "0.30" (0.30 and 0.3 are equal, 0.30 is first)
 */
export function least(first: Decimal, ...rest: readonly Decimal[]): Decimal {
  return rest.reduce((best, next) => (compare(next, best) < 0 ? next : best), first);
}

/**
 * The largest of some values; the first of those that are equal, with its zeros.
 *
 * @source ours: exact
 * @example formatDecimal(greatest(decimal("-2"), decimal("-1.5"))) // → "-1.5" (−1.5 > −2)
 */
export function greatest(first: Decimal, ...rest: readonly Decimal[]): Decimal {
  return rest.reduce((best, next) => (compare(next, best) > 0 ? next : best), first);
}

/**
 * a / b, rounded once to a number of decimal places.
 *
 * @param places 0 or more
 * @param mode what becomes of a tie and of a remainder
 * @throws Refusal `division-by-zero`; `outside-domain` unless the places are whole and from 0 to 1000
 * @source GB/T 8170-2008, 3.3 (one rounding, from the exact value)
 * @example formatDecimal(dividedBy(decimal("2"), decimal("3"), 4, "half-even")) // → "0.6667" (0.66666… is nearer to 0.6667)
 * formatDecimal(dividedBy(decimal("1"), decimal("8"), 2, "half-even")) // → "0.12" (0.125 is a tie and 2 is even)
 */
export function dividedBy(a: Decimal, b: Decimal, places: number, mode: RoundingMode): Decimal {
  needWhole("places", places, 0, MOST_QUOTIENT_PLACES);
  if (b.digits === 0n) return refuse("division-by-zero", { dividend: formatDecimal(a) });
  const flip = b.digits < 0n ? -1n : 1n;
  const numerator = flip * a.digits * power10(b.scale + places);
  const denominator = flip * b.digits * power10(a.scale);
  return { digits: roundedQuotient(numerator, denominator, mode), scale: places };
}

/**
 * The nearest binary number, for computing and plotting; not for comparing, printing or paying.
 *
 * @source IEEE Std 754-2019, 5.12 (conversion of decimal digits, rounded to nearest)
 * @example toNumber(decimal("12.50")) // → 12.5 (25/2 is a binary fraction)
 */
export function toNumber(d: Decimal): number {
  return Number(formatDecimal(d));
}

/**
 * The shortest decimal that reads back as the same binary number: 0.1 becomes 0.1.
 *
 * @throws Refusal `not-a-number` for NaN and infinities
 * @source ECMA-262, 16th edition, 6.1.6.1.20 (Number::toString)
 * @example formatDecimal(fromNumber(0.1)) // → "0.1" (the binary number nearest to 0.1)
 * formatDecimal(fromNumber(1e-7)) // → "0.0000001" (10⁻⁷)
 */
export function fromNumber(n: number): Decimal {
  return decimal(String(n));
}

/**
 * The same value without trailing zeros after the point.
 *
 * @source ours: exact; zeros before the point are digits of the number and stay
 * @example formatDecimal(trimZeros(decimal("1.500"))) // → "1.5" (1500·10⁻³ = 15·10⁻¹)
 * formatDecimal(trimZeros(decimal("1500"))) // → "1500" (no point)
 */
export function trimZeros({ digits, scale }: Decimal): Decimal {
  let [d, s] = [digits, scale];
  while (s > 0 && d % 10n === 0n) [d, s] = [d / 10n, s - 1];
  return { digits: d, scale: s };
}

/**
 * 10^exponent as a whole number.
 *
 * @param exponent a whole number, 0 or more
 * @source ours: exact
 * @example power10(3) // → 1000n (10·10·10)
 */
export function power10(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** Decimals of a quotient: far beyond every result that is reported. */
const MOST_QUOTIENT_PLACES = 1000;

/** Digits of a value at a scale that is not smaller than its own. */
function digitsAt({ digits, scale }: Decimal, target: number): bigint {
  return digits * power10(target - scale);
}
