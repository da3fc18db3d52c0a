import { evaluateRaw } from "../determination/evaluate.ts";
import { type EvaluationView, evaluationView } from "../determination/evaluation-view.ts";
import type { MethodDefinition } from "../determination/method.ts";
import type { FieldProblem, RawReadings } from "../determination/read-readings.ts";
import type { DecidableRow } from "./judge.ts";
import { resultOf } from "./result.ts";
import type { DecisionRule } from "./rule.ts";
import { type VerdictView, verdictViews } from "./verdict-view.ts";
import { verdictsByMarket } from "./verdicts-by-market.ts";

export type Preview = {
  /** Null while something typed cannot be used; `problems` then says what. */
  readonly evaluation: EvaluationView | null;
  readonly verdicts: VerdictView[];
  readonly problems: readonly FieldProblem[];
};

/**
 * What readings would come to if they were entered now: value, budget, rounding and a verdict per requirement. The
 * bench
 * shows it while the analyst types, the server answers the same.
 *
 * @param rows the requirements that the task answers
 * @example preview({ inputs: [{ name: "mass", kind: "number", unit: "g" }], output: {} }, {}, [], { kind: "simple", guard: null, coverageProbability: "0.9545" }).problems // → [{ field: "mass", code: "reading-missing" }] (nothing was typed)
 * @throws Refusal `malformed-rule`
 * @source ours: the page shows before what the server will answer
 */
export function preview(
  definition: MethodDefinition,
  raw: RawReadings,
  rows: readonly DecidableRow[],
  rule: DecisionRule,
): Preview {
  const outcome = evaluateRaw(definition, raw, Number(rule.coverageProbability));
  if (!outcome.ok) return { evaluation: null, verdicts: [], problems: outcome.problems };
  const result = resultOf(definition.output.characteristic, outcome.evaluation);
  const { verdicts } = verdictsByMarket(rows, [result], rule);
  return { evaluation: evaluationView(outcome.evaluation), verdicts: verdictViews(verdicts, rows), problems: [] };
}
