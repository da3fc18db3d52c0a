import { measured, scatter } from "../budget.ts";
import type { MethodDefinition } from "../method.ts";
import { precisionOf } from "../precision.ts";
import { series, single } from "../readings.ts";
import { reportedText } from "../reported.ts";

const output = {
  characteristic: "ratio",
  label: { zh: "比值", en: "Ratio" },
  unit: "g/(100.g)",
  rounding: { mode: "half-even", places: 2 },
} as const;

/** A small method with every kind of input, for tests of what is common to all methods. */
export const ratioMethod: MethodDefinition = {
  id: "test.ratio",
  title: { zh: "比值法", en: "Ratio method" },
  normative: [],
  source: "made for tests",
  validFrom: "2020-01-01",
  inputs: [
    {
      name: "massMg",
      label: { zh: "质量", en: "Mass" },
      unit: "mg",
      kind: "number",
      range: { min: "0", max: "1000" },
      replicates: { min: 2, max: 4 },
    },
    {
      name: "temperatureC",
      label: { zh: "温度", en: "Temperature" },
      unit: "Cel",
      kind: "number",
      range: { min: "-10", max: "40" },
    },
    { name: "factor", label: { zh: "系数", en: "Factor" }, unit: "1", kind: "number", optional: true },
    {
      name: "scale",
      label: { zh: "量程", en: "Scale" },
      unit: "1",
      kind: "choice",
      choices: [
        { value: "low", label: { zh: "低", en: "Low range" } },
        { value: "high", label: { zh: "高", en: "High range" } },
      ],
    },
    { name: "filtered", label: { zh: "已过滤", en: "Filtered" }, unit: "1", kind: "flag" },
  ],
  output,
  repeatability: { limit: "1", source: "made for tests" },
  names: { repeatability: { zh: "重复性", en: "Repeatability" } },
  evaluate(readings) {
    const precision = precisionOf(series(readings, "massMg"), { limit: "1", source: "made for tests" });
    const value = precision.mean / (1 + single(readings, "temperatureC") / 1000);
    return {
      measurement: measured(value, output.unit, [scatter(precision, output.unit)]),
      intermediate: [],
      reported: reportedText(value, output.rounding),
      flags: [],
    };
  },
};
