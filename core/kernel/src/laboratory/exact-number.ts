import { type Decimal, power10 } from "../decimal.ts";
import { refuse } from "../refusals.ts";

/** Digits that are kept beyond the 17 of a binary number, so that it is rounded once. */
const DIGITS = 30;

/** Whole numbers of one series, which stand for value · 10^scale. */
export type WholeSeries = { readonly digits: readonly bigint[]; readonly scale: number };

/** Longest whole number in exact computing, beyond the tenth power of every reading; it bounds the time that a fit takes. */
const LONGEST = 400;

/**
 * A series of decimals at one common scale.
 *
 * @example wholeSeries([decimal("1.5"), decimal("0.25")]) // → { digits: [150n, 25n], scale: 2 } (150·10⁻² and 25·10⁻²)
 * @throws Refusal `number-too-long` where the values together span more than 400 digits
 * @source ours: exact arithmetic in whole numbers, for no standard says how a computer should add
 */
export function wholeSeries(values: readonly Decimal[]): WholeSeries {
  const scale = values.reduce((most, value) => Math.max(most, value.scale), 0);
  const limit = power10(LONGEST);
  const digits = values.map((value) => {
    if (scale - value.scale > LONGEST) refuse("number-too-long", { given: String(scale), limit: LONGEST });
    const whole = value.digits * power10(scale - value.scale);
    if (whole >= limit || whole <= -limit) refuse("number-too-long", { given: String(scale), limit: LONGEST });
    return whole;
  });
  return { digits, scale };
}

/**
 * The binary number nearest to numerator / denominator · 10^power, for a denominator above zero.
 *
 * @example quotientNumber(1n, 3n) // → 0.3333333333333333 (1/3)
 * @example quotientNumber(1n, 8n, 2) // → 12.50 (0.125·10²)
 * @source ours: one rounding to binary at the end
 */
export function quotientNumber(numerator: bigint, denominator: bigint, power = 0): number {
  const places = DIGITS - (length(numerator) - length(denominator));
  return Number(`${shifted(numerator, denominator, places)}e${power - places}`);
}

/**
 * The binary number nearest to √(numerator / denominator) · 10^power; both are not negative.
 *
 * @example rootNumber(2n, 1n) // → 1.4142135623730951 (√2)
 * @example rootNumber(9n, 4n, 1) // → 15.00 (√2.25·10)
 * @source ours: one rounding to binary at the end
 */
export function rootNumber(numerator: bigint, denominator: bigint, power = 0): number {
  const rough = 2 * DIGITS - (length(numerator) - length(denominator));
  const places = rough + (rough % 2);
  return Number(`${squareRoot(shifted(numerator, denominator, places))}e${power - places / 2}`);
}

/**
 * Sum of whole numbers; 0 of none.
 *
 * @example total([1n, 2n, 3n]) // → 6n (1 + 2 + 3)
 * @source ours: plumbing of exact sums
 */
export function total(values: readonly bigint[]): bigint {
  return values.reduce((all, value) => all + value, 0n);
}

function shifted(numerator: bigint, denominator: bigint, places: number): bigint {
  return places >= 0 ? (numerator * power10(places)) / denominator : numerator / (denominator * power10(-places));
}

function length(value: bigint): number {
  return (value < 0n ? -value : value).toString().length;
}

/** Whole part of a square root, by Newton's iteration from above. */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = power10(Math.ceil(length(value) / 2));
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}
