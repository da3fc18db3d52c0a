import type { MeasuredResult } from "@quanheng/flow/decision/result.ts";
import type { EvaluationView } from "@quanheng/flow/determination/evaluation-view.ts";
import type { Selectable } from "kysely";
import type { Tables } from "./tables.ts";
import type { Transaction } from "./transaction.ts";

/** What was computed from an observation: figures unrounded, and the evaluation as it was shown. */
export type Result = Omit<Selectable<Tables["result"]>, "evaluation"> & { readonly evaluation: KeptEvaluation };
export type KeptEvaluation = {
  readonly view: EvaluationView;
  /** What conformity is decided on; `covers` is left out, because the agreement says it. */
  readonly measured: MeasuredResult;
};

/** The results of a task by their observation. */
export async function resultsOf(tx: Transaction, taskId: string): Promise<ReadonlyMap<string, Result>> {
  const rows = await tx.selectFrom("result").selectAll().where("task_id", "=", taskId).execute();
  return byObservation(rows as readonly Result[]);
}

/** The results of a laboratory's part of a commission by their observation. */
export async function resultsOfCommission(
  tx: Transaction,
  commissionId: string,
  institutionId: string,
): Promise<ReadonlyMap<string, Result>> {
  const rows = await tx
    .selectFrom("result")
    .selectAll()
    .where("commission_id", "=", commissionId)
    .where("institution_id", "=", institutionId)
    .execute();
  return byObservation(rows as readonly Result[]);
}

function byObservation(results: readonly Result[]): ReadonlyMap<string, Result> {
  return new Map(results.map((result) => [result.observation_id, result]));
}
