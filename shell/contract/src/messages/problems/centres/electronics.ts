import type { Sentence } from "../../sentence.ts";

/** What the methods of electronic products decline, by code. */
export const electronicsProblems = {
  "distance-not-tabulated": {
    zh: "没有 {given} m 处的限值，已有距离：{known} m；不作距离换算。请在表列距离测量。",
    en: "There are no limits for {given} m, only for {known} m, and none are extrapolated. Measure at one of these distances.",
  },
  "detector-mismatch": {
    zh: "{frequency} MHz 处没有适用于“{given}”的限值。请核对检波器和带宽。",
    en: "At {frequency} MHz there is no limit for {given}. Check detector and bandwidth.",
  },
  "detector-missing": {
    zh: "{frequency} MHz 处缺少 {detector} 读数，其他检波器也不能证明合格。请补测。",
    en: "At {frequency} MHz the {detector} reading is missing and no other detector proves that it passes. Measure it.",
  },
  "antenna-factor-missing": {
    zh: "频率 {given} MHz 没有天线系数，不能外推。请使用在该频率校准过的天线。",
    en: "There is no antenna factor at {given} MHz, and none is extrapolated. Use an antenna that is calibrated there.",
  },
  "non-positive-resistance": {
    zh: "电阻 {given} Ω 不是正数。请核对读数。",
    en: "A resistance of {given} Ω is not positive. Check the reading.",
  },
  "too-late-after-switch-off": {
    zh: "断电后 {given} s 才测量，超过 {max} s。请重新试验并尽快测量。",
    en: "The first reading came {given} s after switching off; at most {max} s is allowed. Repeat the test and read sooner.",
  },
  "spacing-not-equal": {
    zh: "三次读数的时间间隔不相等（{first} s 和 {second} s）。请用等间隔的读数。",
    en: "The three readings are not equally spaced ({first} s and {second} s). Use readings at equal intervals.",
  },
  "not-cooling": {
    zh: "三个电阻值不呈逐渐变缓的下降，不能外推。请核对读数。",
    en: "The three resistances do not fall more and more slowly, so nothing can be extrapolated. Check the readings.",
  },
  "cutoff-not-reached": {
    zh: "记录结束于 {given} V，高于终止电压 {cutoff} V，放电没有完成。请补全记录。",
    en: "The record ends at {given} V, above the cut-off of {cutoff} V: the discharge is not complete. Complete the record.",
  },
  "mass-gained": {
    zh: "试验后质量 {after} g 大于试验前 {before} g。请核对两次称量。",
    en: "The mass after the test ({after} g) exceeds the one before ({before} g). Check both weighings.",
  },
  "negative-result": {
    zh: "含量 {given} 为负。低于检出限时请填写检出限，不填负数。",
    en: "A content of {given} is negative. Below the limit of detection state that limit, never a negative figure.",
  },
  "sigma-missing": {
    zh: "缺少测量的标准偏差，不能筛选判定。请填写。",
    en: "The standard deviation of the measurement is missing; screening cannot be judged without it. Enter it.",
  },
  "detection-limit-missing": {
    zh: "{item} 的筛选限是检出限，请填写检出限。",
    en: "The screening limit of {item} is the limit of detection. Enter it.",
  },
  "efficiency-above-one": {
    zh: "输出 {output} W 大于输入 {input} W，不可能。请核对是否填反。",
    en: "An output of {output} W exceeds the input of {input} W, which is impossible. Are they swapped?",
  },
  "load-points": {
    zh: "负载点不符：此处 {given}，应为 {needed}。须依次为额定输出的 25 %、50 %、75 %、100 %。",
    en: "The load points do not fit: {given} here, {needed} needed. They are 25, 50, 75 and 100 % of the rated output, in this order.",
  },
  "lead-above-reading": {
    zh: "引线电阻 {lead} Ω 大于测得的 {measured} Ω。请核对引线电阻。",
    en: "The lead's {lead} Ω exceed the {measured} Ω that were measured. Check the lead resistance.",
  },
} as const satisfies Record<string, Sentence>;
