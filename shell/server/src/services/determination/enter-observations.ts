import type { EntryOutcome, WorksheetEntry } from "@quanheng/contract/schemas/worksheet.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { canonicalJson } from "@quanheng/formats/bytes/canonical-json.ts";
import { invariant, Refusal } from "@quanheng/kernel/refusal.ts";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { type Action, recordActions } from "../../store/audit.ts";
import { type Competence, competencesOn, covers } from "../../store/competence.ts";
import type { InstrumentRow } from "../../store/instrument.ts";
import type { Observation } from "../../store/observation.ts";
import {
  enterTasks,
  groundOfTasks,
  insertObservations,
  lockTasks,
  moveSamples,
  registerOf,
  type TaskGround,
} from "../../store/observation-batch.ts";
import { announceAll } from "../../store/outbox.ts";
import type { Result } from "../../store/result.ts";
import type { Task } from "../../store/task.ts";
import { inTransaction, type Transaction } from "../../store/transaction.ts";
import { evaluatedEntry, resultRow } from "./evaluated-entry.ts";
import { requireReady } from "./may-enter.ts";
import { requireCompetence } from "./require-competence.ts";
import { taskDefinition } from "./task-definition.ts";
import { refuseStaleTask } from "./task-stale.ts";
import { fitInstruments } from "./used-instruments.ts";

/** An entry that passed every check, with the rows that keep it. */
type Passed = { readonly task: Task; readonly observation: Observation; readonly result: Result };
/** What all entries of a worksheet are checked against, read once. */
type Grounds = {
  readonly tasks: ReadonlyMap<string, Task>;
  readonly ground: ReadonlyMap<string, TaskGround>;
  readonly competences: readonly Competence[];
  readonly register: ReadonlyMap<string, InstrumentRow>;
};
type Checked =
  | { readonly kind: "passed"; readonly passed: Passed }
  | { readonly kind: "before"; readonly task: Task; readonly ground: TaskGround };

/**
 * Keeps the readings of a whole worksheet in one transaction: each entry under the checks of a single one, whole or not
 * at all, with an answer of its own. The same worksheet sent twice is kept once.
 *
 * @returns one outcome per entry, in their order; a refused one carries the code and facts that it would have met alone
 * @source ISO/IEC 17025:2017, 7.5
 */
export async function enterObservations(
  context: Context,
  entries: readonly WorksheetEntry[],
): Promise<readonly EntryOutcome[]> {
  return inTransaction(context, async (tx) => {
    const grounds = await readGrounds(tx, context, entries);
    const outcomes: EntryOutcome[] = [];
    const kept: Passed[] = [];
    const seen = new Set<string>();
    for (const entry of entries) {
      try {
        if (seen.has(entry.taskId)) refuse("task-twice", { task: entry.taskId });
        seen.add(entry.taskId);
        const checked = await checkedEntry(tx, context, entry, grounds);
        if (checked.kind === "passed") kept.push(checked.passed);
        outcomes.push(outcomeOf(checked));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, facts } = error;
        outcomes.push({
          ...{ taskId: entry.taskId, outcome: "refused", version: null, reported: null, unit: null },
          problem: { code, facts: { ...facts } },
        });
      }
    }
    if (kept.length > 0) await keep(tx, context, kept);
    return outcomes;
  });
}

/** The tasks locked, and all that their entries are checked against. */
async function readGrounds(tx: Transaction, context: Context, entries: readonly WorksheetEntry[]): Promise<Grounds> {
  const { personId, partyId } = context.actor;
  const tasks = await lockTasks(
    tx,
    entries.map(({ taskId }) => taskId),
    partyId,
  );
  const found = await groundOfTasks(
    tx,
    tasks.map(({ id }) => id),
  );
  const instruments = new Set(entries.flatMap((entry) => entry.instruments.map(({ instrumentId }) => instrumentId)));
  return {
    tasks: new Map(tasks.map((task) => [task.id, task])),
    ground: new Map(found.map((row) => [row.task_id, row])),
    competences: await competencesOn(tx, {
      ...{ institutionId: partyId ?? "", activity: "test", day: today(context), personId },
    }),
    register: await registerOf(tx, partyId ?? "", [...instruments]),
  };
}

