import type { RecognitionReport } from "@quanheng/contract/routes/compare.ts";
import {
  type Outcome,
  type RecognitionWorth,
  recognitionsOf,
  recognitionWorth,
  type Trial,
  turnedAround,
} from "@quanheng/flow/selection/compare/recognition.ts";
import { proposePlans } from "../../adapters/planning/planner.ts";
import type { PlanningQuestion } from "../../adapters/planning/proposals.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { recordAction } from "../../store/audit.ts";
import { type Names, personNames } from "../../store/names.ts";
import {
  findReport,
  insertReport,
  moveReport,
  newestReports,
  type ReportRecord,
  recognitionQuestions,
} from "../../store/recognition-report.ts";
import { inTransaction, reading, type Transaction } from "../../store/transaction.ts";
import { storedQuestion } from "./stored-question.ts";

/** Questions of one report: the newest plans tell more than old ones. */
const MOST_QUESTIONS = 200;
/** How long one search may take before its question is left out as unproven. [ms] */
const SEARCH_MS = 3000;
/** A report that has not moved for so long has lost its server. [ms] */
const LOST_MS = 10 * 60_000;

/**
 * Begins a report. The answer comes at once; the planning goes on and is followed in the list.
 *
 * @returns the report, and its end for whoever waits for it
 */
export async function startRecognitionReport(
  context: Context,
): Promise<{ readonly started: RecognitionReport; readonly finished: Promise<void> }> {
  const personId = context.actor.personId ?? refuse("not-signed-in");
  const id = context.newId("rcg");
  const { started, questions } = await inTransaction(context, async (tx) => {
    const kept = await recognitionQuestions(tx, MOST_QUESTIONS);
    await insertReport(tx, { id, personId, total: kept.length, at: context.now() });
    await recordAction(tx, context, { action: "recognition.report", subject: id, facts: { plans: kept.length } });
    return { started: await one(tx, context, id), questions: kept };
  });
  return { started, finished: run(context, id, questions) };
}

export async function listRecognitionReports(context: Context): Promise<{ items: RecognitionReport[] }> {
  return reading(context, async (tx) => {
    const records = await newestReports(tx);
    const names = await personNames(
      tx,
      records.map(({ person_id }) => person_id),
    );
    return { items: records.map((record) => view(context, record, names)) };
  });
}

/** @throws Refusal `not-found`, also for another person's report */
export async function cancelRecognitionReport(context: Context, id: string): Promise<RecognitionReport> {
  return inTransaction(context, async (tx) => {
    const record = await findReport(tx, id);
    if (!record || record.person_id !== context.actor.personId) return refuse("not-found");
    if (await moveReport(tx, id, { state: "cancelled", at: context.now() }))
      await recordAction(tx, context, { action: "recognition.cancel", subject: id, facts: {} });
    return one(tx, context, id);
  });
}

async function run(context: Context, id: string, questions: readonly unknown[]): Promise<void> {
  const trials: Trial[] = [];
  let unproven = 0;
  try {
    for (const [at, kept] of questions.entries()) {
      const tried = await trialsOf(storedQuestion(kept));
      trials.push(...tried.trials);
      unproven += tried.unproven ? 1 : 0;
      const going = await inTransaction(context, (tx) =>
        moveReport(tx, id, { done: at + 1, unproven, at: context.now() }),
      );
      if (!going) return;
    }
    const worth = recognitionWorth(trials);
    await inTransaction(context, (tx) => moveReport(tx, id, { state: "done", worth, at: context.now() }));
  } catch (error) {
    await inTransaction(context, (tx) => moveReport(tx, id, { state: "failed", at: context.now() }));
    throw error;
  }
}

async function trialsOf(question: PlanningQuestion): Promise<{ trials: readonly Trial[]; unproven: boolean }> {
  const asIs = await cheapest(question);
  if (asIs === "unproven") return { trials: [], unproven: true };
  const trials: Trial[] = [];
  let unproven = false;
  for (const recognition of recognitionsOf(question)) {
    const turned = await cheapest(turnedAround(question, recognition));
    if (turned === "unproven") unproven = true;
    else trials.push({ recognition, asIs, turned });
  }
  return { trials, unproven };
}

/** The cheapest plan, null where there is none; a plan that is not proven says nothing of what a recognition is worth. */
async function cheapest(question: PlanningQuestion): Promise<Outcome | "unproven"> {
  const { plans } = await proposePlans(question, { searchMs: SEARCH_MS });
  const result = plans.find(({ kind }) => kind === "cheapest")?.result;
  if (result?.status === "optimal") return { cost: result.evaluation.cost, days: result.evaluation.days };
  return result?.status === "infeasible" ? null : "unproven";
}

async function one(tx: Transaction, context: Context, id: string): Promise<RecognitionReport> {
  const record = (await findReport(tx, id)) ?? refuse("not-found");
  return view(context, record, await personNames(tx, [record.person_id]));
}

/** A sum over fewer plans could tell what a single client pays, which operator and regulator never see. */
const LEAST_PLANS = 5;

function view(context: Context, record: ReportRecord, names: Names): RecognitionReport {
  const lost = record.state === "running" && context.now().getTime() - record.changed_at.getTime() > LOST_MS;
  return {
    id: record.id as RecognitionReport["id"],
    state: lost ? "interrupted" : record.state,
    total: record.total,
    done: record.done,
    unproven: record.unproven,
    createdAt: record.created_at.toISOString(),
    createdBy: names(record.person_id),
    mine: record.person_id === context.actor.personId,
    worth: (record.worth as RecognitionWorth[]).map(({ recognition, cost, ...sums }) => ({
      kind: recognition.kind,
      market: recognition.market,
      party: recognition.kind === "missing" ? recognition.body : recognition.group,
      costFen: sums.plans < LEAST_PLANS ? null : cost,
      ...sums,
    })),
  };
}
