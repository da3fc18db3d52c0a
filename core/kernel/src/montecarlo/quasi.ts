import { streamOf } from "../random/xoshiro.ts";
import { BLOCK } from "./block.ts";
import type { Distribution } from "./distribution.ts";
import { joiner } from "./joined.ts";
import { marginalOf } from "./marginal.ts";
import type { TrialPlan } from "./plan.ts";
import { normalScore } from "./quasi-quantile.ts";
import { SOBOL_DIMENSIONS, scrambledSobol } from "./quasi-sobol.ts";
import { blockRunner } from "./trials.ts";

/** The engine of the preview; with the seed and the number of points it fixes every figure. */
export const QUASI_ENGINE = "qh-qmc/1";

/**
 * The model's values at the first points of a scrambled Sobol' sequence: one array per output. A preview of what the
 * trials will say: some ten thousand points give y and u as well as a million trials do. What a certificate states
 * comes from the trials themselves, whose numerical tolerance is known.
 *
 * The sequence has 32 dimensions; uncertain inputs beyond those, in the order of the model, are drawn at random, and so
 * is what inputs of a scatter group have in common.
 *
 * @param plan its seed chooses the scramble
 * @param points a power of two keeps the sequence balanced
 * @source Owen, "Scrambling Sobol' and Niederreiter-Xing points", J. Complexity 14 (1998) 466; JCGM 101:2008, 6.4
 * @example quasiTrials({ model: { inputs: ["x"], outputs: [{ name: "y", at: 1 }], steps: [{ kind: "input", input: 0 }, { kind: "power", a: 0, exponent: 2 }], places: [] }, distributions: [{ kind: "rectangular", x: 1, a: 1 }], seed: 1 }, 1024)[0].reduce((sum, y) => sum + y / 1024, 0) // → 1.333 (the mean of x² from 0 to 2 is 1 + 1/3)
 */
export function quasiTrials(plan: TrialPlan, points: number): Float64Array[] {
  const columns = drawnColumns(plan, points);
  const { model, seed, equations } = plan;
  // Every input comes from outside, so that the engine of the trials only evaluates the model.
  const distributions = plan.distributions.map((): Distribution => ({ kind: "samples", values: [0] }));
  const { inputs, outputs, evaluate } = blockRunner({
    model,
    distributions,
    seed,
    ...(equations ? { equations } : {}),
  });
  const result = outputs.map(() => new Float64Array(points));
  for (let start = 0; start < points; start += BLOCK) {
    const end = Math.min(points, start + BLOCK);
    for (const [i, column] of columns.entries()) inputs[i]!.set(column.subarray(start, end));
    evaluate();
    for (const [k, output] of outputs.entries()) result[k]!.set(output.subarray(0, end - start), start);
  }
  return result;
}

/** Normal scores of all inputs, joined where they are correlated, each with its distribution in the end. */
function drawnColumns(plan: TrialPlan, points: number): Float64Array[] {
  const { distributions, lower, seed } = plan;
  let dimension = 0;
  const columns = distributions.map(({ kind }) =>
    kind === "constant" ? new Float64Array(points) : scoreColumn(dimension++, seed, points),
  );
  const joined =
    plan.joined ?? (lower ? [...distributions.keys()].filter((i) => distributions[i]!.kind === "normal") : []);
  joiner({ ...plan, joined })(columns, 0);
  for (const [i, column] of columns.entries()) {
    if (joined.includes(i)) continue;
    const marginal = marginalOf(distributions[i]!);
    for (let at = 0; at < points; at++) column[at] = marginal(column[at]!);
  }
  return columns;
}

function scoreColumn(dimension: number, seed: number, points: number): Float64Array {
  const stream = streamOf(seed, 0, dimension);
  if (dimension < SOBOL_DIMENSIONS) return scrambledSobol(dimension, stream.word(), points).map(normalScore);
  return Float64Array.from({ length: points }, () => normalScore(stream.uniform()));
}