async function checkedEntry(
  tx: Transaction,
  context: Context,
  entry: WorksheetEntry,
  { tasks, ground: grounds, competences, register }: Grounds,
): Promise<Checked> {
  const task = tasks.get(entry.taskId) ?? refuse("not-found");
  const ground = grounds.get(task.id);
  const definition = taskDefinition(task);
  invariant(ground?.decision_rule && definition, `${task.id} follows a known method under an agreement`);
  if (keptBefore(context, entry, task, ground)) return { kind: "before", task, ground };
  if (task.version !== entry.version) await refuseStaleTask(tx, task);
  requireReady(task, {
    commissionState: ground.commission_state,
    condition: ground.condition,
    sample: ground.sample_number,
  });
  // The rare refusal is found again with its words; the usual case costs no statement.
  if (!covers(competences, definition.id)) await requireCompetence(tx, context, "test", definition);
  if (ground.observation && !entry.reason?.trim()) refuse("reason-needed");
  const instruments = fitInstruments(definition, entry.instruments, register, today(context));
  const observation = observationRow(context, entry, task, ground, instruments);
  return {
    kind: "passed",
    passed: { task, observation, result: resultFor(context, definition, entry, observation, task, ground) },
  };
}

function observationRow(
  context: Context,
  entry: WorksheetEntry,
  task: Task,
  { observation: former }: TaskGround,
  instruments: Observation["instruments"],
): Observation {
  return {
    id: context.newId("obs"),
    task_id: task.id,
    commission_id: task.commission_id,
    institution_id: task.institution_id,
    number: (former?.number ?? 0) + 1,
    readings: entry.readings,
    instruments,
    environment: entry.environment,
    origin: "typed",
    file_id: null,
    supersedes: former?.id ?? null,
    reason: former ? (entry.reason?.trim() ?? null) : null,
    entered_by: context.actor.personId ?? refuse("not-signed-in"),
    entered_at: context.now(),
  };
}

function resultFor(
  context: Context,
  definition: MethodDefinition,
  entry: WorksheetEntry,
  observation: Observation,
  task: Task,
  { decision_rule: rule }: TaskGround,
): Result {
  const evaluation = evaluatedEntry(definition, entry, Number(rule?.coverageProbability));
  return resultRow(context, observation, task, evaluation);
}

/** Whether exactly this entry was kept already, by the same person and over the same state: its answer was lost on the way. */
function keptBefore({ actor }: Context, entry: WorksheetEntry, task: Task, { observation }: TaskGround): boolean {
  if (!observation || task.version !== entry.version + 1 || task.state !== "entered") return false;
  if (observation.entered_by !== actor.personId || observation.file_id !== null) return false;
  const reason = observation.number > 1 ? (entry.reason?.trim() ?? null) : null;
  const instruments = observation.instruments.map(({ type, instrumentId }) => ({ type, instrumentId }));
  return (
    reason === observation.reason &&
    canonicalJson([entry.readings, entry.environment, entry.instruments]) ===
      canonicalJson([observation.readings, observation.environment, instruments])
  );
}

function outcomeOf(checked: Checked): EntryOutcome {
  if (checked.kind === "before") {
    const { task, ground } = checked;
    return {
      ...{ taskId: task.id as EntryOutcome["taskId"], outcome: "kept-before", version: task.version },
      ...{ reported: ground.reported, unit: ground.result_unit, problem: null },
    };
  }
  const { task, result } = checked.passed;
  return {
    ...{ taskId: task.id as EntryOutcome["taskId"], outcome: "kept", version: task.version + 1 },
    ...{ reported: result.reported, unit: result.unit, problem: null },
  };
}

/** Writes everything that passed, in a fixed number of statements; chains are taken in one order, so that nobody waits in a circle. */
async function keep(tx: Transaction, context: Context, kept: readonly Passed[]): Promise<void> {
  await insertObservations(tx, kept);
  await enterTasks(
    tx,
    kept.map(({ task }) => task.id),
    context.actor.personId ?? refuse("not-signed-in"),
  );
  const samples = [...new Set(kept.flatMap(({ task }) => task.sample_id ?? []))].toSorted();
  await moveSamples(tx, samples, "received", "in-test");
  const actions = kept.map(actionOf);
  await recordActions(
    tx,
    context,
    actions.toSorted((one, other) => (String(one.commissionId) < String(other.commissionId) ? -1 : 1)),
  );
  await announceAll(
    tx,
    context,
    kept.map(({ task }) => ({
      topic: "task.entered",
      subject: task.id,
      facts: { commission: task.commission_id, method: task.method, characteristic: task.characteristic },
    })),
  );
}

function actionOf({ task, observation, result }: Passed): Action {
  return {
    action: observation.number > 1 ? "observation.correct" : "observation.enter",
    subject: task.id,
    commissionId: task.commission_id,
    facts: {
      ...{ observation: observation.id, number: observation.number, reported: result.reported, unit: result.unit },
      ...{ file: null, changed: [], reason: observation.reason },
    },
  };
}
