import type { Zone } from "../zone.ts";

export type Outcome = "pass" | "conditional-pass" | "conditional-fail" | "fail" | "undecided";
export type OutcomeReason =
  | "inside"
  | "inside-by-band"
  | "within-band"
  | "outside-within-band"
  | "outside"
  | "outside-by-band"
  | "neither-proven"
  | "not-shown-to-fail"
  | "risk-low-enough"
  | "risk-too-high"
  | "risk-out-of-reach"
  | "uncertainty-missing"
  | "needs-two-limits"
  | "no-limit";

type Table = Readonly<Record<Zone, readonly [Outcome, OutcomeReason]>>;

/** What each family of rules makes of each zone. With a guard band of zero every rule reads as the simple one. */
export const OUTCOMES = {
  simple: {
    inside: ["pass", "inside"],
    "inside-band": ["pass", "inside"],
    "outside-band": ["fail", "outside"],
    outside: ["fail", "outside"],
  },
  guarded: {
    inside: ["pass", "inside-by-band"],
    "inside-band": ["fail", "within-band"],
    "outside-band": ["fail", "outside"],
    outside: ["fail", "outside"],
  },
  "non-binary": {
    inside: ["pass", "inside-by-band"],
    "inside-band": ["conditional-pass", "within-band"],
    "outside-band": ["conditional-fail", "outside-within-band"],
    outside: ["fail", "outside-by-band"],
  },
  /** Conformity and nonconformity are each proven; in between neither is. */
  proven: {
    inside: ["pass", "inside-by-band"],
    "inside-band": ["undecided", "neither-proven"],
    "outside-band": ["undecided", "neither-proven"],
    outside: ["fail", "outside-by-band"],
  },
  /** The same, and an error as large as MPEV + U fails. */
  "permissible-error": {
    inside: ["pass", "inside-by-band"],
    "inside-band": ["undecided", "neither-proven"],
    "outside-band": ["undecided", "neither-proven"],
    outside: ["fail", "outside-by-band"],
  },
  /** Only what is shown to lie beyond the limit fails. */
  relaxed: {
    inside: ["pass", "inside"],
    "inside-band": ["pass", "inside"],
    "outside-band": ["pass", "not-shown-to-fail"],
    outside: ["fail", "outside-by-band"],
  },
} as const satisfies Readonly<Record<string, Table>>;

export type Reading = keyof typeof OUTCOMES;

/**
 * Whether the outer edge of the guard band belongs to what fails.
 *
 * @example outerEdge("permissible-error") // → "reached" (an error of exactly MPEV + U fails)
 * @example outerEdge("proven") // → "beyond" (exactly w beyond the limit, nothing is proven)
 * @source JJF 1094-2002, 5.3.1.6: |Δ| ≥ MPEV + U fails (recalled)
 */
export function outerEdge(reading: Reading): "beyond" | "reached" {
  return reading === "permissible-error" ? "reached" : "beyond";
}
