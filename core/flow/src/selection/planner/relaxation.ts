import { type Block, blocksOf, coverBlock, FREE } from "./blocks.ts";
import { CLOSED, type LabTerms, labValue, modesOf } from "./lab-mode.ts";
import type { Problem } from "./problem.ts";

/** What the search has settled: per offer FREE, 0 or 1; per laboratory the set of modes still allowed. */
export type Fixing = { readonly offers: Uint8Array; readonly modes: Int32Array };

/** Prices that tie the parts together: per copy of an offer, per instrument hour, per unit of sample. */
export type Multipliers = { readonly copy: Float64Array; readonly hour: Float64Array; sample: number };

/**
 * The relaxed problem: blocks cover their needs at prices paid to laboratories, and laboratories choose what to sell.
 * For any multipliers from 0 the sum of both sides is a lower bound of the cost.
 */
export type Relaxation = {
  readonly problem: Problem;
  readonly blocks: readonly Block[];
  readonly copyOffer: Int32Array;
  /** Blocks of each offer. */
  readonly blocksOfOffer: readonly (readonly Block[])[];
  /** Per copy whether its block buys it, per offer the fraction its laboratory sells; from the last bound. */
  readonly bought: Float64Array;
  readonly sold: Float64Array;
  readonly labValues: Float64Array;
  readonly labModes: Int32Array;
  /** Size of the specimen that each laboratory's non-destructive offers share. */
  readonly specimens: Float64Array;
  readonly blockValues: Float64Array;
  readonly terms: LabTerms;
  /** Typical hours and sample of an offer: they put steps of all multipliers on one footing. */
  readonly scale: { readonly hours: number; readonly sample: number };
};

/**
 * The relaxed problem of a problem, with its working space.
 *
 * @example relax({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }).blocks.length // → 1 (one need, one block)
 * @source A. M. Geoffrion, Mathematical Programming Study 2 (1974) 82 (Lagrangian relaxation); the decomposition is
 *   ours
 */
export function relax(problem: Problem): Relaxation {
  const blocks = blocksOf(problem);
  const copyOffer = Int32Array.from(blocks.flatMap(({ offers }) => offers));
  return {
    problem,
    blocks,
    copyOffer,
    blocksOfOffer: problem.offers.map((_, offer) => blocks.filter(({ offers }) => offers.includes(offer))),
    bought: new Float64Array(copyOffer.length),
    sold: new Float64Array(problem.offers.length),
    labValues: new Float64Array(problem.labs.length),
    labModes: new Int32Array(problem.labs.length),
    specimens: new Float64Array(problem.labs.length),
    blockValues: new Float64Array(blocks.length),
    terms: {
      revenue: new Float64Array(problem.offers.length),
      hourPrice: new Float64Array(problem.capacity.length),
      samplePrice: 0,
      fixed: new Uint8Array(problem.offers.length),
      scratch: new Float64Array(problem.offers.length),
    },
    scale: { hours: typical(problem.hours), sample: typical(problem.quantity) },
  };
}

function typical(values: readonly number[]): number {
  const positive = values.filter((value) => value > 0);
  return positive.length === 0 ? 1 : positive.reduce((sum, value) => sum + value, 0) / positive.length;
}

/**
 * The beginning of a search: every offer free, every mode allowed.
 *
 * @example nothingFixed({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }) // → { offers: [2], modes: [3] } (FREE, and two modes: closed and open)
 * @source ours: the decomposition of the search
 */
export function nothingFixed(problem: Problem): Fixing {
  return {
    offers: new Uint8Array(problem.offers.length).fill(FREE),
    modes: Int32Array.from(problem.labs.map(modesOf)),
  };
}

/**
 * Each offer's price shared evenly among its copies.
 *
 * @example firstMultipliers(relax({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity })) // → { copy: [10], hour: [], sample: 0 } (the whole price on the only copy)
 * @source ours: the decomposition of the search
 */
export function firstMultipliers({ problem, copyOffer, blocksOfOffer }: Relaxation): Multipliers {
  const copy = Float64Array.from(copyOffer, (offer) => problem.price[offer]! / blocksOfOffer[offer]!.length);
  return { copy, hour: new Float64Array(problem.capacity.length), sample: 0 };
}

/**
 * The lower bound at some multipliers; leaves both sides' answers in the relaxation.
 *
 * @returns in minor units; no plan costs less
 * @example bound(relax({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }), firstMultipliers(relax({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity })), nothingFixed({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity })) // → 10 (the block pays 10, the laboratory stays closed: 5 + 10 − 10 > 0)
 * @example bound(relax({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }), { copy: new Float64Array([15]), hour: new Float64Array(0), sample: 0 }, nothingFixed({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity })) // → 15 (the block pays 15, the laboratory earns nothing: the true cost)
 * @source A. M. Geoffrion, Mathematical Programming Study 2 (1974) 82
 */
export function bound(relaxation: Relaxation, multipliers: Multipliers, fixing: Fixing): number {
  const { problem, blocks, bought, sold, blockValues, labValues, labModes, specimens } = relaxation;
  const terms = termsOf(relaxation, multipliers, fixing);
  let total = constantPart(problem, multipliers);
  blocks.forEach((block, index) => {
    blockValues[index] = coverBlock(block, multipliers.copy, fixing.offers, bought);
    total += blockValues[index]!;
  });
  problem.labs.forEach((_, index) => {
    const { value, mode, specimen } = labValue(problem, index, fixing.modes[index]!, terms, sold);
    labValues[index] = value;
    labModes[index] = mode;
    specimens[index] = multipliers.sample > 0 ? (mode === CLOSED ? 0 : specimen) : specimenOf(problem, index, sold);
    total += value;
  });
  return total;
}

/** The least specimen that what a laboratory sells can share. */
function specimenOf({ labs, destructive, quantity }: Problem, lab: number, sold: Float64Array): number {
  let specimen = 0;
  for (const offer of labs[lab]!.offers) {
    if (!destructive[offer]) specimen = Math.max(specimen, sold[offer]! * quantity[offer]!);
  }
  return specimen;
}

/**
 * What laboratories are told under the multipliers; a bought offer's copies cost and earn nothing.
 *
 * @example termsOf(relax({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }), firstMultipliers(relax({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity })), nothingFixed({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity })).revenue // → [10] (what the blocks pay for the offer)
 * @source ours: the decomposition of the search
 */
export function termsOf(relaxation: Relaxation, multipliers: Multipliers, fixing: Fixing): LabTerms {
  const { copyOffer, terms } = relaxation;
  terms.revenue.fill(0);
  for (let copy = 0; copy < copyOffer.length; copy++) {
    const offer = copyOffer[copy]!;
    if (fixing.offers[offer] !== 1) terms.revenue[offer]! += multipliers.copy[copy]!;
  }
  return { ...terms, hourPrice: multipliers.hour, samplePrice: multipliers.sample, fixed: fixing.offers };
}

function constantPart(problem: Problem, multipliers: Multipliers): number {
  let total = problem.sample === Number.POSITIVE_INFINITY ? 0 : -multipliers.sample * problem.sample;
  for (let instrument = 0; instrument < problem.capacity.length; instrument++) {
    total -= multipliers.hour[instrument]! * problem.capacity[instrument]!;
  }
  return total;
}
