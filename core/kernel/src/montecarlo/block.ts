import { type Drawn, draws } from "../lanes/draws.ts";
import type { Lanes } from "../lanes/lanes.ts";
import { type Generators, philoxLanes, step } from "../lanes/random.ts";
import { lanesSteps } from "../model/lanes-steps.ts";
import type { TrialPlan } from "./plan.ts";

/** Trials that share their streams; every result is made of whole blocks, so that it never matters who computed which. */
export const BLOCK = 4096;

/** Computes one block; its columns are overwritten by the next call. */
export type BlockRunner = {
  /** Where the draws of an input go that are not drawn inside. */
  readonly inputs: readonly Float64Array[];
  readonly outputs: readonly Float64Array[];
  run(block: number): void;
};

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
 * Outputs of the model at two trials: correlates the columns where inputs are correlated, then takes the steps.
 *
 * @param column gives what was drawn of an input; standard normal for a correlated one
 */
export function outputsAt<V>(L: Lanes<V>, plan: TrialPlan, column: (input: number) => V): readonly V[] {
  const { distributions, lower, model } = plan;
  const drawn = distributions.map((_, input) => column(input));
  const value = (input: number): V => {
    const distribution = distributions[input]!;
    if (distribution.kind === "constant") return L.constant(distribution.x);
    if (!lower || distribution.kind !== "normal") return drawn[input]!;
    let z = L.constant(0);
    for (let j = 0; j <= input; j++) {
      const weight = lower[input]![j]!;
      if (weight !== 0) z = L.add(z, L.multiply(L.constant(weight), drawn[j]!));
    }
    return L.add(L.constant(distribution.x), L.multiply(L.constant(distribution.u), z));
  };
  const values = lanesSteps(L, model.steps, value);
  return model.outputs.map(({ at: place }) => values[place]!);
}
