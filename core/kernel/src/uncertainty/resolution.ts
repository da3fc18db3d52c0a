import { adjoints, evaluate } from "../model/evaluate.ts";
import { type Model, prepareModel } from "../model/tape.ts";
import { refuse } from "../refusals.ts";
import type { ModelFile } from "./model-file.ts";
import type { OutputEstimate, Propagation } from "./propagate.ts";

/** Rounding of the trials may be this part of u: u of rounded values is then too large by less than 0.3 % (our choice). */
const COARSEST = 1 / 8;

/** Half the distance between neighbouring numbers, as part of their size. @source IEEE Std 754-2019, 3.3 (binary64) */
const HALF_STEP = 2 ** -53;

/** Sizes of u whose squares, and those of its ends, are numbers of full precision. @source IEEE Std 754-2019, 3.3 (binary64) */
const SQUARABLE = { least: 2 ** -500, most: 2 ** 500 } as const;

/**
 * Refuses to draw trials that could not show the uncertainty: every value on the way is rounded to a binary number, and
 * what is smaller than that rounding is lost. 10²⁰ ± 1 drawn in binary64 is always 10²⁰, so that u would read zero.
 *
 * noise² = Σ (∂y/∂v · |v| · 2⁻⁵³)² over the values v on the way that depend on an uncertain input; it must be below u/8.
 *
 * @param outputs of `propagationOf`: u of first order, or of second where that is larger
 * @throws Refusal `beyond-resolution`
 * @source Higham, "Accuracy and Stability of Numerical Algorithms", 2nd ed. (2002), 2.2 (each operation rounds by at most 2⁻⁵³ of its result), carried to the output as in JCGM 100:2008, 5.1.2
 * @example refusalOf(() => checkResolution({ formulas: { y: "a" }, implicit: null, inputs: [{ name: "a", x: 1e20, u: 1 }] }, [{ name: "y", y: 1e20, u: 1, sensitivities: [1] }])) // → "beyond-resolution" (neighbouring numbers lie 2¹⁴ = 16384 apart there)
 */
export function checkResolution(
  { formulas, implicit, inputs }: Pick<ModelFile, "formulas" | "implicit" | "inputs">,
  outputs: Propagation["outputs"],
): void {
  const model = implicit ? null : prepareModel(formulas, namesOf(inputs));
  const values = model && evaluate(model, estimatesOf(inputs));
  for (const [k, output] of outputs.entries()) {
    const u = Math.max(output.u, output.secondOrder?.u ?? 0);
    if (u === 0) continue;
    const noise = model && values ? noiseOf(model, values, model.outputs[k]!.at, inputs) : endNoise(output, inputs);
    if (noise <= COARSEST * u && u >= SQUARABLE.least && u <= SQUARABLE.most) continue;
    refuse("beyond-resolution", { output: output.name, y: output.y, u });
  }
}

type Inputs = Pick<ModelFile, "inputs">["inputs"];

function namesOf(inputs: Inputs): string[] {
  return inputs.map(({ name }) => name);
}

function estimatesOf(inputs: Inputs): number[] {
  return inputs.map(({ x }) => x);
}

function noiseOf(model: Model, values: Float64Array, at: number, inputs: Inputs): number {
  const slopes = adjoints(model, at, values);
  const moves = movingSteps(model, inputs);
  return Math.hypot(
    ...terms(slopes.length, (v) => (moves[v] && slopes[v] !== 0 ? slopes[v]! * values[v]! * HALF_STEP : 0)),
  );
}

/** Of equations only the inputs and the solution itself are known. */
function endNoise({ y, sensitivities }: OutputEstimate, inputs: Inputs): number {
  const drawn = inputs.map(({ x, u }, i) => (u === 0 ? 0 : sensitivities[i]! * x * HALF_STEP));
  return Math.hypot(y * HALF_STEP, ...drawn);
}

function terms(count: number, term: (k: number) => number): number[] {
  return Array.from({ length: count }, (_, k) => term(k));
}

/** Whether each step depends on an uncertain input; the others are rounded the same way in every trial. */
function movingSteps({ steps }: Model, inputs: Inputs): boolean[] {
  const moves: boolean[] = [];
  for (const step of steps) {
    if (step.kind === "number") moves.push(false);
    else if (step.kind === "input") moves.push(inputs[step.input]!.u > 0);
    else moves.push(moves[step.a]! || (step.kind === "binary" && moves[step.b]!));
  }
  return moves;
}
