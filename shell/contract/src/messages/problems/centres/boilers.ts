import type { Sentence } from "../../sentence.ts";

/** What the methods of industrial boilers decline, by code. */
export const boilersProblems = {
  "out-of-range": {
    zh: "“{field}”为 {given} {unit}，不在允许范围 {min} 至 {max} 之内。请核对读数及标准的适用范围。",
    en: "{field} of {given} {unit} is not within {min} to {max}. Check the reading and whether the standard covers this boiler.",
  },
  "ultimate-sum": {
    zh: "燃料成分之和为 {sum} %，须为 100 % ± 0.5 %。请核对燃料分析。",
    en: "The composition of the fuel adds up to {sum} %, it must be 100 % ± 0.5 %. Check the fuel analysis.",
  },
  "o2-not-below-21": {
    zh: "烟气含氧量 {given} % 不低于空气（21 %）：探头可能在空气中。请检查取样。",
    en: "Oxygen of {given} % is not below that of air (21 %): the probe may be in air. Check the sampling.",
  },
  "flue-sum-impossible": {
    zh: "烟气成分不可能：{given} % 超过该燃料所能达到的 {max} %。请检查分析仪是否漏气或标定。",
    en: "Such a flue gas is impossible: {given} % where the fuel can give {max} % at most. Check the analyser for leaks and its calibration.",
  },
  "ash-balance": {
    zh: "灰平衡之和为 {sum}，须在 {min} 至 {max} 之间。请核对灰渣称量。",
    en: "The ash balance adds up to {sum}, it must be {min} to {max}. Check the weighings of slag and ash.",
  },
  "not-superheated": {
    zh: "蒸汽温度 {given} °C 不高于饱和温度 {saturation} °C，不是过热蒸汽。请核对，或按饱和蒸汽计算。",
    en: "Steam of {given} °C is not above saturation ({saturation} °C), so it is not superheated. Check the reading or compute for saturated steam.",
  },
  "feed-above-saturation": {
    zh: "给水温度 {given} °C 高于饱和温度 {saturation} °C。请核对温度和压力。",
    en: "Feed water of {given} °C is above saturation ({saturation} °C). Check temperature and pressure.",
  },
  "water-boils": {
    zh: "水温 {given} °C 高于该压力下的饱和温度 {saturation} °C。请核对温度和压力。",
    en: "Water of {given} °C would boil at this pressure ({saturation} °C). Check temperature and pressure.",
  },
  "no-heat-gained": {
    zh: "出水温度（{given} °C）不高于进水温度（{inlet} °C）。请核对是否填反。",
    en: "The outlet ({given} °C) is not hotter than the inlet ({inlet} °C). Are they swapped?",
  },
  "flue-below-air": {
    zh: "排烟温度（{given} °C）不高于入炉空气温度（{air} °C）。请核对是否填反。",
    en: "The flue gas ({given} °C) is not hotter than the air ({air} °C). Are they swapped?",
  },
  "volume-reference-missing": {
    zh: "燃气热值没有注明体积的参比温度（0、15 或 20 °C）。请补充。",
    en: "The heat value of the gas does not say to which temperature its volume refers (0, 15 or 20 °C). State it.",
  },
  "test-too-short": {
    zh: "试验 {given} h，短于要求的 {min} h。请延长试验。",
    en: "The test took {given} h, shorter than the {min} h required. Run it longer.",
  },
  "efficiency-impossible": {
    zh: "算得的效率为 {given} %，不可能。请核对流量、燃料量和热值的单位。",
    en: "The efficiency comes out as {given} %, which is impossible. Check flows, fuel quantity and the unit of the heat value.",
  },
} as const satisfies Record<string, Sentence>;
