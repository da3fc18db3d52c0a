import { derivatives, power } from "./derivatives.ts";
import type { Model, Step } from "./tape.ts";

/**
 * Every step's value at a point. NaN and infinities mean that there is no value.
 *
 * @param model of `prepareModel`
 * @param inputs in the order of the model
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), 2.2 (evaluation procedures)
 * @example evaluate({ inputs: ["a", "b"], outputs: [{ name: "y", at: 2 }], steps: [{ kind: "input", input: 0 }, { kind: "input", input: 1 }, { kind: "binary", operator: "*", a: 0, b: 1 }], places: [] }, [2, 3]) // → [2, 3, 6] (a, b and 2·3)
 */
export function evaluate({ steps }: Model, inputs: ArrayLike<number>): Float64Array {
  const values = new Float64Array(steps.length);
  for (let at = 0; at < steps.length; at++) values[at] = stepValue(steps[at]!, values, inputs);
  return values;
}

function stepValue(step: Step, values: Float64Array, inputs: ArrayLike<number>): number {
  switch (step.kind) {
    case "input":
      return inputs[step.input]!;
    case "number":
      return step.value;
    case "power":
      return power(values[step.a]!, step.exponent)[0];
    case "call":
      return derivatives(step.name, values[step.a]!)[0];
    case "binary":
      return binary(step.operator, values[step.a]!, values[step.b]!);
  }
}

function binary(operator: string, a: number, b: number): number {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "atan2":
      return Math.atan2(a, b);
    default:
      return a ** b;
  }
}

/**
 * The exact partial derivatives of one output after every input, by one sweep back over the steps.
 *
 * @param model of `prepareModel`
 * @param at position of the output
 * @param values what `evaluate` gave
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), 3.2 (reverse mode)
 * @example gradient({ inputs: ["a", "b"], outputs: [{ name: "y", at: 2 }], steps: [{ kind: "input", input: 0 }, { kind: "input", input: 1 }, { kind: "binary", operator: "*", a: 0, b: 1 }], places: [] }, 2, [2, 3, 6]) // → [3, 2] (∂(ab)/∂a = b, ∂(ab)/∂b = a)
 */
export function gradient(model: Model, at: number, values: Float64Array): Float64Array {
  const result = new Float64Array(model.inputs.length);
  for (const [position, weight] of adjoints(model, at, values).entries()) {
    const step = model.steps[position]!;
    if (step.kind === "input") result[step.input]! += weight;
  }
  return result;
}

/**
 * The exact partial derivatives of one output after every step before it.
 *
 * @param model of `prepareModel`
 * @param at position of the output
 * @param values what `evaluate` gave
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), 3.2 (adjoints of the reverse mode)
 * @example adjoints({ inputs: ["a", "b"], outputs: [{ name: "y", at: 3 }], steps: [{ kind: "input", input: 0 }, { kind: "input", input: 1 }, { kind: "binary", operator: "*", a: 0, b: 1 }, { kind: "power", a: 2, exponent: 2 }], places: [] }, 3, [2, 3, 6, 36]) // → [36, 24, 12, 1] (y = (ab)²: after ab it is 2ab = 12, after a 12·3, after b 12·2)
 */
export function adjoints({ steps }: Model, at: number, values: ArrayLike<number>): Float64Array {
  const adjoint = new Float64Array(at + 1);
  adjoint[at] = 1;
  for (let position = at; position >= 0; position--) {
    const weight = adjoint[position]!;
    if (weight !== 0) sweep(steps[position]!, weight, values, adjoint);
  }
  return adjoint;
}

function sweep(step: Step, weight: number, values: ArrayLike<number>, adjoint: Float64Array): void {
  switch (step.kind) {
    case "number":
    case "input":
      return;
    case "power":
      adjoint[step.a]! += weight * power(values[step.a]!, step.exponent)[1];
      return;
    case "call":
      adjoint[step.a]! += weight * derivatives(step.name, values[step.a]!)[1];
      return;
    case "binary": {
      const [da, db] = slopes(step.operator, values[step.a]!, values[step.b]!);
      adjoint[step.a]! += weight * da;
      adjoint[step.b]! += weight * db;
    }
  }
}

/** Partial derivatives of a binary operation. */
function slopes(operator: string, a: number, b: number): readonly [number, number] {
  switch (operator) {
    case "+":
      return [1, 1];
    case "-":
      return [1, -1];
    case "*":
      return [b, a];
    case "/":
      return [1 / b, -a / (b * b)];
    case "atan2":
      return [b / (a * a + b * b), -a / (a * a + b * b)];
    default:
      return [b * a ** (b - 1), a ** b * Math.log(a)];
  }
}
