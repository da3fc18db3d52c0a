import { ascend, copyOf, type Leaning } from "./ascent.ts";
import { fits } from "./bill.ts";
import { FREE } from "./blocks.ts";
import { type Incumbent, improveFrom, propose } from "./incumbent.ts";
import { probe } from "./probe.ts";
import type { Problem } from "./problem.ts";
import {
  bound,
  type Fixing,
  firstMultipliers,
  type Multipliers,
  nothingFixed,
  type Relaxation,
  relax,
} from "./relaxation.ts";

/** How the search stands; answer true to stop it. */
export type SearchProgress = {
  readonly nodes: number;
  readonly best: number | null;
  /** No plan can cost less. */
  readonly bound: number;
};
export type OnTick = (progress: SearchProgress) => boolean;

export type SearchResult = {
  /** Indices of bought offers, or null when no plan below the cutoff was found. */
  readonly choice: Uint8Array | null;
  readonly cost: number | null;
  /** Lower bound of any plan below the cutoff; equals cost when proven. */
  readonly bound: number;
  /** Whether the answer is proven: the plan is optimal, or there is none below the cutoff. */
  readonly proven: boolean;
  readonly nodes: number;
};

type Node = { readonly fixing: Fixing; readonly multipliers: Multipliers; bound: number };

/** Bounds are binary floats over whole fen; this much is rounding, not money. */
const ROUNDING = 1e-3;

const ROOT_STEPS = 400;
const NODE_STEPS = 60;
/** So many nodes look for plans while their bound rises; later ones, once it has risen: plans hardly get better then. */
const EAGER_NODES = 40;

/**
 * The cheapest choice of offers below a cutoff, exact, by branch and bound on Lagrangian bounds.
 *
 * @param cutoff only plans that cost less are looked for; Infinity for any
 * @param satisfied a plan of at most this cost ends the search
 * @param onTick called at every node; answers true to stop
 * @example cheapest({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, Infinity, () => false) // → { cost: 15, choice: [1], proven: true } (10 and the fixed 5, the only plan)
 * @example cheapest({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, 15, () => false) // → { cost: null, choice: null, proven: true } (no plan costs less than 15)
 * @source A. H. Land and A. G. Doig, Econometrica 28 (1960) 497 (branch and bound); A. M. Geoffrion (1974) for the
 *   bounds
 */
export function cheapest(
  problem: Problem,
  cutoff: number,
  onTick: OnTick,
  satisfied = Number.NEGATIVE_INFINITY,
): SearchResult {
  const relaxation = relax(problem);
  // No plan costs more than everything together: a bound beyond that proves that there is none.
  const incumbent: Incumbent = { cost: Math.min(cutoff, costOfEverything(problem) + 1), choice: undefined };
  const root: Node = {
    fixing: nothingFixed(problem),
    multipliers: firstMultipliers(relaxation),
    bound: Number.NEGATIVE_INFINITY,
  };
  const open: Node[] = [root];
  let nodes = 0;
  for (let node = takeNext(open, false), dives = false; node; node = takeNext(open, dives)) {
    dives = false;
    if (isHopeless(node.bound, incumbent)) continue;
    const lowest = lowestOf(open, node.bound);
    if (onTick({ nodes, best: incumbent.choice ? incumbent.cost : null, bound: lowest })) {
      return report(incumbent, lowest, false, nodes);
    }
    nodes++;
    const halves = expand(relaxation, incumbent, node, nodes);
    open.push(...halves);
    dives = halves.length > 0;
    if (nodes === 1 && !incumbent.choice && !isPossible(problem, incumbent, onTick)) open.length = 0;
    if (incumbent.choice && incumbent.cost <= satisfied) break;
  }
  return report(incumbent, incumbent.cost, true, nodes);
}

/** The next node: while a dive goes on the half to look at first, else the one whose bound holds the proof back most. */
function takeNext(open: Node[], dives: boolean): Node | undefined {
  if (dives) return open.pop();
  let least = open.length - 1;
  for (let index = open.length - 1; index >= 0; index--) if (open[index]!.bound < open[least]!.bound) least = index;
  const node = open[least];
  const last = open.pop();
  if (last && last !== node) open[least] = last;
  return node;
}

function lowestOf(open: readonly Node[], start: number): number {
  let lowest = start;
  for (const node of open) if (node.bound < lowest) lowest = node.bound;
  return lowest;
}

function report({ cost, choice }: Incumbent, lowest: number, proven: boolean, nodes: number): SearchResult {
  return { choice: choice ?? null, cost: choice ? cost : null, bound: lowest, proven, nodes };
}

/**
 * Whether any plan exists if money is no object, by the same search with nothing to pay: tells a hopeless problem apart
 * far sooner than prices do, and finds a first plan where the heuristics failed.
 */
function isPossible(problem: Problem, incumbent: Incumbent, onTick: OnTick): boolean {
  if (costOfEverything(problem) === 0) return true;
  const free: Problem = {
    ...problem,
    price: problem.price.map(() => 0),
    preps: problem.preps.map((prep) => ({ ...prep, cost: 0 })),
    labs: problem.labs.map((lab) => ({ ...lab, fixed: 0, tiers: [] })),
  };
  const { choice, proven } = cheapest(free, 1, ({ nodes }) => onTick({ nodes, best: null, bound: 0 }));
  if (choice) propose(problem, incumbent, choice);
  return choice !== null || !proven;
}

function costOfEverything({ labs, price, preps }: Problem): number {
  const costs = [...labs.map(({ fixed }) => fixed), ...price, ...preps.map(({ cost }) => cost)];
  return costs.reduce((sum, cost) => sum + cost, 0);
}

