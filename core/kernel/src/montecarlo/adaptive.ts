import { refuse } from "../refusals.ts";
import { mean, sampleSd } from "../statistics.ts";
import { Growing } from "./growing.ts";
import { type Histogram, histogramAbout } from "./histogram.ts";
import { jointSummary } from "./joint.ts";
import type { TrialPlan } from "./plan.ts";
import { type Interval, summarize, type TrialSummary } from "./summary.ts";
import { type RunTrials, trialRunner } from "./trials.ts";
import { isDecided, isFine, type LawInterval } from "./validation.ts";

/** `digits` of u that are to be reliable, and which interval is to be stable; `mostTrials` ends a run that is not. */
export type AdaptiveSettings = {
  readonly probability: number;
  readonly digits: 1 | 2;
  readonly interval?: "symmetric" | "shortest";
  readonly mostTrials?: number;
  /** By output: the intervals of the propagation law that its trials are to judge, for which they run on. */
  readonly judging?: readonly (readonly LawInterval[])[];
};

/** How far a run has come with one output: averages over the blocks so far and how well each is known. */
export type AdaptiveProgress = {
  readonly name: string;
  readonly trials: number;
  readonly y: number;
  readonly u: number;
  readonly low: number;
  readonly high: number;
  /** Numerical tolerance δ of u. */
  readonly tolerance: number;
  /** Standard deviations of the averages over the blocks. */
  readonly standardErrors: { readonly y: number; readonly u: number; readonly low: number; readonly high: number };
  /** Whether every figure is known to within the tolerance. */
  readonly stable: boolean;
  /** Whether, besides, the ends of the interval are known to within a fifth of it. */
  readonly fitToJudge: boolean;
};

/** The summary of all trials of one output, with what the last look at its stability said, and its histogram. */
export type AdaptiveOutput = TrialSummary &
  Pick<AdaptiveProgress, "name" | "tolerance" | "standardErrors" | "stable" | "fitToJudge"> & {
    /** Null where nothing varies. */
    readonly histogram: Histogram | null;
    /** Covariance with every output, in their order; null for a single output and for very many. */
    readonly covariance: readonly number[] | null;
    /** For each interval of `judging`: whether the trials tell on which side of δ it lies. */
    readonly decided: readonly boolean[];
    /** Largest part that one value has of Σ(v − y)²; 0 where nothing varies. */
    readonly heaviest: number;
  };

const DEFAULT_MOST = 10_000_000;

/** Blocks below which nothing counts as stable: the standard deviation of two or three is itself not known (our choice). */
const LEAST_BLOCKS = 10;

/** Trials grow by this before all of them are looked at again: a look at all costs as much as many blocks (our choice). */
const NEXT_LOOK = 1.1;

/**
 * Runs blocks of trials until y, u and the interval of every output are stable within the tolerance. Between blocks it
 * yields what it has, so that a caller can show progress and stop; the last result is returned.
 *
 * Trials that judge the propagation law run on until `isDecided` holds for each of its intervals, both for the mean of
 * the blocks and for all trials at once, or until `mostTrials` are used up.
 *
 * @param run computes the trials of the plan; whoever does, in however many threads, gives the same values
 * @throws Refusal `model-not-finite`, `outside-domain`
 * @source JCGM 101:2008, 7.9.4, and 8.2 (recalled) to judge the propagation law; JCGM 102:2011, 7.8 for several outputs
 * @example adaptiveTrials({ model: { inputs: ["x"], outputs: [{ name: "y", at: 0 }], steps: [{ kind: "input", input: 0 }], places: [] }, distributions: [{ kind: "rectangular", x: 20, a: 4 }], seed: 1 }, { probability: 0.95, digits: 2 }).next().value // → [{ name: "y", trials: 20000, tolerance: 0.05 }] (JCGM 101:2008, 7.9.4: the first look comes after two blocks of 10⁴; u = 4/√3 = 2.3 has δ = 0.05)
 */
export function* adaptiveTrials(
  plan: TrialPlan,
  { probability, digits, interval = "symmetric", mostTrials = DEFAULT_MOST, judging = [] }: AdaptiveSettings,
  run: RunTrials = trialRunner(plan),
): Generator<readonly AdaptiveProgress[], readonly AdaptiveOutput[]> {
  if (!(probability > 0 && probability < 1)) {
    refuse("outside-domain", { name: "probability", given: probability, min: 0, max: 1 });
  }
  const size = Math.max(Math.ceil(100 / (1 - probability) - 1e-6), 10_000);
  const runs: Run[] = plan.model.outputs.map(({ name }) => ({ name, blocks: [], values: new Growing() }));
  let nextLook = 0;
  for (let block = 0; ; block++) {
    for (const [k, values] of run(block * size, size).entries()) {
      const { name, blocks, values: all } = runs[k]!;
      all.add(values);
      const { y, u, ...intervals } = summarize(name, values, probability);
      blocks.push({ y, u, ...intervals[interval] });
    }
    if (block === 0) continue;
    const progress = runs.map((run) => look(run, size, digits));
    const last = (block + 2) * size > mostTrials;
    const laws = (k: number) => judging[k] ?? [];
    const enough = progress.every((each, k) =>
      laws(k).length === 0
        ? each.stable
        : each.stable && (isKnown(each, laws(k), each, { blocks: block + 1, last }) || outOfReach(each, mostTrials)),
    );
    if (last || (enough && block >= nextLook)) {
      const all = runs.map(({ name, values }) => summarize(name, values.all, probability));
      const decided = progress.map((each, k) =>
        laws(k).map((law) => isKnown(each, [law], all[k]![interval], { blocks: block + 1, last })),
      );
      const settled = progress.every((each, k) => decided[k]!.every(Boolean) || outOfReach(each, mostTrials));
      if (last || settled) return finished(runs, progress, all, decided);
      nextLook = block * NEXT_LOOK;
    }
    yield progress;
  }
}

