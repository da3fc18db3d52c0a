import type { Sentence } from "../../sentence.ts";

/** What the methods of urban energy metering decline, by code. */
export const urbanEnergyProblems = {
  "non-positive-count": {
    zh: "脉冲数 {given} 不大于零，无法计算。请重新计数。",
    en: "A pulse count of {given} is not above zero, so that nothing can be computed. Count again.",
  },
  "class-connection-mismatch": {
    zh: "{accuracyClass} 级与接入方式“{connection}”不符。请核对铭牌。",
    en: "Class {accuracyClass} does not exist for the connection {connection}. Check the name plate.",
  },
  "current-out-of-range": {
    zh: "电流 {given} 不在有误差限的范围 {min} 至 {max} 之内。请核对负载点。",
    en: "A current of {given} is not within {min} to {max}, for which there is a limit. Check the load point.",
  },
  "missing-flow-points": {
    zh: "缺少流量点 {missing} 范围内的试验。请补做后再判定。",
    en: "There is no test in the zone of {missing}. Add it before the meter is judged.",
  },
  "flow-out-of-range": {
    zh: "流量 {given} m³/h 不在水表的范围 {min} 至 {max} m³/h 之内。请核对流量点。",
    en: "A flow of {given} m³/h is not within the meter's {min} to {max} m³/h. Check the test point.",
  },
  "volume-too-small": {
    zh: "试验水量 {given} L 对该分辨力太小，至少需要 {min} L。请增大水量。",
    en: "{given} L is too little for this resolution; at least {min} L are needed. Take more water.",
  },
  "below-dtheta-min": {
    zh: "温差 {given} K 小于该表的最小温差 {min} K，没有误差限。请增大温差。",
    en: "A difference of {given} K is below the meter's least one, {min} K, and has no limit. Raise the difference.",
  },
  "supply-below-return": {
    zh: "供水温度（{given} °C）不高于回水温度（{return} °C）。请核对是否填反。",
    en: "The supply ({given} °C) is not hotter than the return ({return} °C). Are they swapped?",
  },
  "flow-above-qmax": {
    zh: "流量 {given} m³/h 大于最大流量 {max} m³/h。请核对。",
    en: "A flow of {given} m³/h is above the greatest of the meter, {max} m³/h. Check it.",
  },
  "flow-below-qmin": {
    zh: "流量 {given} m³/h 小于最小流量 {min} m³/h。请核对。",
    en: "A flow of {given} m³/h is below the least of the meter, {min} m³/h. Check it.",
  },
  "flow-range-invalid": {
    zh: "表的特征量 {given} 次序不对：须由小到大依次排列。请核对铭牌。",
    en: "The characteristic values of the meter are not in rising order at {given}. Check the name plate.",
  },
  "duplicate-flow": {
    zh: "第 {row} 行的流量重复，会加重其权重。请合并为一个点。",
    en: "Row {row} repeats a flow, which would count twice. Enter one point for it.",
  },
  "pressure-not-absolute": {
    zh: "压力 {given} MPa 低于 {min} MPa，像是表压。请填写绝对压力。",
    en: "{given} MPa is below {min} MPa and looks like a gauge pressure. Enter the absolute pressure.",
  },
  "compressibility-invalid": {
    zh: "压缩因子 {given} 不可能。请核对。",
    en: "A compression factor of {given} is impossible. Check it.",
  },
} as const satisfies Record<string, Sentence>;
