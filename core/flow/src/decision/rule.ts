import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { refuse } from "./refusals.ts";

/**
 * How uncertainty counts when conformity is stated, agreed before anything is measured.
 *
 * - `simple`: the measured value decides (shared risk).
 * - `guarded`: passes only when it lies inside the limit by at least w = guard·U; anything else fails.
 * - `non-binary`: between the limit and the guard band the pass is conditional.
 * - `jjf1094`: as `simple` while U ≤ MPEV/3; else w = U, and between the two guard bands nothing is decided.
 *
 * @source ISO/IEC 17025:2017, 7.1.3; ILAC-G8:09/2019, 4.2; JJF 1094-2002, 5.3.1 (recalled)
 */
export type DecisionRule = {
  readonly kind: "simple" | "guarded" | "non-binary" | "jjf1094";
  /** Guard band as a multiple of U, decimal digits; null where the rule fixes it. */
  readonly guard: string | null;
  /** Coverage probability of the U that counts, decimal digits, e.g. "0.9545". */
  readonly coverageProbability: string;
};

/** The rules offered to a client, the recommended one first. */
export const OFFERED_RULES: readonly DecisionRule[] = [
  { kind: "non-binary", guard: "1", coverageProbability: "0.9545" },
  { kind: "guarded", guard: "1", coverageProbability: "0.9545" },
  { kind: "simple", guard: null, coverageProbability: "0.9545" },
  { kind: "jjf1094", guard: null, coverageProbability: "0.9545" },
];

/**
 * Guard band multiple of a rule; 0 for simple acceptance, 1 where the rule fixes w = U.
 *
 * @throws Refusal `malformed-rule` for a multiple that is negative or above 3, or a coverage probability outside (0, 1)
 */
export function guardOf(rule: DecisionRule): string {
  const probability = decimal(rule.coverageProbability);
  if (compare(probability, decimal("0")) <= 0 || compare(probability, decimal("1")) >= 0) {
    refuse("malformed-rule", { problem: "coverageProbability", given: rule.coverageProbability });
  }
  if (rule.kind === "simple") return "0";
  if (rule.kind === "jjf1094") return "1";
  const guard = rule.guard ?? "1";
  if (compare(decimal(guard), decimal("0")) < 0 || compare(decimal(guard), decimal("3")) > 0) {
    refuse("malformed-rule", { problem: "guard", given: guard });
  }
  return guard;
}
