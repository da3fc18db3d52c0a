import type { Evaluation } from "./evaluation.ts";

/**
 * An evaluation as JSON, every figure unrounded. JSON has no infinity: degrees of freedom that nothing limits are the
 * text "inf", as in a model file.
 *
 * @param indent spaces a level; absent is one line
 * @source RFC 8259, 6 (numbers; infinity is not among them)
 * @example evaluationJson({ probability: 0.95, outputs: [{ first: { dof: Infinity } }] }) // → '{"probability":0.95,"outputs":[{"first":{"dof":"inf"}}]}' (RFC 8259)
 */
export function evaluationJson(evaluation: Evaluation, indent?: number): string {
  return JSON.stringify(evaluation, (_name, value: unknown) => (value === Infinity ? "inf" : value), indent);
}
