import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { readConformityRule } from "./conformity/read-rule.ts";
import { type ConformityRule, ISO_14253_FACTOR, isBoundToUnit } from "./conformity/rule.ts";
import { refuse } from "./refusals.ts";

type SimpleKind = "simple" | "guarded" | "non-binary" | "jjf1094";

/**
 * How uncertainty counts when conformity is stated, agreed before anything is measured: a rule for every requirement,
 * and others for single characteristics whose standards bring their own.
 *
 * - `simple`: the measured value decides (shared risk).
 * - `guarded`: passes only when it lies inside the limit by at least w = guard·U; anything else fails.
 * - `non-binary`: between the limit and the guard band the pass is conditional.
 * - `jjf1094`: as `simple` while U ≤ MPEV/3; else w = U, and between the two guard bands nothing is decided.
 * - `relaxed`, `iso-14253-1`, `ratio`, `specific-risk`, `global-risk`: as `ConformityRule` says.
 *
 * @source ISO/IEC 17025:2017, 7.1.3; ILAC-G8:09/2019, 4.2; JJF 1094-2002, 5.3.1 (recalled)
 */
export type DecisionRule = {
  /** Coverage probability of the U that counts, decimal digits, e.g. "0.9545". */
  readonly coverageProbability: string;
  readonly exceptions?: readonly RuleException[];
} & (
  | {
      readonly kind: SimpleKind;
      /** Guard band as a multiple of U, decimal digits; null where the rule fixes it. */
      readonly guard: string | null;
    }
  | { readonly kind: "relaxed"; readonly guard: string }
  | Extract<ConformityRule, { readonly kind: "iso-14253-1" | "ratio" | "specific-risk" | "global-risk" }>
);

/** The rule of one characteristic, with the name under which it is printed. */
export type RuleException = {
  readonly characteristic: string;
  readonly name: Bilingual;
  readonly rule: ConformityRule;
};

const COVERAGE = "0.9545";

/** No U of less is agreed upon, for it would look small. */
const LEAST_COVERAGE = "0.9";

/** The rules offered to a client, the recommended one first. */
export const OFFERED_RULES: readonly DecisionRule[] = [
  { kind: "non-binary", guard: "1", coverageProbability: COVERAGE },
  { kind: "guarded", guard: "1", coverageProbability: COVERAGE },
  { kind: "simple", guard: null, coverageProbability: COVERAGE },
  { kind: "jjf1094", guard: null, coverageProbability: COVERAGE },
  { kind: "iso-14253-1", factor: ISO_14253_FACTOR, coverageProbability: COVERAGE },
  { kind: "specific-risk", consumer: "0.05", coverageProbability: COVERAGE },
  { kind: "ratio", method: "managed-risk", coverageProbability: COVERAGE },
  {
    kind: "global-risk",
    consumer: "0.02",
    among: "all",
    process: { kind: "reliability", inTolerance: "0.95" },
    coverageProbability: COVERAGE,
  },
  { kind: "relaxed", guard: "1", coverageProbability: COVERAGE },
];

/**
 * The rule as conformity is stated by it, for one characteristic or in general.
 *
 * @param characteristic whose exception counts; the general rule where left out
 * @example conformityRuleOf({ kind: "non-binary", guard: "1", coverageProbability: "0.9545" }) // → { kind: "non-binary", guard: "1" } (the rule without its coverage)
 * @example conformityRuleOf({ ...{ kind: "simple", guard: null, coverageProbability: "0.9545" }, exceptions: [{ characteristic: "sulphur", rule: { kind: "emc", assumed: "5.2" } }] }, "sulphur").kind // → "emc" (the exception of that characteristic)
 * @throws Refusal `malformed-rule` for figures that no rule has
 * @source ISO/IEC 17025:2017, 7.1.3
 */
export function conformityRuleOf(rule: DecisionRule, characteristic?: string): ConformityRule {
  checkCoverage(rule.coverageProbability);
  const exception = rule.exceptions?.find((each) => each.characteristic === characteristic);
  if (exception) return exception.rule;
  switch (rule.kind) {
    case "simple":
    case "jjf1094":
      return { kind: rule.kind };
    case "guarded":
    case "non-binary":
      return readConformityRule({ kind: rule.kind, guard: rule.guard ?? "1" });
    default: {
      const { coverageProbability: _, exceptions: __, ...own } = rule;
      return own;
    }
  }
}

/**
 * Reads a rule as it is agreed: with known members and possible figures only. A rule with figures in the unit of one
 * limit may stand for single characteristics, not for all of them.
 *
 * @example readDecisionRule({ kind: "non-binary", guard: "1", coverageProbability: "0.9545" }) // → { kind: "non-binary", guard: "1", coverageProbability: "0.9545" } (ILAC-G8:09/2019, 4.2.3, w = U)
 * @example refusalOf(() => readDecisionRule({ kind: "simple", guard: null, coverageProbability: "0.5" })) // → "malformed-rule" (U of less than 90 % would look small)
 * @throws Refusal `malformed-rule`
 * @source ISO/IEC 17025:2017, 7.1.3
 */
export function readDecisionRule(given: DecisionRule): DecisionRule {
  const { coverageProbability, exceptions, ...own } = given;
  checkCoverage(coverageProbability, LEAST_COVERAGE);
  const rule = readConformityRule("guard" in own && own.guard === null ? { kind: own.kind } : own);
  if (isBoundToUnit(rule) || rule.kind === "iso-4259" || rule.kind === "emc")
    return refuse("malformed-rule", { problem: "kind", given: rule.kind });
  const names = exceptions?.map(({ characteristic }) => characteristic) ?? [];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return refuse("malformed-rule", { problem: "exceptions", given: twice });
  return {
    ...(rule.kind === "simple" || rule.kind === "jjf1094" ? ({ kind: rule.kind, guard: null } as const) : rule),
    coverageProbability,
    ...(exceptions && exceptions.length > 0
      ? { exceptions: exceptions.map((each) => ({ ...each, rule: readConformityRule(each.rule) })) }
      : {}),
  };
}

function checkCoverage(text: string, least = "0.0001"): void {
  const probability = decimal(text);
  if (compare(probability, decimal(least)) < 0 || compare(probability, decimal("1")) >= 0) {
    refuse("malformed-rule", { problem: "coverageProbability", given: text });
  }
}
