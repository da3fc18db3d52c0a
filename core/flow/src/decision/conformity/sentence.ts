import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { percentText } from "../percent-text.ts";
import { riskAtBand } from "./risk.ts";
import type { ConformityRule, Process } from "./rule.ts";

/**
 * The rule and what it risks, in plain words for a contract and a report.
 *
 * @example conformitySentences({ kind: "simple" }).rule.en // → "Simple acceptance: a measured value within the limit, the limit included, passes; any other fails." (JCGM 106:2012, 8.2)
 * @source ISO/IEC 17025:2017, 7.8.6; JCGM 106:2012, 8.3 and 9
 */
export function conformitySentences(rule: ConformityRule): { readonly rule: Bilingual; readonly risk: Bilingual } {
  switch (rule.kind) {
    case "simple":
      return {
        rule: {
          zh: "简单接受：测得值在限值之内（含限值）即判合格，否则不合格。",
          en: "Simple acceptance: a measured value within the limit, the limit included, passes; any other fails.",
        },
        risk: HALF,
      };
    case "guarded":
      return {
        rule: {
          zh: `保护带 w = ${rule.guard} U：测得值在限值之内且距限值不小于 w 判合格，其余不合格。`,
          en: `Guard band w = ${rule.guard} U: a value within the limit by at least w passes; everything else fails.`,
        },
        risk: bandRisk(rule.guard),
      };
    case "relaxed":
      return {
        rule: {
          zh: `保护性拒收 w = ${rule.guard} U：测得值超出限值大于 w 才判不合格，其余均判合格。`,
          en: `Guarded rejection w = ${rule.guard} U: only a value beyond the limit by more than w fails; any other passes.`,
        },
        risk: relaxedRisk(rule.guard),
      };
    case "non-binary":
      return {
        rule: {
          zh: `保护带 w = ${rule.guard} U：限内距限值不小于 w 合格，不足 w 有条件合格；超限不足 w 有条件不合格，超过 w 不合格。`,
          en: `Guard band w = ${rule.guard} U: within the limit by at least w passes, by less passes conditionally; beyond it by less than w fails conditionally, by more fails.`,
        },
        risk: bandRisk(rule.guard),
      };
    case "iso-14253-1":
      return {
        rule: {
          zh: `按 ISO 14253-1：在限值之内不小于 ${rule.factor} u 为证明合格，超出限值大于 ${rule.factor} u 为证明不合格，其间两者都未证明。`,
          en: `ISO 14253-1: at least ${rule.factor} u within the limit proves conformity, more than ${rule.factor} u beyond it proves nonconformity; in between neither is proven.`,
        },
        risk: provenRisk(rule.factor),
      };
    case "iso-4259":
      return {
        rule: rule.side === "supplier" ? supplier(rule.reproducibility) : recipient(rule.reproducibility),
        risk: CONFIDENCE,
      };
    case "emc":
      return {
        rule: {
          zh: `U_lab 不大于 ${rule.assumed} 时测得电平直接与限值比较；大于时先加上两者之差。`,
          en: `While U_lab is at most ${rule.assumed}, the measured level is compared as it is; beyond that their difference is added first.`,
        },
        risk: HALF,
      };
    case "jjf1094":
      return {
        rule: {
          zh: "按 JJF 1094：U ≤ MPEV/3 时按测得值判定；否则距限值不小于 U 判合格，超出不小于 U 判不合格，其间不作判定。",
          en: "JJF 1094: while U ≤ MPEV/3 the measured value decides; otherwise within by at least U passes, beyond by at least U fails, and in between nothing is decided.",
        },
        risk: {
          zh: "U 足够小时，恰在限值处错误判定的概率可达 50 %；否则不大于约 2.5 %。",
          en: "Where U is small, the probability of a wrong statement at the very limit is up to 50 %; otherwise at most about 2.5 %.",
        },
      };
    case "ratio":
      return RATIO[rule.method];
    case "specific-risk":
      return specific(rule);
    case "global-risk":
      return global(rule);
  }
}

const HALF: Bilingual = {
  zh: "测得值恰等于限值时，错误接受的概率可达 50 %。",
  en: "When the measured value equals the limit, the probability of a false pass is up to 50 %.",
};

/** U is read as two standard uncertainties. */
function bandRisk(guard: string): Bilingual {
  const risk = Number(guard) === 1 ? "2.5 %" : percentText(riskAtBand(2 * Number(guard)));
  return {
    zh: `判合格而出错的概率不大于约 ${risk}（单侧限值，正态分布，U = 2u）。`,
    en: `A pass is false with a probability of at most about ${risk} (one-sided limit, normal distribution, U = 2u).`,
  };
}

function relaxedRisk(guard: string): Bilingual {
  const band = riskAtBand(2 * Number(guard));
  const risk = Number(guard) === 1 ? "2.5 %" : percentText(band);
  return {
    zh: `判不合格而出错的概率不大于约 ${risk}；而判合格出错的概率可达约 ${percentText(1 - band)}（单侧限值，正态分布，U = 2u）。`,
    en: `A failure is false with a probability of at most about ${risk}; a pass may be false with up to about ${percentText(1 - band)} (one-sided limit, normal distribution, U = 2u).`,
  };
}

