import type { PlanInstance } from "@quanheng/flow/selection/planner/instance.ts";
import type { Scenario } from "@quanheng/flow/selection/planner/what-if.ts";
import type { PlanningQuestion, Proposals } from "./proposals.ts";

/** What the planning thread can be asked; figures cross as they are, big integers included. */
export type PlanningTask =
  | { readonly kind: "plans"; readonly question: PlanningQuestion }
  | { readonly kind: "what-if"; readonly instance: PlanInstance };

/** What comes back for each kind of task. */
export type PlanningOutcome = { readonly plans: Proposals; readonly "what-if": readonly Scenario[] };

export type PlanningJob = {
  readonly id: number;
  readonly task: PlanningTask;
  /** How long each search may take. [ms] */
  readonly searchMs: number;
  /** One shared integer; anything but 0 ends the searches with what they have found. */
  readonly abandoned: SharedArrayBuffer;
};

/** How far the searches of a job are. */
export type PlanningProgress = {
  /** Searches begun so far. */
  readonly search: number;
  readonly nodes: number;
  /** Cost of the best plan of this search, in fen. */
  readonly best: number | null;
  /** How far below it a better plan could be, in percent; null before there is one. */
  readonly gapPercent: number | null;
};

export type PlanningAnswer =
  | { readonly id: number; readonly ok: true; readonly outcome: PlanningOutcome[PlanningTask["kind"]] }
  | { readonly id: number; readonly ok: false; readonly error: unknown }
  | { readonly id: number; readonly progress: PlanningProgress };
