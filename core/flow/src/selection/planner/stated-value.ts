import { compare, type Decimal, decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import type { Demand, StatedValue } from "./instance.ts";

/** How a stated value fails a limit, or why it decides nothing. */
export type ValueGap = {
  readonly rule: "value" | "value-open";
  readonly value: string;
  readonly side: "min" | "max";
  readonly bound: string;
};

/**
 * How the value of a report already held fails a limit; undefined when it meets it.
 *
 * Compared by simple acceptance. `<x` meets a maximum from x on and fails no maximum below, but leaves it open; it fails a
 * minimum from x on. `>x` the other way round.
 *
 * @example valueGap({ operator: "=", digits: decimal("0.6") }, { kind: "limit", max: decimal("0.5") }) // → { rule: "value", value: "0.6", side: "max", bound: "0.5" } (0.6 > 0.5)
 * @example valueGap({ operator: "<", digits: decimal("0.5") }, { kind: "limit", max: decimal("0.5") }) // → undefined (less than the limit)
 * @example valueGap({ operator: "<", digits: decimal("1") }, { kind: "limit", max: decimal("0.5") }).rule // → "value-open" (0.4 and 0.9 are both less than 1)
 * @source JCGM 106:2012, 8.2 (simple acceptance); the reading of < and > is ours
 */
export function valueGap(stated: StatedValue, demand: Demand): ValueGap | undefined {
  if (demand.kind !== "limit") return undefined;
  for (const side of ["min", "max"] as const) {
    const bound = demand[side];
    const exclusive = (side === "min" ? demand.minExclusive : demand.maxExclusive) === true;
    const standing = bound && standingOf(stated, side, bound, exclusive);
    if (bound && standing !== "meets") {
      const rule = standing === "fails" ? "value" : "value-open";
      return { rule, value: textOf(stated), side, bound: formatDecimal(bound) };
    }
  }
  return undefined;
}

/**
 * A value as a report prints it.
 *
 * @example statedValue("<0.02").operator // → "<" (less than the quantification limit)
 * @example refusalOf(() => statedValue("nd")) // → "not-a-number" (a word is no value)
 * @throws Refusal `not-a-number`
 * @source ISO/IEC 17025:2017, 7.8.1.2 (results are reported unambiguously); the reading of < and > is ours
 */
export function statedValue(printed: string): StatedValue {
  const operator = printed.startsWith("<") ? "<" : printed.startsWith(">") ? ">" : "=";
  return { operator, digits: decimal(operator === "=" ? printed : printed.slice(1).trim()) };
}

function standingOf({ operator, digits }: StatedValue, side: "min" | "max", bound: Decimal, exclusive: boolean) {
  const order = side === "max" ? compare(digits, bound) : compare(bound, digits);
  if (operator === "=") return order < 0 || (order === 0 && !exclusive) ? "meets" : "fails";
  // A value bounded towards the allowed side meets the limit up to the bound itself; bounded away from it, it fails.
  if ((operator === "<") === (side === "max")) return order <= 0 ? "meets" : "open";
  return order >= 0 ? "fails" : "open";
}

function textOf({ operator, digits }: StatedValue): string {
  return `${operator === "=" ? "" : operator}${formatDecimal(digits)}`;
}
