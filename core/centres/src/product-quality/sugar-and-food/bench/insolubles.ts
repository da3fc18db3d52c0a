import { measured, rectangular, scatter } from "@quanheng/flow/determination/budget.ts";
import { preferredRangeFlags, scatterFlags } from "@quanheng/flow/determination/flag.ts";
import type { Evaluation, MethodDefinition, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { precisionOf } from "@quanheng/flow/determination/precision.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { insolubles } from "../insolubles.ts";
import { hint, known, perPortion } from "./inputs.ts";
import { NAMES } from "./names.ts";
import { eachPortion, portions } from "./portions.ts";

/** Half width of the weighing of the sugar itself. */
const SAMPLE_G = 0.1;

const output: MethodOutput = {
  characteristic: "insolubles",
  label: { zh: "不溶于水杂质", en: "Water-insoluble matter" },
  unit: "mg/kg",
  rounding: { mode: "half-even", places: 1 },
};

const repeatability = { limit: "1.5", source: "ICUMSA GS2/3-19, repeatability; recalled" } as const;

/** Water-insoluble matter of white sugar by membrane filtration. */
export const insolublesBench: MethodDefinition = {
  id: "sugar.insolubles",
  title: { zh: "白砂糖不溶于水杂质", en: "Water-insoluble matter of white sugar" },
  normative: ["GB/T 35887-2018", "ICUMSA GS2/3-19"],
  source: "ICUMSA GS2/3-19",
  validFrom: "2019-01-01",
  inputs: [
    perPortion("massG", ["试样质量", "Mass of the portion"], "g", ["50", "2000"], {
      instrumentType: "balance",
      ...hint("不少于 500 g 更稳妥。", "500 g or more is safer."),
    }),
    perPortion("emptyG", ["空滤膜质量", "Filter, empty"], "g", ["0.001", "100"], {
      instrumentType: "analytical-balance",
    }),
    perPortion("loadedG", ["烘干后滤膜质量", "Filter, dried"], "g", ["0.001", "100"]),
    known("balanceG", ["天平最大允许误差", "Balance, maximum permissible error"], "g", ["0.00001", "0.01"], "0.0002"),
  ],
  output,
  repeatability,
  names: NAMES,
  evaluate,
};

function evaluate(readings: Readings): Evaluation {
  const list = portions(readings, ["massG", "emptyG", "loadedG"]);
  const results = eachPortion(list, insolubles);
  const precision = precisionOf(results, repeatability);
  const value = precision.mean;
  const massG = mean(list.map((portion) => portion.massG));
  // The residue is a difference of two weighings on one balance: √2 times the half width of one.
  const budget = [
    scatter(precision, output.unit),
    rectangular("drift", Math.SQRT2 * single(readings, "balanceG"), 1e6 / massG, { unit: "g" }),
    rectangular("mass", SAMPLE_G, -value / massG, { value: massG, unit: "g" }),
  ];
  return {
    measurement: measured(value, output.unit, budget),
    intermediate: results.map((residue) => ({ name: "residue", value: residue, unit: output.unit })),
    reported: reportedText(value, output.rounding),
    flags: [
      ...scatterFlags(precision, results.length, output.unit),
      ...preferredRangeFlags("massG", series(readings, "massG"), 200, 2000),
    ],
  };
}
