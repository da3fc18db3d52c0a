import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { EvaluatedOutput, TrialEvaluation } from "@quanheng/kernel/uncertainty/evaluation.ts";
import type { Finding } from "@quanheng/kernel/uncertainty/findings.ts";

/** Why an evaluation of first order is no ground for a decision. */
export type ModelDoubt = keyof typeof SENTENCES;

const SENTENCES = {
  "vanishing-sensitivity": {
    zh: "灵敏系数在估计值处为零，一阶的 u = 0 并不真实，不能据此判定。",
    en: "The sensitivities are zero at the estimates; u = 0 of first order is not true and decides nothing.",
  },
  "contributions-cancel": {
    zh: "各贡献因相关而完全抵消，u = 0 不能作为判定的依据。",
    en: "The contributions cancel by correlation; u = 0 is no ground for a decision.",
  },
  "no-derivative": {
    zh: "模型在估计值处不可导，一阶的 u 不能作为判定的依据。",
    en: "The model has no derivative at the estimates; u of first order is no ground for a decision.",
  },
  "readings-all-equal": {
    zh: "读数全部相同，又没有其他分量，u = 0 不能作为判定的依据：请加入分辨力的分量。",
    en: "All readings are equal and nothing else contributes; u = 0 is no ground for a decision. Add the resolution.",
  },
  "no-uncertainty": {
    zh: "没有任何不确定度，该规则不能判定。",
    en: "There is no uncertainty at all, so this rule cannot decide.",
  },
  "second-order-larger": {
    zh: "二阶的 u 超过一阶的两倍，一阶的 u 不能作为判定的依据：请运行蒙特卡洛。",
    en: "Second order gives more than twice the u of first order, which is no ground for a decision. Run the trials.",
  },
  "trials-disagree": {
    zh: "按 JCGM 101 第 8 章，一阶与蒙特卡洛不一致，不能据一阶判定。",
    en: "By JCGM 101, clause 8, first order does not agree with the trials and decides nothing.",
  },
  "output-variance-undefined": {
    zh: "输出量的方差可能不存在，一阶的 u 不能作为判定的依据。",
    en: "The output may have no variance; u of first order is no ground for a decision.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/**
 * A doubt in a sentence.
 *
 * @source ISO/IEC 17025:2017, 7.8.6.2 (a statement of conformity is clear about its ground)
 * @example doubtSentence("no-uncertainty").en // → "There is no uncertainty at all, so this rule cannot decide." (as listed)
 */
export function doubtSentence(doubt: ModelDoubt): Bilingual {
  return SENTENCES[doubt];
}

/** Findings on an output that leave its u of first order without meaning. */
const TELLING = ["vanishing-sensitivity", "contributions-cancel", "no-derivative"] as const;

/** Second order beyond this multiple of first order leaves first order no ground (our choice). */
const LARGER = 2;

/** An evaluation as far as doubts come from it; `trials` are null where there were none. */
export type Doubtable = {
  readonly findings: readonly Finding[];
  readonly trials: TrialEvaluation;
};

/**
 * Why first order is no ground to decide an output by a rule, named as in a model file; null where it is one. The trials come first: what they
 * reject is not decided by any rule. Where no input is uncertain, the value alone decides, under `simple` only.
 *
 * @source JCGM 101:2008, 8.1 (a law that does not agree with the trials is not used); JCGM 100:2008, 4.3.7 and 5.1.2, note
 * @example doubtOf({ name: "y", budget: [{ input: "t", u: 0.01, sensitivity: 0 }], first: { u: 0 }, second: null }, "simple", { findings: [{ code: "vanishing-sensitivity", facts: { output: "y" } }], trials: null }) // → "vanishing-sensitivity" (y = L cos t at t = 0)
 * doubtOf({ name: "y", budget: [{ input: "t", u: 0.01, sensitivity: 1 }], first: { u: 0.01 }, second: null }, "guarded", { findings: [], trials: null }) // → null (a ground)
 */
export function doubtOf(
  { name, budget, first, second }: EvaluatedOutput,
  rule: string,
  { findings, trials }: Doubtable,
): ModelDoubt | null {
  const verdict = trials && "outputs" in trials ? trials.outputs.find((each) => each.name === name)?.first : null;
  const about = TELLING.find((code) => findings.some((each) => each.code === code && each.facts["output"] === name));
  if (about) return about;
  if (verdict?.valid === false) return "trials-disagree";
  if (verdict?.reason === "output-variance-undefined") return verdict.reason;
  if (first.u === 0) {
    const equal = findings.filter(({ code }) => code === "readings-all-equal").map(({ facts }) => facts["name"]);
    if (budget.some(({ input, sensitivity }) => sensitivity !== 0 && equal.includes(input)))
      return "readings-all-equal";
    return rule === "simple" ? null : "no-uncertainty";
  }
  const accepted = verdict?.valid === true;
  return second && second.u > LARGER * first.u && !accepted ? "second-order-larger" : null;
}
