import { refuse } from "../refusals.ts";
import { mean, sampleSd } from "../statistics.ts";
import { Growing } from "./growing.ts";
import { type Histogram, histogramAbout } from "./histogram.ts";
import { jointSummary } from "./joint.ts";
import type { TrialPlan } from "./plan.ts";
import { type Interval, summarize, type TrialSummary } from "./summary.ts";
import { type RunTrials, trialRunner } from "./trials.ts";

/** `digits` of u that are to be reliable, and which interval is to be stable; `mostTrials` ends a run that is not. */
export type AdaptiveSettings = {
  readonly probability: number;
  readonly digits: 1 | 2;
  readonly interval?: "symmetric" | "shortest";
  readonly mostTrials?: number;
  /** By output: whether its interval is to judge the propagation law, for which the trials run on. */
  readonly judging?: readonly boolean[];
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
  };

const DEFAULT_MOST = 10_000_000;

/** Blocks below which nothing counts as stable: the standard deviation of two or three is itself not known (our choice). */
const LEAST_BLOCKS = 10;

/** To judge the propagation law, trials are known to δ over this. @source JCGM 101:2008, 8.2 (recalled) */
const JUDGING = 5;

/**
 * Runs blocks of trials until y, u and the interval of every output are stable within the tolerance. Between blocks it
 * yields what it has, so that a caller can show progress and stop; the last result is returned.
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
    const enough = progress.every((each, k) =>
      judging[k] ? each.fitToJudge || (each.stable && outOfReach(each, mostTrials)) : each.stable,
    );
    if (last || enough) return finished(runs, progress, probability);
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
  const ends = Math.max(standardErrors.low, standardErrors.high);
  const fitToJudge = stable && 2 * ends <= tolerance / JUDGING;
  const trials = blocks.length * size;
  const [low, high] = [average("low"), average("high")];
  return { name, trials, y, u, low, high, tolerance, standardErrors, stable, fitToJudge };
}

/** Whether the most trials would leave the ends half as wide again as judging allows: s falls with the root of the trials. */
function outOfReach({ standardErrors: { low, high }, trials, tolerance }: AdaptiveProgress, most: number): boolean {
  return 2 * Math.max(low, high) * Math.sqrt(trials / most) > (1.5 * tolerance) / JUDGING;
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
  probability: number,
): readonly AdaptiveOutput[] {
  const together = runs.length > 1 && runs.length <= MOST_TOGETHER;
  const joint = together ? jointSummary(runs.map(({ values }) => values.all)) : undefined;
  return runs.map(({ name, values }, k) => {
    const { tolerance, standardErrors, stable, fitToJudge } = progress[k]!;
    const summary = summarize(name, values.all, probability);
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
    };
  });
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

const ROUNDING = 1e-13;

/**
 * Whether the interval y ± U of the propagation law agrees with the trials within the tolerance.
 *
 * @example validatesPropagation({ y: 1.234, expanded: 1.96 * 0.0539 }, { low: 1.0834, high: 1.3825 }, 0.005).valid // → false (JCGM 101:2008, 9.3.2.4)
 * @source JCGM 101:2008, 8.1
 */
export function validatesPropagation(
  law: { readonly y: number; readonly expanded: number },
  trials: Interval,
  tolerance: number,
): { readonly low: number; readonly high: number; readonly valid: boolean } {
  const low = Math.abs(law.y - law.expanded - trials.low);
  const high = Math.abs(law.y + law.expanded - trials.high);
  // Where nothing is uncertain the two engines may still round their last digit differently.
  const limit = Math.max(tolerance, ROUNDING * Math.abs(law.y));
  return { low, high, valid: low <= limit && high <= limit };
}
