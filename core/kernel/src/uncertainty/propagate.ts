import { type Correlation, correlationMatrix } from "../linear/correlation-matrix.ts";
import { walk } from "../model/directional.ts";
import { evaluate, gradient } from "../model/evaluate.ts";
import { constant } from "../model/polynomial.ts";
import type { Model, Step } from "../model/tape.ts";
import { invariant } from "../refusal.ts";
import { refuse } from "../refusals.ts";
import { toTheEnd } from "../steps.ts";
import { effectiveDof } from "./effective-dof.ts";
import { firstOrder } from "./first-order.ts";
import type { InputEstimate } from "./input-estimate.ts";
import { type SecondOrder, secondOrderSteps } from "./second-order.ts";

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
  /** The two inputs that leave them undefined. */
  readonly dofBetween?: readonly [string, string];
  /** Estimate and standard uncertainty with the terms of next order; absent where a derivative is not finite. */
  readonly secondOrder?: SecondOrder;
};

export type Propagation = {
  readonly outputs: readonly OutputEstimate[];
  /** Covariance of the outputs, first order, in their order. */
  readonly covariance: readonly (readonly number[])[];
  /** Correlation matrix of the inputs, in the order of the model. */
  readonly r: readonly Float64Array[];
};

/**
 * Propagates estimates and uncertainties through a model.
 *
 * u_c² = Σ_i Σ_j c_i c_j u(x_i) u(x_j) r(x_i, x_j)
 *
 * @param inputs one per input of the model, in any order
 * @param order 1 leaves the terms of next order out, which take a walk through the model for every uncertain input
 * @throws Refusal `unknown-name`, `estimate-invalid`, `uncertainty-invalid`, `correlation-invalid`,
 * `correlations-inconsistent`; `model-not-finite` where an output, a sensitivity or u has no finite value at the
 * estimates, with the place in the formula; `slope-too-large` where only a sensitivity is beyond the numbers
 * @source JCGM 100:2008, 5.1.2, 5.2.2 and G.4.1; JCGM 102:2011, 6.2.1 for several outputs
 * @example propagate({ inputs: ["V", "J"], outputs: [{ name: "Z", at: 2 }], steps: [{ kind: "input", input: 0 }, { kind: "input", input: 1 }, { kind: "binary", operator: "/", a: 0, b: 1 }], places: [] }, [{ name: "V", x: 4.9990, u: 0.0032 }, { name: "J", x: 0.0196610, u: 0.0000095 }], [{ a: "V", b: "J", r: -0.36 }]).outputs[0] // → { name: "Z", y: 254.26, u: 0.24 } (JCGM 100:2008, table H.3: 254.260 and 0.236, from the rounded figures of table H.2)
 */
export function propagate(
  model: Model,
  inputs: readonly InputEstimate[],
  correlations: readonly Correlation[] = [],
  order: 1 | 2 = 2,
): Propagation {
  return toTheEnd(propagateSteps(model, inputs, correlations, order));
}

/**
 * The same in steps, so that the terms of next order of very many inputs can be left.
 *
 * @throws Refusal those of `propagate`
 * @source as `propagate`
 * @example propagateSteps({ inputs: ["a"], outputs: [{ name: "y", at: 0 }], steps: [{ kind: "input", input: 0 }], places: [] }, [{ name: "a", x: 3, u: 1 }], [], 1).next() // → { done: true, value: { outputs: [{ name: "y", y: 3, u: 1 }] } } (first order is one step; y = a)
 */
export function* propagateSteps(
  model: Model,
  inputs: readonly InputEstimate[],
  correlations: readonly Correlation[] = [],
  order: 1 | 2 = 2,
): Generator<void, Propagation, void> {
  const ordered = inOrder(model.inputs, inputs);
  const r = correlationMatrix(model.inputs, correlations);
  const values = evaluate(
    model,
    ordered.map(({ x }) => x),
  );
  const gradients = model.outputs.map(({ at }) => [...gradient(model, at, values)]);
  for (const [k, { at }] of model.outputs.entries()) {
    if (![values[at]!, ...gradients[k]!].every(Number.isFinite)) notFinite(model, k, ordered);
  }
  const y = model.outputs.map(({ at }) => values[at]!);
  const next = order === 2 ? yield* secondOrderSteps(model, ordered, r, y) : y.map(() => undefined);
  return assembled({ names: model.outputs.map(({ name }) => name), y, gradients, next }, ordered, r, (k) =>
    notFinite(model, k, ordered),
  );
}

/** Outputs as a model gave them: estimates, gradients, and what second order says where it says something. */
export type Slopes = {
  readonly names: readonly string[];
  readonly y: readonly number[];
  readonly gradients: readonly (readonly number[])[];
  readonly next: readonly (SecondOrder | undefined)[];
};

