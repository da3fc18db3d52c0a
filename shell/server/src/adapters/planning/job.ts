import type { PlanningQuestion, Proposals } from "./proposals.ts";

/** What the planning thread is asked; figures cross as they are, big integers included. */
export type PlanningJob = {
  readonly id: number;
  readonly question: PlanningQuestion;
  /** How long each search may take. [ms] */
  readonly searchMs: number;
  /** One shared integer; anything but 0 means that nobody waits for the answer any more. */
  readonly abandoned: SharedArrayBuffer;
};

export type PlanningAnswer =
  | { readonly id: number; readonly ok: true; readonly proposals: Proposals }
  | { readonly id: number; readonly ok: false; readonly error: unknown };
