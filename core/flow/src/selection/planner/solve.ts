import { type Evaluation, evaluate } from "./cost.ts";
import { type CoverageMap, coverage } from "./coverage.ts";
import type { PlanInstance } from "./instance.ts";
import { objectiveVector } from "./objective.ts";
import { compile } from "./problem.ts";
import { cheapest, type OnTick } from "./search.ts";

export type FoundPlan = {
  /** `gap` when the search was stopped before the plan was proven optimal. */
  readonly status: "optimal" | "gap";
  /** Ids of the offers to buy, in the order of the instance. */
  readonly selection: readonly string[];
  readonly evaluation: Evaluation;
  readonly objective: readonly number[];
  /** How far below the plan's cost an unproven better plan could be, in percent; null when proven or not known. */
  readonly gapPercent: number | null;
};

export type PlanResult =
  | FoundPlan
  /** Nothing covers some requirements: all of them are named. */
  | { readonly status: "infeasible"; readonly reason: "uncoverable"; readonly uncoverable: readonly string[] }
  /** Every requirement can be covered, but not within sample, hours, deadline and budget together. */
  | { readonly status: "infeasible"; readonly reason: "limits" }
  /** Stopped before any plan was found. */
  | { readonly status: "stopped" };

export type SolveOptions = {
  /** Called at every node of the search; answer true to stop. */
  readonly onTick?: OnTick;
  readonly coverage?: CoverageMap;
};

/**
 * The best plan of an instance under its objective, exact and deterministic.
 *
 * Evidence counts first and for nothing. Time is settled by looking only at offers that are ready within a number of
 * days, for the few numbers of days that offers have.
 *
 * @example solve({ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }) // → { status: "optimal", selection: ["o"], evaluation: { cost: 1500, days: 3 }, objective: [1500] } (500 + 1000; 1 + 2 days)
 * @example solve({ ...{ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, budget: 1499 }) // → { status: "infeasible", reason: "limits" } (1500 > 1499)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function solve(instance: PlanInstance, options: SolveOptions = {}): PlanResult {
  const covered = options.coverage ?? coverage(instance);
  if (covered.uncoverable.length > 0) {
    return { status: "infeasible", reason: "uncoverable", uncoverable: covered.uncoverable };
  }
  const solver = new DayBoundedSolver(instance, covered, options.onTick ?? (() => false));
  const answer = byObjective(instance, solver);
  if (!answer) return solver.stopped ? { status: "stopped" } : { status: "infeasible", reason: "limits" };
  const evaluation = evaluate(instance, new Set(answer.selection));
  return {
    status: solver.stopped ? "gap" : "optimal",
    selection: answer.selection,
    evaluation,
    objective: objectiveVector(instance.objective, evaluation),
    gapPercent: solver.stopped ? gapOf(answer) : null,
  };
}

/** A plan with the lower bound of its cost at the time the search ended. */
type Candidate = { readonly selection: readonly string[]; readonly cost: number; readonly bound: number };

function gapOf({ cost, bound }: Candidate): number | null {
  if (cost === 0 || !Number.isFinite(bound)) return null;
  return Math.round((10_000 * (cost - Math.min(cost, bound))) / cost) / 100;
}

function byObjective(instance: PlanInstance, solver: DayBoundedSolver): Candidate | undefined {
  const { objective } = instance;
  if ("weighted" in objective) return weighted(solver, objective.weighted.perDay);
  const [first, second] = objective.order;
  if (first === "days") {
    const fastest = solver.fewestDays(solver.budgetCutoff);
    if (!fastest || second !== "cost") return fastest?.plan;
    return solver.cheapestWithin(fastest.days, fastest.plan.cost + 1) ?? fastest.plan;
  }
  const cheap = solver.cheapestWithin(solver.lastDay, solver.budgetCutoff);
  if (!cheap || second !== "days" || solver.stopped) return cheap;
  return fasterAtSameCost(solver, cheap);
}

/**
 * The fastest plan of the least cost. The days of the cheapest plan known bound them from above, those of the fastest plan at
 * any cost from below: only what lies between has to be searched at that cost, which is often nothing.
 */
