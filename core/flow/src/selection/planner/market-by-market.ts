import type { PlanInstance } from "./instance.ts";
import { type PlanResult, type SolveOptions, solve } from "./solve.ts";

/** What each market would cost on its own: the price of not asking once. */
export type MarketByMarket = {
  readonly markets: readonly { readonly market: string; readonly result: PlanResult }[];
  /** Sum of the single plans' costs; null when one of them does not exist. */
  readonly costSum: number | null;
};

/**
 * Plans every market alone as cheaply as possible (among those as fast as possible), with all the sample it wants and
 * without reports already held.
 *
 * @example marketByMarket({ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }) // → { costSum: 1500, markets: [{ market: "CN" }] } (500 + 1000, the only market)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function marketByMarket(instance: PlanInstance, options: Pick<SolveOptions, "onTick"> = {}): MarketByMarket {
  const markets = instance.markets
    .map(({ code }) => code)
    .filter((code) => instance.requirements.some(({ market }) => market === code))
    .map((market) => ({ market, result: solve(alone(instance, market), options) }));
  const costs = markets.map(({ result }) => ("evaluation" in result ? result.evaluation.cost : null));
  return { markets, costSum: costs.reduce((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0) };
}

function alone(instance: PlanInstance, code: string): PlanInstance {
  return {
    ...instance,
    markets: instance.markets.filter((market) => market.code === code),
    requirements: instance.requirements.filter(({ market }) => market === code),
    evidence: [],
    sampleAvailable: null,
    objective: { order: ["cost", "days"] },
  };
}
