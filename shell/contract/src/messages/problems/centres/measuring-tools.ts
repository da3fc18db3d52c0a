import type { Sentence } from "../../sentence.ts";

/** What the methods of measuring tools decline, by code. */
export const measuringToolsProblems = {
  "nominal-mismatch": {
    zh: "标准器长度 {standard} mm 与被测件标称长度 {nominal} mm 不相符。请换用同一标称长度的标准器。",
    en: "A standard of {standard} mm does not go with a nominal length of {nominal} mm. Use a standard of the same nominal length.",
  },
  "wire-size": {
    zh: "三针直径 {given} mm 不适用，须在 {min} mm 至 {max} mm 之间，才能与牙侧接触。请换用合适的三针。",
    en: "Wires of {given} mm do not touch the flanks; {min} mm to {max} mm do. Take other wires.",
  },
  "temperature-out-of-range": {
    zh: "温度 {given} °C 不在 {min} °C 至 {max} °C 之间。请恒温后重新测量。",
    en: "A temperature of {given} °C is not within {min} °C to {max} °C. Let the parts settle and measure again.",
  },
  "standard-expired": {
    zh: "标准器证书有效期至 {validUntil}，测量日为 {measuredOn}，已过期。请使用有效的标准器。",
    en: "The certificate of the standard was valid until {validUntil}; the measurement is of {measuredOn}. Use a standard with a valid certificate.",
  },
  "standard-uncertainty-missing": {
    zh: "标准器证书没有给出不确定度，结果不能溯源。请填写扩展不确定度。",
    en: "The certificate of the standard states no uncertainty, so the result is not traceable. Enter its expanded uncertainty.",
  },
  "deviations-reversed": {
    zh: "上偏差 {upper} mm 不大于下偏差 {lower} mm。请核对两个偏差。",
    en: "The upper deviation of {upper} mm is not above the lower one of {lower} mm. Are they swapped?",
  },
  "gauge-tolerance-too-wide": {
    zh: "量规公差带共需 {given} mm，超过工件公差 {max} mm。请核对 T 和 Z。",
    en: "The zones of the gauge take {given} mm, more than the workpiece's tolerance of {max} mm. Check T and Z.",
  },
  "window-not-covered": {
    zh: "区段长度 {given} mm 不可用，须不小于测点间隔 {min} mm 且不大于量程 {max} mm。",
    en: "A window of {given} mm cannot be judged; it must be at least the step of {min} mm and at most the range of {max} mm.",
  },
} as const satisfies Record<string, Sentence>;
