import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";

/** What the decision stage declines; what it cannot decide is `undecided` with a reason, not a refusal. */
export type DecisionRefusal =
  /** A decision rule with a figure that no rule can have. Facts: problem, given. */
  | "malformed-rule"
  /** Tolerance limits that are absent, no numbers, or the lower one above the upper one. Facts: lower, upper. */
  | "tolerance-invalid"
  /** A percentage of a reference value of zero. Facts: reference. */
  | "zero-reference";

export const refuse: Refuse<DecisionRefusal> = refuser();