function provenRisk(factor: string): Bilingual {
  const risk = percentText(riskAtBand(Number(factor)));
  return {
    zh: `系数为 ${factor} 时，每一种证明出错的概率不大于 ${risk}（正态分布，单侧限值）。`,
    en: `With the factor ${factor} either proof is wrong with a probability of at most ${risk} (normal distribution, one-sided limit).`,
  };
}

function specific({ consumer, process }: Extract<ConformityRule, { kind: "specific-risk" }>) {
  const risk = percentText(Number(consumer));
  const known = process ? processText(process) : { zh: "此前一无所知", en: "with nothing known before" };
  return {
    rule: {
      zh: `按 JCGM 106 的特定风险：根据测得值和测量不确定度（${known.zh}），该件不符合的概率不大于 ${risk} 判合格，否则不合格。`,
      en: `Specific risk, JCGM 106: an item passes while, by its measured value and uncertainty (${known.en}), the probability that it does not conform is at most ${risk}; otherwise it fails.`,
    },
    risk: {
      zh: `每一个判合格的件，其不符合的概率不大于 ${risk}。`,
      en: `Of each item that passes, the probability that it does not conform is at most ${risk}.`,
    },
  };
}

function global({ consumer, among, process }: Extract<ConformityRule, { kind: "global-risk" }>) {
  const risk = percentText(Number(consumer));
  const known = processText(process);
  return {
    rule: {
      zh: `按 JCGM 106 的总体风险：接受限向限值内收缩，使${among === "all" ? "任取一件被误判合格" : "判合格的件中不符合者"}的概率不大于 ${risk}；${known.zh}。`,
      en: `Global risk, JCGM 106: acceptance limits lie inside the tolerance so far that the probability of a false pass, ${among === "all" ? "for any item" : "among the items that pass"}, is at most ${risk}, ${known.en}.`,
    },
    risk: {
      zh: `总体误判合格的概率不大于 ${risk}，以所约定的过程分布为准；恰在接受限处的单件可能更大。`,
      en: `The overall probability of a false pass is at most ${risk}, as far as the agreed process holds; for a single item at an acceptance limit it may be larger.`,
    },
  };
}

function processText(process: Process): Bilingual {
  return process.kind === "normal"
    ? {
        zh: `过程为正态分布，均值 ${process.mean}，标准差 ${process.sd}`,
        en: `given a normal process with mean ${process.mean} and standard deviation ${process.sd}`,
      }
    : {
        zh: `正态过程居中于两限值，符合率 ${percentText(Number(process.inTolerance))}`,
        en: `given a normal process centred in the limits of which ${percentText(Number(process.inTolerance))} conform`,
      };
}

const CONFIDENCE: Bilingual = {
  zh: "单个结果在 95 % 置信水平上判定，出错的概率不大于约 5 %。",
  en: "One result decides with 95 % confidence: the probability of a wrong statement is at most about 5 %.",
};

function supplier(R: string): Bilingual {
  return {
    zh: `按 ISO 4259（供方）：结果在限值之内不小于 0.59 R（R = ${R}）才确认合格；超出限值 0.59 R 以上不合格，其间不作判定。`,
    en: `ISO 4259, supplier: a result within the limit by at least 0.59 R (R = ${R}) is confirmed to meet it; beyond by more than 0.59 R it fails, and in between nothing is decided.`,
  };
}

function recipient(R: string): Bilingual {
  return {
    zh: `按 ISO 4259（收方）：结果超出限值 0.59 R（R = ${R}）以上才判不合格。`,
    en: `ISO 4259, recipient: a result fails only when it lies beyond the limit by more than 0.59 R (R = ${R}).`,
  };
}

const RATIO: Readonly<
  Record<Extract<ConformityRule, { kind: "ratio" }>["method"], { readonly rule: Bilingual; readonly risk: Bilingual }>
> = {
  "ilac-g8": {
    rule: { zh: "接受限为允差的 1 − 1/TUR 倍。", en: "Acceptance limits at 1 − 1/TUR of the tolerance." },
    risk: bandRisk("1"),
  },
  rss: {
    rule: { zh: "接受限为允差的 √(1 − 1/TUR²) 倍。", en: "Acceptance limits at √(1 − 1/TUR²) of the tolerance." },
    risk: HALF,
  },
  "rp-10": {
    rule: {
      zh: "接受限为允差的 1.25 − 1/TUR 倍，TUR ≥ 4 时不缩小。",
      en: "Acceptance limits at 1.25 − 1/TUR of the tolerance, not shrunk from a TUR of 4 on.",
    },
    risk: HALF,
  },
  "managed-risk": {
    rule: {
      zh: "接受限为允差的 1 − M/TUR 倍，M = 1.04 − e^(0.38 ln TUR − 0.54)。",
      en: "Acceptance limits at 1 − M/TUR of the tolerance, with M = 1.04 − e^(0.38 ln TUR − 0.54).",
    },
    risk: {
      zh: "无论过程如何分布，错误接受的总概率不大于约 2 %。",
      en: "The overall probability of a false acceptance is at most about 2 %, whatever share of the items is in tolerance.",
    },
  },
};
