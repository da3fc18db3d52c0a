import type { DecisionRule } from "@quanheng/flow/decision/rule.ts";
import { sql } from "kysely";
import type { InstrumentRow } from "./instrument.ts";
import type { Observation } from "./observation.ts";
import type { Result } from "./result.ts";
import type { Sample, SampleReceipt } from "./sample.ts";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Task } from "./task.ts";
import type { Transaction } from "./transaction.ts";

/** Locks tasks of the laboratory in one order until the transaction ends; a foreign one is not among them. */
export async function lockTasks(
  tx: Transaction,
  ids: readonly string[],
  institutionId: string | null,
): Promise<readonly Task[]> {
  return tx
    .selectFrom("task")
    .selectAll()
    .where("id", "in", [...ids])
    .where("institution_id", "=", institutionId ?? "")
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}

/** What a task stands on besides itself: its commission, its sample with the receipt that holds, its newest readings. */
export type TaskGround = {
  readonly task_id: string;
  readonly commission_state: Tables["commission"]["state"];
  readonly decision_rule: DecisionRule | null;
  readonly sample_number: string | null;
  readonly sample_state: Sample["state"] | null;
  readonly condition: SampleReceipt["condition"] | null;
  readonly observation: Pick<
    Observation,
    "id" | "number" | "readings" | "instruments" | "environment" | "entered_by" | "file_id" | "reason"
  > | null;
  readonly reported: string | null;
  readonly result_unit: string | null;
};

/** Reads what tasks stand on, in one statement. */
export async function groundOfTasks(tx: Transaction, ids: readonly string[]): Promise<readonly TaskGround[]> {
  const { rows } = await sql<TaskGround>`
    WITH asked AS (SELECT id, commission_id, sample_id FROM task WHERE id = ANY (${[...ids]}::text[])),
      agreed AS MATERIALIZED (
        SELECT a.commission_id, a.decision_rule FROM (SELECT DISTINCT commission_id FROM asked) c
        JOIN agreement a ON a.id = agreement_in_force(c.commission_id))
    SELECT t.id AS task_id, c.state AS commission_state, g.decision_rule, s.number AS sample_number,
      s.state AS sample_state, r.condition, o.observation, p.reported, p.unit AS result_unit
    FROM asked t
    JOIN commission c ON c.id = t.commission_id
    LEFT JOIN agreed g ON g.commission_id = t.commission_id
    LEFT JOIN sample s ON s.id = t.sample_id
    LEFT JOIN LATERAL (
      SELECT condition FROM sample_receipt WHERE sample_id = t.sample_id ORDER BY received_at DESC, id DESC LIMIT 1
    ) r ON true
    LEFT JOIN LATERAL (
      SELECT id, jsonb_build_object('id', id, 'number', number, 'readings', readings, 'instruments', instruments,
        'environment', environment, 'entered_by', entered_by, 'file_id', file_id, 'reason', reason) AS observation
      FROM observation WHERE task_id = t.id ORDER BY number DESC LIMIT 1
    ) o ON true
    LEFT JOIN result p ON p.observation_id = o.id`.execute(tx);
  return rows;
}

/** The instruments of a laboratory that any of the entries names. */
export async function registerOf(
  tx: Transaction,
  institutionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, InstrumentRow>> {
  const rows = await tx
    .selectFrom("instrument")
    .selectAll()
    .where("institution_id", "=", institutionId)
    .where("id", "in", [...ids, ""])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Keeps many readings with what was computed from them, moves their tasks and samples on: three statements however many. */
export async function insertObservations(
  tx: Transaction,
  entries: readonly { readonly observation: Observation; readonly result: Result }[],
): Promise<void> {
  await tx
    .with("kept", (db) =>
      db.insertInto("observation").values(
        entries.map(({ observation: { readings, instruments, environment, ...rest } }) => ({
          ...rest,
          readings: asJson(readings),
          instruments: asJson(instruments),
          environment: asJson(environment),
        })),
      ),
    )
    .insertInto("result")
    .values(entries.map(({ result }) => ({ ...result, evaluation: asJson(result.evaluation) })))
    .execute();
}

/** Marks tasks as entered by a person and counts their versions up. */
export async function enterTasks(tx: Transaction, ids: readonly string[], personId: string): Promise<void> {
  await tx
    .updateTable("task")
    .set({ state: "entered", assigned_to: personId, version: sql<number>`version + 1` })
    .where("id", "in", [...ids])
    .execute();
}

/** Moves samples that are in one state into another; those in any other state stay. */
export async function moveSamples(
  tx: Transaction,
  ids: readonly string[],
  from: Sample["state"],
  to: Sample["state"],
): Promise<void> {
  await tx
    .updateTable("sample")
    .set({ state: to })
    .where("id", "in", [...ids])
    .where("state", "=", from)
    .execute();
}
