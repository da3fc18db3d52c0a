import { type VerdictView, verdictViews } from "@quanheng/flow/decision/verdict-view.ts";
import { type Verdicts, verdictsByMarket } from "@quanheng/flow/decision/verdicts-by-market.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { type AgreementRecord, currentAgreement } from "../../store/agreement.ts";
import { type Commission, findCommission } from "../../store/commission.ts";
import { type EnterpriseRow, findEnterprise } from "../../store/enterprise.ts";
import { accreditationsOf, findInstitution, type InstitutionRow, scopeOf } from "../../store/institution.ts";
import { type Observation, observationsOfCommission } from "../../store/observation.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { type Result, resultsOfCommission } from "../../store/result.ts";
import { type Review, reviewsOfCommission } from "../../store/review.ts";
import { type SampleListRow, sampleOfCommission } from "../../store/sample.ts";
import { type TaskListRow, tasksOfCommission } from "../../store/task.ts";
import type { Transaction } from "../../store/transaction.ts";
import { type SetAsideRow, type Settle, type SettledRow, settlementOf } from "../determination/settled-rows.ts";
import { taskDefinition } from "../determination/task-definition.ts";
import { answering, decidableRows, taskRows } from "../determination/task-rows.ts";

/** One task as a signatory decides on it: the newest readings, what they came to, and who approved them. */
export type DecidedTask = {
  readonly task: TaskListRow;
  readonly definition: MethodDefinition;
  /** The frozen requirements that this result decides. */
  readonly rows: readonly SettledRow[];
  readonly observation: Observation | null;
  readonly result: Result | null;
  /** The approval of exactly these readings; null while there is none. */
  readonly approval: Review | null;
  /** Whether the accredited scope covers method, characteristic and value on the day of the reading. */
  readonly inScope: boolean;
};

/** Everything that one laboratory decides on for one commission, as it is at this moment. */
export type DecisionFacts = {
  readonly commission: Commission;
  readonly agreement: AgreementRecord;
  readonly laboratory: InstitutionRow;
  readonly accreditation: Awaited<ReturnType<typeof accreditationsOf>>[number] | null;
  readonly client: EnterpriseRow;
  readonly sample: SampleListRow | null;
  /** In the order of the agreement. */
  readonly tasks: readonly DecidedTask[];
  /** Tasks that are not approved yet. */
  readonly openTasks: number;
  /** Frozen requirements that this laboratory's results decide, in the order of the agreement. */
  readonly rows: readonly SettledRow[];
  /** Those that do not apply to the item as it was stated, each with the statement that says so. */
  readonly setAside: readonly SetAsideRow[];
  /** Verdicts with their figures, one per row, and one per market. */
  readonly decided: Verdicts;
  /** The same as they are shown, sent and kept. */
  readonly verdicts: readonly VerdictView[];
  readonly reference: Reference;
  /** Everyone who entered readings, also ones that were replaced. */
  readonly enteredBy: readonly string[];
  readonly reviewedBy: readonly string[];
};

/**
 * Reads what a laboratory decides on for a commission, and decides it under the agreed rule on the frozen requirements.
 *
 * @throws Refusal `not-found` for a commission the reader does not see or a laboratory that is no part of it
 */
export async function decisionFacts(
  tx: Transaction,
  context: Context,
  commissionId: string,
  institutionId: string,
): Promise<DecisionFacts> {
  const commission = (await findCommission(tx, commissionId)) ?? refuse("not-found");
  const agreement = await currentAgreement(tx, commissionId);
  if (!agreement?.institution_ids.includes(institutionId)) return refuse("not-found");
  const client = await findEnterprise(tx, commission.enterprise_id);
  const found = await findInstitution(tx, institutionId);
  invariant(client && found, "client and laboratory of an agreement are known to its parties");
  const day = today(context);
  const accreditation =
    (await accreditationsOf(tx, institutionId)).find((each) => each.valid_from <= day && each.valid_to >= day) ?? null;

  const observations = await observationsOfCommission(tx, commissionId, institutionId);
  const reviews = await reviewsOfCommission(tx, commissionId, institutionId);
  const results = await resultsOfCommission(tx, commissionId, institutionId);
  const scope = await scopeOf(tx, institutionId);
  const settle = await settlementOf(tx, commissionId);
  const tasks = (await tasksOfCommission(tx, commissionId, institutionId)).map((task) =>
    decidedTask(task, { settle, agreement, observations, reviews, results, scope }),
  );

  const own = new Set(tasks.flatMap(({ task }) => taskRows(agreement, task).map(({ id }) => id)));
  const { rows, setAside } = settle(agreement.requirements.filter(({ id }) => own.has(id)));
  const decidable = decidableRows(rows);
  const approved = tasks.flatMap(({ result, approval, rows: answered }) =>
    result && approval ? [answering(result.evaluation.measured, answered)] : [],
  );
  const decided = verdictsByMarket(decidable, approved, agreement.decision_rule);
  return {
    commission,
    agreement,
    laboratory: found.institution,
    accreditation,
    client,
    sample: (await sampleOfCommission(tx, commissionId, institutionId)) ?? null,
    tasks,
    openTasks: tasks.filter(({ task }) => task.state !== "approved").length,
    rows,
    setAside,
    decided,
    verdicts: verdictViews(decided.verdicts, decidable),
    reference: await readReference(tx),
    enteredBy: [...new Set(observations.map(({ entered_by }) => entered_by))],
    reviewedBy: [...new Set(reviews.map(({ reviewed_by }) => reviewed_by))],
  };
}

type Records = {
  readonly settle: Settle;
  readonly agreement: AgreementRecord;
  readonly observations: readonly Observation[];
  readonly reviews: readonly Review[];
  readonly results: ReadonlyMap<string, Result>;
  readonly scope: readonly ScopeRow[];
};
type ScopeRow = Awaited<ReturnType<typeof scopeOf>>[number];

function decidedTask(task: TaskListRow, records: Records): DecidedTask {
  const definition = taskDefinition(task);
  invariant(definition, `${task.definition} is a known method`);
  const observation = records.observations.filter(({ task_id }) => task_id === task.id).at(-1) ?? null;
  const result = (observation && records.results.get(observation.id)) ?? null;
  const approval = records.reviews.findLast(({ observation_id }) => observation_id === observation?.id);
  return {
    task,
    definition,
    rows: records.settle(taskRows(records.agreement, task)).rows,
    observation,
    result,
    approval: task.state === "approved" && approval?.outcome === "approved" ? approval : null,
    inScope: records.scope.some((line) => covers(line, task, observation, result)),
  };
}

/** A scope line covers a result by its method and characteristic, on the day of the reading, within its range. */
function covers(line: ScopeRow, task: TaskListRow, observation: Observation | null, result: Result | null): boolean {
  if (line.method !== task.method || line.characteristic !== task.characteristic) return false;
  if (!observation || !result) return true;
  const day = today({ now: () => observation.entered_at });
  if (day < line.valid_from || day > line.valid_to) return false;
  const value = decimal(result.value);
  return (
    (line.range_min === null || compare(value, decimal(line.range_min)) >= 0) &&
    (line.range_max === null || compare(value, decimal(line.range_max)) <= 0)
  );
}
