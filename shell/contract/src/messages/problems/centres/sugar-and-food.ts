import type { Sentence } from "../../sentence.ts";

/** What the methods of sugar and processed food decline, by code. */
export const sugarAndFoodProblems = {
  "rds-out-of-range": {
    zh: "折光锤度 {given} % 不可用，须在 {min} % 至 {max} % 之间。请重新配制溶液。",
    en: "A dry substance of {given} % cannot be used; it must be {min} % to {max} %. Make up a new solution.",
  },
  "negative-loss": {
    zh: "烘干后质量（{after} g）大于烘干前（{before} g），不可能。请核对两次称量。",
    en: "The dried mass ({after} g) exceeds the mass before drying ({before} g), which is impossible. Check both weighings.",
  },
  "no-sample-in-dish": {
    zh: "空皿（{dish} g）不比装样后（{before} g）轻，皿中没有样品。请核对称量。",
    en: "The empty dish ({dish} g) is not lighter than dish and sample ({before} g): there is no sample in it. Check the weighings.",
  },
  "water-blank-too-high": {
    zh: "配制用水电导率 {given} µS/cm，超过 {max} µS/cm。请更换用水后重测。",
    en: "The water conducts {given} µS/cm; at most {max} µS/cm is allowed. Use better water and repeat the test.",
  },
  "composition-over-100": {
    zh: "各成分之和为 {sum} g，超过 100 g。请核对成分。",
    en: "The components add up to {sum} g in 100 g. Check the composition.",
  },
  "filtered-above-unfiltered": {
    zh: "过滤后吸光度（{after}）高于过滤前（{before}），不可能。请核对是否填反。",
    en: "The absorbance after filtration ({after}) exceeds the one before ({before}), which is impossible. Are they swapped?",
  },
  "recovery-out-of-range": {
    zh: "加标回收率 {given} % 不在 {min} % 至 {max} % 之间，结果不能使用。请查明原因后重测。",
    en: "A recovery of {given} % is not within {min} % to {max} %; the result cannot be used. Find the cause and repeat.",
  },
  "titration-impossible": {
    zh: "滴定体积 {given} mL 使净耗体积为负，不可能。请核对体积和空白。",
    en: "With {given} mL the net volume becomes negative, which is impossible. Check the volumes and the blank.",
  },
  "blank-above-sample": {
    zh: "空白（{blank}）高于样品（{sample}）。请核对是否填反。",
    en: "The blank ({blank}) exceeds the sample ({sample}). Are they swapped?",
  },
  "plate-disagrees": {
    zh: "石英管示值 {read} °Z 与证书值 {certified} °Z 相差超过 {max} °Z，结果不能使用。请检查仪器和两个数值。",
    en: "The quartz plate reads {read} °Z, more than {max} °Z from its certificate, {certified} °Z; the result cannot be used. Check the instrument and both figures.",
  },
  "titre-not-bracketed": {
    zh: "滴定值 {given} mL 不在所取两点（{low} 与 {high} mL）之间，或两点次序颠倒。请另取相邻两点。",
    en: "The titre of {given} mL does not lie between the two points ({low} and {high} mL), or they are in the wrong order. Take the two neighbouring points.",
  },
  "negative-residue": {
    zh: "烘干后滤膜（{after} g）轻于空滤膜（{before} g），不可能。请核对称量。",
    en: "The dried filter ({after} g) is lighter than the empty one ({before} g), which is impossible. Check the weighings.",
  },
} as const satisfies Record<string, Sentence>;
