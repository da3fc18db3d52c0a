import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Acceptance } from "./acceptance.ts";
import type { Exclusion, Judgement } from "./coverage.ts";
import { whyConditionUnmet } from "./explain-condition.ts";
import type { MethodRelation } from "./instance.ts";
import type { MethodBridge } from "./method-closure.ts";

/**
 * Why a result by this method covers the requirement: method, then laboratory.
 *
 * @example whyCovered("M", { covers: true, bridge: null, acceptance: { accepted: true, by: "any" } }).en // → "the method is left open, M is used; the market accepts any laboratory." (method, then laboratory)
 * @source ours: the reasons of the rules of coverage
 */
export function whyCovered(method: string, judgement: Extract<Judgement, { covers: true }>): Bilingual {
  const [first, second] = [methodReason(method, judgement.bridge), acceptanceReason(judgement.acceptance)];
  const flag = judgement.provisional ? PROVISIONAL : { zh: "", en: "" };
  return { zh: `${first.zh}；${second.zh}${flag.zh}。`, en: `${first.en}; ${second.en}${flag.en}.` };
}

/**
 * Why a result by this method does not cover the requirement: the first rule that fails.
 *
 * @example whyNotCovered("M", { rule: "age", days: 800, maxDays: 730 }).en // → "The report is 800 days old; 730 are allowed." (800 > 730)
 * @source ours: the reasons of the rules of coverage
 */
export function whyNotCovered(method: string, exclusion: Exclusion): Bilingual {
  switch (exclusion.rule) {
    case "characteristic":
      return { zh: "不检测该特性。", en: "It does not determine this characteristic." };
    case "method": {
      const listed = exclusion.listed.join(", ");
      return {
        zh: `方法 ${method} 不在该市场接受之列（规定：${listed}）。`,
        en: `The method ${method} is not accepted for this market (named: ${listed}).`,
      };
    }
    case "not-designated": {
      const labs = exclusion.designated.join(", ");
      return { zh: `实验室不在指定名单（${labs}）内。`, en: `The laboratory is not designated (designated: ${labs}).` };
    }
    case "not-accredited":
      return notAccredited([...exclusion.bodies, ...exclusion.groups].join(", "));
    case "membership-expired":
      return {
        zh: `实验室的认可机构 ${exclusion.body} 自 ${exclusion.day} 起不再是互认安排 ${exclusion.group} 的签署方。`,
        en: `Its accreditation body ${exclusion.body} is no signatory of ${exclusion.group} since ${exclusion.day}.`,
      };
    case "membership-not-yet":
      return {
        zh: `实验室的认可机构 ${exclusion.body} 自 ${exclusion.day} 起才是互认安排 ${exclusion.group} 的签署方。`,
        en: `Its accreditation body ${exclusion.body} is a signatory of ${exclusion.group} only from ${exclusion.day} on.`,
      };
    case "edition":
    case "report-kind":
    case "sampling":
      return whyConditionUnmet(exclusion);
    case "value":
      return {
        zh: `报告值 ${exclusion.value} 不满足该市场的限值（${exclusion.side === "max" ? "最大" : "最小"} ${exclusion.bound}）。`,
        en: `The value ${exclusion.value} of the report fails this market's limit (${exclusion.side === "max" ? "at most" : "at least"} ${exclusion.bound}).`,
      };
    case "value-open":
      return {
        zh: `报告值 ${exclusion.value} 不足以判定是否满足限值 ${exclusion.bound}。`,
        en: `The value ${exclusion.value} of the report does not decide the limit ${exclusion.bound}.`,
      };
    case "age":
      return ageReason(exclusion.days, exclusion.maxDays);
    case "severity":
      return {
        zh: `试验等级 ${exclusion.offered ?? "未说明"} 低于要求的 ${exclusion.needed}。`,
        en: `Its severity ${exclusion.offered ?? "(not stated)"} is below the required ${exclusion.needed}.`,
      };
    case "scope":
      return {
        zh: `限值 ${exclusion.bound} 超出能力范围（${exclusion.side === "max" ? "上限" : "下限"} ${exclusion.scopeEnd}）。`,
        en: `The limit ${exclusion.bound} lies outside the scope, which ends at ${exclusion.scopeEnd}.`,
      };
    case "quantification":
      return {
        zh: `定量限 ${exclusion.loq} 大于该限值允许的 ${exclusion.greatest}。`,
        en: `Its quantification limit ${exclusion.loq} is above the ${exclusion.greatest} that this limit allows.`,
      };
    case "uncertainty":
      return {
        zh: `扩展不确定度 ${exclusion.U} 大于该限值允许的 ${exclusion.greatest}。`,
        en: `Its expanded uncertainty ${exclusion.U} is above the ${exclusion.greatest} that this limit allows.`,
      };
  }
}

