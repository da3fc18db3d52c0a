import type { Sentence } from "../../sentence.ts";

/** What the methods of clean energy decline, by code. */
export const cleanEnergyProblems = {
  "non-positive-parameter": {
    zh: "模型参数“{field}”为 {given}，须为正的有限数。请核对。",
    en: "The model parameter {field} is {given}; it must be positive and finite. Check it.",
  },
  "voltage-not-sorted": {
    zh: "第 {row} 点的电压没有高于前一点。请按电压升序排列并删去重复点。",
    en: "The voltage of point {row} is not above the one before. Sort the sweep by rising voltage and remove repeated points.",
  },
  "irradiance-range": {
    zh: "辐照度 {given} W/m² 不在可用范围 {min} 至 {max} W/m² 内。请在合适的辐照度下重测，或改用其他程序。",
    en: "An irradiance of {given} W/m² is not within {min} to {max} W/m². Measure again at a suitable irradiance or use another procedure.",
  },
  "kappa-missing": {
    zh: "温差 {given} K 超过 {max} K，须给出曲线修正系数 κ。",
    en: "A step of {given} K exceeds {max} K: enter the curve correction factor κ.",
  },
  "factor-missing": {
    zh: "程序 2 须给出辐照修正系数 a。请填写，或改用程序 1。",
    en: "Procedure 2 needs the irradiance factor a. Enter it or use procedure 1.",
  },
  "bin-empty": {
    zh: "{given} m/s 区间没有记录（区间中心为 0.5 m/s 的整数倍）。请另选区间。",
    en: "No record falls into the bin of {given} m/s (bins are multiples of 0.5 m/s). Choose another bin.",
  },
  "coefficient-unit": {
    zh: "温度系数“{field}”为 {given}，大于 {max}，可能误用了百分数。请换算单位后重填。",
    en: "The temperature coefficient {field} of {given} exceeds {max}; it may be in percent. Convert it and enter it again.",
  },
  "peak-at-end": {
    zh: "最大功率出现在扫描一端（{voltage} V），曲线不完整。请扩大扫描范围后重测。",
    en: "The largest power lies at an end of the sweep ({voltage} V). Widen the sweep and measure again.",
  },
  "sweep-incomplete": {
    zh: "由该曲线得不到“{field}”：曲线端点未达到短路或开路。请核对数据或重测。",
    en: "The sweep does not lead to {field}: its ends miss short or open circuit. Check the data or measure again.",
  },
  "fit-not-converged": {
    zh: "五参数方程无解（残差 {residual}）。请核对铭牌数据。",
    en: "The five equations have no solution (residual {residual}). Check the figures of the datasheet.",
  },
  "fit-unphysical": {
    zh: "求得的“{field}”为 {given}，没有物理意义。请核对铭牌数据。",
    en: "The solution gives {field} = {given}, which has no physical meaning. Check the figures of the datasheet.",
  },
  "load-not-measured": {
    zh: "计算加权效率“{weighting}”缺少 {load} % 负载点。请补测。",
    en: "The weighted efficiency {weighting} needs the load of {load} %, which was not measured. Measure it.",
  },
  "efficiency-out-of-range": {
    zh: "{load} % 负载的效率为 {given}，须在 0 与 1 之间。请核对是否误填百分数。",
    en: "The efficiency at {load} % load is {given}; it must be between 0 and 1. Was it entered in percent?",
  },
  "negative-wind": {
    zh: "第 {row} 条记录的风速为 {given} m/s，不可能为负。请删去或改正该记录。",
    en: "Record {row} has a wind speed of {given} m/s, which cannot be negative. Correct or remove it.",
  },
  "air-density-range": {
    zh: "空气密度 {given} kg/m³ 不在 {min} 至 {max} kg/m³ 之间。请核对温度、气压与湿度。",
    en: "An air density of {given} kg/m³ is not within {min} to {max} kg/m³. Check temperature, pressure and humidity.",
  },
  "sectors-not-filtered": {
    zh: "尚未剔除尾流扇区与覆冰记录。请先剔除再计算功率曲线。",
    en: "Records of the wake and of icing are still among the data. Remove them before the power curve is computed.",
  },
  "module-not-warmer": {
    zh: "第 {row} 条记录中组件温度（{module} °C）不高于气温（{air} °C）。请核对传感器或删去该记录。",
    en: "In record {row} the module ({module} °C) is not warmer than the air ({air} °C). Check the sensors or remove the record.",
  },
} as const satisfies Record<string, Sentence>;
