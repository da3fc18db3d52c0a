import { type Correlation, correlationMatrix } from "../linear/correlation-matrix.ts";
import { evaluate, gradient } from "../model/evaluate.ts";
import type { Model } from "../model/tape.ts";
import { invariant } from "../refusal.ts";
import { refuse } from "../refusals.ts";
import { effectiveDof } from "./effective-dof.ts";
import type { InputEstimate } from "./input-estimate.ts";
import { secondOrder } from "./second-order.ts";

/** What first and second order propagation say of one output. Figures unrounded. */
export type OutputEstimate = {
  readonly name: string;
  readonly y: number;
  /** Combined standard uncertainty of first order, correlations included. */
  readonly u: number;
  /** ∂y/∂x and |∂y/∂x|·u(x) of every input, in the order of the model. */
  readonly sensitivities: readonly number[];
  readonly contributions: readonly number[];
  /** Effective degrees of freedom; undefined where correlated inputs leave them undefined. */
  readonly dof: number | undefined;
  /** Estimate and standard uncertainty with the terms of next order; absent for correlated inputs. */
  readonly secondOrder?: { readonly y: number; readonly u: number };
};

export type Propagation = {
  readonly outputs: readonly OutputEstimate[];
  /** Covariance of the outputs, first order, in their order. */
  readonly covariance: readonly (readonly number[])[];
};

/**
 * Propagates estimates and uncertainties through a model.
 *
 * u_c² = Σ_i Σ_j c_i c_j u(x_i) u(x_j) r(x_i, x_j)
 *
 * @param inputs one per input of the model, in any order
 * @throws Refusal `unknown-name`, `uncertainty-invalid`, `correlation-invalid`, `correlations-inconsistent`;
 * `model-not-finite` where an output or a sensitivity has no finite value at the estimates
 * @source JCGM 100:2008, 5.1.2, 5.2.2 and G.4.1; JCGM 102:2011, 6.2.1 for several outputs
 */
export function propagate(
  model: Model,
  inputs: readonly InputEstimate[],
  correlations: readonly Correlation[] = [],
): Propagation {
  const ordered = inOrder(model.inputs, inputs);
  const r = correlationMatrix(model.inputs, correlations);
  const point = ordered.map(({ x }) => x);
  const values = evaluate(model, point);
  const gradients = model.outputs.map(({ at }) => gradient(model, at, values));
  const weighted = gradients.map((c) => ordered.map(({ u }, i) => (u === 0 ? 0 : c[i]! * u)));
  const covariance = weighted.map((a) => weighted.map((b) => bilinear(a, b, r)));
  const outputs = model.outputs.map(({ name, at }, k) => {
    const [c, contributions] = [[...gradients[k]!], weighted[k]!.map(Math.abs)];
    const y = values[at]!;
    if (![y, ...c].every(Number.isFinite)) refuse("model-not-finite", { output: name });
    const u = Math.sqrt(Math.max(0, covariance[k]![k]!));
    const dof = effectiveDof(ordered, weighted[k]!, r, u);
    const next = correlations.length > 0 ? {} : { secondOrder: secondOrder(model, at, ordered, y) };
    return { name, y, u, sensitivities: c, contributions, dof, ...next };
  });
  return { outputs, covariance };
}

/** Correlation coefficients of the outputs; 0 where an output has no uncertainty. */
export function outputCorrelation({ covariance }: Propagation, i: number, j: number): number {
  const [a, b, both] = [covariance[i]?.[i], covariance[j]?.[j], covariance[i]?.[j]];
  invariant(a !== undefined && b !== undefined && both !== undefined, "both outputs exist");
  return a === 0 || b === 0 ? 0 : both / Math.sqrt(a * b);
}

/** Inputs in the order of their names, checked. @throws Refusal `unknown-name`, `uncertainty-invalid` */
export function inOrder(names: readonly string[], inputs: readonly InputEstimate[]): readonly InputEstimate[] {
  return names.map((name) => {
    const input = inputs.find((each) => each.name === name);
    if (!input) return refuse("unknown-name", { name });
    const { x, u, dof = Infinity } = input;
    if (!Number.isFinite(x) || !Number.isFinite(u) || !(u >= 0) || !(dof > 0)) {
      refuse("uncertainty-invalid", { source: name, u, dof });
    }
    return input;
  });
}

function bilinear(a: readonly number[], b: readonly number[], r: readonly Float64Array[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) total += a[i]! * b[j]! * r[i]![j]!;
  }
  return total;
}
