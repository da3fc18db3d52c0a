import { bound, type Fixing, type Multipliers, type Relaxation } from "./relaxation.ts";

/** Running averages of what both sides answered: they show what the relaxed optimum is undecided about. */
export type Leaning = {
  /** Per offer, how often some block bought it. */
  readonly offers: Float64Array;
  /** Per laboratory and mode, how often it was taken. */
  readonly modes: readonly Float64Array[];
};

export type Ascent = { bound: number; multipliers: Multipliers; leaning: Leaning };

export type AscentOptions = {
  readonly steps: number;
  /** A bound from here on ends the ascent: nothing better can be found below this node. */
  readonly cutoff: number;
  /** What the bound is thought to reach, if a plan is known; steers the step length. */
  readonly target: number | undefined;
  readonly onBound?: (step: number, multipliers: Multipliers) => void;
};

/**
 * Raises the lower bound by moving the multipliers along what the two sides disagree about (subgradient steps of
 * Polyak's length with a smoothed direction).
 *
 * @returns the best bound, with the multipliers that give it
 * @example ascend(((problem, block) => ({ problem, blocks: [block], copyOffer: Int32Array.of(0), blocksOfOffer: [[block]], bought: Float64Array.of(1), sold: new Float64Array(1), labValues: new Float64Array(1), labModes: Int32Array.of(1), specimens: new Float64Array(1), blockValues: new Float64Array(1), terms: { revenue: new Float64Array(1), hourPrice: new Float64Array(0), samplePrice: 0, fixed: new Uint8Array(1), scratch: new Float64Array(1) }, scale: { hours: 1, sample: 1 } }))({ offers: ["a"], price: [10], lab: [0], prep: [-1], instrument: [-1], hours: [0], quantity: [2], destructive: [true], needs: [[0]], covers: [[0]], labs: [{ fixed: 5, tiers: [], offers: [0], preps: [], specimens: [0] }], preps: [], capacity: [], sample: Infinity }, { offers: [0], copies: [0], masks: [1], byNeed: [[0]], full: 1, best: new Float64Array(2), via: new Int32Array(2) }), { copy: Float64Array.of(10), hour: new Float64Array(0), sample: 0 }, { offers: Uint8Array.of(2), modes: Int32Array.of(3) }, { steps: 200, cutoff: Infinity, target: 15 }).bound // → 15.0 (one offer at 10 and a fixed 5: the bound reaches the cost)
 * @source B. T. Polyak, USSR Comput. Math. Math. Phys. 9 (1969) 14 (step length)
 */
export function ascend(
  relaxation: Relaxation,
  start: Multipliers,
  fixing: Fixing,
  { steps, cutoff, target, onBound }: AscentOptions,
): Ascent {
  const current = copyOf(start);
  const best: Ascent = { bound: Number.NEGATIVE_INFINITY, multipliers: copyOf(start), leaning: noLeaning(relaxation) };
  const direction = gradientFor(relaxation);
  let pace = 1;
  let stalled = 0;
  for (let step = 0; step < steps; step++) {
    const value = bound(relaxation, current, fixing);
    lean(relaxation, best.leaning, step === 0 ? 1 : 0.08);
    onBound?.(step, current);
    if (value > best.bound) {
      stalled = value > best.bound + 1e-6 * Math.abs(value) ? 0 : stalled + 1;
      best.bound = value;
      copyInto(best.multipliers, current);
      if (value >= cutoff) return best;
    } else if (++stalled >= 8) {
      pace /= 2;
      stalled = 0;
      copyInto(current, best.multipliers);
      direction.fill(0);
      if (pace < 0.004) return best;
      continue;
    }
    const length = turn(relaxation, current, fixing, direction);
    if (length === 0) return best;
    const stride = (pace * Math.max((target ?? 1.5 * Math.abs(value) + 1) - value, 1)) / length;
    move(relaxation, current, direction, stride);
  }
  return best;
}

function gradientFor({ problem, copyOffer }: Relaxation): Float64Array {
  return new Float64Array(copyOffer.length + problem.capacity.length + 1);
}

