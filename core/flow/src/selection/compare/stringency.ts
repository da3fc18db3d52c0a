import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import type { Limit } from "../limit.ts";
import { isWithin } from "./interval.ts";

/** How the first of two limits stands to the second. */
export type Stringency = "stricter" | "equal" | "looser" | "incomparable";

/** A limit with what has to agree before two of them can be compared. */
export type Comparable = {
  readonly limit: Limit;
  readonly unit: string | null;
  readonly basisOf: string | null;
  readonly condition: string | null;
};

/**
 * How strict one limit is against another of the same characteristic.
 *
 * A is at least as strict as B exactly when A ⊆ B, in the same unit and on the same basis; a severity is at least as
 * strict as a lower level of the same scale. Every other pair is incomparable until a person maps it.
 *
 * @example stringency({ limit: { kind: "interval", max: "20" }, unit: "mg/kg", basisOf: null, condition: null }, { limit: { kind: "interval", max: "30" }, unit: "mg/kg", basisOf: null, condition: null }) // → "stricter" (what is at most 20 is at most 30)
 * @example stringency({ limit: { kind: "interval", max: "20" }, unit: "mg/kg", basisOf: null, condition: null }, { limit: { kind: "interval", min: "10" }, unit: "mg/kg", basisOf: null, condition: null }) // → "incomparable" (neither contains the other)
 * @source ours: the data model of `data/requirements`, where limits are intervals so that this can be decided
 */
export function stringency(a: Comparable, b: Comparable): Stringency {
  if (a.unit !== b.unit || a.basisOf !== b.basisOf || a.condition !== b.condition) return "incomparable";
  const [one, other] = [a.limit, b.limit];
  if (one.kind === "interval" && other.kind === "interval")
    return fromOrder(isWithin(one, other), isWithin(other, one));
  if (one.kind === "severity" && other.kind === "severity" && one.scale === other.scale) {
    const order = compare(decimal(one.level), decimal(other.level));
    return fromOrder(order >= 0, order <= 0);
  }
  return "incomparable";
}

/**
 * The relation read from the other side.
 *
 * @example reversed("stricter") // → "looser" (read from the other side)
 * @example reversed("equal") // → "equal" (the same from both)
 * @source ours: the order of limits
 */
export function reversed(relation: Stringency): Stringency {
  if (relation === "stricter") return "looser";
  return relation === "looser" ? "stricter" : relation;
}

function fromOrder(atLeast: boolean, atMost: boolean): Stringency {
  if (atLeast && atMost) return "equal";
  if (atLeast) return "stricter";
  return atMost ? "looser" : "incomparable";
}
