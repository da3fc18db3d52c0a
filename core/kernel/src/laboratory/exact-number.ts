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
 * @throws Refusal `number-too-long` where the values together span more than 400 digits
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

/** The binary number nearest to numerator / denominator · 10^power, for a denominator above zero. */
export function quotientNumber(numerator: bigint, denominator: bigint, power = 0): number {
  const places = DIGITS - (length(numerator) - length(denominator));
  return Number(`${shifted(numerator, denominator, places)}e${power - places}`);
}

/** The binary number nearest to √(numerator / denominator) · 10^power; both are not negative. */
export function rootNumber(numerator: bigint, denominator: bigint, power = 0): number {
  const rough = 2 * DIGITS - (length(numerator) - length(denominator));
  const places = rough + (rough % 2);
  return Number(`${squareRoot(shifted(numerator, denominator, places))}e${power - places / 2}`);
}

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
