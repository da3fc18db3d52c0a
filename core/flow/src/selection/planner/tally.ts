import type { Choice } from "./bill.ts";
import { discountOn } from "./cost.ts";
import type { Problem } from "./problem.ts";
import type { Multipliers } from "./relaxation.ts";

/** What a choice uses so far, per laboratory, preparation and instrument. */
export type Tally = {
  readonly bought: Int32Array;
  readonly subtotal: Float64Array;
  readonly preps: Int32Array;
  readonly hours: Float64Array;
  /** Size of the specimen that non-destructive offers share. */
  readonly specimen: Float64Array;
  sample: number;
};

/**
 * What a choice uses, added up.
 *
 * @example tally({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, new Uint8Array([1])) // → { bought: [1], subtotal: [10], sample: 2 } (one offer)
 * @source ours: the decomposition of the search
 */
export function tally(problem: Problem, choice: Choice): Tally {
  const sums: Tally = {
    bought: new Int32Array(problem.labs.length),
    subtotal: new Float64Array(problem.labs.length),
    preps: new Int32Array(problem.preps.length),
    hours: new Float64Array(problem.capacity.length),
    specimen: new Float64Array(problem.labs.length),
    sample: 0,
  };
  for (let offer = 0; offer < choice.length; offer++) if (choice[offer] === 1) add(problem, sums, offer);
  return sums;
}

function add(problem: Problem, sums: Tally, offer: number): void {
  const [lab, prep, instrument] = [problem.lab[offer]!, problem.prep[offer]!, problem.instrument[offer]!];
  sums.sample += addedSample(problem, offer, sums);
  if (!problem.destructive[offer]) sums.specimen[lab] = Math.max(sums.specimen[lab]!, problem.quantity[offer]!);
  sums.bought[lab]! += 1;
  sums.subtotal[lab]! += problem.price[offer]!;
  if (prep >= 0 && sums.preps[prep]!++ === 0) sums.subtotal[lab]! += problem.preps[prep]!.cost;
  if (instrument >= 0) sums.hours[instrument]! += problem.hours[offer]!;
}

function addedSample(problem: Problem, offer: number, rest: Tally): number {
  const [prep, quantity] = [problem.prep[offer]!, problem.quantity[offer]!];
  const own = problem.destructive[offer] ? quantity : Math.max(0, quantity - rest.specimen[problem.lab[offer]!]!);
  return own + (prep >= 0 && rest.preps[prep] === 0 ? problem.preps[prep]!.quantity : 0);
}

/** More than any plan costs, so that what is overfull is used only where nothing else is left. */
const OVERFULL = 1e12;

/**
 * What one more offer costs on top of a tally, with prices for hours and sample.
 *
 * @param rate price factor after a discount that is taken for granted; undefined for the discount really reached
 * @param rest what is bought already
 * @example addedPrice({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, 0, tally({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, new Uint8Array([0])), { copy: new Float64Array(1), hour: new Float64Array(0), sample: 0 }) // → 15 (10, and the fixed 5 of a laboratory that was closed)
 * @example addedPrice({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, 0, tally({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, new Uint8Array([1])), { copy: new Float64Array(1), hour: new Float64Array(0), sample: 0 }) // → 10 (its laboratory is open already)
 * @source ours: the decomposition of the search
 */
export function addedPrice(
  problem: Problem,
  offer: number,
  rest: Tally,
  prices: Multipliers,
  rate: number | undefined,
): number {
  const [lab, prep] = [problem.lab[offer]!, problem.prep[offer]!];
  const subtotal = rest.subtotal[lab]!;
  const goods = problem.price[offer]! + (prep >= 0 && rest.preps[prep] === 0 ? problem.preps[prep]!.cost : 0);
  const { tiers, fixed } = problem.labs[lab]!;
  const discount = discountOn(subtotal + goods, tiers) - discountOn(subtotal, tiers);
  const paid = rate === undefined ? goods - discount : goods * rate;
  return Math.max(0, paid + (rest.bought[lab] === 0 ? fixed : 0) + scarcity(problem, offer, rest, prices));
}

function scarcity(problem: Problem, offer: number, rest: Tally, prices: Multipliers): number {
  const instrument = problem.instrument[offer]!;
  const sample = addedSample(problem, offer, rest);
  let price = prices.sample * sample + (rest.sample + sample > problem.sample ? OVERFULL : 0);
  if (instrument >= 0) {
    const hours = problem.hours[offer]!;
    price += prices.hour[instrument]! * hours;
    if (rest.hours[instrument]! + hours > problem.capacity[instrument]!) price += OVERFULL;
  }
  return price;
}
