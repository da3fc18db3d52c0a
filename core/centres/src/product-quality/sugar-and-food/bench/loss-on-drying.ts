import { measured, rectangular, scatter } from "@quanheng/flow/determination/budget.ts";
import { preferredRangeFlags, scatterFlags } from "@quanheng/flow/determination/flag.ts";
import type { Evaluation, MethodDefinition, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { precisionOf } from "@quanheng/flow/determination/precision.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { lossOnDrying } from "../loss-on-drying.ts";
import { hint, known, perPortion, reading } from "./inputs.ts";
import { NAMES } from "./names.ts";
import { eachPortion, portions } from "./portions.ts";

const output: MethodOutput = {
  characteristic: "loss-on-drying",
  label: { zh: "干燥失重", en: "Loss on drying" },
  unit: "g/(100.g)",
  rounding: { mode: "half-even", places: 2 },
};

const repeatability = { limit: "0.01", source: "ICUMSA GS2/1/3/9-15, repeatability; recalled" } as const;

/** Loss on drying of white sugar, 3 h at 105 °C. */
export const lossOnDryingBench: MethodDefinition = {
  id: "sugar.loss-on-drying",
  title: { zh: "白砂糖干燥失重", en: "Loss on drying of white sugar" },
  normative: ["GB/T 35887-2018", "ICUMSA GS2/1/3/9-15"],
  source: "ICUMSA GS2/1/3/9-15",
  validFrom: "2019-01-01",
  inputs: [
    perPortion("dishG", ["空皿质量", "Empty dish"], "g", ["1", "200"], { instrumentType: "analytical-balance" }),
    perPortion("beforeG", ["烘前皿加样", "Dish and sample before drying"], "g", ["1", "300"], {
      ...hint("样品约 20 g。", "About 20 g of sample."),
    }),
    perPortion("afterG", ["烘后皿加样", "Dish and sample after drying"], "g", ["1", "300"]),
    reading("ovenC", ["烘箱温度", "Oven temperature"], "Cel", ["95", "135"], {
      instrumentType: "drying-oven",
      group: "conditions",
      ...hint("105 °C，3 小时。", "105 °C for 3 h."),
    }),
    known("balanceG", ["天平最大允许误差", "Balance, maximum permissible error"], "g", ["0.00001", "0.01"], "0.0002"),
  ],
  output,
  repeatability,
  names: NAMES,
  evaluate,
};

function evaluate(readings: Readings): Evaluation {
  const list = portions(readings, ["dishG", "beforeG", "afterG"]);
  const results = eachPortion(list, lossOnDrying);
  const precision = precisionOf(results, repeatability);
  const value = precision.mean;
  const sampleG = mean(list.map(({ beforeG, dishG }) => beforeG - dishG));
  const balanceG = single(readings, "balanceG");
  // The loss is a difference of two weighings on one balance: √2 times the half width of one.
  const budget = [
    scatter(precision, output.unit),
    rectangular("drift", Math.SQRT2 * balanceG, 100 / sampleG, { unit: "g" }),
    rectangular("mass", balanceG, -value / sampleG, { value: sampleG, unit: "g" }),
  ];
  return {
    measurement: measured(value, output.unit, budget),
    intermediate: results.map((loss) => ({ name: "loss", value: loss, unit: output.unit })),
    reported: reportedText(value, output.rounding),
    flags: [
      ...scatterFlags(precision, results.length, output.unit),
      ...preferredRangeFlags("ovenC", series(readings, "ovenC"), 103, 107),
    ],
  };
}
