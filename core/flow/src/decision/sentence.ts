import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { compare, decimal, formatDecimal, times } from "@quanheng/kernel/decimal.ts";
import { normalQuantile } from "@quanheng/kernel/distributions.ts";
import { riskAtBand } from "./conformity/risk.ts";
import { conformitySentences } from "./conformity/sentence.ts";
import { percentText } from "./percent-text.ts";
import { conformityRuleOf, type DecisionRule } from "./rule.ts";

/**
 * The rule in plain words, as the client agrees to it and the report states it.
 *
 * @example ruleSentence({ kind: "simple", guard: null, coverageProbability: "0.9545" }).en.slice(0, 18) // → "Simple acceptance:" (the beginning of the sentence)
 * @throws Refusal `malformed-rule`
 * @source ISO/IEC 17025:2017, 7.8.6.2 c
 */
export function ruleSentence(rule: DecisionRule): Bilingual {
  const exceptions = (rule.exceptions ?? []).map(({ name, rule: own }) => {
    const { zh, en } = conformitySentences(own).rule;
    return { zh: `${name.zh}除外：${zh}`, en: `For ${name.en} instead: ${en}` };
  });
  return joined([general(rule), ...exceptions]);
}

function joined(sentences: readonly Bilingual[]): Bilingual {
  return { zh: sentences.map(({ zh }) => zh).join(""), en: sentences.map(({ en }) => en).join(" ") };
}

function general(rule: DecisionRule): Bilingual {
  const agreed = conformityRuleOf(rule);
  const coverage = percent(rule.coverageProbability);
  const zhU = `扩展不确定度 U（包含概率约 ${coverage}）`;
  const enU = `the expanded uncertainty U (coverage about ${coverage})`;
  const guard = "guard" in agreed ? agreed.guard : "1";
  const [zhBand, enBand] = isOne(guard) ? ["U", "U"] : [`${guard} U`, `${guard} U`];
  switch (agreed.kind) {
    case "simple":
      return {
        zh: "简单接受：测得值在限值之内（含等于限值）即判合格，否则判不合格；测量不确定度不计入判定，由双方共担风险。",
        en: "Simple acceptance: a measured value within the limit (the limit included) passes, any other fails. Measurement uncertainty is not taken into account; both parties share the risk.",
      };
    case "guarded":
      return {
        zh: `带保护带的二元判定：以${zhU}的 ${guard} 倍为保护带 w。测得值在限值之内且距限值不小于 ${zhBand} 时判合格；其余一律判不合格，包括虽在限值之内但落入保护带的情形。`,
        en: `Binary statement with guard band: w is ${guard} times ${enU}. A measured value passes when it lies within the limit by at least ${enBand}; everything else fails, also a value within the limit but inside the guard band.`,
      };
    case "non-binary":
      return {
        zh: `非二元判定：以${zhU}的 ${guard} 倍为保护带 w。距限值不小于 ${zhBand} 且在限值之内判合格；在限值之内但落入保护带判有条件合格；超出限值判不合格，超出不足 ${zhBand} 时予以注明。`,
        en: `Non-binary statement: w is ${guard} times ${enU}. Within the limit by at least ${enBand}: pass; within the limit but inside the guard band: conditional pass; beyond the limit: fail, with a note where it is beyond by less than ${enBand}.`,
      };
    case "jjf1094":
      return {
        zh: `按 JJF 1094：双侧限值且 ${zhU}不大于限值半宽的三分之一时，按测得值判定；否则以 U 为保护带，测得值在限值之内且距限值不小于 U 判合格，超出限值不小于 U 判不合格，其间不作判定。`,
        en: `By JJF 1094: where the limit has two sides and ${enU} is at most one third of its half width, the measured value decides; otherwise U is the guard band: within the limit by at least U passes, beyond it by at least U fails, and in between nothing is decided.`,
      };
    default:
      return conformitySentences(agreed).rule;
  }
}

/**
 * The rule with the risk that it leaves, as a report and a contract state it.
 *
 * @example ruleStatement({ kind: "simple", guard: null, coverageProbability: "0.9545" }).en.endsWith("the probability of a false pass is up to 50 %.") // → true (the sentence, then its risk)
 * @throws Refusal `malformed-rule`
 * @source ISO/IEC 17025:2017, 7.8.6.1
 */
export function ruleStatement(rule: DecisionRule): Bilingual {
  return joined([ruleSentence(rule), riskSentence(rule)]);
}

/**
 * What the rule risks: how probable it is that an item that just passes does not conform, when nothing else is known.
 *
 * @example riskSentence({ kind: "simple", guard: null, coverageProbability: "0.9545" }).en // → "When the measured value equals the limit, the probability of a false pass is up to 50 %." (ILAC-G8:09/2019, table 1)
 * @throws Refusal `malformed-rule`
 * @source ILAC-G8:09/2019, 4.2 and table 1; JCGM 106:2012, 9
 */
export function riskSentence(rule: DecisionRule): Bilingual {
  const exceptions = (rule.exceptions ?? []).map(({ name, rule: own }) => {
    const { zh, en } = conformitySentences(own).risk;
    return { zh: `${name.zh}：${zh}`, en: `${name.en}: ${en}` };
  });
  return joined([generalRisk(rule), ...exceptions]);
}

function generalRisk(rule: DecisionRule): Bilingual {
  const agreed = conformityRuleOf(rule);
  switch (agreed.kind) {
    case "simple":
      return {
        zh: "测得值恰等于限值时，错误接受的概率可达 50 %。",
        en: "When the measured value equals the limit, the probability of a false pass is up to 50 %.",
      };
    case "jjf1094":
      return {
        zh: "不确定度足够小时，恰在限值处错误接受的概率可达 50 %，但真值超出不会多于限值半宽的三分之一；否则不大于约 2.5 %。",
        en: "Where the uncertainty is small, a false pass at the very limit has a probability of up to 50 %, but the true value exceeds it by hardly more than a third of the half width; otherwise at most about 2.5 %.",
      };
    case "guarded":
      return guardedRisk(agreed.guard, rule.coverageProbability);
    case "non-binary": {
      const risk = guardedRisk(agreed.guard, rule.coverageProbability);
      return {
        zh: `${risk.zh}有条件合格时可达 50 %。`,
        en: `${risk.en} For a conditional pass it is up to 50 %.`,
      };
    }
    default:
      return conformitySentences(agreed).risk;
  }
}

/** U is k standard uncertainties, with k of the normal distribution for the agreed coverage. */
function guardedRisk(guard: string, coverageProbability: string): Bilingual {
  const k = normalQuantile(0.5 + 0.5 * Number(coverageProbability));
  const risk = riskAtBand(k * Number(guard));
  // The figure that ILAC-G8 prints for w = U at about 95 %.
  const text = isOne(guard) && Math.abs(k - 2) < 0.05 ? "2.5 %" : percentText(risk);
  return {
    zh: `判合格时，错误接受的概率不大于约 ${text}（单侧限值，正态分布）。`,
    en: `The probability that a pass is false is at most about ${text} (one-sided limit, normal distribution).`,
  };
}

function isOne(text: string): boolean {
  return compare(decimal(text), decimal("1")) === 0;
}

function percent(probability: string): string {
  const text = formatDecimal(times(decimal(probability), decimal("100")));
  return `${text.includes(".") ? text.replace(/\.?0+$/, "") : text} %`;
}
