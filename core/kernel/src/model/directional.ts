import { ofBinary, ofFunction, ofPower, type Polynomial, plus, times, ZERO } from "./polynomial.ts";
import type { Model, Step } from "./tape.ts";

/** What one step of the model is along a direction, with its slopes after its arguments. */
type Walked = { readonly value: Polynomial; readonly a?: Polynomial; readonly b?: Polynomial };

/**
 * The steps of a model when its inputs move along polynomials of a displacement t, and the gradients of its outputs
 * there, also as polynomials of t.
 *
 * Where one input moves as x_j + t, the gradient is ∂y/∂x_i + t ∂²y/∂x_i∂x_j + ½ t² ∂³y/∂x_i∂x_j²; so one walk and one
 * sweep back give a whole row of second and third derivatives.
 *
 * @param inputs in the order of the model
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), 5.1 and 13.3
 * @example walk({ inputs: ["x"], outputs: [{ name: "y", at: 1 }], steps: [{ kind: "input", input: 0 }, { kind: "power", a: 0, exponent: 2 }], places: [] }, [[3, 1, 0]])[1].value // → [9, 6, 1] ((3 + t)² = 9 + 6t + t²)
 */
export function walk({ steps }: Model, inputs: readonly Polynomial[]): readonly Walked[] {
  const walked: Walked[] = [];
  for (const step of steps) walked.push(stepAlong(step, walked, inputs));
  return walked;
}

function stepAlong(step: Step, walked: readonly Walked[], inputs: readonly Polynomial[]): Walked {
  switch (step.kind) {
    case "input":
      return { value: inputs[step.input]! };
    case "number":
      return { value: [step.value, 0, 0] };
    case "power": {
      const [value, a] = ofPower(walked[step.a]!.value, step.exponent);
      return { value, a };
    }
    case "call": {
      const [value, a] = ofFunction(step.name, walked[step.a]!.value);
      return { value, a };
    }
    case "binary": {
      const [value, a, b] = ofBinary(step.operator, walked[step.a]!.value, walked[step.b]!.value);
      return { value, a, b };
    }
  }
}

/**
 * ∂y/∂x_i of the output at a position along the walk, for every input; zero where it does not depend on it.
 *
 * @param walked what `walk` gave
 * @param at position of the output among the steps
 * @returns a polynomial of the displacement t for each input
 * @source Griewank, Walther, "Evaluating derivatives", 2nd ed. (2008), 3.2 (reverse mode) and 13.3
 * @example ((model) => gradientAlong(model, walk(model, [[3, 1, 0]]), 1))({ inputs: ["x"], outputs: [{ name: "y", at: 1 }], steps: [{ kind: "input", input: 0 }, { kind: "power", a: 0, exponent: 2 }], places: [] }) // → [[6, 2, 0]] (2·(3 + t) = 6 + 2t)
 */
export function gradientAlong({ steps, inputs }: Model, walked: readonly Walked[], at: number): Polynomial[] {
  const adjoints: (Polynomial | undefined)[] = [];
  const result: Polynomial[] = inputs.map(() => ZERO);
  adjoints[at] = [1, 0, 0];
  const give = (to: number, share: Polynomial) => {
    const known = adjoints[to];
    adjoints[to] = known ? plus(known, share) : share;
  };
  for (let position = at; position >= 0; position--) {
    const weight = adjoints[position];
    if (!weight) continue;
    const step = steps[position]!;
    const { a, b } = walked[position]!;
    if (step.kind === "input") result[step.input] = plus(result[step.input]!, weight);
    else if (step.kind !== "number" && a) give(step.a, times(weight, a));
    if (step.kind === "binary" && b && steps[step.b]!.kind !== "number") give(step.b, times(weight, b));
  }
  return result;
}
