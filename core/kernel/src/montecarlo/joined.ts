import { tCdf } from "../distributions.ts";
import { streamOf } from "../random/xoshiro.ts";
import { fillChiSquare } from "./draw.ts";
import { marginalOf } from "./marginal.ts";
import type { Scatter, TrialPlan } from "./plan.ts";
import { normalScore } from "./quasi-quantile.ts";

/**
 * Correlates the normal scores of joined inputs in their columns and gives each its distribution. Both runners use it, so
 * that their bits are the same.
 *
 * @source JCGM 101:2008, C.5 (multivariate normal by Cholesky's factors); JCGM 102:2011, 5.3.2 (multivariate t; recalled)
 * @example ((inputs) => { joiner({ joined: [0, 1], lower: [[1, 0], [0.6, 0.8]], distributions: [{ kind: "normal", x: 0, u: 1 }, { kind: "normal", x: 10, u: 2 }], seed: 1 })(inputs, 0); return inputs[1]; })([Float64Array.of(1), Float64Array.of(0.5)]) // → [12] (10 + 2·(0.6·1 + 0.8·0.5))
 */
export function joiner(plan: TrialPlan): (inputs: readonly Float64Array[], block: number) => void {
  const { joined, lower, scatter = [], distributions, seed } = plan;
  if (!joined || !lower) return () => {};
  const rows = joined.map((input) => {
    const weights = [...lower[input]!.entries()].filter(([, weight]) => weight !== 0);
    const group = scatter.find(({ inputs }) => inputs.includes(input));
    return { input, weights, group, finish: finishOf(plan, input, group) };
  });
  // A row needs the scores of those before it as they were drawn, so the last row comes first.
  const backwards = rows.toReversed();
  return (inputs, block) => {
    const divisors = new Map(
      scatter.map((group, k) => [group, divisorsOf(group, inputs[0]!.length, seed, block, distributions.length + k)]),
    );
    for (const { input, weights, group, finish } of backwards) {
      const column = inputs[input]!;
      const divisor = group && divisors.get(group);
      const scores = weighted(inputs, weights, column.length);
      for (let t = 0; t < column.length; t++) column[t] = finish(divisor ? scores[t]! / divisor[t]! : scores[t]!);
    }
  };
}

type Weights = readonly (readonly [number, number])[];

/** Σ_j L_ij z_j, added in the order of the inputs. */
function weighted(inputs: readonly Float64Array[], weights: Weights, length: number): Float64Array {
  const scores = new Float64Array(length);
  for (const [j, weight] of weights) {
    const column = inputs[j]!;
    for (let t = 0; t < length; t++) scores[t]! += weight * column[t]!;
  }
  return scores;
}

/** √(χ²/ν), one for each trial. */
function divisorsOf({ dof }: Scatter, length: number, seed: number, block: number, stream: number): Float64Array {
  const squares = new Float64Array(length);
  fillChiSquare(squares, dof, streamOf(seed, block, stream));
  return squares.map((square) => Math.sqrt(square / dof));
}

/** From a score, or from a standard t where the input scatters with others, to the value. */
function finishOf({ distributions }: TrialPlan, input: number, group: Scatter | undefined): (score: number) => number {
  const distribution = distributions[input]!;
  if (!group) return marginalOf(distribution);
  if (distribution.kind === "t" && distribution.dof === group.dof) {
    return (t) => distribution.x + distribution.scale * t;
  }
  return fromT(distribution, group.dof);
}

/** By the probability of the t: the smaller tail is kept, so that neither end loses digits. */
function fromT(distribution: Parameters<typeof marginalOf>[0], dof: number): (t: number) => number {
  const marginal = marginalOf(distribution);
  return (t) => {
    const tail = Math.max(tCdf(-Math.abs(t), dof), Number.MIN_VALUE);
    return marginal(t < 0 ? normalScore(tail) : -normalScore(tail));
  };
}
