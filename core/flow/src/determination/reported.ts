import { type Decimal, decimal, formatDecimal, toNumber, trimZeros } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundDigits, roundPlaces, roundStep } from "@quanheng/kernel/rounding.ts";
import type { Rounding } from "./method.ts";

/**
 * The digits of a computed figure without noise and without zeros at the end that nobody measured.
 *
 * @example computedDigits(0.1 + 0.2) // → "0.3" (0.30000000000000004 without its noise)
 * @source ours: binary noise is no digit that somebody measured
 */
export function computedDigits(value: number): string {
  return formatDecimal(trimZeros(cleanNoise(value)));
}

/**
 * The value as it goes on the report, rounded once by the output's rule.
 *
 * @example reportedText(99.845, { mode: "half-even", places: 2 }) // → "99.84" (GB/T 8170-2008, 3.2.3: half to even)
 * @example reportedText(4.13, { mode: "half-even", step: "0.05" }) // → "4.15" (82.6 steps of 0.05, rounded to 83)
 * @source GB/T 8170-2008, 3.2 and 3.4
 */
export function reportedText(value: number, rounding: Rounding): string {
  return formatDecimal(rounded(cleanNoise(value), rounding));
}

/**
 * A value rounded by the rule of an output: to significant digits, to a step, or to decimal places.
 *
 * @example formatDecimal(rounded(decimal("12.345"), { mode: "half-even", digits: 3 })) // → "12.3" (three digits)
 * @example formatDecimal(rounded(decimal("12.5"), { mode: "half-even" })) // → "12" (half to even, no places)
 * @source GB/T 8170-2008, 3.2 and 3.4
 */
export function rounded(value: Decimal, { mode, places, step, digits }: Rounding): Decimal {
  if (digits !== undefined) return roundDigits(value, digits, mode);
  return step === undefined ? roundPlaces(value, places ?? 0, mode) : roundStep(value, decimal(step), mode);
}

/**
 * U as it goes on the report: two significant digits, and never a place further than the result beside it, which the
 * method rounds. Where the result's place is the coarser one U is rounded to it, and up whenever rounding would take
 * more
 * than 5 % from it: the pair is written to one place and states no less than there is. Verdicts use the unrounded U.
 *
 * @param expanded U, in the unit of the value
 * @example reportedExpanded(0.0454, { mode: "half-even", places: 2 }, 99.82) // → "0.05" (two digits are 0.045; to the place of the result half to even 0.04 would lose more than 5 %, so up)
 * @example reportedExpanded(1.234, { mode: "half-even", places: 3 }, 20) // → "1.2" (JCGM 100:2008, 7.2.6: two digits)
 * @source JCGM 100:2008, 7.2.6 (one place for both; U may be rounded up); JJF 1059.1-2012, 5.3.8
 */
export function reportedExpanded(expanded: number, rounding: Rounding, value: number): string {
  const exact = cleanNoise(expanded);
  const two = notLess(exact, (mode) => roundDigits(exact, 2, mode));
  const step = stepOf(rounding, value);
  const fine = two.scale <= step.scale && (rounding.digits === undefined || step.digits === 1n);
  return formatDecimal(fine ? two : notLess(exact, (mode) => roundStep(exact, step, mode)));
}

/** The place to which the result is written; where significant digits count it follows from the value itself. */
function stepOf({ step, places = 0, digits, mode }: Rounding, value: number): Decimal {
  if (step !== undefined) return decimal(step);
  if (digits === undefined) return { digits: 1n, scale: Math.max(0, places) };
  const { digits: whole, scale } = roundDigits(cleanNoise(value), digits, mode);
  const size = String(whole < 0n ? -whole : whole).length;
  // A value such as 1200 to two digits is written in full; its place is the hundreds.
  return size > digits ? { digits: 10n ** BigInt(size - digits), scale } : { digits: 1n, scale };
}

/** Rounds half to even, and up where that would take more than 5 % away. */
function notLess(exact: Decimal, round: (mode: "half-even" | "up") => Decimal): Decimal {
  const even = round("half-even");
  return toNumber(even) < 0.95 * toNumber(exact) ? round("up") : even;
}
