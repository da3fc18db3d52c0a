import { type Choice, costOf, feasibleCost } from "./bill.ts";
import { coverBlock, FREE } from "./blocks.ts";
import type { Problem } from "./problem.ts";
import type { Multipliers, Relaxation } from "./relaxation.ts";
import { addedPrice, tally } from "./tally.ts";

/** The best plan found so far; `cost` is Infinity, or a cutoff given from outside, until there is one. */
export type Incumbent = { cost: number; choice: Choice | undefined };

/**
 * Takes a choice if it is feasible and cheaper.
 *
 * @returns whether it was taken
 * @example propose({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, { cost: 20 }, new Uint8Array([1])) // → true (15 < 20)
 * @example propose({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, { cost: 15 }, new Uint8Array([1])) // → false (no cheaper)
 * @source ours: the search keeps the cheapest plan only
 */
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
 *
 * @param incumbent is changed where a cheaper plan is found
 * @example ((incumbent) => [improveFrom(((problem, block) => ({ problem, blocks: [block], copyOffer: Int32Array.of(0), blocksOfOffer: [[block]], bought: Float64Array.of(1), sold: new Float64Array(1), labValues: new Float64Array(1), labModes: Int32Array.of(1), specimens: new Float64Array(1), blockValues: new Float64Array(1), terms: { revenue: new Float64Array(1), hourPrice: new Float64Array(0), samplePrice: 0, fixed: new Uint8Array(1), scratch: new Float64Array(1) }, scale: { hours: 1, sample: 1 } }))({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, { offers: [0], copies: [0], masks: [1], byNeed: [[0]], full: 1, best: new Float64Array(2), via: new Int32Array(2) }), incumbent, { copy: Float64Array.of(10), hour: new Float64Array(0), sample: 0 }), incumbent.cost][1])({ cost: Infinity }) // → 15 (10 and the fixed 5)
 * @source ours: best responses of the blocks to each other
 */
export function improveFrom(relaxation: Relaxation, incumbent: Incumbent, prices: Multipliers): void {
  const { problem, copyOffer, bought, labModes } = relaxation;
  const choice = new Uint8Array(problem.offers.length);
  for (let copy = 0; copy < copyOffer.length; copy++) if (bought[copy] === 1) choice[copyOffer[copy]!] = 1;
  const rates = problem.labs.map((lab, index) => 1 - (lab.tiers[labModes[index]! - 2]?.bp ?? 0) / 10_000);
  settle(relaxation, incumbent, choice, prices, rates);
  settle(relaxation, incumbent, choice, prices);
}

/** Best responses until nothing changes; with given discount rates, or with those the plan really has. */
function settle(
  relaxation: Relaxation,
  incumbent: Incumbent,
  choice: Choice,
  prices: Multipliers,
  rates?: readonly number[],
): void {
  for (let round = 0; round < 4; round++) {
    const before = choice.slice();
    for (let block = 0; block < relaxation.blocks.length; block++) {
      respond(relaxation, choice, block, prices, rates);
    }
    shed(relaxation, choice);
    propose(relaxation.problem, incumbent, choice);
    if (before.every((value, offer) => value === choice[offer])) break;
  }
  fillTiers(relaxation.problem, incumbent, choice);
}

const freeByProblem = new WeakMap<Problem, Uint8Array>();

/** Every offer free; asked for at every response of every block, and never changed. */
function allFree(problem: Problem): Uint8Array {
  const known = freeByProblem.get(problem);
  if (known) return known;
  const free = new Uint8Array(problem.offers.length).fill(FREE);
  freeByProblem.set(problem, free);
  return free;
}

/** Lets one block cover itself at the least additional price, given all other purchases. */
function respond(
  { problem, blocks, blocksOfOffer }: Relaxation,
  choice: Choice,
  index: number,
  prices: Multipliers,
  rates: readonly number[] | undefined,
): void {
  const block = blocks[index]!;
  for (const offer of block.offers) if (blocksOfOffer[offer]!.length === 1) choice[offer] = 0;
  const rest = tally(problem, choice);
  const asked = new Float64Array((block.copies.at(-1) ?? 0) + 1);
  const fixed = allFree(problem);
  block.offers.forEach((offer, position) => {
    const rate = rates?.[problem.lab[offer]!];
    asked[block.copies[position]!] = choice[offer] === 1 ? 0 : addedPrice(problem, offer, rest, prices, rate);
  });
  const used = new Float64Array(asked.length);
  coverBlock(block, asked, fixed, used);
  block.offers.forEach((offer, position) => {
    if (used[block.copies[position]!] === 1) choice[offer] = 1;
  });
}

/** Gives back offers of several blocks that are no longer needed, the dearest first, where that saves money. */
function shed({ problem, blocksOfOffer }: Relaxation, choice: Choice): void {
  const wide = problem.offers
    .map((_, offer) => offer)
    .filter((offer) => choice[offer] === 1 && blocksOfOffer[offer]!.length > 1)
    .sort((a, b) => problem.price[b]! - problem.price[a]!);
  for (const offer of wide) {
    const needed = problem.covers[offer]!.some(
      (need) => !problem.needs[need]!.some((other) => other !== offer && choice[other] === 1),
    );
    if (needed) continue;
    const before = costOf(problem, choice);
    choice[offer] = 0;
    if (costOf(problem, choice) > before) choice[offer] = 1;
  }
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
