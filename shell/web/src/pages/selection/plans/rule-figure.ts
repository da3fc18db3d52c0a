import { conformityRuleOf, type DecisionRule, readDecisionRule } from "@quanheng/flow/decision/rule.ts";
import { riskSentence, ruleSentence } from "@quanheng/flow/decision/sentence.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import type { RuleOffer } from "./rule-offer.ts";

export type RuleFigure = { readonly name: "guard" | "factor" | "consumer"; readonly value: string };

/** The one figure of a rule that parties agree upon; null where the rule leaves none open. */
export function figureOf(rule: DecisionRule): RuleFigure | null {
  if (rule.kind === "simple" || rule.kind === "jjf1094") return null;
  if ("guard" in rule && rule.guard !== null) return { name: "guard", value: rule.guard };
  if (rule.kind === "iso-14253-1") return { name: "factor", value: rule.factor };
  return "consumer" in rule ? { name: "consumer", value: rule.consumer } : null;
}

/**
 * An offered rule with another figure, as a person typed it, with the sentences that follow from it.
 *
 * @returns null where no rule can have that figure
 */
export function withFigure(offer: RuleOffer, typed: string): RuleOffer | null {
  const figure = figureOf(offer.rule);
  const number = parseNumber(typed);
  if (figure === null || !number.ok || number.operator !== "=") return null;
  try {
    const rule = readDecisionRule({ ...offer.rule, [figure.name]: number.text } as DecisionRule);
    conformityRuleOf(rule);
    return { ...offer, rule, sentence: ruleSentence(rule), risk: riskSentence(rule) };
  } catch {
    return null;
  }
}
