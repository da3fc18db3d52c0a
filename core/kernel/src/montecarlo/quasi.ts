import { evaluate } from "../model/evaluate.ts";
import { streamOf } from "../random/xoshiro.ts";
import { toTheEnd } from "../steps.ts";
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
  return toTheEnd(quasiSteps(plan, points));
}

/** Below so many points a formula is taken as it stands: preparing the engine of the trials would take longer. */
const FEW = 1024;

/**
 * The same in steps: for every input, and for every block of points.
 *
 * @source as `quasiTrials`
 * @example [...quasiSteps({ model: { inputs: ["x"], outputs: [{ name: "y", at: 0 }], steps: [{ kind: "input", input: 0 }], places: [] }, distributions: [{ kind: "constant", x: 3 }], seed: 1 }, 8)].length // → 3 (the input, its distribution, and the points)
 */
export function* quasiSteps(plan: TrialPlan, points: number): Generator<void, Float64Array[], void> {
  const columns = yield* drawnColumns(plan, points);
  const { model, seed, equations } = plan;
  const result = model.outputs.map(() => new Float64Array(points));
  if (points < FEW && !equations) {
    const point = new Float64Array(columns.length);
    for (let at = 0; at < points; at++) {
      for (const [i, column] of columns.entries()) point[i] = column[at]!;
      const values = evaluate(model, point);
      for (const [k, output] of model.outputs.entries()) result[k]![at] = values[output.at]!;
    }
    yield;
    return result;
  }
  // Every input comes from outside, so that the engine of the trials only evaluates the model.
  const distributions = plan.distributions.map((): Distribution => ({ kind: "samples", values: [0] }));
  const runner = blockRunner({
    model,
    distributions,
    seed,
    ...(equations ? { equations } : {}),
  });
  for (let start = 0; start < points; start += BLOCK) {
    yield;
    const end = Math.min(points, start + BLOCK);
    for (const [i, column] of columns.entries()) runner.inputs[i]!.set(column.subarray(start, end));
    runner.evaluate();
    for (const [k, output] of runner.outputs.entries()) result[k]!.set(output.subarray(0, end - start), start);
  }
  return result;
}

/** Normal scores of all inputs, joined where they are correlated, each with its distribution in the end. */
function* drawnColumns(plan: TrialPlan, points: number): Generator<void, Float64Array[], void> {
  const { distributions, lower, seed } = plan;
  let dimension = 0;
  const columns: Float64Array[] = [];
  for (const { kind } of distributions) {
    columns.push(kind === "constant" ? new Float64Array(points) : scoreColumn(dimension++, seed, points));
    yield;
  }
  const joined =
    plan.joined ?? (lower ? [...distributions.keys()].filter((i) => distributions[i]!.kind === "normal") : []);
  joiner({ ...plan, joined })(columns, 0);
  for (const [i, column] of columns.entries()) {
    if (joined.includes(i)) continue;
    const marginal = marginalOf(distributions[i]!);
    for (let at = 0; at < points; at++) column[at] = marginal(column[at]!);
    yield;
  }
  return columns;
}

function scoreColumn(dimension: number, seed: number, points: number): Float64Array {
  const stream = streamOf(seed, 0, dimension);
  if (dimension < SOBOL_DIMENSIONS) return scrambledSobol(dimension, stream.word(), points).map(normalScore);
  return Float64Array.from({ length: points }, () => normalScore(stream.uniform()));
}
