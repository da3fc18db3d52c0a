import type { Sentence } from "../../sentence.ts";

/** What the methods of petrochemicals decline, by code. */
export const petrochemicalsProblems = {
  "density-range": {
    zh: "15.6 °C（60 °F）密度 {given} kg/m³ 不在表的范围 {min} 至 {max} kg/m³ 之内。液化气等请用其专用表。",
    en: "A density of {given} kg/m³ at 60 °F is not within the tables, {min} to {max} kg/m³. Use the tables for liquefied gas or for heavier liquids.",
  },
  "balance-not-100": {
    zh: "回收、残留与损失之和为 {sum} %，须为 100.0 % ± 0.1 %。请核对三个读数。",
    en: "Recovery, residue and loss add up to {sum} %, it must be 100.0 % ± 0.1 %. Check the three readings.",
  },
  "distillation-not-monotonic": {
    zh: "第 {row} 行的温度低于前一行；馏出温度不会下降。请核对数据顺序。",
    en: "The temperature in row {row} is below the one before; it cannot fall. Check the order of the data.",
  },
  "nu100-below-2": {
    zh: "100 °C 运动黏度 {given} mm²/s 低于 2 mm²/s，黏度指数没有定义。",
    en: "A viscosity of {given} mm²/s at 100 °C is below 2 mm²/s, where the viscosity index is not defined.",
  },
  "viscosity-order": {
    zh: "40 °C 黏度（{given} mm²/s）不大于 100 °C 黏度（{min} mm²/s）。请核对是否填反。",
    en: "The viscosity at 40 °C ({given} mm²/s) is not above that at 100 °C ({min} mm²/s). Are they swapped?",
  },
  "not-bracketed": {
    zh: "试样爆震强度 {given} 不在两个参比燃料（{low} 与 {high}）之间。请另选参比燃料。",
    en: "The knock intensity of the sample, {given}, does not lie between the reference fuels ({low} and {high}). Take other reference fuels.",
  },
  "references-apart": {
    zh: "两个参比燃料的辛烷值（{low} 与 {high}）须由低到高且相差不超过 {max}。请另选。",
    en: "The reference fuels ({low} and {high}) must rise and be no more than {max} octane numbers apart. Take others.",
  },
  "blend-sum": {
    zh: "各组分体积分数之和为 {sum}，须为 1。请核对配方。",
    en: "The parts of the blend add up to {sum}, it must be 1. Check the recipe.",
  },
  "barometer-range": {
    zh: "气压 {given} kPa 不在 {min} 至 {max} kPa 之间。请核对气压计和单位。",
    en: "An air pressure of {given} kPa is not within {min} to {max} kPa. Check the barometer and the unit.",
  },
  "precision-invalid": {
    zh: "再现性 R（{R}）缺失，或小于重复性 r（{r}）。请核对方法的精密度。",
    en: "The reproducibility R ({R}) is missing, or below the repeatability r ({r}). Check the precision of the method.",
  },
} as const satisfies Record<string, Sentence>;
