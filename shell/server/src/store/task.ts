import { type Selectable, sql } from "kysely";
import type { Item } from "./commission.ts";
import { contains, cursorOf, type PageAsk, type PageOf, pageOf, readCursor } from "./page.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

export type Task = Selectable<Tables["task"]>;
export type TaskState = Task["state"];
/** A task with what a list shows beside it. */
export type TaskListRow = Task & {
  readonly commission_number: string;
  readonly commission_state: Tables["commission"]["state"];
  readonly item: Item;
  readonly sample_number: string | null;
  /** The newest result as it would be reported. */
  readonly reported: string | null;
  readonly result_unit: string | null;
};

export type TaskFilter = PageAsk & {
  readonly state?: TaskState | undefined;
  readonly assignedTo?: string | undefined;
  readonly commissionId?: string | undefined;
  readonly definition?: string | undefined;
  /** Only tasks that were due before this day and are not done. */
  readonly lateOn?: string | undefined;
  readonly text?: string | undefined;
};

export async function insertTasks(tx: Transaction, tasks: readonly Omit<Task, "version">[]): Promise<void> {
  if (tasks.length === 0) return;
  await tx
    .insertInto("task")
    .values([...tasks])
    .execute();
}

export async function findTask(tx: Transaction, id: string): Promise<TaskListRow | undefined> {
  return (await tasks(tx).where("task.id", "=", id).executeTakeFirst()) as TaskListRow | undefined;
}

/** Locks the row of a task of the laboratory until the transaction ends. */
export async function lockTask(tx: Transaction, id: string, institutionId: string | null): Promise<Task | undefined> {
  return tx
    .selectFrom("task")
    .selectAll()
    .where("id", "=", id)
    .where("institution_id", "=", institutionId ?? "")
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Locks all tasks of a sample, in one order, so that whoever else holds one of them is waited for. */
export async function lockTasksOfSample(tx: Transaction, sampleId: string): Promise<void> {
  await tx.selectFrom("task").select("id").where("sample_id", "=", sampleId).orderBy("id").forNoKeyUpdate().execute();
}

/** Changes a locked task and counts its version up. */
export async function changeTask(
  tx: Transaction,
  id: string,
  change: Partial<Pick<Task, "state" | "assigned_to">>,
): Promise<void> {
  await tx
    .updateTable("task")
    .set({ ...change, version: sql<number>`version + 1` })
    .where("id", "=", id)
    .execute();
}

/** Moves all tasks of a sample that are in one state into another. */
export async function moveTasksOfSample(
  tx: Transaction,
  sampleId: string,
  from: TaskState,
  to: TaskState,
): Promise<void> {
  await tx
    .updateTable("task")
    .set({ state: to, version: sql<number>`version + 1` })
    .where("sample_id", "=", sampleId)
    .where("state", "=", from)
    .execute();
}

/** Tasks of a laboratory in one commission, in a fixed order. */
export async function tasksOfCommission(
  tx: Transaction,
  commissionId: string,
  institutionId: string,
): Promise<readonly TaskListRow[]> {
  return (await tasks(tx)
    .where("task.commission_id", "=", commissionId)
    .where("task.institution_id", "=", institutionId)
    .where("task.state", "<>", "cancelled")
    .orderBy("task.id")
    .execute()) as unknown as readonly TaskListRow[];
}

/** Tasks of a laboratory that are neither approved nor cancelled. */
export async function openTaskCount(
  tx: Transaction,
  institutionId: string,
  commissionId?: string,
): Promise<{ readonly open: number; readonly all: number }> {
  let query = tx
    .selectFrom("task")
    .where("institution_id", "=", institutionId)
    .where("state", "<>", "cancelled")
    .select((by) => [
      by.fn.countAll<number>().as("all"),
      by.fn.countAll<number>().filterWhere("state", "in", ["waiting", "ready", "entered", "returned"]).as("open"),
    ]);
  if (commissionId !== undefined) query = query.where("commission_id", "=", commissionId);
  return query.executeTakeFirstOrThrow();
}

/** Work of a laboratory by due date; work of commissions that came to nothing is left out. */
export async function taskPage<Row>(
  tx: Transaction,
  institutionId: string | null,
  ask: TaskFilter,
  item: (row: TaskListRow) => Row,
): Promise<PageOf<Row>> {
  const after = readCursor(ask.after, 2);
  let query = tasks(tx)
    .where("task.institution_id", "=", institutionId ?? "")
    .where("commission.state", "not in", ["declined", "cancelled"])
    .orderBy("task.due_on")
    .orderBy("task.id")
    .limit(ask.limit + 1);
  if (after) query = query.where(sql<boolean>`(task.due_on, task.id) > (${after[0]}::date, ${after[1]})`);
  if (ask.state) query = query.where("task.state", "=", ask.state);
  if (ask.assignedTo !== undefined) query = query.where("task.assigned_to", "=", ask.assignedTo);
  if (ask.commissionId !== undefined) query = query.where("task.commission_id", "=", ask.commissionId);
  if (ask.definition !== undefined) query = query.where("task.definition", "=", ask.definition);
  if (ask.lateOn !== undefined) {
    query = query.where("task.due_on", "<", ask.lateOn).where("task.state", "not in", ["approved", "cancelled"]);
  }
  const text = ask.text?.trim();
  if (text) {
    const pattern = contains(text);
    query = query.where((by) =>
      by.or([
        by("commission.number", "ilike", pattern),
        by("sample.number", "ilike", pattern),
        by("task.method", "ilike", pattern),
        by("task.characteristic", "ilike", pattern),
        sql<boolean>`commission.item ->> 'lotNumber' ILIKE ${pattern}`,
        sql<boolean>`commission.item -> 'name' ->> 'zh' ILIKE ${pattern}`,
        sql<boolean>`commission.item -> 'name' ->> 'en' ILIKE ${pattern}`,
      ]),
    );
  }
  const rows = (await query.execute()) as unknown as readonly TaskListRow[];
  return pageOf(rows, ask.limit, item, (row) => cursorOf(row.due_on, row.id));
}

/** What was last done to a task in this house, by whom and when. */
export async function lastTaskAction(
  tx: Transaction,
  taskId: string,
): Promise<
  | {
      readonly action: string;
      readonly at: Date;
      readonly actorId: string | null;
      readonly facts: Readonly<Record<string, unknown>>;
    }
  | undefined
> {
  const row = await tx
    .selectFrom("audit")
    .select(["action", "at", "actor_id", "facts"])
    .where("subject", "=", taskId)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { action: row.action, at: row.at, actorId: row.actor_id, facts: row.facts };
}

function tasks(tx: Transaction) {
  return tx
    .selectFrom("task")
    .innerJoin("commission", "commission.id", "task.commission_id")
    .leftJoin("sample", "sample.id", "task.sample_id")
    .leftJoinLateral(
      (by) =>
        by
          .selectFrom("result")
          .innerJoin("observation", "observation.id", "result.observation_id")
          .select(["result.reported", "result.unit"])
          .whereRef("result.task_id", "=", "task.id")
          .orderBy("observation.number", "desc")
          .limit(1)
          .as("newest"),
      (join) => join.onTrue(),
    )
    .selectAll("task")
    .select([
      "commission.number as commission_number",
      "commission.state as commission_state",
      "commission.item",
      "sample.number as sample_number",
      "newest.reported",
      "newest.unit as result_unit",
    ]);
}
