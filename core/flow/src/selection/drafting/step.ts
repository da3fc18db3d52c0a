import { refuse } from "./refusals.ts";

/** Where a draft stands, from the first line to the library. */
export const DRAFT_STATES = [
  "working",
  "commenting",
  "answering",
  "approval",
  "approved",
  "published",
  "withdrawn",
] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export const DRAFT_STEPS = [
  "revise",
  "open-round",
  "close-round",
  "submit",
  "send-back",
  "approve",
  "publish",
  "withdraw",
] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

/** From which states a step leads where; the text under comment does not change while people read it. */
const STEPS = {
  revise: { working: "working", answering: "answering" },
  "open-round": { working: "commenting", answering: "commenting" },
  "close-round": { commenting: "answering" },
  submit: { answering: "approval" },
  "send-back": { approval: "answering" },
  approve: { approval: "approved" },
  publish: { approved: "published" },
  withdraw: {
    working: "withdrawn",
    commenting: "withdrawn",
    answering: "withdrawn",
    approval: "withdrawn",
    approved: "withdrawn",
  },
} as const satisfies Record<DraftStep, Partial<Record<DraftState, DraftState>>>;

/**
 * The state a step leads to.
 *
 * @example stepFrom("working", "open-round") // → "commenting" (the first round)
 * @example stepFrom("answering", "open-round") // → "commenting" (the next round)
 * @throws Refusal `draft-step-impossible`
 * @source GB/T 16733-1997: drafting, comments, approval, publication follow each other (recalled)
 */
export function stepFrom(state: DraftState, step: DraftStep): DraftState {
  const next: Partial<Record<DraftState, DraftState>> = STEPS[step];
  return next[state] ?? refuse("draft-step-impossible", { state, step });
}

/**
 * Whether a step leads on from a state.
 *
 * @example maySteps("published") // → [] (nothing leads on: the library has it)
 * @example maySteps("approval") // → ["send-back", "approve", "withdraw"] (the second person's part)
 * @source ours: the table above, read from the other side
 */
export function maySteps(state: DraftState): readonly DraftStep[] {
  return DRAFT_STEPS.filter((step) => state in STEPS[step]);
}
