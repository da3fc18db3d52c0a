import type { Decimal } from "../decimal.ts";
import { formatDecimal } from "../decimal.ts";
import { type RoundingMode, roundPlaces } from "../rounding.ts";
import { orderOf, type PowerStyle, scientific } from "./scientific.ts";

/**
 * How a result without uncertainty is printed. `places` are decimal places; from the power of ten `scientificFrom` on,
 * to either side, the result is written with a power of ten; 0 or absent means never.
 */
export type ResultStyle = {
  readonly places: number;
  readonly mode?: RoundingMode;
  readonly scientificFrom?: number;
  readonly style?: PowerStyle;
};

/**
 * A result as text: rounded once to its places (half to even unless stated), with all of them, or with a power of ten
 * where it is as large or small as the style says. What rounds to zero is printed as zero with its places, never as −0.
 *
 * @example resultText(decimal("0.05"), { places: 1 }) // → "0.0" (GB/T 8170-2008, 3.2: the tie 0.05 goes to even)
 * @example resultText(decimal("1234.5678"), { places: 4, scientificFrom: 3 }) // → "1.2345678e03" (1234.5678 = 1.2345678·10³, from 10³ on)
 * @source GB/T 8170-2008, 3.2; ISO 80000-1:2009, 7.3.3 for the power of ten
 */
export function resultText(
  value: Decimal,
  { places, mode = "half-even", scientificFrom = 0, style = "e" }: ResultStyle,
): string {
  const rounded = roundPlaces(value, places, mode);
  const far = scientificFrom > 0 && rounded.digits !== 0n && Math.abs(orderOf(rounded)) >= scientificFrom;
  return far ? scientific(rounded, style, "dropped") : formatDecimal(rounded);
}
