import { measured, normal, rectangular, scatter } from "@quanheng/flow/determination/budget.ts";
import { preferredRangeFlags, scatterFlags } from "@quanheng/flow/determination/flag.ts";
import type { Evaluation, MethodDefinition, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { precisionOf } from "@quanheng/flow/determination/precision.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { solutionTurbidity } from "../solution-colour.ts";
import { known, perPortion, reading } from "./inputs.ts";
import { NAMES } from "./names.ts";
import { eachPortion, portions } from "./portions.ts";
import { relativePerRds } from "./solution-colour.ts";

/** Half widths of cell length and refractometer. */
const TOLERANCE = { cellCm: 0.005, rdsPercent: 0.05 } as const;

const output: MethodOutput = {
  characteristic: "turbidity-mau",
  label: { zh: "混浊度", en: "Turbidity of solution" },
  unit: "{MAU}",
  rounding: { mode: "half-even", places: 0 },
};

const repeatability = {
  limit: "0.10",
  kind: "relative",
  source: "GB/T 35887-2018, turbidity: 10 % of the mean; recalled",
} as const;

/** Turbidity of white sugar in solution: attenuation at 420 nm before minus after filtration. */
export const turbidityBench: MethodDefinition = {
  id: "sugar.turbidity",
  title: { zh: "白砂糖混浊度", en: "Turbidity of white sugar in solution" },
  normative: ["GB/T 35887-2018", "ICUMSA GS2/3-18"],
  source: "ICUMSA GS2/3-18",
  validFrom: "2019-01-01",
  inputs: [
    perPortion("unfiltered", ["吸光度（过滤前，420 nm）", "Absorbance (unfiltered, 420 nm)"], "1", ["0", "4"], {
      instrumentType: "spectrophotometer",
    }),
    perPortion("filtered", ["吸光度（过滤后，420 nm）", "Absorbance (filtered, 420 nm)"], "1", ["0", "4"]),
    perPortion("rdsPercent", ["折光锤度", "Refractometric dry substance"], "%", ["20", "65"], {
      instrumentType: "refractometer",
    }),
    reading("cellCm", ["比色皿光程", "Cell length"], "cm", ["1", "10"], { group: "instrument" }),
    known("absorbanceU", ["吸光度标准不确定度", "Absorbance, standard uncertainty"], "1", ["0.0001", "0.02"], "0.001"),
  ],
  output,
  repeatability,
  names: NAMES,
  evaluate,
};

function evaluate(readings: Readings): Evaluation {
  const cellCm = single(readings, "cellCm");
  const list = portions(readings, ["unfiltered", "filtered", "rdsPercent"]);
  const results = eachPortion(list, (portion) => solutionTurbidity({ ...portion, cellCm }));
  const precision = precisionOf(
    results.map(({ turbidity }) => turbidity),
    repeatability,
  );
  const value = precision.mean;
  const attenuation = mean(list.map(({ unfiltered, filtered }) => unfiltered - filtered));
  const rdsPercent = mean(list.map((portion) => portion.rdsPercent));
  const perAbsorbance = 1000 / (cellCm * mean(results.map(({ concentration }) => concentration)));
  const budget = [
    scatter(precision, output.unit),
    // A difference of two indications: √2 times the uncertainty of one.
    normal("absorbance", Math.SQRT2 * single(readings, "absorbanceU"), perAbsorbance, {
      value: attenuation,
      unit: "1",
    }),
    rectangular("cellLength", TOLERANCE.cellCm, -value / cellCm, { value: cellCm, unit: "cm" }),
    rectangular("rds", TOLERANCE.rdsPercent, -value * relativePerRds(rdsPercent), { value: rdsPercent, unit: "%" }),
  ];
  return {
    measurement: measured(value, output.unit, budget),
    intermediate: results.flatMap(({ concentration, turbidity }) => [
      { name: "concentration", value: concentration, unit: "g/mL" },
      { name: "turbidity", value: turbidity, unit: output.unit },
    ]),
    reported: reportedText(value, output.rounding),
    flags: [
      ...scatterFlags(precision, results.length, output.unit),
      ...preferredRangeFlags("unfiltered", series(readings, "unfiltered"), 0.02, 1.5),
    ],
  };
}
