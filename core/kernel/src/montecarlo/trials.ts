import { streamOf } from "../random/xoshiro.ts";
import { refuse } from "../refusals.ts";
import { BLOCK, type BlockRunner } from "./block.ts";
import { compiledRunner } from "./compiled.ts";
import { fill, isDrawnOutside } from "./draw.ts";
import { interpretedRunner } from "./interpreted.ts";
import type { TrialPlan } from "./plan.ts";

/**
 * The model's values in a range of trials: one array per output. Trial number t has the same value in whatever range it
 * is computed.
 *
 * @source JCGM 101:2008, 7.2 to 7.4
 * @example runTrials({ model: { inputs: ["x"], outputs: [{ name: "y", at: 1 }], steps: [{ kind: "input", input: 0 }, { kind: "power", a: 0, exponent: 2 }], places: [] }, distributions: [{ kind: "constant", x: 3 }], seed: 1 }, 5000, 2) // → [[9, 9]] (3² in trials 5000 and 5001)
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
 * @throws Refusal `equations-unsolved-in-trial` where equations have no solution in one
 * @source JCGM 101:2008, 7.2 to 7.4
 * @example trialRunner({ model: { inputs: ["x"], outputs: [{ name: "y", at: 1 }], steps: [{ kind: "input", input: 0 }, { kind: "power", a: 0, exponent: 2 }], places: [] }, distributions: [{ kind: "constant", x: 3 }], seed: 1 })(0, 3) // → [[9, 9, 9]] (3² in each trial)
 */
export function trialRunner(plan: TrialPlan): RunTrials {
  const { inputs, outputs, run } = blockRunner(plan);
  const joined = new Set(plan.joined);
  const outside = [...plan.distributions.entries()].flatMap(([i, distribution]) =>
    isDrawnOutside(distribution) && !joined.has(i) ? [{ i, distribution }] : [],
  );
  return (first, count, into) => {
    const result = [...(into ?? outputs.map(() => new Float64Array(count)))];
    for (let block = Math.floor(first / BLOCK); block * BLOCK < first + count; block++) {
      for (const { i, distribution } of outside) fill(inputs[i]!, distribution, streamOf(plan.seed, block, i));
      run(block);
      const start = Math.max(first, block * BLOCK);
      const end = Math.min(first + count, (block + 1) * BLOCK);
      if (plan.equations) mustSolve(plan, outputs, start, end);
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

/** @throws Refusal `equations-unsolved-in-trial` with the first trial of a range within one block that has no solution */
function mustSolve({ model }: TrialPlan, outputs: BlockRunner["outputs"], start: number, end: number): void {
  const from = start % BLOCK;
  const lost = outputs[0]!.subarray(from, from + end - start).findIndex(Number.isNaN);
  if (lost < 0) return;
  refuse("equations-unsolved-in-trial", { outputs: model.outputs.map(({ name }) => name), trial: start + lost });
}

/**
 * A runner of whole blocks. Where WebAssembly is not there, or a page forbids it, the same bits are computed without it.
 *
 * @source ours: `compiledRunner`, else `interpretedRunner`
 * @example ((runner) => { runner.run(7); return [runner.outputs[0].length, runner.outputs[0][0]]; })(blockRunner({ model: { inputs: ["x"], outputs: [{ name: "y", at: 1 }], steps: [{ kind: "input", input: 0 }, { kind: "power", a: 0, exponent: 2 }], places: [] }, distributions: [{ kind: "constant", x: 3 }], seed: 1 })) // → [4096, 9] (a block has 4096 trials, of 3² each)
 */
export function blockRunner(plan: TrialPlan): BlockRunner {
  if (typeof WebAssembly === "undefined") return interpretedRunner(plan);
  try {
    return compiledRunner(plan);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError)
      return interpretedRunner(plan);
    throw error;
  }
}
