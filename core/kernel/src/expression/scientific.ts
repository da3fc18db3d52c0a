import type { Decimal } from "../decimal.ts";
import { formatDecimal, trimZeros } from "../decimal.ts";
import { digitCount } from "../rounding.ts";
import { superscript } from "./superscript.ts";

/**
 * How a power of ten is written: `2e-08` for machines, `2x10^-8` and `2·10^-8` in plain text, the same with raised
 * exponents in HTML, and `2 × 10⁻⁸` as it is printed.
 *
 * @source ISO 80000-1:2009, 7.3.3 (the sign of multiplication is × or a half-high dot; recalled)
 */
export type PowerStyle = "e" | "x" | "x-html" | "dot" | "dot-html" | "printed";

/**
 * A mantissa with its power of ten.
 *
 * @param exponent a whole number
 * @source ISO 80000-1:2009, 7.3.3 (recalled); `e` is the form of C and JSON (RFC 8259, 6), with two digits at least
 * @example powerOfTen("2", -8, "printed") // → "2 × 10⁻⁸" (ISO 80000-1:2009, 7.3.3)
 * powerOfTen("1.2", 6, "e") // → "1.2e06" (1.2·10⁶)
 * powerOfTen("1.2", 6, "dot") // → "1.2·10^6" (the half-high dot)
 */
export function powerOfTen(mantissa: string, exponent: number, style: PowerStyle): string {
  switch (style) {
    case "e":
      return `${mantissa}e${exponent < 0 ? "-" : ""}${String(Math.abs(exponent)).padStart(2, "0")}`;
    case "x":
      return `${mantissa}x10^${exponent}`;
    case "x-html":
      return `${mantissa}x10<sup>${exponent}</sup>`;
    case "dot":
      return `${mantissa}·10^${exponent}`;
    case "dot-html":
      return `${mantissa}·10<sup>${exponent}</sup>`;
    case "printed":
      return `${mantissa} × 10${superscript(String(exponent))}`;
  }
}

/**
 * The power of ten of the first significant digit: 3 for 1234.5, −2 for 0.012. Zero has none; it counts as 0.
 *
 * @source ISO 80000-1:2009, 7.3.3 (a number as a mantissa and a power of ten; recalled)
 * @example orderOf(decimal("0.012")) // → -2 (0.012 = 1.2·10⁻²)
 * orderOf(decimal("1234.5")) // → 3 (1234.5 = 1.2345·10³)
 */
export function orderOf(value: Decimal): number {
  return value.digits === 0n ? 0 : digitCount(value) - value.scale - 1;
}

/**
 * The value with one digit before the point and every other digit it has.
 *
 * @param zeros whether zeros at the end are `kept`, as digits that were found, or `dropped`
 * @source ISO 80000-1:2009, 7.3.3 (recalled)
 * @example scientific(decimal("1200.0"), "printed") // → "1.2000 × 10³" (1200.0 = 1.2000·10³)
 * scientific(decimal("1200.0"), "printed", "dropped") // → "1.2 × 10³" (its zeros say nothing)
 */
export function scientific(value: Decimal, style: PowerStyle, zeros: "kept" | "dropped" = "kept"): string {
  const exponent = orderOf(value);
  const mantissa = shifted(value, exponent);
  return powerOfTen(formatDecimal(zeros === "dropped" ? trimZeros(mantissa) : mantissa), exponent, style);
}

/**
 * value / 10^exponent, without losing a digit.
 *
 * @source ours: exact shift of the decimal point
 * @example formatDecimal(shifted(decimal("1234.5"), 3)) // → "1.2345" (1234.5/10³)
 * formatDecimal(shifted(decimal("1.5"), -2)) // → "150" (1.5·10²)
 */
export function shifted({ digits, scale }: Decimal, exponent: number): Decimal {
  const target = scale + exponent;
  return target >= 0 ? { digits, scale: target } : { digits: digits * 10n ** BigInt(-target), scale: 0 };
}
