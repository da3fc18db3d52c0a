import { coverage, judgeOf } from "@quanheng/flow/selection/planner/coverage.ts";
import { type HeldAnswer, heldAnswers } from "@quanheng/flow/selection/planner/held-reports.ts";
import type { PlanInstance } from "@quanheng/flow/selection/planner/instance.ts";
import { type MarketByMarket, marketByMarket } from "@quanheng/flow/selection/planner/market-by-market.ts";
import { objectiveOf, type PlanKind } from "@quanheng/flow/selection/planner/objective.ts";
import {
  type PassedOver,
  type PlanLine,
  passedOver,
  planLines,
  type Uncoverable,
  whyUncoverable,
} from "@quanheng/flow/selection/planner/plan-lines.ts";
import type { OnTick } from "@quanheng/flow/selection/planner/search.ts";
import { type PlanResult, solve } from "@quanheng/flow/selection/planner/solve.ts";
import { type Obstacle, obstaclesOf } from "./obstacles.ts";

export const PLAN_KINDS: readonly PlanKind[] = ["cheapest", "fastest", "balanced"];

/** A closed world with the objective left open, as the planner is asked. */
export type PlanningQuestion = Omit<PlanInstance, "objective">;

/** One kind of plan with its reasons; without a plan the lists are empty. */
export type Proposal = {
  readonly kind: PlanKind;
  readonly result: PlanResult;
  readonly lines: readonly PlanLine[];
  readonly passedOver: readonly PassedOver[];
};

export type Proposals = {
  readonly plans: readonly Proposal[];
  /** What no offer answers; the same for every kind. */
  readonly uncoverable: readonly Uncoverable[];
  /** What stands in the way where everything could be answered, were it not for a limit. */
  readonly obstacles: readonly Obstacle[];
  readonly alone: MarketByMarket;
  /** What reports already held answer, and what not. */
  readonly held: readonly HeldAnswer[];
};

/**
 * Every plan that a client is shown for one question, with the reasons, and each market alone.
 *
 * @param newTick makes a tick for one search; the tick asks to stop when that search has had its time
 */
export function proposalsFor(question: PlanningQuestion, newTick: () => OnTick): Proposals {
  const instanceOf = (kind: PlanKind): PlanInstance => ({ ...question, objective: objectiveOf(kind) });
  const cheapest = instanceOf("cheapest");
  const judge = judgeOf(cheapest);
  const covered = coverage(cheapest, judge);
  const plans = PLAN_KINDS.map((kind): Proposal => {
    const instance = instanceOf(kind);
    const result = solve(instance, { onTick: newTick(), coverage: covered });
    const selection = "selection" in result ? result.selection : [];
    return {
      kind,
      result,
      lines: planLines(instance, selection, judge),
      passedOver: passedOver(instance, selection, judge),
    };
  });
  const [first] = plans;
  const infeasible = first?.result.status === "infeasible" ? first.result : undefined;
  return {
    plans,
    uncoverable: infeasible?.reason === "uncoverable" ? whyUncoverable(cheapest, infeasible.uncoverable, judge) : [],
    obstacles: infeasible?.reason === "limits" ? obstaclesOf(cheapest, newTick) : [],
    alone: marketByMarket(cheapest, { onTick: newTick() }),
    held: heldAnswers(cheapest, judge),
  };
}
