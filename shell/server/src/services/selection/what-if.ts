import type { WhatIfAnswer } from "@quanheng/contract/schemas/planning.ts";
import { objectiveOf, type PlanKind } from "@quanheng/flow/selection/planner/objective.ts";
import type { Scenario } from "@quanheng/flow/selection/planner/what-if.ts";
import { askWhatIf, type PlannerOptions } from "../../adapters/planning/planner.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { findCommission } from "../../store/commission.ts";
import { reading } from "../../store/transaction.ts";
import { planningWorld } from "./planning-world.ts";
import { refuseStale } from "./stale.ts";
import { whatIfSentence } from "./what-if-sentence.ts";

/** What each of the many searches may take. [ms] */
const SCENARIO_MS = 2000;

/**
 * What the plan of a draft would cost and take if one thing were otherwise. Nothing is stored.
 *
 * @throws Refusal `not-found`, `stale`, `not-a-draft`, `claims-open`, `no-requirements`, `too-many-requests`
 */
export async function whatIfOf(
  context: Context,
  id: string,
  { version, kind }: { version: number; kind: PlanKind },
  options: PlannerOptions = {},
): Promise<WhatIfAnswer> {
  const world = await reading(context, async (tx) => {
    const commission = (await findCommission(tx, id)) ?? refuse("not-found");
    if (commission.version !== version) await refuseStale(tx, commission);
    if (commission.state !== "draft") refuse("not-a-draft", { state: commission.state });
    return planningWorld(tx, context, commission);
  });
  const instance = { ...world.question, objective: objectiveOf(kind) };
  const scenarios = await askWhatIf(instance, { searchMs: SCENARIO_MS, ...options });
  return { scenarios: scenarios.map(scenarioView) };
}

function scenarioView(scenario: Scenario): WhatIfAnswer["scenarios"][number] {
  const { change, status, cost, days, saves, savesDays } = scenario;
  return {
    kind: change.kind,
    market: change.kind === "without-market" ? change.market : null,
    days: change.kind === "deadline" ? change.days : null,
    limit: change.kind === "without-limit" ? change.limit : null,
    status,
    costFen: cost,
    planDays: days,
    savesFen: saves,
    savesDays,
    sentence: whatIfSentence(scenario),
  };
}