const PROVISIONAL: Bilingual = {
  zh: "；暂予接受：中期报告须由最终报告替换",
  en: "; provisionally: a final report has to replace the interim one",
};

function notAccredited(accepted: string): Bilingual {
  return accepted === ""
    ? { zh: "该市场不接受任何认可机构。", en: "The market accepts no accreditation body." }
    : {
        zh: `实验室未获该市场接受的认可（${accepted}）。`,
        en: `Not accredited by a body that the market accepts (${accepted}).`,
      };
}

function ageReason(days: number, maxDays: number | null): Bilingual {
  if (days < 0) return { zh: "报告日期晚于计划日期。", en: "The report is dated after the day of planning." };
  return {
    zh: `报告已有 ${days} 天，超过允许的 ${maxDays ?? "—"} 天。`,
    en: `The report is ${days} days old; ${maxDays ?? "—"} are allowed.`,
  };
}

function methodReason(method: string, bridge: MethodBridge | null): Bilingual {
  if (bridge === null)
    return { zh: `规定未限定方法，采用 ${method}`, en: `the method is left open, ${method} is used` };
  if (bridge.steps.length === 0) return { zh: `采用规定的方法 ${method}`, en: `${method} is a named method` };
  const weakest = bridge.steps.map(({ type }) => type).reduce((a, b) => (STRENGTH[a] < STRENGTH[b] ? a : b));
  const via = viaText(bridge.steps);
  return {
    zh: `${method} ${RELATION[weakest].zh} ${bridge.listed}${via.zh}`,
    en: `${method} ${RELATION[weakest].en} ${bridge.listed}${via.en}`,
  };
}

/** Of a chain of relations the weakest one names the whole. */
const STRENGTH = { stricter: 0, equivalent: 1, identical: 2 } as const satisfies Record<MethodRelation["type"], number>;

const RELATION = {
  identical: { zh: "等同于", en: "is identical to" },
  equivalent: { zh: "等效于", en: "is equivalent to" },
  stricter: { zh: "严于", en: "is stricter than" },
} as const satisfies Record<MethodRelation["type"], Bilingual>;

function viaText(steps: readonly MethodRelation[]): Bilingual {
  if (steps.length < 2) return { zh: "", en: "" };
  const chain = steps.map(({ a, b, type }) => `${a} ${SIGN[type]} ${b}`).join(", ");
  return { zh: `（${chain}）`, en: ` (${chain})` };
}

const SIGN = { identical: "=", equivalent: "≈", stricter: ">" } as const satisfies Record<
  MethodRelation["type"],
  string
>;

function acceptanceReason(acceptance: Extract<Acceptance, { accepted: true }>): Bilingual {
  switch (acceptance.by) {
    case "any":
      return { zh: "该市场接受任何实验室", en: "the market accepts any laboratory" };
    case "designation":
      return acceptance.scope === "market"
        ? { zh: "实验室由该市场指定", en: "the laboratory is designated by the market" }
        : { zh: "实验室由该要求指定", en: "the laboratory is designated by the requirement" };
    case "body":
      return { zh: `实验室获 ${acceptance.body} 认可`, en: `the laboratory is accredited by ${acceptance.body}` };
    case "arrangement":
      return {
        zh: `实验室获 ${acceptance.body} 认可，属互认安排 ${acceptance.group}`,
        en: `the laboratory is accredited by ${acceptance.body}, a signatory of ${acceptance.group}`,
      };
  }
}
