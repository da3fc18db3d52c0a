import type { Decimal } from "../decimal.ts";
import { absolute, formatDecimal, trimZeros } from "../decimal.ts";
import { refuse } from "../refusals.ts";
import { roundPlaces } from "../rounding.ts";
import { orderOf, type PowerStyle, scientific } from "./scientific.ts";

/**
 * The decimal place of the first significant digit of an uncertainty, which a result beside it is rounded to when one
 * digit is stated: 3 for 0.0015. From 1 on, and for zero, it is 0.
 *
 * @source JCGM 100:2008, 7.2.6 (the value is rounded to the place of its uncertainty)
 * @example firstDigitPlace(decimal("0.0015")) // → 3 (the 1 stands at 10⁻³)
 * firstDigitPlace(decimal("12")) // → 0 (its last whole digit)
 */
export function firstDigitPlace(uncertainty: Decimal): number {
  const order = orderOf(absolute(uncertainty));
  return order < 0 ? -order : 0;
}

/** Smaller and larger uncertainties are written with a power of ten. */
const SCIENTIFIC_FROM = 7;

export type UncertaintyStyle = {
  /** Decimal places; absent keeps every digit, as an uncertainty that somebody typed is printed. */
  readonly places?: number;
  readonly style?: PowerStyle;
  readonly scientificFrom?: number;
};

/**
 * An uncertainty as text without zeros at the end, rounded half to even. Nothing is printed for zero: a result that
 * states no uncertainty is not known "± 0".
 *
 * @throws Refusal `outside-domain` for a negative uncertainty
 * @example uncertaintyText(decimal("0.00015"), { places: 4 }) // → "0.0002" (GB/T 8170-2008, 3.2)
 * @example uncertaintyText(decimal("0")) // → "" (nobody states ± 0)
 * @source GB/T 8170-2008, 3.2 (rounding); JCGM 100:2008, 7.2.2 (what is stated beside a result)
 */
export function uncertaintyText(
  uncertainty: Decimal,
  { places, style = "e", scientificFrom = SCIENTIFIC_FROM }: UncertaintyStyle = {},
): string {
  if (uncertainty.digits < 0n)
    refuse("outside-domain", { name: "uncertainty", given: formatDecimal(uncertainty), min: 0, max: null });
  if (uncertainty.digits === 0n) return "";
  const rounded = places === undefined ? uncertainty : roundPlaces(uncertainty, places, "half-even");
  const far = scientificFrom > 0 && rounded.digits !== 0n && Math.abs(orderOf(rounded)) >= scientificFrom;
  return far ? scientific(rounded, style, "dropped") : formatDecimal(trimZeros(rounded));
}
