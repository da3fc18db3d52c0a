import type { GuardMethod } from "../guard-factor.ts";

/**
 * A way to state conformity that can be agreed, stored and printed. Figures are decimal digits.
 *
 * - `simple`: the measured value decides.
 * - `guarded` and `non-binary`: guard band w = guard·U (ILAC-G8); `guarded` rejects what lies in it.
 * - `relaxed`: guarded rejection. Only what lies beyond the limit by more than w = guard·U fails.
 * - `iso-14253-1`: conformity and nonconformity are each proven at `factor`·u; in between neither is.
 * - `iso-4259`: limits of test methods with reproducibility R (and repeatability r for the mean of several `results`),
 *   seen from the supplier's or the recipient's side.
 * - `emc`: what exceeds the uncertainty that the standard assumes (U_CISPR) is added to the measured level.
 * - `jjf1094`: the value decides while U ≤ MPEV/3, else w = U on both sides.
 * - `ratio`: the tolerance shrinks by a factor of the test uncertainty ratio.
 * - `specific-risk`: passes while the probability that this item does not conform is at most `consumer`.
 * - `global-risk`: guard band that keeps the probability of a false pass at `consumer` for items of a process; with
 *   `among: "accepted"` among those that pass.
 *
 * @source JCGM 106:2012, 8.3, 9.3 and 9.5; ILAC-G8:09/2019, 4.2; ISO 14253-1:2017; ISO 4259-2:2017; CISPR 16-4-2;
 * JJF 1094-2002, 5.3.1; ANSI/NCSL Z540.3-2006, 5.3 (the last five recalled)
 */
export type ConformityRule =
  | { readonly kind: "simple" }
  | { readonly kind: "guarded" | "non-binary" | "relaxed"; readonly guard: string }
  | { readonly kind: "iso-14253-1"; readonly factor: string }
  | {
      readonly kind: "iso-4259";
      readonly side: "supplier" | "recipient";
      readonly reproducibility: string;
      readonly repeatability?: string;
      readonly results?: number;
    }
  | { readonly kind: "emc"; readonly assumed: string }
  | { readonly kind: "jjf1094" }
  | { readonly kind: "ratio"; readonly method: GuardMethod }
  | { readonly kind: "specific-risk"; readonly consumer: string; readonly process?: Process }
  | {
      readonly kind: "global-risk";
      readonly consumer: string;
      readonly among: "all" | "accepted";
      readonly process: Process;
    };

/**
 * What is agreed about the process that the items come from.
 *
 * - `normal`: its mean and standard deviation, in the unit of the limit.
 * - `reliability`: the share of items found in tolerance, for a process centred in two limits.
 */
export type Process =
  | { readonly kind: "normal"; readonly mean: string; readonly sd: string }
  | { readonly kind: "reliability"; readonly inTolerance: string };

export const RULE_KINDS = [
  "simple",
  "guarded",
  "non-binary",
  "relaxed",
  "iso-14253-1",
  "iso-4259",
  "emc",
  "jjf1094",
  "ratio",
  "specific-risk",
  "global-risk",
] as const satisfies readonly ConformityRule["kind"][];

/** One-sided 95 % of a normal distribution, as ISO 14253-1 prints it. */
export const ISO_14253_FACTOR = "1.65";

/** Share of R that is added to or taken off a limit for 95 % confidence in one result, as ISO 4259 prints it. */
export const ISO_4259_FACTOR = "0.59";

/**
 * Whether a rule carries figures in the unit of one limit, so that it can stand for one characteristic only.
 *
 * @example isBoundToUnit({ kind: "emc", assumed: "5.2" }) // → true (5.2 dB belong to one limit)
 * @example isBoundToUnit({ kind: "guarded", guard: "1" }) // → false (a multiple of U holds in any unit)
 * @source ours: a figure with a unit cannot stand for every requirement
 */
export function isBoundToUnit(rule: ConformityRule): boolean {
  return rule.kind === "iso-4259" || rule.kind === "emc" || ("process" in rule && rule.process?.kind === "normal");
}
