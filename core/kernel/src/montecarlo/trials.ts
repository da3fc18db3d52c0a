import { type Correlation, cholesky, correlationMatrix } from "../linear/correlation-matrix.ts";
import type { Model } from "../model/tape.ts";
import { streamOf } from "../random/xoshiro.ts";
import { refuse } from "../refusals.ts";
import { BLOCK } from "./block.ts";
import { type BlockRunner, compiledRunner } from "./compiled.ts";
import { checkDistribution, type Distribution } from "./distribution.ts";
import { fill, isDrawnOutside } from "./draw.ts";
import { interpretedRunner } from "./interpreted.ts";

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
  return trialRunner(plan)(first, count);
}

/** Computes ranges of trials of one plan; made once, used for many ranges. */
export type RunTrials = (first: number, count: number, into?: readonly Float64Array[]) => Float64Array[];

/** The engine that computes trials; with the seed and the number of trials it fixes every figure. */
export const ENGINE = "qh-mcm/2";

/**
 * Prepares a plan to compute ranges of its trials.
 *
 * @returns a function that takes the first trial, how many, and arrays to fill where there are any already
 */
export function trialRunner(plan: TrialPlan): RunTrials {
  const { inputs, outputs, run } = blockRunner(plan);
  const outside = [...plan.distributions.entries()].flatMap(([i, distribution]) =>
    isDrawnOutside(distribution) ? [{ i, distribution }] : [],
  );
  return (first, count, into) => {
    const result = [...(into ?? outputs.map(() => new Float64Array(count)))];
    for (let block = Math.floor(first / BLOCK); block * BLOCK < first + count; block++) {
      for (const { i, distribution } of outside) fill(inputs[i]!, distribution, streamOf(plan.seed, block, i));
      run(block);
      const start = Math.max(first, block * BLOCK);
      const end = Math.min(first + count, (block + 1) * BLOCK);
      for (const [k, column] of outputs.entries()) {
        const part =
          start === block * BLOCK && end - start === BLOCK
            ? column
            : column.subarray(start - block * BLOCK, end - block * BLOCK);
        result[k]!.set(part, start - first);
      }
    }
    return result;
  };
}

/** Where WebAssembly is not there, or a page forbids it, the same bits are computed without it. */
function blockRunner(plan: TrialPlan): BlockRunner {
  if (typeof WebAssembly === "undefined") return interpretedRunner(plan);
  try {
    return compiledRunner(plan);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError)
      return interpretedRunner(plan);
    throw error;
  }
}
