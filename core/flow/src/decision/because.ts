import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { RoundingConvention } from "@quanheng/kernel/limit-comparison.ts";
import { unitSymbol } from "../determination/unit-name.ts";
import type { Limit } from "../selection/limit.ts";
import { limitText, unitText } from "../selection/limit-text.ts";
import type { RequirementVerdict } from "./decide-requirement.ts";
import type { VerdictReason } from "./judge.ts";

type Facts = {
  readonly value: string;
  readonly expanded: string;
  readonly limit: Bilingual;
  readonly unit: string;
  readonly examined: string;
  readonly asks: Bilingual | undefined;
};
type Sentence = (facts: Facts) => Bilingual;

/**
 * Why a verdict is what it is, in one sentence with the figures that decided it.
 *
 * @param limit the limit of the verdict's row
 * @param unit its UCUM code
 * @param asks what must still be stated of the item
 * @example because({ reason: "inside", comparison: "full", result: { operator: "=", value: "9.8", expanded: "0.10", unit: "mg/kg" } }, { kind: "interval", max: "10.0" }, "mg/kg").en // → "9.8 mg/kg measured, within ≤ 10.0 mg/kg" (the sentence of the reason `inside`)
 * @source ISO/IEC 17025:2017, 7.8.6.2 (what a statement of conformity names)
 */
export function because(verdict: RequirementVerdict, limit: Limit, unit: string | null, asks?: Bilingual): Bilingual {
  const { result, reason } = verdict;
  const symbol = result ? unitSymbol(result.unit) : unitText(unit);
  const text = limitText(limit);
  const sentence = SENTENCES[reason]({
    value: result ? spaced(`${result.operator === "=" ? "" : result.operator}${shown(result.value)}`, symbol) : "",
    expanded: result?.expanded ? spaced(shown(result.expanded), symbol) : "",
    limit: { zh: spaced(text.zh, unitText(unit)), en: spaced(text.en, unitText(unit)) },
    unit: symbol,
    examined: result?.examined ?? "",
    asks,
  });
  const rounded = verdict.comparison === "rounded" && result !== null;
  if (!rounded) return sentence;
  const by = verdict.convention && CONVENTIONS[verdict.convention];
  return {
    zh: `${sentence.zh}（按修约值比较${by ? `，${by.zh}` : ""}）`,
    en: `${sentence.en} (compared as a rounded value${by ? `, ${by.en}` : ""})`,
  };
}

const CONVENTIONS: Readonly<Record<RoundingConvention, Bilingual>> = {
  "gb-t-8170": { zh: "GB/T 8170", en: "GB/T 8170" },
  "astm-e29": { zh: "ASTM E29", en: "ASTM E29" },
  usp: { zh: "美国药典", en: "USP" },
  "ph-eur": { zh: "欧洲药典", en: "Ph. Eur." },
  chp: { zh: "中国药典", en: "ChP" },
};

