import type { Problem } from "./problem.ts";

/** So many needs can share one table of subsets. */
const MOST_NEEDS = 9;

/**
 * A few needs that are covered together, with a table over all their subsets. Offers that reach several blocks have a
 * copy in each. `copies` numbers the copies of the whole problem.
 */
export type Block = {
  readonly offers: readonly number[];
  readonly copies: readonly number[];
  /** Per offer of the block, the subset of its needs that the offer covers. */
  readonly masks: readonly number[];
  /** Per need of the block, positions of the offers that cover it. */
  readonly byNeed: readonly (readonly number[])[];
  readonly full: number;
  readonly best: Float64Array;
  readonly via: Int32Array;
};

/**
 * Cuts the needs into blocks: parts that share no offer where they are small, else neighbours together.
 *
 * @example blocksOf({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }).map(({ full, masks }) => [full, ...masks]) // → [[1, 1]] (one need, covered by one offer)
 * @source ours: the decomposition of the search
 */
export function blocksOf(problem: Problem): readonly Block[] {
  const blocks: Block[] = [];
  let copies = 0;
  for (const part of connectedParts(problem)) {
    for (let start = 0; start < part.length; start += MOST_NEEDS) {
      const block = blockOf(problem, part.slice(start, start + MOST_NEEDS), copies);
      copies += block.offers.length;
      blocks.push(block);
    }
  }
  return blocks;
}

/** State of an offer in the search: free, left out or bought. */
export const FREE = 2;

/**
 * The cheapest way to cover a block at the given prices per copy, by dynamic programming over subsets.
 *
 * Bought offers cover for nothing; those left out do not cover. Writes 1 into `used` for the copies of the cheapest
 * cover and 0 for the others.
 *
 * @param prices per copy of an offer
 * @param fixed per offer `FREE`, 0 left out or 1 bought
 * @returns the cost, Infinity when the block cannot be covered
 * @example coverBlock(blocksOf({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity })[0], new Float64Array([7]), new Uint8Array([FREE])) // → 7 (the only offer at its price)
 * @example coverBlock(blocksOf({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity })[0], new Float64Array([7]), new Uint8Array([0])) // → Infinity (left out)
 * @source M. Held and R. M. Karp, J. SIAM 10 (1962) 196 (dynamic programming over subsets)
 */
export function coverBlock(block: Block, prices: Float64Array, fixed: Uint8Array, used?: Float64Array): number {
  const { offers, copies, masks, byNeed, full, best, via } = block;
  let start = 0;
  for (let position = 0; position < offers.length; position++) {
    if (fixed[offers[position]!] === 1) start |= masks[position]!;
    if (used) used[copies[position]!] = 0;
  }
  best.fill(Number.POSITIVE_INFINITY);
  best[start] = 0;
  for (let covered = start; covered < full; covered++) {
    const cost = best[covered]!;
    if (cost === Number.POSITIVE_INFINITY) continue;
    for (const position of byNeed[lowestZero(covered)]!) {
      if (fixed[offers[position]!] !== FREE) continue;
      const next = covered | masks[position]!;
      const total = cost + prices[copies[position]!]!;
      if (total < best[next]!) {
        best[next] = total;
        via[next] = position * (full + 1) + covered;
      }
    }
  }
  if (used && best[full]! < Number.POSITIVE_INFINITY) traceBack(block, start, used);
  return best[full]!;
}

function traceBack({ copies, full, via }: Block, start: number, used: Float64Array): void {
  for (let covered = full; covered !== start; ) {
    const step = via[covered]!;
    used[copies[Math.floor(step / (full + 1))]!] = 1;
    covered = step % (full + 1);
  }
}

function lowestZero(mask: number): number {
  return 31 - Math.clz32(~mask & (mask + 1));
}

function blockOf(problem: Problem, needs: readonly number[], firstCopy: number): Block {
  const offers = [...new Set(needs.flatMap((need) => problem.needs[need]!))].sort((a, b) => a - b);
  const full = 2 ** needs.length - 1;
  return {
    offers,
    copies: offers.map((_, position) => firstCopy + position),
    masks: offers.map((offer) =>
      needs.reduce((mask, need, bit) => mask | (problem.needs[need]!.includes(offer) ? 1 << bit : 0), 0),
    ),
    byNeed: needs.map((need) => problem.needs[need]!.map((offer) => offers.indexOf(offer))),
    full,
    best: new Float64Array(full + 1),
    via: new Int32Array(full + 1),
  };
}

/** Needs that are linked through offers, each part in breadth-first order so that neighbours stay close. */
function connectedParts(problem: Problem): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const parts: number[][] = [];
  for (let need = 0; need < problem.needs.length; need++) {
    if (seen.has(need)) continue;
    const part = new Set([need]);
    for (const member of part) {
      for (const offer of problem.needs[member]!) for (const next of problem.covers[offer]!) part.add(next);
    }
    for (const member of part) seen.add(member);
    parts.push([...part]);
  }
  return parts;
}
