import { FREE } from "./blocks.ts";
import type { Problem, ProblemLab } from "./problem.ts";

/** How a laboratory is used: 0 not at all, 1 without a discount, 2 + t with tier t. A set of modes is a bit mask. */
export type Mode = number;
export const CLOSED: Mode = 0;

/**
 * All modes of a laboratory as a bit mask: closed, without a discount, and one for each tier.
 *
 * @example modesOf({ tiers: [] }) // → 3 (2² − 1)
 * @example modesOf({ tiers: [{ minSubtotal: 80000, bp: 1000 }] }) // → 7 (2³ − 1)
 * @source ours: the decomposition of the search
 */
export function modesOf(lab: ProblemLab): number {
  return 2 ** (lab.tiers.length + 2) - 1;
}

/** What the laboratory side of the relaxed problem is told: revenue per offer, prices of hours and sample, fixings. */
export type LabTerms = {
  /** Per offer what the blocks pay for it. */
  readonly revenue: Float64Array;
  readonly hourPrice: Float64Array;
  readonly samplePrice: number;
  readonly fixed: Uint8Array;
  /** Working space: fractions of the mode under evaluation, by offer. */
  readonly scratch: Float64Array;
};

/** The best value found and how it comes about: the mode and the size of the shared specimen. */
export type LabValue = { value: number; mode: Mode; specimen: number };

/**
 * The least relaxed cost of a laboratory over the allowed modes: fixed cost, prices and preparations less revenue.
 *
 * A discount mode must reach its threshold; what is missing is filled up with fractions of the least unprofitable
 * offers, which keeps the value a lower bound. Where sample has a price, every size of the specimen that
 * non-destructive offers share is tried.
 *
 * @param share receives the bought fraction of each of the laboratory's offers, if given
 * @param modes allowed, as a bit mask
 * @example labValue({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, 0, 3, { revenue: new Float64Array([12]), hourPrice: new Float64Array(0), samplePrice: 0, fixed: new Uint8Array([2]), scratch: new Float64Array(1) }) // → { value: 0, mode: 0 } (closed: 5 + 10 − 12 = 3 > 0)
 * @example labValue({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, 0, 3, { revenue: new Float64Array([18]), hourPrice: new Float64Array(0), samplePrice: 0, fixed: new Uint8Array([2]), scratch: new Float64Array(1) }) // → { value: -3, mode: 1 } (5 + 10 − 18)
 * @source ours: the decomposition of the search
 */
export function labValue(
  problem: Problem,
  index: number,
  modes: number,
  terms: LabTerms,
  share?: Float64Array,
): LabValue {
  const lab = problem.labs[index]!;
  const result: LabValue = { value: Number.POSITIVE_INFINITY, mode: CLOSED, specimen: 0 };
  if (modes & 1 && !lab.offers.some((offer) => terms.fixed[offer] === 1)) {
    result.value = 0;
    if (share) for (const offer of lab.offers) share[offer] = 0;
  }
  const specimens = terms.samplePrice > 0 ? lab.specimens : lab.specimens.slice(-1);
  for (let mode = 1; mode < lab.tiers.length + 2; mode++) {
    if ((modes & (1 << mode)) === 0) continue;
    for (const specimen of specimens) {
      const value = openValue(problem, lab, mode, specimen, terms);
      if (value >= result.value) continue;
      Object.assign(result, { value, mode, specimen });
      if (share) for (const offer of lab.offers) share[offer] = terms.scratch[offer]!;
    }
  }
  return result;
}

/** What one open mode adds up to; offers that need a larger specimen than `specimen` are not to be had in it. */
type Sums = { cost: number; subtotal: number; readonly specimen: number };

type Filler = { readonly offer: number; readonly cost: number; readonly amount: number };

