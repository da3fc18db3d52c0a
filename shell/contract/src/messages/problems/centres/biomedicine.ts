import type { Sentence } from "../../sentence.ts";

/** What the methods of biomedicine decline, by code. */
export const biomedicineProblems = {
  "unit-count": {
    zh: "第 {stage} 阶段给出 {given} 个，应为 {needed} 个。请补齐或删去多余的数据。",
    en: "Stage {stage} has {given} values; it takes {needed}. Complete them or remove the surplus.",
  },
  "too-few-points": {
    zh: "溶出曲线只有 {given} 个时间点，至少需要 {needed} 个。请补充取样点。",
    en: "The dissolution profile has {given} time points; at least {needed} are needed. Add sampling times.",
  },
  "dose-ratio": {
    zh: "剂距 {given} 不可用：须为不等于 1 的正数。请核对各剂量。",
    en: "A dose ratio of {given} cannot be used: it must be positive and other than 1. Check the doses.",
  },
  "unequal-replicates": {
    zh: "“{field}”有 {given} 个，其他组有 {needed} 个；此计算要求各剂量组重复数相同。请补齐，或改用一般线性模型。",
    en: "{field} has {given} values, the others {needed}; this calculation wants equal groups. Complete them or use a general linear model.",
  },
  "response-not-positive": {
    zh: "反应值 {given} 不能取对数，须大于零。请核对读数。",
    en: "A response of {given} has no logarithm; it must be above zero. Check the reading.",
  },
  "sums-disagree": {
    zh: "“{field}”之和为 {given}，而反应值总和为 {needed}。请核对各行、各列或各组的归属。",
    en: "The sums of {field} add up to {given}, the responses to {needed}. Check which response belongs where.",
  },
  "slope-not-significant": {
    zh: "剂量与反应的回归不显著（{regression}，至少需要 {needed}），不能给出效价的可信限。请重做试验。",
    en: "The response hardly depends on the dose ({regression}, at least {needed} is needed), so that the potency has no limits. Repeat the assay.",
  },
  "no-residual-scatter": {
    zh: "各重复反应值毫无差异，不能检验。请确认读数未被复制。",
    en: "The replicates do not differ at all, so that nothing can be tested against them. Make sure that readings were not copied.",
  },
  "plate-count-too-high": {
    zh: "平板菌落数 {given} 超过可计数上限 {max}。请取更高的稀释级。",
    en: "{given} colonies on a plate exceed the {max} that can be counted. Use the next dilution.",
  },
  "plate-count-too-low": {
    zh: "平板菌落数最多 {given}，少于 {min}。请取更低的稀释级，或注明为估计值。",
    en: "No plate has more than {given} colonies; {min} are needed. Use a lower dilution or mark the count as estimated.",
  },
  "criterion-not-power-of-ten": {
    zh: "微生物限度标准 {given} 不是 10 的整数次幂。请核对标准。",
    en: "The acceptance criterion {given} is not a power of ten. Check the specification.",
  },
} as const satisfies Record<string, Sentence>;
