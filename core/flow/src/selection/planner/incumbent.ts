import { type Choice, costOf, feasibleCost } from "./bill.ts";
import { coverBlock, FREE } from "./blocks.ts";
import { discountOn } from "./cost.ts";
import type { Problem } from "./problem.ts";
import type { Relaxation } from "./relaxation.ts";

/** The best plan found so far; `cost` is Infinity, or a cutoff given from outside, until there is one. */
export type Incumbent = { cost: number; choice: Choice | undefined };

/** Takes a choice if it is feasible and cheaper. */
export function propose(problem: Problem, incumbent: Incumbent, choice: Choice): boolean {
  const cost = feasibleCost(problem, choice);
  if (cost === undefined || cost >= incumbent.cost) return false;
  incumbent.cost = cost;
  incumbent.choice = choice.slice();
  return true;
}

/**
 * Turns the answers of the last bound into plans: starts from what the blocks bought and lets every block in turn
 * cover itself anew at the prices that the rest of the plan leaves, until nothing changes.
 */
export function improveFrom(relaxation: Relaxation, incumbent: Incumbent, hourPrice: Float64Array): void {
  const { problem, copyOffer, bought, labModes } = relaxation;
  const choice = new Uint8Array(problem.offers.length);
  for (let copy = 0; copy < copyOffer.length; copy++) if (bought[copy] === 1) choice[copyOffer[copy]!] = 1;
  const rates = problem.labs.map((lab, index) => 1 - (lab.tiers[labModes[index]! - 2]?.bp ?? 0) / 10_000);
  settle(relaxation, incumbent, choice, hourPrice, rates);
  settle(relaxation, incumbent, choice, hourPrice);
}

/** Best responses until nothing changes; with given discount rates, or with those the plan really has. */
export function settle(
  relaxation: Relaxation,
  incumbent: Incumbent,
  choice: Choice,
  hourPrice: Float64Array,
  rates?: readonly number[],
): void {
  for (let round = 0; round < 4; round++) {
    const before = choice.slice();
    for (let block = 0; block < relaxation.blocks.length; block++) {
      respond(relaxation, choice, block, hourPrice, rates);
    }
    propose(relaxation.problem, incumbent, choice);
    if (before.every((value, offer) => value === choice[offer])) break;
  }
  fillTiers(relaxation.problem, incumbent, choice);
}

/** Lets one block cover itself at the least additional price, given all other purchases. */
function respond(
  { problem, blocks, blocksOfOffer }: Relaxation,
  choice: Choice,
  index: number,
  hourPrice: Float64Array,
  rates: readonly number[] | undefined,
): void {
  const block = blocks[index]!;
  for (const offer of block.offers) if (blocksOfOffer[offer]!.length === 1) choice[offer] = 0;
  const rest = tally(problem, choice);
  const prices = new Float64Array(Math.max(...block.copies) + 1);
  const fixed = new Uint8Array(problem.offers.length).fill(FREE);
  block.offers.forEach((offer, position) => {
    prices[block.copies[position]!] = addedPrice(problem, offer, choice, rest, hourPrice, rates);
  });
  const used = new Float64Array(prices.length);
  coverBlock(block, prices, fixed, used);
  block.offers.forEach((offer, position) => {
    if (used[block.copies[position]!] === 1) choice[offer] = 1;
  });
}

type Tally = {
  readonly bought: Int32Array;
  readonly subtotal: Float64Array;
  readonly preps: Int32Array;
  readonly hours: Float64Array;
};

function tally(problem: Problem, choice: Choice): Tally {
  const sums: Tally = {
    bought: new Int32Array(problem.labs.length),
    subtotal: new Float64Array(problem.labs.length),
    preps: new Int32Array(problem.preps.length),
    hours: new Float64Array(problem.capacity.length),
  };
  for (let offer = 0; offer < choice.length; offer++) {
    if (choice[offer] !== 1) continue;
    const [lab, prep, instrument] = [problem.lab[offer]!, problem.prep[offer]!, problem.instrument[offer]!];
    sums.bought[lab]! += 1;
    sums.subtotal[lab]! += problem.price[offer]!;
    if (prep >= 0 && sums.preps[prep]!++ === 0) sums.subtotal[lab]! += problem.preps[prep]!.cost;
    if (instrument >= 0) sums.hours[instrument]! += problem.hours[offer]!;
  }
  return sums;
}

/** More than any plan costs, so that an overfull instrument is used only where nothing else is left. */
const OVERFULL = 1e12;

function addedPrice(
  problem: Problem,
  offer: number,
  choice: Choice,
  rest: Tally,
  hourPrice: Float64Array,
  rates: readonly number[] | undefined,
): number {
  if (choice[offer] === 1) return 0;
  const [lab, prep, instrument] = [problem.lab[offer]!, problem.prep[offer]!, problem.instrument[offer]!];
  const subtotal = rest.subtotal[lab]!;
  const added = problem.price[offer]! + (prep >= 0 && rest.preps[prep] === 0 ? problem.preps[prep]!.cost : 0);
  const tiers = problem.labs[lab]!.tiers;
  const goods = rates ? added * rates[lab]! : added - discountOn(subtotal + added, tiers) + discountOn(subtotal, tiers);
  const opening = rest.bought[lab] === 0 ? problem.labs[lab]!.fixed : 0;
  if (instrument < 0) return Math.max(0, goods + opening);
  const over = rest.hours[instrument]! + problem.hours[offer]! > problem.capacity[instrument]! ? OVERFULL : 0;
  return Math.max(0, goods + opening + hourPrice[instrument]! * problem.hours[offer]! + over);
}

/** Tries one further purchase per laboratory that lifts its subtotal to a discount tier. */
function fillTiers(problem: Problem, incumbent: Incumbent, choice: Choice): void {
  let cost = costOf(problem, choice);
  problem.labs.forEach((lab, index) => {
    for (const tier of lab.tiers) {
      const missing = tier.minSubtotal - tally(problem, choice).subtotal[index]!;
      if (missing <= 0) continue;
      for (const offer of lab.offers) {
        if (choice[offer] === 1 || problem.price[offer]! < missing) continue;
        choice[offer] = 1;
        const filled = costOf(problem, choice);
        if (filled < cost) cost = filled;
        else choice[offer] = 0;
      }
    }
  });
  propose(problem, incumbent, choice);
}