function fasterAtSameCost(solver: DayBoundedSolver, cheap: Candidate): Candidate {
  const known = solver.daysOf(cheap.selection);
  const fastest = solver.fewestDays(solver.budgetCutoff, 0, known);
  if (!fastest || fastest.days >= known || solver.stopped) return cheap;
  return solver.fewestDays(cheap.cost + 1, fastest.days, known - 1)?.plan ?? cheap;
}

/** Cost falls and the price of time rises with the days allowed: walks from the longest and skips what cannot win. */
function weighted(solver: DayBoundedSolver, perDay: number): Candidate | undefined {
  let best: Candidate | undefined;
  let bestValue = Number.POSITIVE_INFINITY;
  let floor = 0;
  for (const days of [...solver.dayChoices].reverse()) {
    if (floor + perDay * days >= bestValue) continue;
    const cutoff = Math.min(solver.budgetCutoff, bestValue - perDay * days);
    const plan = solver.cheapestWithin(days, cutoff);
    if (plan) {
      best = plan;
      bestValue = plan.cost + perDay * days;
      floor = Math.max(floor, plan.bound);
    }
    if (solver.stopped) break;
  }
  return best;
}

/** Cheapest plans among the offers that are ready within some days. */
class DayBoundedSolver {
  stopped = false;
  readonly budgetCutoff: number;
  /** Distinct days that offers take, ascending, up to the deadline; 0 stands for buying nothing. */
  readonly dayChoices: readonly number[];
  readonly #instance: PlanInstance;
  readonly #coverage: CoverageMap;
  /** Days until each offer is ready, shipping included. */
  readonly #readyIn: ReadonlyMap<string, number>;
  readonly #onTick: OnTick;

  constructor(instance: PlanInstance, covered: CoverageMap, onTick: OnTick) {
    this.#instance = instance;
    this.#coverage = covered;
    this.#onTick = onTick;
    this.budgetCutoff = instance.budget === null ? Number.POSITIVE_INFINITY : instance.budget + 1;
    const ship = new Map(instance.labs.map(({ id, shipDays }) => [id, shipDays]));
    this.#readyIn = new Map(instance.offers.map((offer) => [offer.id, (ship.get(offer.lab) ?? 0) + offer.leadDays]));
    const deadline = instance.deadlineDays ?? Number.POSITIVE_INFINITY;
    this.dayChoices = [...new Set([0, ...this.#readyIn.values()])]
      .filter((day) => day <= deadline)
      .sort((a, b) => a - b);
  }

  get lastDay(): number {
    return this.dayChoices.at(-1) ?? 0;
  }

  /** The cheapest plan within the days that costs less than the cutoff; `enough` ends the search early. */
  cheapestWithin(days: number, cutoff: number, enough?: number): Candidate | undefined {
    const problem = compile(this.#instance, this.#coverage, days);
    if (!problem) return undefined;
    const result = cheapest(problem, cutoff, this.#onTick, enough);
    if (!result.proven) this.stopped = true;
    if (!result.choice || result.cost === null) return undefined;
    const { choice } = result;
    return {
      selection: problem.offers.filter((_, offer) => choice[offer] === 1),
      cost: result.cost,
      bound: result.bound,
    };
  }

  /** Days until the last of the offers is ready; 0 for none. */
  daysOf(selection: readonly string[]): number {
    return Math.max(0, ...selection.map((id) => this.#readyIn.get(id) ?? 0));
  }

  /**
   * The fewest days in which a plan below the cutoff exists: more days never hurt, so halving finds it.
   *
   * @param from only these days and more are looked at
   * @param to only these days and fewer
   */
  fewestDays(
    cutoff: number,
    from = 0,
    to = Number.POSITIVE_INFINITY,
  ): { readonly days: number; readonly plan: Candidate } | undefined {
    let found: { days: number; plan: Candidate } | undefined;
    let low = this.dayChoices.findIndex((days) => days >= from);
    let high = this.dayChoices.findLastIndex((days) => days <= to);
    if (low < 0) return undefined;
    while (low <= high && !this.stopped) {
      const middle = (low + high) >> 1;
      const days = this.dayChoices[middle]!;
      const plan = this.cheapestWithin(days, cutoff, Number.POSITIVE_INFINITY);
      if (plan) found = { days, plan };
      if (plan) high = middle - 1;
      else low = middle + 1;
    }
    return found;
  }
}
