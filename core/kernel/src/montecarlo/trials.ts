import { type Correlation, cholesky, correlationMatrix } from "../linear/correlation-matrix.ts";
import { prepareBlock } from "../model/block.ts";
import type { Model } from "../model/tape.ts";
import { streamOf } from "../random/xoshiro.ts";
import { refuse } from "../refusals.ts";
import { checkDistribution, type Distribution } from "./distribution.ts";
import { fill, fillNormal } from "./draw.ts";

/** Trials that share their streams; every result is made of whole blocks, so that it never matters who computed which. */
export const BLOCK = 4096;

/** Everything that fixes the values of all trials. Plain data: it can be sent to a worker. */
export type TrialPlan = {
  readonly model: Model;
  /** One per input of the model, in its order. */
  readonly distributions: readonly Distribution[];
  /** Lower triangle of the correlation matrix, where inputs are correlated. */
  readonly lower?: readonly Float64Array[];
  readonly seed: number;
};

/**
 * Prepares a Monte Carlo evaluation.
 *
 * @param correlations between inputs with normal distributions
 * @throws Refusal `unknown-name`, `distribution-invalid`, `correlation-invalid`, `correlations-inconsistent`,
 * `correlation-not-normal`; `outside-domain` for a seed that is no whole number from 0 to 2⁵³ − 1
 */
export function planTrials(
  model: Model,
  inputs: Readonly<Record<string, Distribution>>,
  seed: number,
  correlations: readonly Correlation[] = [],
): TrialPlan {
  if (!Number.isSafeInteger(seed) || seed < 0) refuse("outside-domain", { name: "seed", given: seed, min: 0 });
  const distributions = model.inputs.map((name) => {
    const distribution = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (!distribution) return refuse("unknown-name", { name });
    checkDistribution(name, distribution);
    return distribution;
  });
  if (correlations.length === 0) return { model, distributions, seed };
  for (const { a, b, r } of correlations) {
    const bad = [a, b].find((name) => r !== 0 && inputs[name] && inputs[name].kind !== "normal");
    if (bad !== undefined) refuse("correlation-not-normal", { input: bad });
  }
  const lower = cholesky(correlationMatrix(model.inputs, correlations));
  return lower ? { model, distributions, lower, seed } : refuse("correlations-inconsistent", { smallestEigenvalue: 0 });
}

/**
 * The model's values in a range of trials: one array per output. Trial number t has the same value in whatever range it
 * is computed.
 *
 * @source JCGM 101:2008, 7.2 to 7.4
 */
export function runTrials(plan: TrialPlan, first: number, count: number): Float64Array[] {
  const outputs = plan.model.outputs.map(() => new Float64Array(count));
  const inputs = plan.distributions.map(() => new Float64Array(BLOCK));
  const evaluate = prepareBlock(plan.model, BLOCK);
  for (let block = Math.floor(first / BLOCK); block * BLOCK < first + count; block++) {
    drawBlock(plan, block, inputs);
    const values = evaluate(inputs);
    const start = Math.max(first, block * BLOCK);
    const end = Math.min(first + count, (block + 1) * BLOCK);
    for (const [k, column] of values.entries()) {
      outputs[k]!.set(column.subarray(start - block * BLOCK, end - block * BLOCK), start - first);
    }
  }
  return outputs;
}

function drawBlock({ distributions, lower, seed }: TrialPlan, block: number, inputs: readonly Float64Array[]): void {
  for (const [i, distribution] of distributions.entries()) {
    const stream = streamOf(seed, block, i);
    if (lower && distribution.kind === "normal") fillNormal(inputs[i]!, stream);
    else fill(inputs[i]!, distribution, stream);
  }
  if (lower) correlate(distributions, lower, inputs);
}

/** Turns independent standard normal columns into the correlated ones, last input first so that none is needed twice. */
function correlate(
  distributions: readonly Distribution[],
  lower: readonly Float64Array[],
  inputs: readonly Float64Array[],
): void {
  for (let i = distributions.length - 1; i >= 0; i--) {
    const distribution = distributions[i]!;
    if (distribution.kind !== "normal") continue;
    const column = inputs[i]!;
    for (let t = 0; t < column.length; t++) {
      let z = 0;
      for (let j = 0; j <= i; j++) if (lower[i]![j] !== 0) z += lower[i]![j]! * inputs[j]![t]!;
      column[t] = distribution.x + distribution.u * z;
    }
  }
}
