import { decidable } from "@quanheng/centres/standards/comparison.ts";
import { DecisionRule } from "@quanheng/contract/schemas/decision-rule.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import type { DecidableRow } from "@quanheng/flow/decision/judge.ts";
import { type Preview, preview } from "@quanheng/flow/decision/preview.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { readLimit } from "@quanheng/flow/selection/read-limit.ts";
import { comparisonOf, type RowStatus } from "@quanheng/flow/selection/requirement.ts";
import { filledReadings } from "./bench-entry.ts";

/** Says what readings would come to, with everything of the task that does not change while typing read once. */
export type Evaluator = (readings: Readonly<Record<string, string | readonly string[]>>) => Preview;

/**
 * The platform's own evaluation, on this device: it follows every keystroke and needs no connection.
 *
 * @throws Refusal `malformed-rule` or `malformed-reference` for a task whose agreement cannot be read
 */
export function evaluatorOf(definition: MethodDefinition, task: TaskDetail): Evaluator {
  const rule = DecisionRule.parse(task.rule);
  const rows = task.requirements.map((row) => rowOf(row, task.characteristic));
  return (readings) => preview(definition, filledReadings(readings), rows, rule);
}

function rowOf(row: TaskDetail["requirements"][number], characteristic: string): DecidableRow {
  const { rowId, market, document, clause, limit, unit, status, condition, standing, asks, reading } = row;
  return decidable({
    id: rowId,
    market,
    document,
    clause,
    characteristic,
    limit: readLimit(limit, rowId),
    unit,
    status: status as RowStatus,
    condition,
    ...(standing ? { standing } : {}),
    ...(asks ? { asks } : {}),
    ...comparisonOf(reading),
  });
}