/**
 * Uncertainties, covariance and effective degrees of freedom from the slopes of a model.
 *
 * @param inputs in the order of the gradients
 * @param r their correlation matrix
 * @param overflow refuses an output whose u is not finite
 * @source JCGM 100:2008, 5.2.2 (13) and G.4.1; JCGM 102:2011, 6.2.1
 * @example assembled({ names: ["y"], y: [12], gradients: [[1, -1]], next: [undefined] }, [{ name: "a", x: 15, u: 3 }, { name: "b", x: 3, u: 4 }], [Float64Array.of(1, 0), Float64Array.of(0, 1)], () => { throw new Error("overflow"); }) // → { outputs: [{ name: "y", y: 12, u: 5, contributions: [3, 4] }], covariance: [[25]] } (√(3² + 4²))
 */
export function assembled(
  { names, y, gradients, next }: Slopes,
  inputs: readonly InputEstimate[],
  r: readonly Float64Array[],
  overflow: (output: number) => never,
): Propagation {
  const weighted = gradients.map((c) => inputs.map(({ u }, i) => (u === 0 ? 0 : c[i]! * u)));
  const { covariance, u } = firstOrder(weighted, r);
  const outputs = names.map((name, k): OutputEstimate => {
    if (!Number.isFinite(u[k])) return overflow(k);
    const freedom = effectiveDof(inputs, weighted[k]!, r, u[k]!);
    const second = next[k];
    return {
      name,
      y: y[k]!,
      u: u[k]!,
      sensitivities: gradients[k]!,
      contributions: weighted[k]!.map(Math.abs),
      ...("dof" in freedom ? { dof: freedom.dof } : { dof: undefined, dofBetween: freedom.between }),
      ...(second ? { secondOrder: second } : {}),
    };
  });
  return { outputs, covariance, r };
}

/** Refuses with the first place whose value, or else whose slope, is not finite at the estimates. */
function notFinite(model: Model, output: number, inputs: readonly InputEstimate[]): never {
  const { name, at } = model.outputs[output]!;
  const walked = walk(
    model,
    inputs.map(({ x }) => constant(x)),
  ).slice(0, at + 1);
  const value = walked.findIndex((step) => !Number.isFinite(step.value[0]));
  const slope = walked.findIndex(({ a, b }) => !Number.isFinite(a?.[0] ?? 0) || !Number.isFinite(b?.[0] ?? 0));
  const found = value >= 0 ? value : slope >= 0 ? slope : at;
  const tooLarge = value < 0 && slope >= 0 && hasSlope(model.steps[slope]!, (position) => walked[position]!.value[0]!);
  return refuse(tooLarge ? "slope-too-large" : "model-not-finite", { output: name, ...model.places[found] });
}

/** Whether a quotient or power has a slope where it stands, which then is only too large for a number. */
function hasSlope(step: Step, numberAt: (position: number) => number): boolean {
  if (step.kind === "power") return numberAt(step.a) !== 0;
  return step.kind === "binary" && step.operator === "/" && numberAt(step.b) !== 0;
}

/**
 * The correlation coefficient of two outputs, cov(y_i, y_j) / (u(y_i) u(y_j)); 0 where an output has no uncertainty.
 *
 * @source JCGM 100:2008, 5.2.2 (14); JCGM 102:2011, 6.2.1
 * @example outputCorrelation({ covariance: [[4, 1], [1, 1]] }, 0, 1) // → 0.5 (1/(2·1))
 */
export function outputCorrelation({ covariance }: Propagation, i: number, j: number): number {
  const [a, b, both] = [covariance[i]?.[i], covariance[j]?.[j], covariance[i]?.[j]];
  invariant(a !== undefined && b !== undefined && both !== undefined, "both outputs exist");
  return a === 0 || b === 0 ? 0 : both / Math.sqrt(a * b);
}

/**
 * Inputs in the order of their names, checked.
 *
 * @param names in the order of the model
 * @param inputs in any order; those that the model does not name are left out
 * @throws Refusal `unknown-name`, `estimate-invalid`, `uncertainty-invalid`
 * @source JCGM 100:2008, 4.1.5 and 4.1.6 (each input has an estimate, a standard uncertainty and degrees of freedom)
 * @example inOrder(["b", "a"], [{ name: "a", x: 1, u: 0 }, { name: "b", x: 2, u: 0 }]).map(({ x }) => x) // → [2, 1] (b, then a)
 * refusalOf(() => inOrder(["a"], [{ name: "a", x: 1, u: -1 }])) // → "uncertainty-invalid" (no standard uncertainty is negative)
 */
export function inOrder(names: readonly string[], inputs: readonly InputEstimate[]): readonly InputEstimate[] {
  const known = new Map(inputs.map((input) => [input.name, input]));
  return names.map((name) => {
    const input = known.get(name) ?? refuse("unknown-name", { name });
    const { x, u, dof = Infinity } = input;
    if (!Number.isFinite(x)) refuse("estimate-invalid", { input: name, given: x });
    if (!Number.isFinite(u) || !(u >= 0) || !(dof > 0)) refuse("uncertainty-invalid", { source: name, u, dof });
    return input;
  });
}
