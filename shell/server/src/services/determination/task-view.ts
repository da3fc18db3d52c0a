import type { TaskDetail, TaskSummary } from "@quanheng/contract/schemas/laboratory.ts";
import { ruleSentence } from "@quanheng/flow/decision/sentence.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { limitText } from "@quanheng/flow/selection/limit-text.ts";
import { comparisonOf } from "@quanheng/flow/selection/requirement.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import {
  type AgreementRecord,
  awaitedAgreement,
  currentAgreement,
  type FrozenRequirement,
} from "../../store/agreement.ts";
import { competencesOn } from "../../store/competence.ts";
import { filesById } from "../../store/file.ts";
import { instrumentsOfTypes } from "../../store/instrument.ts";
import { type Names, personNames } from "../../store/names.ts";
import { type Observation, observationsOf } from "../../store/observation.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { type Result, resultsOf } from "../../store/result.ts";
import { type Review, reviewsOf } from "../../store/review.ts";
import { findSample } from "../../store/sample.ts";
import { findTask, type TaskListRow } from "../../store/task.ts";
import type { Transaction } from "../../store/transaction.ts";
import { mayReviewTask } from "../review/may-review.ts";
import { instrumentTypes, whyNotUsable } from "./instrument-fitness.ts";
import { whyNotEnter } from "./may-enter.ts";
import { whyNotAuthorised } from "./require-competence.ts";
import { sampleView } from "./sample-view.ts";
import { type SettledRow, settlementOf } from "./settled-rows.ts";
import { taskDefinition } from "./task-definition.ts";
import { taskRows, taskVerdicts } from "./task-rows.ts";

/** A task in a list. @param people names of those to whom tasks are assigned */
export function taskSummary(row: TaskListRow, reference: Reference, people: Names, day: string): TaskSummary {
  const definition = taskDefinition(row);
  const open = row.state !== "approved" && row.state !== "cancelled";
  return {
    id: row.id as TaskSummary["id"],
    commissionId: row.commission_id as TaskSummary["commissionId"],
    commissionNumber: row.commission_number,
    sampleNumber: row.sample_number,
    itemName: row.item.name,
    definition: row.definition,
    methodTitle: definition?.title ?? { zh: row.method, en: row.method },
    method: row.method,
    characteristic: row.characteristic,
    characteristicName: reference.nameOf(row.characteristic),
    state: row.state,
    version: row.version,
    dueOn: row.due_on,
    late: open && row.due_on < day,
    assignedTo: row.assigned_to === null ? null : people(row.assigned_to),
    reported: row.reported,
    unit: row.result_unit ?? definition?.output.unit ?? "1",
  };
}

/** All that is known of one task inside the laboratory; what its page, its reviewer and its rules need. */
export type TaskWork = {
  readonly row: TaskListRow;
  readonly definition: MethodDefinition;
  readonly agreement: AgreementRecord;
  readonly rows: readonly SettledRow[];
  /** Requirements of the task that do not apply to the item as it was stated. */
  readonly setAside: readonly FrozenRequirement[];
  readonly observations: readonly Observation[];
  readonly results: ReadonlyMap<string, Result>;
  readonly reviews: readonly Review[];
};

/**
 * Reads one task of the acting laboratory.
 *
 * @throws Refusal `not-found`
 */
export async function readTask(tx: Transaction, context: Context, id: string): Promise<TaskWork> {
  const row = await findTask(tx, id);
  if (!row || row.institution_id !== context.actor.partyId) return refuse("not-found");
  const definition = taskDefinition(row);
  const agreement = await currentAgreement(tx, row.commission_id);
  invariant(definition && agreement, `${id} follows a known method under an agreement`);
  const settle = await settlementOf(tx, row.commission_id);
  return {
    row,
    definition,
    agreement,
    ...settle(taskRows(agreement, row)),
    observations: await observationsOf(tx, id),
    results: await resultsOf(tx, id),
    reviews: await reviewsOf(tx, id),
  };
}

