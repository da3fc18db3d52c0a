import type { Objective } from "./instance.ts";

/** The three plans that an enterprise is shown. */
export type PlanKind = "cheapest" | "fastest" | "balanced";

/** What one day is worth where nobody said otherwise, in fen: our choice, 200 yuan. */
export const DAY_VALUE_FEN = 20_000;

/** The objective behind a kind of plan; `balanced` weighs a day against money. */
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

/** The objective's figures in its own order; the weighted one has a single figure. */
export function objectiveVector(
  objective: Objective,
  { cost, days }: { cost: number; days: number },
): readonly number[] {
  if ("weighted" in objective) return [cost + objective.weighted.perDay * days];
  return objective.order.map((goal) => (goal === "cost" ? cost : days));
}
