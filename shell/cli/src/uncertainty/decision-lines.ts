import { EXPORT_WORDS } from "@quanheng/kernel/uncertainty/export-words.ts";
import { conformityText, limitsText, type StatedDecision } from "@quanheng/kernel/uncertainty/stated-decision.ts";

/** A decision for the console: the verdict with its limits, the rule in plain words, the probability of conformity. */
export function decisionLines(decision: StatedDecision, language: "zh" | "en"): string[] {
  const words = EXPORT_WORDS[language];
  const { outcome, because, rule, probability } = decision;
  return [
    `${words.decision.toLowerCase()}: ${limitsText(decision)}: ${words.outcomes[outcome]}`,
    ...(because === undefined ? [] : [`  ${because}`]),
    `  ${rule}`,
    ...(probability === null
      ? []
      : [`  ${words.conformity[0]!.toLowerCase()}${words.conformity.slice(1)}: ${conformityText(probability)}`]),
  ];
}
