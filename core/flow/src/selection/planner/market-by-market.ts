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
