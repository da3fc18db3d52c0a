import { type Decimal, decimal, formatDecimal, toNumber, trimZeros } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundDigits, roundPlaces, roundStep } from "@quanheng/kernel/rounding.ts";
import type { Rounding } from "./method.ts";

/** The digits of a computed figure without noise and without zeros at the end that nobody measured. */
export function computedDigits(value: number): string {
  return formatDecimal(trimZeros(cleanNoise(value)));
}

/** The value as it goes on the report, rounded once by the output's rule. */
export function reportedText(value: number, rounding: Rounding): string {
  return formatDecimal(rounded(cleanNoise(value), rounding));
}

export function rounded(value: Decimal, { mode, places, step }: Rounding): Decimal {
  return step === undefined ? roundPlaces(value, places ?? 0, mode) : roundStep(value, decimal(step), mode);
}

/** A U that is stated to the place of the result may exceed the exact one by this share; beyond it U keeps two digits. */
const OVERSTATED = 1.25;

/**
 * U as it goes on the report: to the place of the result where that states it well, else to two significant digits;
 * rounded up whenever rounding would take more than 5 % from it.
 *
 * @source JCGM 100:2008, 7.2.6; JJF 1059.1-2012, 5.3.8 (at most two significant digits)
 */
export function reportedExpanded(expanded: number, rounding: Rounding): string {
  const exact = cleanNoise(expanded);
  const two = notLess(exact, (mode) => roundDigits(exact, 2, mode));
  const places = rounding.places ?? decimal(rounding.step ?? "1").scale;
  if (two.scale <= places) return formatDecimal(two);
  const placed = notLess(exact, (mode) => roundPlaces(exact, places, mode));
  return formatDecimal(toNumber(placed) <= OVERSTATED * expanded ? placed : two);
}

/** Rounds half to even, and up where that would take more than 5 % away. */
function notLess(exact: Decimal, round: (mode: "half-even" | "up") => Decimal): Decimal {
  const even = round("half-even");
  return toNumber(even) < 0.95 * toNumber(exact) ? round("up") : even;
}