function isHopeless(lowest: number, incumbent: Incumbent): boolean {
  return Math.ceil(lowest - ROUNDING) >= incumbent.cost;
}

/** Bounds a node and splits it; the child to look at first comes last. */
function expand(relaxation: Relaxation, incumbent: Incumbent, node: Node, nodes: number): readonly Node[] {
  const { problem } = relaxation;
  const isRoot = nodes === 1;
  if (!propagate(problem, node.fixing)) return [];
  if (isRoot) {
    bound(relaxation, node.multipliers, node.fixing);
    improveFrom(relaxation, incumbent, node.multipliers);
  }
  const every = isRoot ? 10 : nodes <= EAGER_NODES ? 20 : NODE_STEPS + 1;
  const ascent = ascend(relaxation, node.multipliers, node.fixing, {
    steps: isRoot ? ROOT_STEPS : NODE_STEPS,
    cutoff: incumbent.cost - 1 + ROUNDING,
    target: incumbent.choice ? incumbent.cost : undefined,
    onBound: (step, multipliers) => {
      if (step % every === every - 1) improveFrom(relaxation, incumbent, multipliers);
    },
  });
  node.bound = Math.max(node.bound, ascent.bound);
  if (isHopeless(node.bound, incumbent)) return [];

  const lowest = bound(relaxation, ascent.multipliers, node.fixing);
  improveFrom(relaxation, incumbent, ascent.multipliers);
  if (isHopeless(node.bound, incumbent)) return [];
  if (!probe(relaxation, ascent.multipliers, node.fixing, lowest, incumbent.cost - 1 + ROUNDING)) return [];
  if (!propagate(problem, node.fixing)) return [];
  return split(relaxation, incumbent, node.fixing, ascent.leaning).map((fixing) => ({
    fixing,
    multipliers: copyOf(ascent.multipliers),
    bound: node.bound,
  }));
}

/** Settles what the fixings imply; false when they contradict each other. */
function propagate(problem: Problem, { offers, modes }: Fixing): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    for (let lab = 0; lab < problem.labs.length; lab++) {
      const own = problem.labs[lab]!.offers;
      if (own.some((offer) => offers[offer] === 1)) modes[lab]! &= ~1;
      if (modes[lab] === 0) return false;
      if (modes[lab] === 1) for (const offer of own) changed = drop(offers, offer) || changed;
    }
    for (const covering of problem.needs) {
      if (covering.some((offer) => offers[offer] === 1)) continue;
      const free = covering.filter((offer) => offers[offer] === FREE);
      if (free.length === 0) return false;
      if (free.length > 1) continue;
      offers[free[0]!] = 1;
      changed = true;
    }
    const bought = Uint8Array.from(offers, (state) => (state === 1 ? 1 : 0));
    if (!fits(problem, bought)) return false;
    for (let offer = 0; offer < offers.length; offer++) {
      if (offers[offer] !== FREE) continue;
      bought[offer] = 1;
      if (!fits(problem, bought)) changed = drop(offers, offer) || changed;
      bought[offer] = 0;
    }
  }
  return true;
}

function drop(offers: Uint8Array, offer: number): boolean {
  if (offers[offer] !== FREE) return false;
  offers[offer] = 0;
  return true;
}

/** Two halves of a node: by the least settled laboratory mode first, then by the least settled offer. */
function split(relaxation: Relaxation, incumbent: Incumbent, fixing: Fixing, leaning: Leaning): readonly Fixing[] {
  const lab = leastSettledLab(fixing, leaning);
  if (lab !== undefined) {
    const mode = 1 << usual(leaning.modes[lab]!, fixing.modes[lab]!);
    return [withModes(fixing, lab, fixing.modes[lab]! & ~mode), withModes(fixing, lab, mode)];
  }
  const offer = leastSettledOffer(relaxation, fixing, leaning);
  if (offer !== undefined) {
    const first = leaning.offers[offer]! >= 0.5 ? 1 : 0;
    return [withOffer(fixing, offer, 1 - first), withOffer(fixing, offer, first)];
  }
  propose(
    relaxation.problem,
    incumbent,
    Uint8Array.from(fixing.offers, (state) => (state === 1 ? 1 : 0)),
  );
  return [];
}

function leastSettledLab({ modes }: Fixing, leaning: Leaning): number | undefined {
  let found: number | undefined;
  let least = 0.9;
  leaning.modes.forEach((shares, lab) => {
    if ((modes[lab]! & (modes[lab]! - 1)) === 0) return;
    const share = shares[usual(shares, modes[lab]!)]!;
    if (share < least) {
      least = share;
      found = lab;
    }
  });
  return found;
}

function usual(shares: Float64Array, allowed: number): number {
  let best = -1;
  for (let mode = 0; mode < shares.length; mode++) {
    if (allowed & (1 << mode) && (best < 0 || shares[mode]! > shares[best]!)) best = mode;
  }
  return best;
}

function leastSettledOffer({ problem }: Relaxation, fixing: Fixing, leaning: Leaning): number | undefined {
  let found: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let offer = 0; offer < fixing.offers.length; offer++) {
    if (fixing.offers[offer] !== FREE) continue;
    const distance = Math.abs(leaning.offers[offer]! - 0.5) - 1e-9 * problem.price[offer]!;
    if (distance < least) {
      least = distance;
      found = offer;
    }
  }
  return found;
}

function withModes({ offers, modes }: Fixing, lab: number, allowed: number): Fixing {
  const next = modes.slice();
  next[lab] = allowed;
  return { offers: offers.slice(), modes: next };
}

function withOffer({ offers, modes }: Fixing, offer: number, state: number): Fixing {
  const next = offers.slice();
  next[offer] = state;
  return { offers: next, modes: modes.slice() };
}
