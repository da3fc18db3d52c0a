import { discountOn } from "./cost.ts";
import type { Problem } from "./problem.ts";

/** Whether offers are bought, by index: 1 or 0. */
export type Choice = Uint8Array;

/**
 * The exact cost of a choice, or undefined when it breaks a need, an instrument's hours or the sample.
 *
 * @example feasibleCost({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, new Uint8Array([1])) // → 15 (10 and the fixed 5)
 * @example feasibleCost({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, new Uint8Array([0])) // → undefined (the need is not covered)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function feasibleCost(problem: Problem, choice: Choice): number | undefined {
  for (const covering of problem.needs) {
    if (!covering.some((offer) => choice[offer] === 1)) return undefined;
  }
  return fits(problem, choice) ? costOf(problem, choice) : undefined;
}

/**
 * The exact cost of a choice in minor units, whatever it covers.
 *
 * @example costOf({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, new Uint8Array([1])) // → 15 (10 and the fixed 5)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function costOf(problem: Problem, choice: Choice): number {
  let cost = 0;
  for (const lab of problem.labs) {
    const bought = lab.offers.filter((offer) => choice[offer] === 1);
    if (bought.length === 0) continue;
    const subtotal = bought.reduce((sum, offer) => sum + problem.price[offer]!, prepCost(problem, bought));
    cost += lab.fixed + subtotal - discountOn(subtotal, lab.tiers);
  }
  return cost;
}

/**
 * Whether a choice keeps to the instruments' hours and the sample there is.
 *
 * @example fits({ ...{ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, sample: 1 }, new Uint8Array([1])) // → false (2 of sample are used, there is 1)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function fits(problem: Problem, choice: Choice): boolean {
  const hours = new Float64Array(problem.capacity.length);
  for (let offer = 0; offer < choice.length; offer++) {
    const instrument = problem.instrument[offer]!;
    if (choice[offer] === 1 && instrument >= 0) hours[instrument]! += problem.hours[offer]!;
  }
  if (problem.capacity.some((capacity, instrument) => hours[instrument]! > capacity)) return false;
  return problem.sample === Number.POSITIVE_INFINITY || sampleOf(problem, choice) <= problem.sample;
}

function sampleOf(problem: Problem, choice: Choice): number {
  let total = 0;
  for (const lab of problem.labs) {
    const bought = lab.offers.filter((offer) => choice[offer] === 1);
    let shared = 0;
    for (const offer of bought) {
      if (problem.destructive[offer]) total += problem.quantity[offer]!;
      else shared = Math.max(shared, problem.quantity[offer]!);
    }
    total += shared;
    for (const prep of usedPreps(problem, bought)) total += problem.preps[prep]!.quantity;
  }
  return total;
}

function prepCost(problem: Problem, bought: readonly number[]): number {
  let cost = 0;
  for (const prep of usedPreps(problem, bought)) cost += problem.preps[prep]!.cost;
  return cost;
}

function usedPreps(problem: Problem, bought: readonly number[]): ReadonlySet<number> {
  const used = new Set<number>();
  for (const offer of bought) if (problem.prep[offer]! >= 0) used.add(problem.prep[offer]!);
  return used;
}
