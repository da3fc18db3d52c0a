import type { Lanes } from "../lanes/lanes.ts";
import type { TrialPlan } from "./plan.ts";

/** Something done to two trials at once, for all trials of a block: it loads from columns and stores to columns. */
export type Program = <V>(L: Lanes<V>, load: (column: number) => V, store: (value: V, column: number) => void) => void;

/** The programs that a plan needs, and how many columns they use. */
export type Programs = {
  readonly columns: number;
  readonly programs: readonly Program[];
  /** Column that is not zero in trials whose outputs the first program no longer changes. */
  readonly settled?: number;
};

/**
 * The inputs at two trials from what was drawn of them; correlated normal ones are x + u Σ_j L_ij z_j.
 *
 * @param L the arithmetic: any `Lanes`
 * @param column gives what was drawn of an input; a standard normal score for a correlated one
 * @source JCGM 101:2008, C.5
 * @example inputsAt({ constant: (v) => v, add: (a, b) => a + b, multiply: (a, b) => a * b }, { distributions: [{ kind: "normal", x: 0, u: 1 }, { kind: "normal", x: 10, u: 2 }], lower: [[1, 0], [0.6, 0.8]] }, (input) => [1, 0.5][input])(1) // → 12 (10 + 2·(0.6·1 + 0.8·0.5); one lane)
 */
export function inputsAt<V>(L: Lanes<V>, plan: TrialPlan, column: (input: number) => V): (input: number) => V {
  const { distributions, lower, joined } = plan;
  const within = lower && !joined ? lower : undefined;
  const drawn = distributions.map((distribution, input) =>
    distribution.kind === "constant" ? L.constant(distribution.x) : column(input),
  );
  return (input) => {
    const distribution = distributions[input]!;
    if (!within || distribution.kind !== "normal") return drawn[input]!;
    let z = L.constant(0);
    for (let j = 0; j <= input; j++) {
      const weight = within[input]![j]!;
      if (weight !== 0) z = L.add(z, L.multiply(L.constant(weight), drawn[j]!));
    }
    return L.add(L.constant(distribution.x), L.multiply(L.constant(distribution.u), z));
  };
}
