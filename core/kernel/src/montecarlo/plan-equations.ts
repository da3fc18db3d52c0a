import type { Correlation } from "../linear/correlation-matrix.ts";
import type { Model } from "../model/tape.ts";
import { type ImplicitModel, prepareEquations, scaleOf, solution } from "../uncertainty/equations.ts";
import { centre, type Distribution } from "./distribution.ts";
import { planTrials, type ScatterGroup, type TrialPlan } from "./plan.ts";

/**
 * Prepares a Monte Carlo evaluation of outputs that are only known by equations: each trial solves them for its inputs.
 *
 * @throws Refusal those of `planTrials` and of `solution`, at the estimates of the inputs
 * @source JCGM 102:2011, 5.3 and 7
 * @example planEquations({ equations: { f: "y**2 - x" }, start: { y: 1 } }, { x: { kind: "normal", x: 4, u: 0.1 } }, 1).equations.start // → [2] (2² = 4: trials begin at the solution for the estimates)
 */
export function planEquations(
  implicit: ImplicitModel,
  inputs: Readonly<Record<string, Distribution>>,
  seed: number,
  correlations: readonly Correlation[] = [],
  groups: readonly ScatterGroup[] = [],
): TrialPlan {
  const names = Object.keys(inputs);
  const equations = prepareEquations(implicit, names);
  const { model, outputs, within } = equations;
  const drawn: Model = {
    inputs: names,
    outputs: outputs.map((name) => ({ name, at: -1 })),
    steps: [],
    places: [],
  };
  const plan = planTrials(drawn, inputs, seed, correlations, groups);
  const x = plan.distributions.map(centre);
  const start = solution(equations, x);
  return { ...plan, equations: { model, start, scale: scaleOf(equations, x, start), within } };
}
