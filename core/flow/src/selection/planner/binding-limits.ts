import type { PlanInstance } from "./instance.ts";
import { type SolveOptions, solve } from "./solve.ts";
import { type BindingLimit, LIMITS, withoutLimit } from "./without-limit.ts";

/**
 * For an instance without a plan, the limits of which each alone stands in the way; empty when it takes several at
 * once.
 *
 * @example bindingLimits({ ...{ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, budget: 1499, deadlineDays: 3 }) // → ["budget"] (the only plan costs 1500 and takes 3 days)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function bindingLimits(instance: PlanInstance, options: SolveOptions = {}): readonly BindingLimit[] {
  return LIMITS.filter((limit) => "selection" in solve(withoutLimit(instance, limit), options));
}
