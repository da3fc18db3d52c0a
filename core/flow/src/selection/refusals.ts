import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";

/** What the selection stage declines, and why; the sentences live in the message catalogues. */
export type SelectionRefusal =
  /** A row or table of the reference data does not have the documented shape. Facts: where, problem. */
  | "malformed-reference"
  /** Two rows of one document set different limits for the same thing on the same day. Facts: rows, characteristic. */
  | "ambiguous-requirement"
  /** A claim names a value that no row of the product knows. Facts: key, value, known. */
  | "unknown-claim"
  /** No row of the product in force on the day asks for such a claim in the markets chosen. Facts: key, day. */
  | "claim-not-asked"
  /** A planning instance does not have the documented shape or names something it does not contain. Facts: where, problem. */
  | "malformed-instance";

export const refuse: Refuse<SelectionRefusal> = refuser();
