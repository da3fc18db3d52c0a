import { type Drawn, draws } from "../lanes/draws.ts";
import type { Lanes } from "../lanes/lanes.ts";
import { type Generators, philoxLanes, step } from "../lanes/random.ts";
import { lanesSteps } from "../model/lanes-steps.ts";
import { joiner } from "./joined.ts";
import { newtonPrograms, solved } from "./newton.ts";
import type { TrialPlan } from "./plan.ts";
import { inputsAt, type Program, type Programs } from "./program.ts";

/** Trials that share their streams; every result is made of whole blocks, so that it never matters who computed which. */
export const BLOCK = 4096;

/** Computes one block; its columns are overwritten by the next call. */
export type BlockRunner = {
  /** Where the draws of an input go that are not drawn inside. */
  readonly inputs: readonly Float64Array[];
  readonly outputs: readonly Float64Array[];
  /** Draws the inputs that are drawn inside, correlates them and evaluates. */
  run(block: number): void;
  /** Evaluates what stands in the columns of the inputs. */
  evaluate(): void;
};

/** What a runner can do on its columns: first those of the inputs, then those of the outputs, then others. */
export type Machine = {
  readonly columns: readonly Float64Array[];
  draw(block: number): void;
  /** The programs of the plan, in order. */
  readonly programs: readonly (() => void)[];
};

/**
 * The programs that a plan needs: one that evaluates its formulas, or those that solve its equations.
 *
 * @returns with the number of columns: inputs, outputs, and what the search for a solution keeps
 * @source JCGM 101:2008, 7.4 (the model is evaluated in every trial)
 * @example programsOf({ model: { inputs: ["x"], outputs: [{ name: "y", at: 0 }], steps: [{ kind: "input", input: 0 }], places: [] }, distributions: [{ kind: "constant", x: 3 }], seed: 1 }).columns // → 2 (one input and one output)
 */
export function programsOf(plan: TrialPlan): Programs {
  const inputs = plan.distributions.length;
  if (plan.equations) return newtonPrograms(plan, plan.equations);
  const evaluate: Program = (L, load, store) => {
    for (const [k, value] of outputsAt(L, plan, load).entries()) store(value, inputs + k);
  };
  return { columns: inputs + plan.model.outputs.length, programs: [evaluate] };
}

/**
 * A runner from a machine: draws, correlates what is correlated, evaluates.
 *
 * @param machine its columns and programs
 * @source JCGM 101:2008, 7.3 and 7.4
 * @example ((runner) => { runner.run(0); return runner.outputs; })(runnerOf({ model: { inputs: ["x"], outputs: [{ name: "y", at: 0 }], steps: [], places: [] }, distributions: [{ kind: "normal", x: 0, u: 1 }], seed: 1 }, ((x, y) => ({ columns: [x, y], draw: () => x.fill(3), programs: [() => y.set(x.map((v) => v * v))] }))(new Float64Array(1), new Float64Array(1)))) // → [[9]] (a machine that draws 3 and squares)
 */
export function runnerOf(plan: TrialPlan, { columns, draw, programs }: Machine): BlockRunner {
  const count = plan.distributions.length;
  const inputs = columns.slice(0, count);
  const outputs = columns.slice(count, count + plan.model.outputs.length);
  const { equations } = plan;
  const join = joiner(plan);
  const evaluate = equations ? () => solved(equations, columns, count, programs) : programs[0]!;
  return {
    inputs,
    outputs,
    evaluate,
    run(block) {
      draw(block);
      join(inputs, block);
      evaluate();
    },
  };
}

/**
 * The generators of one input in one block. Those of other inputs and blocks have nothing in common with them.
 *
 * @param L the arithmetic: any `Lanes`
 * @param seed and block as two words of 32 bits, the lower first
 * @param input its position in the model
 * @source Salmon, Moraes, Dror, Shaw, SC11 (2011): the counter is (block, input, 0 to 3), the key is the seed
 * @example generatorsOf({ words: (a) => a, add32: (a, b) => (a + b) >>> 0, xor: (a, b) => (a ^ b) >>> 0, or: (a, b) => (a | b) >>> 0, multiplyLow32: (a, f) => Math.imul(a, f) >>> 0, multiplyHigh32: (a, f) => Number((BigInt(a) * BigInt(f)) >> 32n) }, [0, 0], [0, 0], 0) // → [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] (Random123, kat_vectors, philox4x32 10; one lane)
 */
export function generatorsOf<V>(L: Lanes<V>, seed: readonly [V, V], block: readonly [V, V], input: V): Generators<V> {
  return philoxLanes(L, [...block, input], seed);
}

/**
 * Draws with the next random words of generators that `state` and `keep` read and write.
 *
 * @param L the arithmetic: any `Lanes`
 * @param kind of the distribution
 * @param parameters as `draws` takes them
 * @returns registers of two draws each, as `draws` has them
 * @source JCGM 101:2008, 6.4.2 to 6.4.10 and C.3 (where a generator other than Wichmann and Hill's may serve)
 * @example drawNext({ add32: () => 0n, rotateLeft32: () => 0n, shiftLeft32: () => 0n, xor: () => 0n, bits: (v) => v, constant: (v) => v, shiftRight64: (a, by) => a >> BigInt(by), or: (a, b) => a | b, add: (a, b) => a + b, multiply: (a, b) => a * b, subtract: (a, b) => new Float64Array(BigUint64Array.of(a).buffer)[0] - b }, "rectangular", [20, 4, 0, 0], () => [0n, 0n, 0n, 0n], () => {}) // → [16] (JCGM 101:2008, 6.4.2.4: the word 0 gives the lower end, 20 − 4)
 */
export function drawNext<V>(
  L: Lanes<V>,
  kind: Drawn,
  parameters: readonly [V, V, V, V],
  state: () => Generators<V>,
  keep: (next: Generators<V>) => void,
): readonly V[] {
  return draws(
    L,
    kind,
    () => {
      const { words, next } = step(L, state());
      keep(next);
      return words;
    },
    parameters,
  );
}

/**
 * Outputs of the model at two trials: correlates the columns where normal inputs are correlated, then takes the steps.
 *
 * @param column gives what was drawn of an input; standard normal for a correlated one
 */
function outputsAt<V>(L: Lanes<V>, plan: TrialPlan, column: (input: number) => V): readonly V[] {
  const { model } = plan;
  const values = lanesSteps(L, model.steps, inputsAt(L, plan, column));
  return model.outputs.map(({ at: place }) => values[place]!);
}