const SENTENCES: Readonly<Record<VerdictReason, Sentence>> = {
  inside: ({ value, limit }) => ({
    zh: `测得值 ${value}，符合 ${limit.zh}`,
    en: `${value} measured, within ${limit.en}`,
  }),
  "inside-by-band": ({ value, expanded, limit }) => ({
    zh: `测得值 ${value}，计入 U = ${expanded} 后仍符合 ${limit.zh}`,
    en: `${value} measured, within ${limit.en} also with U = ${expanded} counted against it`,
  }),
  "small-uncertainty": ({ value, expanded, limit }) => ({
    zh: `U = ${expanded} 足够小，测得值 ${value} 符合 ${limit.zh}`,
    en: `U = ${expanded} is small enough, and ${value} is within ${limit.en}`,
  }),
  "within-band": ({ value, expanded, limit }) => ({
    zh: `测得值 ${value} 符合 ${limit.zh}，但距限值不足保护带（U = ${expanded}）`,
    en: `${value} measured is within ${limit.en}, but closer to it than the guard band (U = ${expanded})`,
  }),
  outside: ({ value, limit }) => ({
    zh: `测得值 ${value}，不符合 ${limit.zh}`,
    en: `${value} measured, not within ${limit.en}`,
  }),
  "outside-within-band": ({ value, expanded, limit }) => ({
    zh: `测得值 ${value} 不符合 ${limit.zh}，但超出量小于保护带（U = ${expanded}）`,
    en: `${value} measured is not within ${limit.en}, though beyond it by less than the guard band (U = ${expanded})`,
  }),
  "outside-by-band": ({ value, expanded, limit }) => ({
    zh: `测得值 ${value}，计入 U = ${expanded} 后仍不符合 ${limit.zh}`,
    en: `${value} measured, not within ${limit.en} even with U = ${expanded} counted in its favour`,
  }),
  "better-than-band": ({ value, limit }) => ({
    zh: `测得值 ${value} 优于所声明等级的区间 ${limit.zh}，不构成缺陷`,
    en: `${value} measured is better than the band of the claimed grade, ${limit.en}; that is no defect`,
  }),
  "below-quantification": ({ value, limit }) => ({
    zh: `测得值 ${value}（定量限），必然符合 ${limit.zh}`,
    en: `${value} (limit of quantification), hence within ${limit.en}`,
  }),
  "no-result": ({ limit }) => ({
    zh: `尚无结果可与 ${limit.zh} 比较`,
    en: `No result yet to compare with ${limit.en}`,
  }),
  "two-results": () => ({
    zh: "有两个结果可用，系统不自行取舍",
    en: "Two results could answer this; the platform does not choose between them",
  }),
  "two-limits": () => ({
    zh: "同一条款对同一项目给出两个不同限值，须先澄清",
    en: "One clause sets two different limits for this; that must be settled first",
  }),
  "unit-mismatch": ({ value, limit }) => ({
    zh: `结果 ${value} 与限值 ${limit.zh} 单位不同，不能比较`,
    en: `The result ${value} and the limit ${limit.en} are in different units and cannot be compared`,
  }),
  "uncertainty-missing": ({ value }) => ({
    zh: `测得值 ${value} 没有测量不确定度，所约定的规则不能判定`,
    en: `${value} measured without a stated uncertainty; the agreed rule cannot decide`,
  }),
  censored: ({ value, limit }) => ({
    zh: `只知道结果 ${value}，不足以判断是否符合 ${limit.zh}`,
    en: `All that is known is ${value}, which does not tell whether it is within ${limit.en}`,
  }),
  "between-bands": ({ value, expanded, limit }) => ({
    zh: `测得值 ${value} 距 ${limit.zh} 不足 U = ${expanded}，不能判定`,
    en: `${value} measured lies within U = ${expanded} of ${limit.en}; nothing is decided`,
  }),
  "not-shown-to-fail": ({ value, expanded, limit }) => ({
    zh: `测得值 ${value} 超出 ${limit.zh}，但未超过约定的余量${expanded ? `（U = ${expanded}）` : ""}，按约定不判不合格`,
    en: `${value} measured lies beyond ${limit.en}, but not by the agreed margin${expanded ? ` (U = ${expanded})` : ""}; by the agreed rule that is no failure`,
  }),
  "risk-low-enough": ({ value, expanded, limit }) => ({
    zh: `测得值 ${value}（U = ${expanded}），不符合 ${limit.zh} 的概率不超过约定值`,
    en: `${value} measured (U = ${expanded}): the probability of not being within ${limit.en} is no more than agreed`,
  }),
  "risk-too-high": ({ value, expanded, limit }) => ({
    zh: `测得值 ${value}（U = ${expanded}），不符合 ${limit.zh} 的概率超过约定值`,
    en: `${value} measured (U = ${expanded}): the probability of not being within ${limit.en} is more than agreed`,
  }),
  "risk-out-of-reach": ({ expanded, limit }) => ({
    zh: `U = ${expanded} 过大，任何保护带都不能使 ${limit.zh} 的误判概率降到约定值`,
    en: `With U = ${expanded} no guard band keeps the agreed probability of a false pass for ${limit.en}`,
  }),
  "needs-two-limits": ({ limit }) => ({
    zh: `所约定的规则需要双侧限值，而要求为 ${limit.zh}`,
    en: `The agreed rule needs a limit with two sides; required is ${limit.en}`,
  }),
  "not-detected": ({ examined, limit }) => ({
    zh: `检查 ${examined}，未检出；要求：${limit.zh}`,
    en: `${examined} examined, nothing found; required: ${limit.en}`,
  }),
  detected: ({ value, examined, limit }) => ({
    zh: `检查 ${examined}，检出 ${value}；要求：${limit.zh}`,
    en: `${examined} examined, ${value} found; required: ${limit.en}`,
  }),
  "too-little-examined": ({ examined, limit }) => ({
    zh: `只检查了 ${examined}，少于要求的量（${limit.zh}），不能判定`,
    en: `Only ${examined} examined, less than required (${limit.en}); nothing is decided`,
  }),
  "condition-open": ({ asks }) => ({
    zh: asks ? `该要求只在特定情形下适用；请说明：${asks.zh}` : "该要求只在特定情形下适用，是否属于该情形尚未说明",
    en: asks
      ? `This requirement holds only under a condition; state: ${asks.en}`
      : "This requirement holds only under a condition, and nobody has stated whether it is met",
  }),
  "condition-other": ({ limit }) => ({
    zh: `按已说明的情况，${limit.zh} 不适用于该样品；文件对这种情形另有限值，要求库中没有，不能判定`,
    en: `As stated of the item, ${limit.en} is not its limit; the document sets another one for this case, which the library does not hold`,
  }),
  "not-a-number-limit": ({ limit }) => ({
    zh: `要求为“${limit.zh}”，不能由测得值判定`,
    en: `The requirement “${limit.en}” cannot be decided on a measured value`,
  }),
};

function spaced(figure: string, symbol: string): string {
  return symbol === "" ? figure : `${figure} ${symbol}`;
}

/** At most six significant digits are shown; all of them are compared. */
function shown(digits: string): string {
  const [whole = "", fraction = ""] = digits.replace("-", "").split(".");
  const significant = (whole === "0" ? "" : whole) + (whole === "0" ? fraction.replace(/^0+/, "") : fraction);
  if (significant.length <= 6) return digits;
  return String(Number(Number(digits).toPrecision(6)));
}
