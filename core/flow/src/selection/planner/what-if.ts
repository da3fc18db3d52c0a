import type { PlanInstance } from "./instance.ts";
import { type SolveOptions, solve } from "./solve.ts";
import { type BindingLimit, withoutLimit } from "./without-limit.ts";

/** One thing that could be otherwise. */
export type Change =
  | { readonly kind: "without-market"; readonly market: string }
  | { readonly kind: "deadline"; readonly days: number }
  | { readonly kind: "without-limit"; readonly limit: BindingLimit };

/** The best plan after a change. Savings are against the plan as things are; negative where the change costs. */
export type Scenario = {
  readonly change: Change;
  readonly status: "optimal" | "gap" | "infeasible" | "stopped";
  readonly cost: number | null;
  readonly days: number | null;
  /** Null where there is no plan on one of the sides. */
  readonly saves: number | null;
  readonly savesDays: number | null;
  /** Whether there is no plan as things are and one after the change. */
  readonly unlocks: boolean;
};

/** Deadlines that are tried are the days that some plan can take; so many around the present one. */
const DEADLINES = 3;

/**
 * Solves the question again for every change that an enterprise can make by itself: one market less, an earlier or
 * later
 * deadline, one limit less. What a limit costs is what lifting it saves.
 *
 * @param newTick makes the tick of one search
 * @example whatIf({ ...{ date: "2026-11-01", policy: {}, accreditationGroups: {}, markets: [{ code: "CN", methodPolicy: "listed", accreditation: { mode: "any" }, reportMaxAgeDays: null }], methodRelations: [], requirements: [{ id: "r", market: "CN", characteristic: "lead", methods: [], demand: { kind: "conform" } }], labs: [{ id: "A", fixedCost: 500, shipDays: 1, discount: [] }], preps: [], instruments: [], offers: [{ id: "o", lab: "A", method: "M", characteristics: [{ id: "lead" }], accreditedBy: [], price: 1000, leadDays: 2, sample: { qty: 3, destructive: true }, hours: 0 }], evidence: [], sampleAvailable: null, deadlineDays: null, budget: null, objective: { order: ["cost"] } }, budget: 1499 }) // → [{ change: { kind: "without-limit", limit: "budget" }, status: "optimal", cost: 1500, unlocks: true }] (without a budget there is a plan)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function whatIf(
  instance: PlanInstance,
  newTick: () => NonNullable<SolveOptions["onTick"]> = () => () => false,
): readonly Scenario[] {
  const present = solve(instance, { onTick: newTick() });
  const base = "evaluation" in present ? present.evaluation : undefined;
  return changesOf(instance, base?.days).map((change) => {
    const result = solve(changed(instance, change), { onTick: newTick() });
    const evaluation = "evaluation" in result ? result.evaluation : undefined;
    const both = base && evaluation;
    return {
      change,
      status: result.status,
      cost: evaluation?.cost ?? null,
      days: evaluation?.days ?? null,
      saves: both ? base.cost - evaluation.cost : null,
      savesDays: both ? base.days - evaluation.days : null,
      unlocks: !base && evaluation !== undefined,
    };
  });
}

function changed(instance: PlanInstance, change: Change): PlanInstance {
  switch (change.kind) {
    case "without-market":
      return { ...instance, requirements: instance.requirements.filter(({ market }) => market !== change.market) };
    case "deadline":
      return { ...instance, deadlineDays: change.days };
    case "without-limit":
      return withoutLimit(instance, change.limit);
  }
}

function changesOf(instance: PlanInstance, days: number | undefined): readonly Change[] {
  const asked = new Set(instance.requirements.map(({ market }) => market));
  const markets = instance.markets.filter(({ code }) => asked.has(code));
  return [
    ...(markets.length > 1 ? markets.map(({ code }): Change => ({ kind: "without-market", market: code })) : []),
    ...deadlinesAround(instance, days).map((deadline): Change => ({ kind: "deadline", days: deadline })),
    ...limitsOf(instance).map((limit): Change => ({ kind: "without-limit", limit })),
  ];
}

/** Days that offers take, next to what the present plan takes and the present deadline. */
function deadlinesAround({ offers, labs, deadlineDays }: PlanInstance, days: number | undefined): readonly number[] {
  const ship = new Map(labs.map(({ id, shipDays }) => [id, shipDays]));
  const ready = [...new Set(offers.map((offer) => (ship.get(offer.lab) ?? 0) + offer.leadDays))].sort((a, b) => a - b);
  const sooner = ready.filter((each) => each < (days ?? deadlineDays ?? 0)).slice(-DEADLINES);
  const later = deadlineDays === null ? [] : ready.filter((each) => each > deadlineDays).slice(0, DEADLINES);
  return [...sooner, ...later];
}

function limitsOf({ sampleAvailable, instruments, deadlineDays, budget }: PlanInstance): readonly BindingLimit[] {
  const set: Readonly<Record<BindingLimit, boolean>> = {
    sample: sampleAvailable !== null,
    hours: instruments.length > 0,
    deadline: deadlineDays !== null,
    budget: budget !== null,
  };
  return (Object.keys(set) as BindingLimit[]).filter((limit) => set[limit]);
}
