import { conformitySentences } from "@quanheng/flow/decision/conformity/sentence.ts";
import { conformityRule, type DecidedOutput, type ModelDecision } from "@quanheng/flow/decision/model-decision.ts";
import { probabilityText } from "@quanheng/flow/decision/probability.ts";

const WORDS = {
  zh: {
    title: "判定",
    probability: "符合的概率（一阶）",
    pass: "合格",
    "conditional-pass": "有条件合格",
    "conditional-fail": "有条件不合格",
    fail: "不合格",
    undecided: "无法判定",
  },
  en: {
    title: "decision",
    probability: "probability of conformity (first order)",
    pass: "pass",
    "conditional-pass": "conditional pass",
    "conditional-fail": "conditional fail",
    fail: "fail",
    undecided: "undecided",
  },
} as const;

/** A decision for the console: the verdict with its limits, the rule in plain words, the probability of conformity. */
export function decisionLines(
  decision: ModelDecision,
  { outcome, probability }: DecidedOutput,
  language: "zh" | "en",
): string[] {
  const words = WORDS[language];
  const { output, lower, upper } = decision;
  const limits = `${lower === undefined ? "" : `${lower} ≤ `}${output}${upper === undefined ? "" : ` ≤ ${upper}`}`;
  return [
    `${words.title}: ${limits}: ${words[outcome]}`,
    `  ${conformitySentences(conformityRule(decision)).rule[language]}`,
    // The chance of a false pass is rounded up, so that the probability is never overstated.
    ...(probability === null ? [] : [`  ${words.probability}: ${conformityText(probability)}`]),
  ];
}

function conformityText(probability: number): string {
  const risk = probabilityText(1 - probability);
  return risk.startsWith("<") ? ">0.9999" : (1 - Number(risk)).toFixed(4);
}
