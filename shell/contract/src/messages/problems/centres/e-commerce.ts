import type { Sentence } from "../../sentence.ts";

/** What the methods of goods sold online decline, by code. */
export const eCommerceProblems = {
  "density-missing": {
    zh: "以质量求体积需要 20 °C 时的密度。请先测定密度。",
    en: "A volume follows from a mass only with the density at 20 °C. Determine it first.",
  },
  "aql-not-preferred": {
    zh: "AQL {given} 不是标准中的优先值。请从下列值中选取：{known}。",
    en: "An AQL of {given} is not one of the preferred values. Choose one of {known}.",
  },
  "not-numeric": {
    zh: "“{given}”含有非数字字符。请只输入数字。",
    en: "“{given}” holds something that is no digit. Type digits only.",
  },
  "content-exceeds-package": {
    zh: "内装物所需体积 {given} cm³ 大于包装体积 {max} cm³，不可能。请重新测量。",
    en: "The contents need {given} cm³, more than the package's {max} cm³, which is impossible. Measure again.",
  },
  "duplicate-offer": {
    zh: "商品编号“{given}”在清单中重复。请去除重复后重新固定清单。",
    en: "Offer {given} stands in the list twice. Remove one and freeze the list again.",
  },
  "sample-exceeds-list": {
    zh: "要抽取 {given} 个，而清单只有 {max} 个。",
    en: "{given} are to be drawn, but the list holds only {max}.",
  },
  "seed-before-list": {
    zh: "随机种子（{seed}）不晚于清单摘要的公布（{list}），抽样不可信。请公布清单后另取种子。",
    en: "The seed was known at {seed}, not after the list's hash was published at {list}. Publish the list and take a new seed.",
  },
  "seed-missing": {
    zh: "没有随机种子，抽样无法复核。请填写种子。",
    en: "There is no seed, so nobody could repeat the draw. Enter the seed.",
  },
} as const satisfies Record<string, Sentence>;
