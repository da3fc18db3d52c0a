import { type AcceptanceRules, conditionsFor, planningRules } from "./acceptance-rules.ts";
import { planRequirement } from "./plan-requirement.ts";
import { checkReferences } from "./planner/check-references.ts";
import type { PlanInstance } from "./planner/instance.ts";
import { USUAL_POLICY } from "./planner/policy.ts";
import type { RequirementRow } from "./requirement.ts";

/** What laboratories offer and the client allows: the part of a planning question that no rule decides. */
export type Supply = Pick<
  PlanInstance,
  | "date"
  | "labs"
  | "preps"
  | "instruments"
  | "offers"
  | "evidence"
  | "sampleAvailable"
  | "deadlineDays"
  | "budget"
  | "objective"
>;

/**
 * The planning instance for requirement rows that a test can answer, under the acceptance rules of their markets.
 *
 * Offers state their capability in the unit of the rows; rows that no laboratory test answers are left out before.
 *
 * @example refusalOf(() => planningInstance([{ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null }, methods: [] }], { markets: [], groups: [], relations: [] }, {})) // → "malformed-reference" (no acceptance rule for CN)
 * @example planningInstance([], { markets: [], groups: [], relations: [] }, { labs: [], preps: [], instruments: [], offers: [], evidence: [] }).requirements // → [] (nothing is asked)
 * @throws Refusal `malformed-reference` for a market without a rule, `malformed-instance` for an id that names nothing
 * @source ours: the statement of the planner is in the README of this folder
 */
export function planningInstance(
  rows: readonly RequirementRow[],
  rules: AcceptanceRules,
  supply: Supply,
  policy: PlanInstance["policy"] = USUAL_POLICY,
): PlanInstance {
  const markets = [...new Set(rows.map(({ market }) => market))];
  const requirements = rows.map((row) => {
    const market = rules.markets.find(({ code }) => code === row.market);
    const conditions = market ? conditionsFor(market, row.product, row.characteristic) : {};
    return { ...planRequirement(row), ...(Object.keys(conditions).length > 0 ? { conditions } : {}) };
  });
  const instance = { ...supply, ...planningRules(rules, markets, supply.date), policy, requirements };
  checkReferences(instance);
  return instance;
}