function openValue(problem: Problem, lab: ProblemLab, mode: Mode, specimen: number, terms: LabTerms): number {
  const tier = lab.tiers[mode - 2];
  const rate = tier ? 1 - tier.bp / 10_000 : 1;
  const fillers: Filler[] | undefined = tier ? [] : undefined;
  const sums: Sums = { cost: lab.fixed + terms.samplePrice * specimen, subtotal: 0, specimen };
  for (const group of groupsOf(problem, lab)) addGroup(problem, group, rate, terms, sums, fillers);
  if (!tier || !fillers) return sums.cost;
  return sums.cost + fillUp(fillers, tier.minSubtotal - sums.subtotal, terms.scratch);
}

/** Offers of a laboratory that share a preparation; -1 for those without one. */
type Group = { readonly prep: number; readonly offers: readonly number[] };
/** The groups of a laboratory never change, and a search asks for them some hundred thousand times. */
const groupsByLab = new WeakMap<ProblemLab, readonly Group[]>();

function groupsOf(problem: Problem, lab: ProblemLab): readonly Group[] {
  const known = groupsByLab.get(lab);
  if (known) return known;
  const groups = [-1, ...lab.preps].map((prep) => ({
    prep,
    offers: lab.offers.filter((offer) => problem.prep[offer] === prep),
  }));
  groupsByLab.set(lab, groups);
  return groups;
}

/** Offers of one preparation (or of none, -1) stand or fall together with its cost. */
function addGroup(
  problem: Problem,
  { prep, offers }: Group,
  rate: number,
  terms: LabTerms,
  sums: Sums,
  fillers: Filler[] | undefined,
): void {
  const shared = prep < 0 ? undefined : problem.preps[prep]!;
  let cost = shared ? rate * shared.cost + terms.samplePrice * shared.quantity : 0;
  let amount = shared?.cost ?? 0;
  let forced = false;
  const { scratch } = terms;
  for (const offer of offers) {
    const reduced = reducedCost(problem, offer, rate, terms);
    const state = terms.fixed[offer]!;
    if (!problem.destructive[offer] && problem.quantity[offer]! > sums.specimen) {
      scratch[offer] = 0;
      if (state === 1) sums.cost = Number.POSITIVE_INFINITY;
      continue;
    }
    const buys = state === 1 || (state === FREE && reduced < 0);
    scratch[offer] = buys ? 1 : 0;
    if (state === 1) forced = true;
    if (buys) {
      cost += reduced;
      amount += problem.price[offer]!;
    } else if (state === FREE) fillers?.push({ offer, cost: reduced, amount: problem.price[offer]! });
  }
  if (!shared || forced || cost < 0) {
    sums.cost += cost;
    sums.subtotal += amount;
    return;
  }
  for (const offer of offers) scratch[offer] = 0;
  fillers?.push({ offer: -1, cost, amount });
}

function reducedCost(problem: Problem, offer: number, rate: number, terms: LabTerms): number {
  const instrument = problem.instrument[offer]!;
  const hours = instrument < 0 ? 0 : terms.hourPrice[instrument]! * problem.hours[offer]!;
  const sample = problem.destructive[offer] ? terms.samplePrice * problem.quantity[offer]! : 0;
  return rate * problem.price[offer]! + hours + sample - terms.revenue[offer]!;
}

/** Fills a missing amount with the fillers that cost least per amount, the last one in part. */
function fillUp(fillers: Filler[], missing: number, scratch: Float64Array): number {
  if (missing <= 0) return 0;
  fillers.sort((a, b) => a.cost * b.amount - b.cost * a.amount || a.offer - b.offer);
  let cost = 0;
  let open = missing;
  for (const filler of fillers) {
    if (filler.amount <= 0) continue;
    const part = Math.min(1, open / filler.amount);
    cost += part * filler.cost;
    if (filler.offer >= 0) scratch[filler.offer] = part;
    // Whoever is bought in part fills the rest: (60/201)·201 is not 60 in binary, and what it leaves is no gap.
    if (part < 1) return cost;
    open -= filler.amount;
    if (open <= 0) return cost;
  }
  return Number.POSITIVE_INFINITY;
}
