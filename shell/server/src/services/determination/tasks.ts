import type { listTasks } from "@quanheng/contract/routes/determination.ts";
import type { TaskDetail, TaskSummary } from "@quanheng/contract/schemas/laboratory.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import type { z } from "zod";
import { today } from "../../china-time.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { personNames } from "../../store/names.ts";
import type { PageOf } from "../../store/page.ts";
import { readReference } from "../../store/reference.ts";
import { changeTask, lockTask, taskPage } from "../../store/task.ts";
import { inTransaction, reading } from "../../store/transaction.ts";
import { ENTERABLE } from "./may-enter.ts";
import { requireCompetence } from "./require-competence.ts";
import { taskDefinition } from "./task-definition.ts";
import { refuseStaleTask } from "./task-stale.ts";
import { taskDetail, taskSummary } from "./task-view.ts";

/** Work of the acting laboratory by due date. */
export async function pageTasks(
  context: Context,
  { mine, late, ...query }: z.output<(typeof listTasks)["query"]>,
): Promise<PageOf<TaskSummary>> {
  return reading(context, async (tx) => {
    const ask = {
      ...query,
      ...(mine ? { assignedTo: context.actor.personId ?? "" } : {}),
      ...(late ? { lateOn: today(context) } : {}),
    };
    const page = await taskPage(tx, context.actor.partyId, ask, (row) => row);
    const reference = await readReference(tx);
    const people = await personNames(
      tx,
      page.items.map(({ assigned_to }) => assigned_to),
    );
    return { items: page.items.map((row) => taskSummary(row, reference, people, today(context))), next: page.next };
  });
}

/** @throws Refusal `not-found` */
export async function getTask(context: Context, id: string, root: string): Promise<TaskDetail> {
  return reading(context, (tx) => taskDetail(tx, context, id, root));
}

/**
 * Takes a task to the bench of the acting analyst; one that a colleague had taken changes hands.
 *
 * @throws Refusal `not-found`, `stale`, `task-not-ready`, `no-competence`
 */
export async function takeTask(context: Context, id: string, version: number, root: string): Promise<TaskDetail> {
  return inTransaction(context, async (tx) => {
    const task = (await lockTask(tx, id, context.actor.partyId)) ?? refuse("not-found");
    if (task.version !== version) await refuseStaleTask(tx, task);
    if (!ENTERABLE.includes(task.state)) refuse("task-not-ready", { state: task.state });
    const definition = taskDefinition(task);
    invariant(definition, `${task.definition} is a known method`);
    await requireCompetence(tx, context, "test", definition);
    if (task.assigned_to !== context.actor.personId) {
      await changeTask(tx, id, { assigned_to: context.actor.personId });
      await recordAction(tx, context, {
        action: "task.take",
        subject: id,
        commissionId: task.commission_id,
        facts: { method: task.method, from: task.assigned_to },
      });
    }
    return taskDetail(tx, context, id, root);
  });
}
