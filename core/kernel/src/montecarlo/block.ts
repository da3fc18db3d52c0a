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

/** The programs that a plan needs. */
export function programsOf(plan: TrialPlan): Programs {
  const inputs = plan.distributions.length;
  if (plan.equations) return newtonPrograms(plan, plan.equations);
  const evaluate: Program = (L, load, store) => {
    for (const [k, value] of outputsAt(L, plan, load).entries()) store(value, inputs + k);
  };
  return { columns: inputs + plan.model.outputs.length, programs: [evaluate] };
}

/** A runner from a machine. */
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

/** The generators of one input in one block. Those of other inputs and blocks have nothing in common with them. */
export function generatorsOf<V>(L: Lanes<V>, seed: readonly [V, V], block: readonly [V, V], input: V): Generators<V> {
  return philoxLanes(L, [...block, input], seed);
}

/** Takes the next random words of generators that `state` and `keep` read and write. */
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
