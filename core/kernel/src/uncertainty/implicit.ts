import { type Correlation, correlationMatrix } from "../linear/correlation-matrix.ts";
import { solve } from "../linear/solve.ts";
import { transformCovariance } from "../linear/transform-covariance.ts";
import { evaluate, gradient } from "../model/evaluate.ts";
import { type Model, prepareModel } from "../model/tape.ts";
import { refuse } from "../refusals.ts";
import { effectiveDof } from "./effective-dof.ts";
import type { InputEstimate } from "./input-estimate.ts";
import { inOrder, type OutputEstimate, type Propagation } from "./propagate.ts";

/** Equations h(Y, X) = 0, as many as outputs, and where the search for each output begins. */
export type ImplicitModel = {
  /** Text of each h, without “= 0”, by a name of its own. */
  readonly equations: Readonly<Record<string, string>>;
  readonly start: Readonly<Record<string, number>>;
};

/**
 * Propagates estimates and uncertainties through a model that is only known as equations.
 *
 * h(y, x) = 0 by Newton's method;  C = −C_y⁻¹ C_x,  U_y = C U_x Cᵀ
 *
 * @throws Refusal `equations-unsolved`; `values-differ-in-number` where equations and outputs do not match; and those
 * of `propagate`
 * @source JCGM 102:2011, 5.3 and 6.3.1
 */
export function propagateImplicit(
  { equations, start }: ImplicitModel,
  inputs: readonly InputEstimate[],
  correlations: readonly Correlation[] = [],
): Propagation {
  const [names, outputNames] = [inputs.map(({ name }) => name), Object.keys(start)];
  const given = Object.keys(equations).length;
  if (given !== outputNames.length) return refuse("values-differ-in-number", { given, needed: outputNames.length });
  const model = prepareModel(equations, [...names, ...outputNames]);
  const known = inOrder(names, inputs);
  const r = correlationMatrix(names, correlations);
  const x = known.map((input) => input.x);

  const y = solution(model, x, outputNames, Object.values(start));
  const slopes = slopesAt(model, [...x, ...y]).slopes;
  const [byInput, byOutput] = [slopes.map((row) => row.slice(0, x.length)), slopes.map((row) => row.slice(x.length))];
  const solved = solve(byOutput, byInput) ?? unsolved(outputNames, 0);
  const c = solved.map((row) => row.map((value) => (value === 0 ? 0 : -value)));

  const between = known.map(({ u }, i) => known.map((other, j) => u * other.u * r[i]![j]!));
  const covariance = transformCovariance(c, between);
  const outputs = outputNames.map((name, k): OutputEstimate => {
    const u = Math.sqrt(Math.max(0, covariance[k]![k]!));
    const weighted = c[k]!.map((slope, i) => slope * known[i]!.u);
    const dof = effectiveDof(known, weighted, r, u);
    return { name, y: y[k]!, u, sensitivities: c[k]!, contributions: weighted.map(Math.abs), dof };
  });
  return { outputs, covariance };
}

const MOST_STEPS = 100;
/** A step below this share of the values ends the search; the last one then adds nothing that can be seen. */
const CLOSE = 1e-14;

function solution(model: Model, x: readonly number[], outputs: readonly string[], start: readonly number[]): number[] {
  let y = [...start];
  for (let step = 1; step <= MOST_STEPS; step++) {
    const { values, slopes } = slopesAt(model, [...x, ...y]);
    const change = solve(
      slopes.map((row) => row.slice(x.length)),
      values.map((value) => [-value]),
    );
    if (!change?.flat().every(Number.isFinite)) return unsolved(outputs, step);
    const before = y;
    y = before.map((value, k) => value + change[k]![0]!);
    if (y.every((value, k) => Math.abs(change[k]![0]!) <= CLOSE * Math.abs(value) || value === before[k])) return y;
  }
  return unsolved(outputs, MOST_STEPS);
}

/** Values of the equations, and their slopes after inputs and outputs. */
function slopesAt(model: Model, point: readonly number[]) {
  const steps = evaluate(model, point);
  return {
    values: model.outputs.map(({ at }) => steps[at]!),
    slopes: model.outputs.map(({ at }) => [...gradient(model, at, steps)]),
  };
}

function unsolved(outputs: readonly string[], steps: number): never {
  return refuse("equations-unsolved", { outputs: [...outputs], steps });
}
