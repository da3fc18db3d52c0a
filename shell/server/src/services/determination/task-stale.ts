import { actionName } from "@quanheng/contract/messages/actions.ts";
import { clockText } from "../../china-time.ts";
import { refuse } from "../../refusals.ts";
import { personNames } from "../../store/names.ts";
import { lastTaskAction, type Task } from "../../store/task.ts";
import type { Transaction } from "../../store/transaction.ts";

/**
 * Declines work that was done over an older state of a task, and says who changed what and when.
 *
 * @throws Refusal `stale`
 */
export async function refuseStaleTask(tx: Transaction, task: Pick<Task, "id" | "version" | "state">): Promise<never> {
  const last = await lastTaskAction(tx, task.id);
  const by = last?.actorId ? (await personNames(tx, [last.actorId]))(last.actorId) : { zh: "他人", en: "someone else" };
  // A task that moved without an action of its own moved with its sample.
  const changed = actionName(last?.action ?? "sample.receive");
  return refuse("stale", {
    ...{ changedBy_zh: by.zh, changedBy_en: by.en, changed_zh: changed.zh, changed_en: changed.en },
    changedAt: last ? clockText(last.at) : "—",
    at: last?.at.toISOString() ?? null,
    version: task.version,
    state: task.state,
  });
}
