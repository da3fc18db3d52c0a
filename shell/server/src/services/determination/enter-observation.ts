import type { ObservationEntry, TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { changedFlags, changedReadings } from "@quanheng/flow/determination/changed-readings.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import type { ObjectStore } from "../../adapters/objects/object-store.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { currentAgreement } from "../../store/agreement.ts";
import { recordAction } from "../../store/audit.ts";
import { findCommission } from "../../store/commission.ts";
import { insertObservation, newestObservation, type Observation } from "../../store/observation.ts";
import { announce } from "../../store/outbox.ts";
import { currentReceipt, findSample, moveSample } from "../../store/sample.ts";
import { changeTask, lockTask, type Task } from "../../store/task.ts";
import { inTransaction, type Transaction } from "../../store/transaction.ts";
import { evaluatedEntry, resultRow } from "./evaluated-entry.ts";
import { requireReady } from "./may-enter.ts";
import { readInstrumentFile } from "./read-instrument-file.ts";
import { requireCompetence } from "./require-competence.ts";
import { taskDefinition } from "./task-definition.ts";
import { refuseStaleTask } from "./task-stale.ts";
import { taskDetail } from "./task-view.ts";
import { usedInstruments } from "./used-instruments.ts";

type Entry = z.output<typeof ObservationEntry>;

/**
 * Keeps readings as they were read, with what they come to. A later entry replaces an earlier one with a reason; both
 * stay. Readings that come with an instrument's file are compared with it: changed ones count as typed and are flagged.
 *
 * @throws Refusal `not-found`, `stale`, `task-not-ready`, `not-received`, `sample-unsuitable`, `no-competence`,
 *   `reason-needed`, `instrument-missing`, `instrument-not-usable`, `readings-refused`,
 *   `file-type` and `csv-unreadable` for a file that holds no reading of the method
 * @source ISO/IEC 17025:2017, 7.5
 */
export async function enterObservation(
  context: Context,
  id: string,
  entry: Entry,
  root: string,
  objects?: ObjectStore,
): Promise<TaskDetail> {
  const changed = await changedAfterImport(context, id, entry, objects);
  return inTransaction(context, async (tx) => {
    const task = (await lockTask(tx, id, context.actor.partyId)) ?? refuse("not-found");
    if (task.version !== entry.version) await refuseStaleTask(tx, task);
    await checkReady(tx, task);
    const definition = taskDefinition(task);
    const agreement = await currentAgreement(tx, task.commission_id);
    invariant(definition && agreement, `${id} follows a known method under an agreement`);
    await requireCompetence(tx, context, "test", definition);
    const former = await newestObservation(tx, id);
    if (former && !entry.reason?.trim()) refuse("reason-needed");
    const instruments = await usedInstruments(tx, context, definition, entry.instruments);
    const computed = evaluatedEntry(definition, entry, Number(agreement.decision_rule.coverageProbability));
    const evaluation = { ...computed, flags: [...computed.flags, ...changedFlags(changed)] };

    const observation: Observation = {
      id: context.newId("obs"),
      task_id: id,
      commission_id: task.commission_id,
      institution_id: task.institution_id,
      number: (former?.number ?? 0) + 1,
      readings: entry.readings,
      instruments,
      environment: entry.environment,
      origin: entry.fileId === null || changed.length > 0 ? "typed" : "file",
      file_id: entry.fileId,
      supersedes: former?.id ?? null,
      reason: former ? (entry.reason?.trim() ?? null) : null,
      entered_by: context.actor.personId ?? refuse("not-signed-in"),
      entered_at: context.now(),
    };
    const result = resultRow(context, observation, task, evaluation);
    await insertObservation(tx, observation, result);
    await changeTask(tx, id, { state: "entered", assigned_to: observation.entered_by });
    if (task.sample_id !== null) await moveSample(tx, task.sample_id, "received", "in-test");
    await recordAction(tx, context, {
      action: former ? "observation.correct" : "observation.enter",
      subject: id,
      commissionId: task.commission_id,
      facts: {
        observation: observation.id,
        number: observation.number,
        reported: result.reported,
        unit: result.unit,
        file: observation.file_id,
        changed,
        reason: observation.reason,
      },
    });
    await announce(tx, context, {
      topic: "task.entered",
      subject: id,
      facts: { commission: task.commission_id, method: task.method, characteristic: task.characteristic },
    });
    return taskDetail(tx, context, id, root);
  });
}

async function checkReady(tx: Transaction, task: Task): Promise<void> {
  const sampleId = task.sample_id ?? "";
  const receipt = await currentReceipt(tx, sampleId);
  const fit = receipt && receipt.condition !== "unsuitable";
  requireReady(task, {
    condition: receipt?.condition ?? null,
    sample: fit ? null : ((await findSample(tx, sampleId))?.number ?? null),
    commissionState: (await findCommission(tx, task.commission_id))?.state,
  });
}

/** What the entry states otherwise than the file it names: of this house, of an instrument, and of no other commission. */
async function changedAfterImport(
  context: Context,
  id: string,
  entry: Entry,
  objects: ObjectStore | undefined,
): Promise<readonly string[]> {
  if (entry.fileId === null) return [];
  invariant(objects, "kept files can be read where readings name one");
  const file = await readInstrumentFile(context, objects, id, entry.fileId);
  if (Object.keys(file.readings).length === 0)
    return refuse("csv-unreadable", {
      name: entry.fileId,
      why_zh: "其中没有该方法的读数",
      why_en: "it holds no reading of this method",
    });
  return changedReadings(file, entry);
}
