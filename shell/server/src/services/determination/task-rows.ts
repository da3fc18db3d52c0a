import { decidable } from "@quanheng/centres/standards/comparison.ts";
import type { MarketVerdict } from "@quanheng/contract/schemas/market-verdict.ts";
import type { DecidableRow } from "@quanheng/flow/decision/judge.ts";
import type { MeasuredResult } from "@quanheng/flow/decision/result.ts";
import type { DecisionRule } from "@quanheng/flow/decision/rule.ts";
import { verdictViews } from "@quanheng/flow/decision/verdict-view.ts";
import { verdictsByMarket } from "@quanheng/flow/decision/verdicts-by-market.ts";
import type { AgreementRecord, FrozenRequirement } from "../../store/agreement.ts";
import type { Task } from "../../store/task.ts";
import type { SettledRow } from "./settled-rows.ts";

type WhichTask = Pick<Task, "offer_id" | "institution_id" | "characteristic">;

/** The frozen requirements that a task's result decides, in the order of the agreement. */
export function taskRows({ terms, requirements }: AgreementRecord, task: WhichTask): readonly FrozenRequirement[] {
  const line = terms.lines.find(
    ({ offerId, institutionId }) => offerId === task.offer_id && institutionId === task.institution_id,
  );
  const decided = new Set(line?.covers.map(({ rowId }) => rowId));
  return requirements.filter(({ id, characteristic }) => decided.has(id) && characteristic === task.characteristic);
}

/** A result that answers exactly the rows the agreement gave it. */
export function answering(measured: MeasuredResult, rows: readonly SettledRow[]): MeasuredResult {
  return { ...measured, covers: rows.map(({ id }) => id) };
}

/** Frozen rows as they are decided on: with the reading that each document asks for. */
export function decidableRows(rows: readonly SettledRow[]): readonly DecidableRow[] {
  return rows.map((row) => decidable(row));
}

/** The verdict of one result on each of its rows. */
export function taskVerdicts(
  rows: readonly SettledRow[],
  measured: MeasuredResult,
  rule: DecisionRule,
): MarketVerdict[] {
  const decided = decidableRows(rows);
  return verdictViews(verdictsByMarket(decided, [answering(measured, rows)], rule).verdicts, decided);
}