/** One task as its page shows it. @throws Refusal `not-found` */
export async function taskDetail(tx: Transaction, context: Context, id: string, root: string): Promise<TaskDetail> {
  const work = await readTask(tx, context, id);
  const { row, definition, agreement, observations, reviews } = work;
  const day = today(context);
  const sample = row.sample_id === null ? undefined : await findSample(tx, row.sample_id);
  const instruments = await instrumentsOfTypes(tx, row.institution_id, instrumentTypes(definition));
  const files = await filesById(
    tx,
    observations.flatMap(({ file_id }) => file_id ?? []),
  );
  const own = { institutionId: row.institution_id, day, personId: context.actor.personId };
  const mayTest = await competencesOn(tx, { ...own, activity: "test" });
  const mayReview = await competencesOn(tx, { ...own, activity: "review" });
  const people = await personNames(tx, [
    row.assigned_to,
    sample?.received_by ?? null,
    ...observations.map(({ entered_by }) => entered_by),
    ...reviews.map(({ reviewed_by }) => reviewed_by),
  ]);
  const whyNot =
    (await whyNotAgreed(tx, row, agreement)) ??
    whyNotEnter(context, row, sample?.condition ?? null, mayTest, await whyNotAuthorised(tx, context, definition));
  return {
    ...taskSummary(row, await readReference(tx), people, day),
    sample: sample ? sampleView(sample, people, root) : null,
    requirements: work.rows.map((each) => ({
      rowId: each.id,
      market: each.market,
      document: each.document,
      clause: each.clause,
      limitText: limitText(each.limit),
      limit: { ...each.limit },
      unit: each.unit,
      status: each.status,
      condition: each.condition,
      standing: each.standing ?? null,
      reading: comparisonOf(each),
      asks: each.asks ?? null,
    })),
    setAside: work.setAside.map((each) => ({
      ...{ rowId: each.id, market: each.market, document: each.document, clause: each.clause },
      limitText: limitText(each.limit),
      condition: each.condition ?? "",
    })),
    rule: { ...agreement.decision_rule },
    ruleSentence: ruleSentence(agreement.decision_rule),
    instruments: instruments.map((each) => {
      const why = whyNotUsable(each, day);
      return {
        id: each.id as `equ-${string}`,
        type: each.type,
        name: { zh: each.name_zh, en: each.name_en },
        serial: each.serial,
        dueOn: each.due_on,
        usable: why === null,
        why,
      };
    }),
    observations: observations.map((each) =>
      observationView(each, work, people, files.find((file) => file.id === each.file_id)?.sha256 ?? null),
    ),
    reviews: reviews.map((review) => ({
      id: review.id as `rev-${string}`,
      outcome: review.outcome,
      comment: review.comment,
      reviewedBy: people(review.reviewed_by),
      reviewedAt: review.reviewed_at.toISOString(),
      observationNumber: observations.find(({ id: observation }) => observation === review.observation_id)?.number ?? 0,
    })),
    mayEnter: { allowed: whyNot === null, reason: whyNot },
    mayReview: mayReviewTask(context, work, mayReview),
  };
}

/** A test that a further agreement adds begins when every laboratory in it has accepted; null for any other. */
async function whyNotAgreed(tx: Transaction, task: TaskListRow, inForce: AgreementRecord): Promise<Bilingual | null> {
  const isOf = ({ terms }: AgreementRecord) => terms.lines.some(({ offerId }) => offerId === task.offer_id);
  if (task.state !== "waiting" || isOf(inForce)) return null;
  const awaited = await awaitedAgreement(tx, task.commission_id);
  if (!awaited || !isOf(awaited)) return null;
  const markets = (awaited.terms.extension?.markets ?? []).join(", ");
  return {
    zh: `此任务属于增加市场 ${markets} 的第 ${awaited.number} 号协议，各实验室均受理后方可开始。`,
    en: `This task belongs to agreement no. ${awaited.number}, which adds ${markets}; it begins when every laboratory has accepted it.`,
  };
}

function observationView(
  observation: Observation,
  { rows, results, agreement }: TaskWork,
  people: Names,
  fileSha256: string | null,
): TaskDetail["observations"][number] {
  const result = results.get(observation.id);
  return {
    id: observation.id as `obs-${string}`,
    number: observation.number,
    readings: observation.readings,
    instruments: observation.instruments.map(({ type, instrumentId }) => ({ type, instrumentId })),
    environment: observation.environment,
    origin: observation.origin,
    fileId: observation.file_id,
    fileSha256,
    enteredBy: people(observation.entered_by),
    enteredById: observation.entered_by,
    enteredAt: observation.entered_at.toISOString(),
    reason: observation.reason,
    evaluation: result?.evaluation.view ?? null,
    verdicts: result ? taskVerdicts(rows, result.evaluation.measured, agreement.decision_rule) : [],
  };
}
