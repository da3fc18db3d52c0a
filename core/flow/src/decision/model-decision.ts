import { compare, decimal, formatDecimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import type { EvaluatedOutput } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { members, number, onlyKnown, own, text, wrong } from "@quanheng/kernel/uncertainty/file-members.ts";
import type { StatedDecision } from "@quanheng/kernel/uncertainty/stated-decision.ts";
import { computedDigits } from "../determination/reported.ts";
import { conform } from "./conformity/conform.ts";
import type { Outcome, OutcomeReason } from "./conformity/outcome.ts";
import { type ConformityRule, ISO_14253_FACTOR } from "./conformity/rule.ts";
import { conformitySentences } from "./conformity/sentence.ts";
import { type Doubtable, doubtOf, doubtSentence, type ModelDoubt } from "./model-doubt.ts";
import { conformanceProbability } from "./probability.ts";

/** Rules that a model file can name. */
export const MODEL_RULES = [
  "non-binary",
  "guarded",
  "simple",
  "relaxed",
  "iso-14253-1",
  "specific-risk",
  "ratio",
  "jjf1094",
] as const;
export type ModelRule = (typeof MODEL_RULES)[number];

/** What is to be decided of one output of a model; limits and guard are decimal digits, the guard a multiple of U. */
export type ModelDecision = {
  readonly output: string;
  readonly lower?: string;
  readonly upper?: string;
  readonly rule: ModelRule;
  readonly guard: string;
};

export type DecidedOutput = {
  readonly outcome: Outcome;
  readonly reason: OutcomeReason;
  /** Probability of conformity by first order: normal, or t with the effective degrees of freedom. */
  readonly probability: number | null;
  /** Why first order is no ground for a decision, which is then `undecided`; null where it is one. */
  readonly doubt: ModelDoubt | null;
};

/** Probability of a false pass that the rule of specific risk allows here. */
const CONSUMER = "0.05";

/**
 * The `decision` of a model file. The output is the first, the rule `non-binary` and the guard 1 where none is stated.
 *
 * @param outputs names of the model's outputs
 * @returns null where the file has no decision
 * @throws Refusal `model-file-invalid` with the place, `not-a-number`
 * @source JCGM 106:2012, 7 and 8 (what a decision needs: limits and a rule)
 * @example readModelDecision({ upper: "1.5", rule: "simple" }, ["dm"]) // → { output: "dm", upper: "1.5", rule: "simple", guard: "1" } (the first output)
 */
export function readModelDecision(content: unknown, outputs: readonly string[]): ModelDecision | null {
  if (content === undefined || content === null) return null;
  const row = members(content, "decision");
  onlyKnown(row, ["output", "lower", "upper", "rule", "guard"], "decision");
  const output = text(own(row, "output") ?? outputs[0], "decision.output");
  if (!outputs.includes(output)) wrong("decision.output", outputs.join(", "));
  const named = own(row, "rule") ?? "non-binary";
  const rule = MODEL_RULES.find((each) => each === named) ?? wrong("decision.rule", MODEL_RULES.join(" | "));
  const [lower, upper] = [digitsOf(own(row, "lower"), "decision.lower"), digitsOf(own(row, "upper"), "decision.upper")];
  if (lower === undefined && upper === undefined) wrong("decision", "lower, upper");
  if (lower !== undefined && upper !== undefined && compare(decimal(lower), decimal(upper)) > 0)
    wrong("decision.lower", `≤ ${upper}`);
  const guard = digitsOf(own(row, "guard"), "decision.guard") ?? "1";
  if (compare(decimal(guard), decimal("0")) < 0) wrong("decision.guard", "≥ 0");
  return { output, ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }), rule, guard };
}

/**
 * The rule of a model file as conformity is stated by it.
 *
 * @source ILAC-G8:09/2019, 4.2; ISO 14253-1:2017; ANSI/NCSL Z540.3-2006, 5.3, method 6 (the last two recalled)
 * @example conformityRule({ rule: "guarded", guard: "1" }) // → { kind: "guarded", guard: "1" } (w = U)
 */
export function conformityRule({ rule, guard }: Pick<ModelDecision, "rule" | "guard">): ConformityRule {
  switch (rule) {
    case "guarded":
    case "non-binary":
    case "relaxed":
      return { kind: rule, guard };
    case "iso-14253-1":
      return { kind: rule, factor: ISO_14253_FACTOR };
    case "specific-risk":
      return { kind: rule, consumer: CONSUMER };
    case "ratio":
      return { kind: rule, method: "managed-risk" };
    default:
      return { kind: rule };
  }
}

