import { type Decimal, decimal, formatDecimal, fromNumber, power10, toNumber } from "@quanheng/kernel/decimal.ts";
import { roundedQuotient } from "@quanheng/kernel/integer-rounding.ts";
import { derivatives } from "@quanheng/kernel/model/derivatives.ts";
import type { Expression } from "@quanheng/kernel/model/syntax.ts";
import { refuse } from "@quanheng/kernel/refusals.ts";
import { cleanNoise, type RoundingMode } from "@quanheng/kernel/rounding.ts";
import { add, invert, multiply, power, type Ratio, ratioOf, toDecimal } from "@quanheng/kernel/units/ratio.ts";

/** Digits of a quotient that never ends, as of binary128. */
const SIGNIFICANT = 34;
/** Powers stay exact up to this many binary digits. */
const LARGEST_BITS = 20_000;

/**
 * The value of a formula on exact digits: sums, products, quotients and whole powers keep every digit, so that 5.6 +
 * 3.3
 * is 8.9; functions such as sqrt or exp are computed in binary64 and cleaned to 12 digits.
 *
 * @param named what a name stands for; it refuses names that it does not know
 * @param expression as `parseExpression` of the kernel makes it
 * @example exactValue({ kind: "binary", operator: "+", left: { kind: "number", value: 5.6 }, right: { kind: "number", value: 3.3 } }, () => null) // → { numerator: 89n, denominator: 10n } (5.6 + 3.3 = 8.9, exactly)
 * @example refusalOf(() => exactValue({ kind: "binary", operator: "/", left: { kind: "number", value: 1 }, right: { kind: "number", value: 0 } }, () => null)) // → "division-by-zero" (1/0)
 * @throws Refusal `division-by-zero`, `model-not-finite`
 * @source ours: decimal digits stay decimal, for 5.6 + 3.3 is 8.899999999999999 in binary64
 */
export function exactValue(expression: Expression, named: (name: string, at: number) => Ratio): Ratio {
  switch (expression.kind) {
    case "number":
      return ratioOf(fromNumber(expression.value));
    case "name":
      return named(expression.name, expression.at);
    case "call":
      return called(expression.name, exactValue(expression.argument, named));
    case "binary": {
      const [a, b] = [exactValue(expression.left, named), exactValue(expression.right, named)];
      return combined(expression.operator, a, b);
    }
  }
}

function combined(operator: Extract<Expression, { kind: "binary" }>["operator"], a: Ratio, b: Ratio): Ratio {
  switch (operator) {
    case "+":
      return add(a, b);
    case "-":
      return add(a, negative(b));
    case "*":
      return multiply(a, b);
    case "/":
      return b.numerator === 0n ? divisionByZero(a) : multiply(a, invert(b));
    case "**":
      return raisedTo(a, b);
    case "atan2":
      return ofNumber(Math.atan2(numberOf(a), numberOf(b)));
  }
}

function negative({ numerator, denominator }: Ratio): Ratio {
  return { numerator: -numerator, denominator };
}

function divisionByZero(dividend: Ratio): never {
  return refuse("division-by-zero", { dividend: decimalText(dividend) });
}

function raisedTo(base: Ratio, exponent: Ratio): Ratio {
  const whole = exponent.denominator === 1n && bits(base) * Math.abs(Number(exponent.numerator)) <= LARGEST_BITS;
  if (!whole) return ofNumber(numberOf(base) ** numberOf(exponent));
  return base.numerator === 0n && exponent.numerator < 0n
    ? divisionByZero(ONE)
    : power(base, Number(exponent.numerator));
}

const ONE: Ratio = { numerator: 1n, denominator: 1n };

/** About how many binary digits a ratio has. */
function bits({ numerator, denominator }: Ratio): number {
  return 4 * (numerator.toString(16).length + denominator.toString(16).length);
}

function called(name: Extract<Expression, { kind: "call" }>["name"], argument: Ratio): Ratio {
  if (name === "neg") return negative(argument);
  if (name === "abs") return argument.numerator < 0n ? negative(argument) : argument;
  return ofNumber(derivatives(name, numberOf(argument))[0]);
}

function numberOf(value: Ratio): number {
  return toNumber(decimalOf(value));
}

function ofNumber(value: number): Ratio {
  return Number.isFinite(value) ? ratioOf(cleanNoise(value)) : refuse("model-not-finite", { output: "" });
}

/**
 * The digits of an exact value; where they never end, 34 significant ones.
 *
 * @example formatDecimal(decimalOf({ numerator: 1n, denominator: 8n })) // → "0.125" (1/8)
 * @source ours: 34 digits, as the significand of IEEE 754 decimal128 has
 */
export function decimalOf(value: Ratio): Decimal {
  return toDecimal(value, SIGNIFICANT);
}

function decimalText(value: Ratio): string {
  return formatDecimal(decimalOf(value)).slice(0, 40);
}

/**
 * An exact value rounded once to decimal places, decided on the exact remainder.
 *
 * @param places 0 or more
 * @example formatDecimal(roundedExactly({ numerator: 2n, denominator: 3n }, 5, "half-even")) // → "0.66667" (0.666666…)
 * @source GB/T 8170-2008, 3.2 (half to even); the remainder is exact
 */
export function roundedExactly({ numerator, denominator }: Ratio, places: number, mode: RoundingMode): Decimal {
  return { digits: roundedQuotient(numerator * power10(places), denominator, mode), scale: places };
}

/**
 * The largest whole number that is not above a value, or the smallest that is not below.
 *
 * @example wholeOf({ numerator: 89n, denominator: 10n }, "floor").numerator // → 8 (8.9 has 8 whole ones)
 * @source ours: floor and ceiling of formulas, on exact values
 */
export function wholeOf({ numerator, denominator }: Ratio, mode: "floor" | "ceiling"): Ratio {
  return { numerator: roundedQuotient(numerator, denominator, mode), denominator: 1n };
}

/**
 * Which of two exact values is larger: −1, 0 or 1.
 *
 * @example compareRatios({ numerator: 1n, denominator: 3n }, { numerator: 2n, denominator: 6n }) // → 0 (1/3 = 2/6)
 * @source ours: a/b and c/d compare as a·d and c·b
 */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/**
 * The ratio of digits as typed.
 *
 * @example ratioOfDigits("0.25") // → { numerator: 1, denominator: 4 } (25/100, reduced)
 * @throws Refusal `not-a-number`
 * @source ours: digits as typed are exact
 */
export function ratioOfDigits(digits: string): Ratio {
  return ratioOf(decimal(digits));
}