/**
 * Runs blocks of trials until every figure is stable, to the end; `adaptiveTrials` shows the way there.
 *
 * @throws Refusal `model-not-finite`, `outside-domain`
 * @source JCGM 101:2008, 7.9.4
 * @example runAdaptive({ model: { inputs: ["a", "b", "c", "d"], outputs: [{ name: "y", at: 6 }], steps: [{ kind: "input", input: 0 }, { kind: "input", input: 1 }, { kind: "input", input: 2 }, { kind: "input", input: 3 }, { kind: "binary", operator: "+", a: 0, b: 1 }, { kind: "binary", operator: "+", a: 4, b: 2 }, { kind: "binary", operator: "+", a: 5, b: 3 }], places: [] }, distributions: ["a", "b", "c", "d"].map(() => ({ kind: "normal", x: 0, u: 1 })), seed: 1 }, { probability: 0.95, digits: 2 }) // → [{ name: "y", u: 2.0, symmetric: { low: -3.9, high: 3.9 }, stable: true }] (JCGM 101:2008, 9.2.2: four standard normal inputs)
 */
export function runAdaptive(plan: TrialPlan, settings: AdaptiveSettings): readonly AdaptiveOutput[] {
  const steps = adaptiveTrials(plan, settings);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

type Figure = "y" | "u" | "low" | "high";

type Run = {
  readonly name: string;
  readonly blocks: ({ readonly y: number; readonly u: number } & Interval)[];
  readonly values: Growing;
};

function look({ name, blocks }: Run, size: number, digits: 1 | 2): AdaptiveProgress {
  const average = (key: Figure) => mean(blocks.map((block) => block[key]));
  const error = (key: Figure) => sampleSd(blocks.map((block) => block[key])) / Math.sqrt(blocks.length);
  const standardErrors = { y: error("y"), u: error("u"), low: error("low"), high: error("high") };
  const [y, u] = [average("y"), pooled(blocks, size)];
  const tolerance = numericalTolerance(u, digits);
  const known = blocks.length >= LEAST_BLOCKS;
  const stable = u === 0 || (known && Object.values(standardErrors).every((s) => 2 * s <= tolerance));
  const fitToJudge = stable && isFine(standardErrors, tolerance);
  const trials = blocks.length * size;
  const [low, high] = [average("low"), average("high")];
  return { name, trials, y, u, low, high, tolerance, standardErrors, stable, fitToJudge };
}

/** Whether the trials tell on which side of the tolerance each law lies. */
function isKnown(
  { standardErrors, tolerance }: AdaptiveProgress,
  laws: readonly LawInterval[],
  ends: Interval,
  look: { readonly blocks: number; readonly last: boolean },
): boolean {
  return laws.every((law) => isDecided(law, ends, standardErrors, { tolerance, ...look }));
}

/** Whether the most trials would leave the ends half as wide again as agreement allows: s falls with the root of the trials. */
function outOfReach({ standardErrors: { low, high }, trials, tolerance }: AdaptiveProgress, most: number): boolean {
  const narrower = Math.sqrt(trials / most) / 1.5;
  return !isFine({ low: narrower * low, high: narrower * high }, tolerance);
}

/** Standard deviation of all trials from those of their blocks. */
function pooled(blocks: Run["blocks"], size: number): number {
  const y = mean(blocks.map((block) => block.y));
  const squares = blocks.reduce((total, block) => total + (size - 1) * block.u ** 2 + size * (block.y - y) ** 2, 0);
  return Math.sqrt(squares / (blocks.length * size - 1));
}

/** Covariances take a pass over the trials for each pair; beyond so many outputs they are left out. */
const MOST_TOGETHER = 8;

/** The figures that are reported come from all trials at once. @source JCGM 101:2008, 7.9.4, step k */
function finished(
  runs: readonly Run[],
  progress: readonly AdaptiveProgress[],
  summaries: readonly TrialSummary[],
  decided: readonly (readonly boolean[])[],
): readonly AdaptiveOutput[] {
  const together = runs.length > 1 && runs.length <= MOST_TOGETHER;
  const joint = together ? jointSummary(runs.map(({ values }) => values.all)) : undefined;
  return runs.map(({ name, values }, k) => {
    const { tolerance, standardErrors, stable, fitToJudge } = progress[k]!;
    const summary = summaries[k]!;
    const histogram = histogramAbout(values.all, summary.y, summary.u);
    return {
      name,
      tolerance,
      standardErrors,
      stable,
      fitToJudge,
      ...summary,
      histogram,
      covariance: joint?.covariance[k] ?? null,
      decided: decided[k]!,
      heaviest: heaviestOf(values.all, summary),
    };
  });
}

function heaviestOf(values: Float64Array, { y, u }: TrialSummary): number {
  let farthest = 0;
  for (const value of values) farthest = Math.max(farthest, Math.abs(value - y));
  return u > 0 ? (farthest / u) ** 2 / (values.length - 1) : 0;
}

/**
 * δ = ½ · 10^l, where u = c · 10^l and c is a whole number of so many digits.
 *
 * @example numericalTolerance(0.00035, 2) // → 0.000005 (JCGM 101:2008, 7.9.2, example 1)
 * @example numericalTolerance(2, 1) // → 0.5 (JCGM 101:2008, 7.9.2, example 2)
 * @source JCGM 101:2008, 7.9.2
 */
export function numericalTolerance(u: number, digits: 1 | 2): number {
  if (u === 0) return 0;
  const exponent = Number(u.toExponential(digits - 1).split("e")[1]);
  return Number(`5e${exponent - digits}`);
}
