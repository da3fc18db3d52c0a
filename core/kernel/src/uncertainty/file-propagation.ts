import { prepareModel } from "../model/tape.ts";
import { toTheEnd } from "../steps.ts";
import { propagateImplicit } from "./implicit.ts";
import type { ModelFile } from "./model-file.ts";
import { type Propagation, propagateSteps } from "./propagate.ts";

/**
 * What the propagation law says of a file, whether its model is formulas or equations.
 *
 * @param order 1 leaves the terms of next order out, which take long for very many inputs; equations always have them
 * @throws Refusal those of `prepareModel` and `propagate`, or of `propagateImplicit`
 * @source JCGM 100:2008, 5.1.2; JCGM 102:2011, 6.2 and 6.3
 * @example propagationOf({ formulas: { y: "a + b + c" }, implicit: null, inputs: [["a", 0.25, 9], ["b", 0.57, 4], ["c", 0.82, 14]].map(([name, u, dof]) => ({ name, x: 0, u, dof })), correlations: [] }).outputs // → [{ name: "y", u: 1.03, dof: 19.0 }] (JCGM 100:2008, G.4.1, example)
 */
export function propagationOf(file: ModelFile, order: 1 | 2 = 2): Propagation {
  return toTheEnd(propagationSteps(file, order));
}

/**
 * The same in steps, so that the terms of next order of very many inputs can be left.
 *
 * @throws Refusal those of `propagationOf`
 * @source as `propagationOf`
 * @example propagationSteps({ formulas: { y: "a" }, implicit: null, inputs: [{ name: "a", x: 3, u: 1 }], correlations: [] }, 1).next() // → { done: true, value: { outputs: [{ name: "y", y: 3, u: 1 }] } } (first order is one step; y = a)
 */
export function* propagationSteps(
  { formulas, implicit, inputs, correlations }: ModelFile,
  order: 1 | 2 = 2,
): Generator<void, Propagation, void> {
  if (implicit) return propagateImplicit(implicit, inputs, correlations);
  const model = prepareModel(
    formulas,
    inputs.map(({ name }) => name),
  );
  return yield* propagateSteps(model, inputs, correlations, order);
}
