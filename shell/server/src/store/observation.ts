import type { Environment, InstrumentUse, RawReadings } from "@quanheng/contract/schemas/laboratory.ts";
import type { Selectable } from "kysely";
import type { z } from "zod";
import type { Result } from "./result.ts";
import { asJson } from "./tables/column.ts";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

/** What was read, as the texts that were read. */
export type Observation = Omit<Selectable<Tables["observation"]>, "readings" | "instruments" | "environment"> & {
  readonly readings: RawReadings;
  readonly instruments: readonly UsedInstrument[];
  readonly environment: z.infer<typeof Environment>;
};
/** An instrument with the calibration on which the reading rests. */
export type UsedInstrument = z.infer<typeof InstrumentUse> & {
  readonly name: { readonly zh: string; readonly en: string };
  readonly serial: string;
  readonly status: "in-service" | "defective" | "retired";
  readonly dueOn: string;
  readonly certificate: string;
};

/** Keeps readings and what was computed from them, in one statement. */
export async function insertObservation(tx: Transaction, observation: Observation, result: Result): Promise<void> {
  const { readings, instruments, environment } = observation;
  await tx
    .with("kept", (db) =>
      db.insertInto("observation").values({
        ...observation,
        readings: asJson(readings),
        instruments: asJson(instruments),
        environment: asJson(environment),
      }),
    )
    .insertInto("result")
    .values({ ...result, evaluation: asJson(result.evaluation) })
    .execute();
}

/** The observations of a task, oldest first. */
export async function observationsOf(tx: Transaction, taskId: string): Promise<readonly Observation[]> {
  const rows = await tx.selectFrom("observation").selectAll().where("task_id", "=", taskId).orderBy("number").execute();
  return rows as readonly Observation[];
}

/** The newest observation of a task. */
export async function newestObservation(tx: Transaction, taskId: string): Promise<Observation | undefined> {
  const row = await tx
    .selectFrom("observation")
    .selectAll()
    .where("task_id", "=", taskId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row as Observation | undefined;
}

/** Every observation of a laboratory's part of a commission, by task and number. */
export async function observationsOfCommission(
  tx: Transaction,
  commissionId: string,
  institutionId: string,
): Promise<readonly Observation[]> {
  const rows = await tx
    .selectFrom("observation")
    .selectAll()
    .where("commission_id", "=", commissionId)
    .where("institution_id", "=", institutionId)
    .orderBy("task_id")
    .orderBy("number")
    .execute();
  return rows as readonly Observation[];
}
