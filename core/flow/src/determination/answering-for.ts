import type { Evaluation, FurtherOutput, FurtherResult, MethodDefinition } from "./method.ts";

/**
 * The method with one of its further results as the first: the same readings answer for another characteristic, e.g. one
 * tensile curve for proof strength, tensile strength and elongation. The result that was first follows as a further one,
 * under the name of its characteristic.
 *
 * @param characteristic id of one of the method's results; any other leaves the method as it is
 * @example answeringFor({ output: { characteristic: "proof-strength", unit: "MPa" }, further: [{ name: "rm", characteristic: "tensile-strength", unit: "MPa" }], evaluate: () => ({ measurement: { value: 180 }, reported: "180", intermediate: [], flags: [], further: [{ name: "rm", measurement: { value: 215 }, reported: "215" }] }) }, "tensile-strength").evaluate({}) // → { measurement: { value: 215 }, reported: "215", further: [{ name: "proof-strength", reported: "180" }] } (GB/T 228.1-2021: one curve, several properties)
 * @source ours: a result is reported under the characteristic that it answers
 */
export function answeringFor(definition: MethodDefinition, characteristic: string): MethodDefinition {
  const { output, further = [] } = definition;
  const asked = further.find((each) => each.characteristic === characteristic);
  if (output.characteristic === characteristic || asked === undefined) return definition;
  const { name, ...first } = asked;
  const former: FurtherOutput = { ...output, name: output.characteristic };
  return {
    ...definition,
    output: first,
    further: [former, ...further.filter((each) => each.name !== name)],
    evaluate: (readings) => withFirst(definition.evaluate(readings), name, former.name),
  };
}

/** What only the former first result states (its sign, its coverage factor) does not pass on to the new one. */
function withFirst(evaluation: Evaluation, name: string, formerName: string): Evaluation {
  const { measurement, reported, intermediate, flags, further = [], findings = [] } = evaluation;
  const first = further.find((each) => each.name === name);
  if (!first) return evaluation;
  const former: FurtherResult = { name: formerName, measurement, reported };
  return {
    measurement: first.measurement,
    reported: first.reported,
    intermediate,
    flags,
    findings,
    further: [former, ...further.filter((each) => each.name !== name)],
  };
}
