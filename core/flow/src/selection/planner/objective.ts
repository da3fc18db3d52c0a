import type { Objective } from "./instance.ts";

/** The three plans that an enterprise is shown. */
export type PlanKind = "cheapest" | "fastest" | "balanced";

/** What one day is worth where nobody said otherwise, in fen: our choice, 200 yuan. */
export const DAY_VALUE_FEN = 20_000;

/**
 * The objective behind a kind of plan; `balanced` weighs a day against money.
 *
 * @param perDay value of a day, in minor units
 * @example objectiveOf("fastest") // → { order: ["days", "cost"] } (days first)
 * @example objectiveOf("balanced", 20000) // → { weighted: { perDay: 20000 } } (200 yuan a day)
 * @source ours: the three plans that an enterprise is shown
 */
export function objectiveOf(kind: PlanKind, perDay: number = DAY_VALUE_FEN): Objective {
  switch (kind) {
    case "cheapest":
      return { order: ["cost", "days"] };
    case "fastest":
      return { order: ["days", "cost"] };
    case "balanced":
      return { weighted: { perDay } };
  }
}

/**
 * The objective's figures in its own order; the weighted one has a single figure.
 *
 * @param figures cost in minor units, and days
 * @example objectiveVector({ order: ["days", "cost"] }, { cost: 1500, days: 3 }) // → [3, 1500] (in the order asked)
 * @example objectiveVector({ weighted: { perDay: 200 } }, { cost: 1500, days: 3 }) // → [2100] (1500 + 200·3)
 * @source ours: the statement of the planner is in the README of this folder
 */
export function objectiveVector(
  objective: Objective,
  { cost, days }: { cost: number; days: number },
): readonly number[] {
  if ("weighted" in objective) return [cost + objective.weighted.perDay * days];
  return objective.order.map((goal) => (goal === "cost" ? cost : days));
}
