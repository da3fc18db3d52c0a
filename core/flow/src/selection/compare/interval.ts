import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import type { IntervalLimit } from "../limit.ts";

/** A set of admissible values: one end or both may be open, and no value at all may be left. */
export type Admissible = Omit<IntervalLimit, "kind">;

/**
 * Whether every value that `inner` admits is admitted by `outer` too: inner ⊆ outer.
 *
 * @example isWithin({ max: "10" }, { max: "50" }) // → true (10 < 50)
 * @example isWithin({ max: "10" }, { max: "10", maxExclusive: true }) // → false (10 itself is admitted by the first only)
 * @source ours: containment of intervals; it is a partial order, so two limits may be incomparable
 */
export function isWithin(inner: Admissible, outer: Admissible): boolean {
  return isEmptyInterval(inner) || (endWithin(inner, outer, "min") && endWithin(inner, outer, "max"));
}

/**
 * Whether no value is left between the ends.
 *
 * @example isEmptyInterval({ min: "2", max: "1" }) // → true (2 > 1)
 * @example isEmptyInterval({ min: "1", max: "1.0" }) // → false (1 is left)
 * @source ours: an exclusive end does not belong to the interval
 */
export function isEmptyInterval({ min, max, minExclusive, maxExclusive }: Admissible): boolean {
  if (min === undefined || max === undefined) return false;
  const order = compare(decimal(min), decimal(max));
  return order > 0 || (order === 0 && (minExclusive === true || maxExclusive === true));
}

/** Whether the inner end lies at or inside the outer one; an open outer end admits everything. */
function endWithin(inner: Admissible, outer: Admissible, side: "min" | "max"): boolean {
  const wanted = outer[side];
  if (wanted === undefined) return true;
  const own = inner[side];
  if (own === undefined) return false;
  const inward = side === "min" ? 1 : -1;
  const order = inward * compare(decimal(own), decimal(wanted));
  const exclusive = side === "min" ? "minExclusive" : "maxExclusive";
  return order > 0 || (order === 0 && (inner[exclusive] === true || outer[exclusive] !== true));
}
