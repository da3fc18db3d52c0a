import type { ObservationEntry } from "@quanheng/contract/schemas/laboratory.ts";
import { resultOf } from "@quanheng/flow/decision/result.ts";
import { type ExpandedEvaluation, evaluateRaw } from "@quanheng/flow/determination/evaluate.ts";
import { evaluationView } from "@quanheng/flow/determination/evaluation-view.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { computedDigits } from "@quanheng/flow/determination/reported.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import type { Observation } from "../../store/observation.ts";
import type { Result } from "../../store/result.ts";
import type { Task } from "../../store/task.ts";

type Entry = z.output<typeof ObservationEntry>;

/**
 * What the readings of an entry come to; every problem is counted and named, those of the surroundings alike.
 *
 * @throws Refusal `readings-refused`
 */
export function evaluatedEntry(
  definition: MethodDefinition,
  { readings, environment }: Pick<Entry, "readings" | "environment">,
  coverageProbability: number,
): ExpandedEvaluation {
  const outcome = evaluateRaw(definition, readings, coverageProbability);
  const problems = [
    ...(outcome.ok
      ? []
      : outcome.problems.map(({ field, index, code }) => `${field}${index === null ? "" : `[${index}]`}: ${code}`)),
    ...environmentProblems(environment),
  ];
  if (!outcome.ok || problems.length > 0) return refuse("readings-refused", { count: problems.length, problems });
  return outcome.evaluation;
}

const SURROUNDINGS = {
  temperatureC: { min: -40, max: 60 },
  humidityPercent: { min: 0, max: 100 },
} as const satisfies Record<keyof Entry["environment"], { min: number; max: number }>;

/** Surroundings may be left out, which the reviewer sees; what is stated must be possible. */
function environmentProblems(environment: Entry["environment"]): readonly string[] {
  return (Object.keys(SURROUNDINGS) as (keyof Entry["environment"])[]).flatMap((name) => {
    const text = environment[name];
    if (text === null) return [];
    const parsed = parseNumber(text);
    if (!parsed.ok) return [`${name}: ${parsed.code}`];
    const { min, max } = SURROUNDINGS[name];
    return parsed.operator === "=" && parsed.value >= min && parsed.value <= max
      ? []
      : [`${name}: reading-out-of-range`];
  });
}

/** Figures as computed, never rounded for the report: that happens once, in `reported`. */
export function resultRow(
  context: Context,
  observation: Observation,
  task: Task,
  evaluation: ExpandedEvaluation,
): Result {
  const measured = resultOf(task.characteristic, evaluation);
  return {
    id: context.newId("res"),
    observation_id: observation.id,
    task_id: task.id,
    commission_id: task.commission_id,
    institution_id: task.institution_id,
    characteristic: task.characteristic,
    operator: measured.operator,
    value: measured.value,
    u: measured.u,
    k: measured.u === null ? null : computedDigits(evaluation.k),
    dof: measured.dof,
    unit: measured.unit,
    reported: measured.reported,
    evaluation: { view: evaluationView(evaluation), measured },
    computed_at: observation.entered_at,
  };
}
