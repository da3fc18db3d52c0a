import { compare, type Decimal, decimal, minus, negate } from "@quanheng/kernel/decimal.ts";
import { comparisonBy, type RoundingConvention } from "@quanheng/kernel/limit-comparison.ts";
import { roundStep } from "@quanheng/kernel/rounding.ts";
import type { IntervalLimit } from "../selection/limit.ts";

/** Where a value lies: inside by the guard band, inside, outside but not by the guard band, outside by it. */
export type Zone = "inside" | "inside-band" | "outside-band" | "outside";

/**
 * `full` compares every digit that was found; `rounded` first rounds the value to the interval of the limit, which is
 * its last printed place unless the document states another.
 *
 * @source GB/T 8170-2008, 4.3
 */
export type Comparison = "full" | "rounded";

/** How `rounded` rounds: to the last place of the bound and as GB/T 8170 does, where nothing else is stated. */
export type LimitRounding = { readonly interval?: Decimal; readonly convention?: RoundingConvention };

/**
 * The zone of a value beside a limit, on decimal digits. A value on the edge of a zone gets the better one, unless the
 * limit excludes its end.
 *
 * @param band width of the guard band on either side of each bound, in the unit of the limit
 * @param outer whether a value outside by just the guard band is `outside`, as JJF 1094 counts it, or still in the band
 * @param rounding for `rounded`: an interval that is not the last place of the bound, and whose convention is followed
 * @param value measured, in the unit of the limit
 * @example zoneOf(decimal("9.92"), { kind: "interval", max: "10.0" }, decimal("0.10"), "full") // → "inside-band" (ILAC-G8:09/2019, 4.2.3: 10.0 − 9.92 = 0.08 < 0.10)
 * @example zoneOf(decimal("9.90"), { kind: "interval", max: "10.0" }, decimal("0.10"), "full") // → "inside" (10.0 − 9.90 = 0.10, the edge gets the better zone)
 * @example zoneOf(decimal("10.04"), { kind: "interval", max: "10.0" }, decimal("0"), "rounded") // → "inside" (GB/T 8170-2008, 4.3.2: 10.04 rounds to 10.0)
 * @example zoneOf(decimal("97.95"), { kind: "interval", min: "98.0" }, decimal("0"), "rounded", { convention: "usp" }) // → "inside" (USP, General Notices 7.20: 97.95 rounds to 98.0)
 * @example zoneOf(decimal("10.25"), { kind: "interval", max: "10.2" }, decimal("0"), "rounded") // → "inside" (GB/T 8170-2008, 3.2: the even digit, 10.2; a pharmacopoeia makes it 10.3)
 * @source ILAC-G8:09/2019, 4.2.1 to 4.2.3; JCGM 106:2012, 8.3; GB/T 8170-2008, 4.3; the conventions those of `RoundingConvention`
 */
export function zoneOf(
  value: Decimal,
  limit: IntervalLimit,
  band: Decimal,
  comparison: Comparison,
  rounding: LimitRounding = {},
  outer: "beyond" | "reached" = "beyond",
): Zone {
  const bounds = boundsOf(limit, (bound) => (comparison === "full" ? value : roundedLike(value, bound, rounding)));
  if (bounds.every(({ inside, open }) => reaches(inside, band, open))) return "inside";
  if (bounds.every(({ inside, open }) => reaches(inside, ZERO, open))) return "inside-band";
  const outside = (inside: Decimal) => compare(inside, negate(band)) < (outer === "reached" ? 1 : 0);
  return bounds.some(({ inside }) => outside(inside)) ? "outside" : "outside-band";
}

const ZERO = decimal("0");

function roundedLike(value: Decimal, bound: Decimal, { interval, convention = "gb-t-8170" }: LimitRounding): Decimal {
  const comparison = comparisonBy(convention, bound, interval);
  return comparison.compare === "full" ? value : roundStep(value, comparison.interval, comparison.mode ?? "half-even");
}

/** How far the value lies inside each bound; negative when outside. */
function boundsOf(limit: IntervalLimit, compared: (bound: Decimal) => Decimal) {
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
