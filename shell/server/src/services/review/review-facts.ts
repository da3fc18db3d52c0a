import { type ChecklistItem, reviewChecklist } from "@quanheng/flow/review/checklist.ts";
import { dayOf } from "../../china-time.ts";
import { findSample } from "../../store/sample.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { TaskWork } from "../determination/task-view.ts";

/** The checklist for the newest readings of a task, from what is kept. */
export async function checklistOf(tx: Transaction, task: TaskWork): Promise<readonly ChecklistItem[]> {
  const { row, definition, observations, results } = task;
  const sample = row.sample_id === null ? undefined : await findSample(tx, row.sample_id);
  const newest = observations.at(-1);
  if (!newest) return [];
  return reviewChecklist({
    definition,
    observations: observations.map((each) => ({
      number: each.number,
      enteredBy: each.entered_by,
      origin: each.origin,
      reason: each.reason,
      environment: each.environment,
      flags: results.get(each.id)?.evaluation.view.flags ?? [],
    })),
    dueOn: row.due_on,
    enteredOn: dayOf(newest.entered_at),
    sampleCondition: sample?.condition ?? null,
    instruments: newest.instruments.map(({ type, name, serial, status, dueOn }) => ({
      type,
      name: `${name.zh} ${name.en} ${serial}`,
      dueOn,
      status,
    })),
  });
}
