import type { Evaluation } from "./evaluation.ts";

/**
 * An evaluation as JSON, every figure unrounded. JSON has no infinity: degrees of freedom that nothing limits are the
 * text "inf", as in a model file.
 *
 * @param indent spaces a level; absent is one line
 */
export function evaluationJson(evaluation: Evaluation, indent?: number): string {
  return JSON.stringify(evaluation, (_name, value: unknown) => (value === Infinity ? "inf" : value), indent);
}
