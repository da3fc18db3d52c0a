import { type Decimal, decimal, formatDecimal, fromNumber, power10 } from "./decimal.ts";
import { type RoundingMode, roundedQuotient } from "./integer-rounding.ts";
import { needWhole } from "./laboratory/finite.ts";
import { refuse } from "./refusals.ts";

export type { RoundingMode };

/**
 * Rounds to decimal places; a negative number rounds to tens (-1), hundreds (-2) and so on.
 *
 * @throws Refusal `outside-domain` unless the places are whole and within ±1000
 * @source GB/T 8170-2008, 3.2
 * @example formatDecimal(roundPlaces(decimal("12.1498"), 1, "half-even")) // → "12.1" (GB/T 8170-2008, 3.2.1)
 * formatDecimal(roundPlaces(decimal("1268"), -2, "half-even")) // → "1300" (GB/T 8170-2008, 3.2.2: 13·10²)
 * formatDecimal(roundPlaces(decimal("0.35"), 1, "half-even")) // → "0.4" (GB/T 8170-2008, 3.2.3)
 */
export function roundPlaces(d: Decimal, places: number, mode: RoundingMode): Decimal {
  needWhole("places", places, -MOST_PLACES, MOST_PLACES);
  return roundedAt(d, places, mode);
}

/** Far beyond every result that is reported, and small enough that a power of ten of it is computed at once. */
const MOST_PLACES = 1000;

function roundedAt({ digits, scale }: Decimal, places: number, mode: RoundingMode): Decimal {
  const surplus = scale - places;
  const rounded = surplus > 0 ? roundedQuotient(digits, power10(surplus), mode) : digits * power10(-surplus);
  return places >= 0 ? { digits: rounded, scale: places } : { digits: rounded * power10(-places), scale: 0 };
}

/**
 * Rounds to a multiple of a step such as 0.5, 0.05, 20 or 100; the result has the decimal places of the step.
 *
 * @throws Refusal `outside-domain` unless the step is positive
 * @source GB/T 8170-2008, 3.4 (intervals of 0.5 and 0.2 units)
 * @example formatDecimal(roundStep(decimal("60.25"), decimal("0.5"), "half-even")) // → "60.0" (GB/T 8170-2008, 3.4.1)
 * @example formatDecimal(roundStep(decimal("832"), decimal("20"), "half-even")) // → "840" (GB/T 8170-2008, 3.4.2)
 */
export function roundStep(d: Decimal, step: Decimal, mode: RoundingMode): Decimal {
  if (step.digits <= 0n) refuse("outside-domain", { name: "step", given: formatDecimal(step), min: 0 });
  const multiple = roundedQuotient(d.digits * power10(step.scale), step.digits * power10(d.scale), mode);
  return { digits: multiple * step.digits, scale: step.scale };
}

/**
 * Rounds to significant digits. Where the rounding carries into a further digit (0.0996 to two digits) the count of
 * digits stays: 0.10. Zero has no significant digit and stays as it is.
 *
 * @param significant 1 or more
 * @throws Refusal `outside-domain` unless the count of digits is whole and from 1 to 1000
 * @source GB/T 8170-2008, 3.2, with the place of the last digit that is to stay
 * @example formatDecimal(roundDigits(decimal("0.0996"), 2, "half-even")) // → "0.10" (0.0996 is nearer to 0.10 than to 0.099)
 */
export function roundDigits(d: Decimal, significant: number, mode: RoundingMode): Decimal {
  needWhole("digits", significant, 1, MOST_PLACES);
  if (d.digits === 0n) return d;
  const places = d.scale - digitCount(d) + significant;
  const rounded = roundedAt(d, places, mode);
  return places > 0 && digitCount(rounded) > significant ? roundedAt(rounded, places - 1, mode) : rounded;
}

/** Significant digits of a binary result that are more than noise of the computation. */
const TRUSTED_DIGITS = 12;

/**
 * The decimal behind a computed binary number: its shortest form at 12 significant digits, so that the noise of
 * 0.1 + 0.2 = 0.30000000000000004 never decides a tie. Do this once, before the one rounding of a result.
 *
 * @throws Refusal `not-a-number` for NaN and infinities
 * @source ours: binary64 carries 15 to 17 digits (IEEE Std 754-2019, table 3.5); three of them are left to the noise
 * @example formatDecimal(cleanNoise(0.1 + 0.2)) // → "0.300000000000" (0.1 + 0.2 at twelve digits)
 */
export function cleanNoise(value: number): Decimal {
  return value === 0 ? decimal("0") : roundDigits(fromNumber(value), TRUSTED_DIGITS, "half-even");
}

/**
 * How many digits a value has without leading zeros; 0 for zero.
 *
 * @source JCGM 100:2008, 7.2.6 (significant digits); zeros at the end count, those in front do not
 * @example digitCount(decimal("0.00120")) // → 3 (1, 2 and the zero that was stated)
 */
export function digitCount({ digits }: Decimal): number {
  if (digits === 0n) return 0;
  return digits.toString().length - (digits < 0n ? 1 : 0);
}
