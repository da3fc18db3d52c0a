import { compare, type Decimal, formatDecimal } from "./decimal.ts";
import { roundStep } from "./rounding.ts";

/** A value whose last digit is a 5 that came from rounding: it lies above (+) or below (−) what is written. */
export type MarkedValue = { readonly value: Decimal; readonly mark: "" | "+" | "-" };

/**
 * Rounds a value that somebody will round again, and marks a final 5 with the side from which it came. The mark is
 * taken on the magnitude, so that −16.5(+) is a value beyond −16.5.
 *
 * @source GB/T 8170-2008, 3.3
 * @example roundMarked(decimal("15.4546"), decimal("0.1")).mark // → "-" (GB/T 8170-2008, 3.3)
 */
export function roundMarked(d: Decimal, interval: Decimal): MarkedValue {
  const value = roundStep(d, interval, "half-even");
  const outward = compare(d, value) * (value.digits < 0n ? -1 : 1);
  if (outward === 0 || value.digits % 10n === 0n || value.digits % 5n !== 0n) return { value, mark: "" };
  return { value, mark: outward > 0 ? "+" : "-" };
}

/**
 * Rounds a marked value a second time: a tie goes to the side that its mark names, all else goes half to even.
 *
 * @source GB/T 8170-2008, 3.3
 * @example formatDecimal(roundAgain(roundMarked(decimal("15.4546"), decimal("0.1")), decimal("1"))) // → "15" (GB/T 8170-2008, 3.3)
 * @example formatDecimal(roundAgain(roundMarked(decimal("16.5203"), decimal("0.1")), decimal("1"))) // → "17" (GB/T 8170-2008, 3.3)
 */
export function roundAgain({ value, mark }: MarkedValue, interval: Decimal): Decimal {
  const even = roundStep(value, interval, "half-even");
  if (mark === "") return even;
  const up = roundStep(value, interval, "half-up");
  const down = roundStep(value, interval, "half-down");
  const tie = compare(up, down) !== 0;
  return tie ? (mark === "+" ? up : down) : even;
}

/**
 * As it is written in a report: `15.5(-)`.
 *
 * @source GB/T 8170-2008, 3.3 (拟舍弃数字之后注明 (+) 或 (-))
 * @example formatMarked(roundMarked(decimal("16.5203"), decimal("0.1"))) // → "16.5(+)" (GB/T 8170-2008, 3.3)
 */
export function formatMarked({ value, mark }: MarkedValue): string {
  return formatDecimal(value) + (mark === "" ? "" : `(${mark})`);
}