/** Turns the direction towards the present disagreement; returns the square of its length. */
function turn(relaxation: Relaxation, current: Multipliers, fixing: Fixing, direction: Float64Array): number {
  const { problem, copyOffer, bought, sold } = relaxation;
  const copies = copyOffer.length;
  const hours = new Float64Array(problem.capacity.length);
  let sample = -problem.sample;
  for (let offer = 0; offer < sold.length; offer++) {
    const instrument = problem.instrument[offer]!;
    if (instrument >= 0) hours[instrument]! += sold[offer]! * problem.hours[offer]!;
    if (problem.destructive[offer]) sample += sold[offer]! * problem.quantity[offer]!;
  }
  for (const specimen of relaxation.specimens) sample += specimen;
  let length = 0;
  const put = (index: number, gradient: number, price: number) => {
    let next = gradient + 0.6 * direction[index]!;
    if (price <= 0 && next < 0) next = 0;
    direction[index] = next;
    length += next * next;
  };
  for (let copy = 0; copy < copies; copy++) {
    const offer = copyOffer[copy]!;
    put(copy, fixing.offers[offer] === 2 ? bought[copy]! - sold[offer]! : 0, current.copy[copy]!);
  }
  const scale = relaxation.scale;
  for (let index = 0; index < hours.length; index++) {
    put(copies + index, (hours[index]! - problem.capacity[index]!) / scale.hours, current.hour[index]!);
  }
  const over = Number.isFinite(sample) ? (sample + prepSample(relaxation)) / scale.sample : 0;
  put(copies + hours.length, over, current.sample);
  return length;
}

function prepSample({ problem, sold }: Relaxation): number {
  const used = new Set<number>();
  for (let offer = 0; offer < sold.length; offer++)
    if (sold[offer] === 1 && problem.prep[offer]! >= 0) used.add(problem.prep[offer]!);
  let total = 0;
  for (const prep of used) total += problem.preps[prep]!.quantity;
  return total;
}

function move({ copyOffer, scale }: Relaxation, current: Multipliers, direction: Float64Array, stride: number): void {
  const copies = copyOffer.length;
  for (let copy = 0; copy < copies; copy++) {
    current.copy[copy] = Math.max(0, current.copy[copy]! + stride * direction[copy]!);
  }
  for (let index = 0; index < current.hour.length; index++) {
    const step = (stride * direction[copies + index]!) / scale.hours;
    current.hour[index] = Math.max(0, current.hour[index]! + step);
  }
  const step = (stride * direction[copies + current.hour.length]!) / scale.sample;
  current.sample = Math.max(0, current.sample + step);
}

function lean({ bought, copyOffer, labModes }: Relaxation, leaning: Leaning, weight: number): void {
  for (let offer = 0; offer < leaning.offers.length; offer++) leaning.offers[offer]! *= 1 - weight;
  for (let copy = 0; copy < copyOffer.length; copy++) {
    if (bought[copy] === 1) leaning.offers[copyOffer[copy]!]! += weight;
  }
  leaning.modes.forEach((modes, lab) => {
    for (let mode = 0; mode < modes.length; mode++) modes[mode]! *= 1 - weight;
    modes[labModes[lab]!]! += weight;
  });
}

function noLeaning({ problem }: Relaxation): Leaning {
  return {
    offers: new Float64Array(problem.offers.length),
    modes: problem.labs.map((lab) => new Float64Array(lab.tiers.length + 2)),
  };
}

/**
 * A copy that may be moved without moving the original.
 *
 * @example copyOf({ copy: new Float64Array([1, 2]), hour: new Float64Array([3]), sample: 4 }) // → { copy: [1, 2], hour: [3], sample: 4 } (the same prices)
 * @source ours: plumbing of the search
 */
export function copyOf({ copy, hour, sample }: Multipliers): Multipliers {
  return { copy: copy.slice(), hour: hour.slice(), sample };
}

function copyInto(to: Multipliers, from: Multipliers): void {
  to.copy.set(from.copy);
  to.hour.set(from.hour);
  to.sample = from.sample;
}
