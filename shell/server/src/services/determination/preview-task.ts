import type { PreviewAnswer, RawReadings } from "@quanheng/contract/schemas/laboratory.ts";
import { resultOf } from "@quanheng/flow/decision/result.ts";
import { evaluateRaw } from "@quanheng/flow/determination/evaluate.ts";
import { evaluationView } from "@quanheng/flow/determination/evaluation-view.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { reading } from "../../store/transaction.ts";
import { taskVerdicts } from "./task-rows.ts";
import { readTask } from "./task-view.ts";

/**
 * What readings would come to: the same computation as when they are entered, and nothing is kept.
 *
 * @throws Refusal `not-found`
 */
export async function previewTask(
  context: Context,
  id: string,
  readings: RawReadings,
): Promise<z.infer<typeof PreviewAnswer>> {
  return reading(context, async (tx) => {
    const { definition, row, rows, agreement } = await readTask(tx, context, id);
    const rule = agreement.decision_rule;
    const outcome = evaluateRaw(definition, readings, Number(rule.coverageProbability));
    if (!outcome.ok)
      return {
        evaluation: null,
        verdicts: [],
        problems: outcome.problems.map((problem) => ({ ...problem, facts: { ...problem.facts } })),
      };
    const measured = resultOf(row.characteristic, outcome.evaluation);
    return {
      evaluation: evaluationView(outcome.evaluation),
      verdicts: taskVerdicts(rows, measured, rule),
      problems: [],
    };
  });
}