/**
 * The decision on an output by first order. Compared are all digits of y and U, unrounded.
 *
 * @throws Refusal those of `conform`
 * @source JCGM 106:2012, 7.3 and 8.3
 * @example decideOutput({ y: 509.7, u: 8.6, dof: Infinity, expanded: { k: 2, expanded: 17.2 } }, { lower: "490", rule: "guarded", guard: "1" }) // → { outcome: "pass", probability: 0.99 } (JCGM 106:2012, 7.3.3, burst strength of a container: p_c; 509.7 − 490 > 17.2)
 */
export function decideOutput(
  { y, u, dof, expanded }: Pick<EvaluatedOutput["first"], "y" | "u" | "dof" | "expanded">,
  { lower, upper, rule, guard }: Omit<ModelDecision, "output">,
): DecidedOutput {
  const limit = { kind: "interval", ...(lower ? { min: lower } : {}), ...(upper ? { max: upper } : {}) } as const;
  const tolerance = { ...(lower ? { lower: Number(lower) } : {}), ...(upper ? { upper: Number(upper) } : {}) };
  const measured = {
    value: computedDigits(y),
    // Without degrees of freedom nothing is known of how probable it is to lie beyond a multiple of u.
    u: dof === null ? null : computedDigits(u),
    expanded: expanded ? computedDigits(expanded.expanded) : null,
    ...(dof === null ? {} : { dof }),
  };
  const { outcome, reason } = conform(measured, limit, conformityRule({ rule, guard }));
  const probability = u > 0 && dof !== null ? conformanceProbability({ y, u, dof }, tolerance) : null;
  return { outcome, reason, probability, doubt: null };
}

/**
 * The decision on an evaluated output by first order, `undecided` wherever that order is no ground for one.
 *
 * @param evaluation findings and trials of the same evaluation
 * @throws Refusal those of `conform`
 * @source JCGM 106:2012, 7.3 and 8.3; JCGM 101:2008, 8.1 (a law that does not agree with the trials is not used)
 * @example decideEvaluated({ name: "y", budget: [{ input: "t", u: 0.01, sensitivity: 0 }], first: { y: 100, u: 0, dof: Infinity, expanded: { k: 1.96, expanded: 0 } }, second: null }, { lower: "99.999", rule: "specific-risk", guard: "1" }, { findings: [{ code: "vanishing-sensitivity", facts: { output: "y" } }], trials: null }) // → { outcome: "undecided", doubt: "vanishing-sensitivity", probability: null } (100 cos t, t = 0 ± 0.01: only 34.5 % lie above 99.999)
 */
export function decideEvaluated(
  output: EvaluatedOutput,
  decision: Omit<ModelDecision, "output">,
  evaluation: Doubtable,
): DecidedOutput {
  const decided = decideOutput(output.first, decision);
  const doubt = doubtOf(output, decision.rule, evaluation);
  if (doubt === null) return decided;
  return { outcome: "undecided", reason: "uncertainty-missing", probability: null, doubt };
}

/**
 * A decision as the exports state it: with its rule in plain words.
 *
 * @source ISO/IEC 17025:2017, 7.8.6.2 (a statement of conformity names its rule)
 * @example statedDecision({ output: "y", lower: "490", rule: "simple", guard: "1" }, { outcome: "pass", probability: 0.989, doubt: null }, "en") // → { output: "y", lower: "490", outcome: "pass", probability: 0.989 } (JCGM 106:2012, 7.3.3, with the rule as a sentence)
 */
export function statedDecision(
  { output, lower, upper, rule, guard }: ModelDecision,
  { outcome, probability, doubt }: Pick<DecidedOutput, "outcome" | "probability" | "doubt">,
  language: "zh" | "en",
): StatedDecision {
  return {
    output,
    ...(lower === undefined ? {} : { lower }),
    ...(upper === undefined ? {} : { upper }),
    outcome,
    ...(doubt === null ? {} : { because: doubtSentence(doubt)[language] }),
    rule: conformitySentences(conformityRule({ rule, guard })).rule[language],
    probability,
  };
}

function digitsOf(content: unknown, at: string): string | undefined {
  if (content === undefined) return undefined;
  const value = number(content, at);
  return formatDecimal(typeof content === "string" ? decimal(content) : fromNumber(value));
}
