import { compare, type Decimal, decimal, minus, negate } from "@quanheng/kernel/decimal.ts";
import { roundPlaces } from "@quanheng/kernel/rounding.ts";
import type { IntervalLimit } from "../selection/limit.ts";

/** Where a value lies: inside by the guard band, inside, outside but not by the guard band, outside by it. */
export type Zone = "inside" | "inside-band" | "outside-band" | "outside";

/** `rounded`: the value is rounded to the places of the bound before it is compared. @source GB/T 8170-2008, 4.3 */
export type Comparison = "full" | "rounded";

/**
 * The zone of a value beside a limit, on decimal digits. A value on the edge of a zone gets the better one, unless the
 * limit excludes its end.
 *
 * @param band width of the guard band on either side of each bound, in the unit of the limit
 * @source ILAC-G8:09/2019, 4.2.1 to 4.2.3; JCGM 106:2012, 8.3
 */
export function zoneOf(value: Decimal, limit: IntervalLimit, band: Decimal, comparison: Comparison): Zone {
  const bounds = boundsOf(value, limit, comparison);
  if (bounds.every(({ inside, open }) => reaches(inside, band, open))) return "inside";
  if (bounds.every(({ inside, open }) => reaches(inside, ZERO, open))) return "inside-band";
  return bounds.some(({ inside }) => compare(inside, negate(band)) < 0) ? "outside" : "outside-band";
}

const ZERO = decimal("0");

/** How far the value lies inside each bound; negative when outside. */
function boundsOf(value: Decimal, limit: IntervalLimit, comparison: Comparison) {
  const compared = (bound: Decimal) =>
    comparison === "rounded" ? roundPlaces(value, bound.scale, "half-even") : value;
  const bounds: { readonly inside: Decimal; readonly open: boolean }[] = [];
  if (limit.min !== undefined) {
    const bound = decimal(limit.min);
    bounds.push({ inside: minus(compared(bound), bound), open: limit.minExclusive ?? false });
  }
  if (limit.max !== undefined) {
    const bound = decimal(limit.max);
    bounds.push({ inside: minus(bound, compared(bound)), open: limit.maxExclusive ?? false });
  }
  return bounds;
}

function reaches(inside: Decimal, band: Decimal, open: boolean): boolean {
  return open ? compare(inside, band) > 0 : compare(inside, band) >= 0;
}
