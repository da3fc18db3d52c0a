import { decimal } from "@quanheng/kernel/decimal.ts";
import type { Limit } from "./limit.ts";
import type { Demand, PlanRequirement } from "./planner/instance.ts";
import type { RequirementRow } from "./requirement.ts";

/**
 * A requirement row as the planner asks it. Figures are in the row's unit: capabilities of offers have to be stated in
 * the same unit before they are compared.
 *
 * @example planRequirement({ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null }, methods: ["GB 5009.34"] }) // → { id: "r", methods: ["GB 5009.34"], demand: { kind: "limit" } } (an interval is measured)
 * @example planRequirement({ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "conform", text: "label" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null }, methods: [] }).demand // → { kind: "conform" } (a laboratory states it)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function planRequirement(row: RequirementRow): PlanRequirement {
  return {
    id: row.id,
    market: row.market,
    characteristic: row.characteristic,
    methods: row.methods,
    demand: demandOf(row.limit),
  };
}

/** An interval is measured, a severity is passed; everything else is conformity that a laboratory states. */
function demandOf(limit: Limit): Demand {
  switch (limit.kind) {
    case "interval":
      return {
        kind: "limit",
        ...(limit.min === undefined ? {} : { min: decimal(limit.min) }),
        ...(limit.max === undefined ? {} : { max: decimal(limit.max) }),
        ...(limit.minExclusive ? { minExclusive: true } : {}),
        ...(limit.maxExclusive ? { maxExclusive: true } : {}),
      };
    case "severity":
      return { kind: "severity", level: decimal(limit.level) };
    case "not-detected":
    case "plan":
    case "formula":
    case "conform":
    case "one-of":
    case "all-of":
      return { kind: "conform" };
  }
}
