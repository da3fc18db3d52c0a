import type { GuardMethod } from "../guard-factor.ts";

/**
 * A way to state conformity that can be agreed, stored and printed. Figures are decimal digits.
 *
 * - `simple`: the measured value decides.
 * - `guarded` and `non-binary`: guard band w = guard·U (ILAC-G8).
 * - `iso-14253-1`: conformity and nonconformity are each proven at `factor`·u; in between neither is.
 * - `iso-4259`: limits of test methods with reproducibility R (and repeatability r for the mean of several `results`),
 *   seen from the supplier's or the recipient's side.
 * - `emc`: what exceeds the uncertainty that the standard assumes (U_CISPR) is added to the measured level.
 * - `jjf1094`: the value decides while U ≤ MPEV/3, else w = U on both sides.
 * - `ratio`: the tolerance shrinks by a factor of the test uncertainty ratio (Z540.3 and the like).
 *
 * @source ILAC-G8:09/2019, 4.2; ISO 14253-1:2017; ISO 4259-2:2017; CISPR 16-4-2; JJF 1094-2002, 5.3.1;
 * ANSI/NCSL Z540.3-2006 (the last five recalled)
 */
export type ConformityRule =
  | { readonly kind: "simple" }
  | { readonly kind: "guarded" | "non-binary"; readonly guard: string }
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
  | { readonly kind: "ratio"; readonly method: GuardMethod };

/** One-sided 95 % of a normal distribution, as ISO 14253-1 prints it. */
export const ISO_14253_FACTOR = "1.65";

/** Share of R that is added to or taken off a limit for 95 % confidence in one result, as ISO 4259 prints it. */
export const ISO_4259_FACTOR = "0.59";
