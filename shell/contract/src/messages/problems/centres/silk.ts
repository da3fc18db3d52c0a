import type { Sentence } from "../../sentence.ts";

/** What the methods of cocoon and silk decline, by code. */
export const silkProblems = {
  "size-outside-nominal": {
    zh: "纤度 {given} 旦不在公称纤度的一半至一倍半（{min} 至 {max} 旦）之内。请核对读数或规格。",
    en: "A size of {given} den is not within half to one and a half of the nominal size ({min} to {max} den). Check the reading or the specification.",
  },
  "dry-above-wet": {
    zh: "烘干后质量（{dry} g）不小于烘前（{wet} g），不可能。请核对两次称量。",
    en: "The dried mass ({dry} g) is not below the mass before drying ({wet} g), which is impossible. Check both weighings.",
  },
  "regain-spread": {
    zh: "各样回潮率相差 {spread} 个百分点，超过 {max}。请加抽第三个样。",
    en: "The regains differ by {spread} percentage points, more than {max}. Take a third specimen.",
  },
  "size-disagrees": {
    zh: "公量平均纤度（{conditioned} 旦）与平均纤度（{mean} 旦）相差超过 {max} 旦。请重新称量。",
    en: "The conditioned size ({conditioned} den) is more than {max} den from the mean size ({mean} den). Weigh the skeins again.",
  },
  "nominal-unreadable": {
    zh: "公称纤度“{given}”无法识别。请写成 20/22 或 21。",
    en: "The nominal size “{given}” cannot be read. Write it as 20/22 or 21.",
  },
  "inspectors-differ": {
    zh: "两名检验员的评级（{first} 与 {second}）相差超过一级。请仲裁。",
    en: "The two inspectors ({first} and {second}) differ by more than one grade. Ask for arbitration.",
  },
  "part-above-whole": {
    zh: "{given} 大于整体 {max}，不可能。请核对称量。",
    en: "{given} exceeds the whole of {max}, which is impossible. Check the weighings.",
  },
} as const satisfies Record<string, Sentence>;
