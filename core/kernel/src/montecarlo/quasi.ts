import { normalCdf } from "../distributions.ts";
import { streamOf } from "../random/xoshiro.ts";
import { BLOCK } from "./block.ts";
import type { Distribution } from "./distribution.ts";
import type { TrialPlan } from "./plan.ts";
import { needsTwo, normalScore, quantiles } from "./quasi-quantile.ts";
import { SOBOL_DIMENSIONS, scrambledSobol } from "./quasi-sobol.ts";
import { blockRunner } from "./trials.ts";

/** The engine of the preview; with the seed and the number of points it fixes every figure. */
export const QUASI_ENGINE = "qh-qmc/1";

/**
 * The model's values at the first points of a scrambled Sobol' sequence: one array per output. A preview of what the
 * trials will say: some ten thousand points give y and u as well as a million trials do. What a certificate states
 * comes from the trials themselves, whose numerical tolerance is known.
 *
 * The sequence has 32 dimensions; uncertain inputs beyond those, in the order of the model, are drawn at random.
 *
 * @param plan its seed chooses the scramble
 * @param points a power of two keeps the sequence balanced
 * @source Owen, "Scrambling Sobol' and Niederreiter-Xing points", J. Complexity 14 (1998) 466; JCGM 101:2008, 6.4
 */
export function quasiTrials(plan: TrialPlan, points: number): Float64Array[] {
  const columns = drawnColumns(plan, points);
  // Every input comes from outside, so that the engine of the trials only evaluates the model.
  const { inputs, outputs, run } = blockRunner({
    model: plan.model,
    distributions: plan.distributions.map((): Distribution => ({ kind: "samples", values: [0] })),
    seed: plan.seed,
  });
  const result = outputs.map(() => new Float64Array(points));
  for (let start = 0; start < points; start += BLOCK) {
    const end = Math.min(points, start + BLOCK);
    for (const [i, column] of columns.entries()) inputs[i]!.set(column.subarray(start, end));
    run(start / BLOCK);
    for (const [k, output] of outputs.entries()) result[k]!.set(output.subarray(0, end - start), start);
  }
  return result;
}

function drawnColumns({ distributions, lower, seed }: TrialPlan, points: number): Float64Array[] {
  let dimension = 0;
  const uniform = () => uniformColumn(dimension++, seed, points);
  const firsts = distributions.map(({ kind }) => (kind === "constant" ? undefined : uniform()));
  const seconds = distributions.map((distribution) => (needsTwo(distribution) ? uniform() : undefined));
  const scores = lower ? correlatedScores(firsts, lower, points) : [];
  return distributions.map((distribution, i) => {
    const into = new Float64Array(points);
    const joined = scores[i];
    if (joined && distribution.kind === "normal") return joined.map((z) => distribution.x + distribution.u * z);
    const first = joined?.map((z) => inside(normalCdf(z))) ?? firsts[i] ?? into;
    quantiles(distribution, { first, second: seconds[i] }, into);
    return into;
  });
}

function uniformColumn(dimension: number, seed: number, points: number): Float64Array {
  const stream = streamOf(seed, 0, dimension);
  if (dimension < SOBOL_DIMENSIONS) return scrambledSobol(dimension, stream.word(), points);
  return Float64Array.from({ length: points }, () => stream.uniform());
}

/**
 * Normal scores of inputs that are correlated with earlier ones, joined as a Gaussian copula; none for the others.
 *
 * @source JCGM 101:2008, 6.4.8
 */
function correlatedScores(
  columns: readonly (Float64Array | undefined)[],
  lower: readonly Float64Array[],
  points: number,
): (Float64Array | undefined)[] {
  const scores = columns.map((column) => column?.map(normalScore));
  return columns.map((column, i) => {
    const weights = [...lower[i]!.subarray(0, i + 1).entries()].filter(([, weight]) => weight !== 0);
    if (!column || weights.length < 2) return undefined;
    return Float64Array.from({ length: points }, (_, at) => {
      let z = 0;
      for (const [j, weight] of weights) z += weight * (scores[j]?.[at] ?? 0);
      return z;
    });
  });
}

/** Scores are far from where the probability rounds to 0 or 1; the guard is for the rounding alone. */
function inside(p: number): number {
  return Math.min(1 - 2 ** -53, Math.max(2 ** -53, p));
}
