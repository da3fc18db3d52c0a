import { measured, normal, rectangular, scatter } from "@quanheng/flow/determination/budget.ts";
import { preferredRangeFlags, scatterFlags } from "@quanheng/flow/determination/flag.ts";
import type { Evaluation, MethodDefinition, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { precisionOf } from "@quanheng/flow/determination/precision.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { solutionColour } from "../solution-colour.ts";
import { densitySlope, solutionDensity } from "../solution-density.ts";
import { hint, known, perPortion, reading } from "./inputs.ts";
import { NAMES } from "./names.ts";
import { eachPortion, portions } from "./portions.ts";

/** Half widths of cell length and refractometer. */
const TOLERANCE = { cellCm: 0.005, rdsPercent: 0.05 } as const;

const output: MethodOutput = {
  characteristic: "colour-icumsa",
  label: { zh: "色值", en: "Solution colour" },
  unit: "{ICUMSA}",
  rounding: { mode: "half-even", places: 0 },
};
/** Above 500 IU the last digit says nothing. @source ICUMSA GS2/3-9, expression of results; recalled */
const COARSE = { from: 500, rounding: { mode: "half-even", step: "10" } } as const;

const repeatability = { limit: "3", source: "ICUMSA GS2/3-9, repeatability for white sugar; recalled" } as const;

/** ICUMSA colour of white sugar in solution at pH 7.0, 420 nm. */
export const solutionColourBench: MethodDefinition = {
  id: "sugar.colour-icumsa",
  title: { zh: "白砂糖色值", en: "Solution colour of white sugar at pH 7.0" },
  normative: ["GB/T 35887-2018", "ICUMSA GS2/3-9", "TCVN 6333:2010"],
  source: "ICUMSA GS2/3-9, GS2/3-10",
  validFrom: "2019-01-01",
  inputs: [
    perPortion("absorbance", ["吸光度（过滤后，420 nm）", "Absorbance (filtered, 420 nm)"], "1", ["0", "4"], {
      instrumentType: "spectrophotometer",
    }),
    perPortion("rdsPercent", ["折光锤度", "Refractometric dry substance"], "%", ["20", "65"], {
      instrumentType: "refractometer",
    }),
    reading("cellCm", ["比色皿光程", "Cell length"], "cm", ["1", "10"], { group: "instrument" }),
    reading("ph", ["溶液 pH", "pH of the solution"], "[pH]", ["6.8", "7.2"], {
      instrumentType: "ph-meter",
      group: "conditions",
      ...hint("调至 7.0 ± 0.1。", "Adjust to 7.0 ± 0.1."),
    }),
    known("absorbanceU", ["吸光度标准不确定度", "Absorbance, standard uncertainty"], "1", ["0.0001", "0.02"], "0.001"),
  ],
  output,
  repeatability,
  names: NAMES,
  evaluate,
};

function evaluate(readings: Readings): Evaluation {
  const cellCm = single(readings, "cellCm");
  const list = portions(readings, ["absorbance", "rdsPercent"]);
  const results = eachPortion(list, (portion) => solutionColour({ ...portion, cellCm }));
  const precision = precisionOf(
    results.map(({ colour }) => colour),
    repeatability,
  );
  const value = precision.mean;
  const absorbance = mean(list.map((portion) => portion.absorbance));
  const rdsPercent = mean(list.map((portion) => portion.rdsPercent));
  const perAbsorbance = 1000 / (cellCm * mean(results.map(({ concentration }) => concentration)));
  const budget = [
    scatter(precision, output.unit),
    normal("absorbance", single(readings, "absorbanceU"), perAbsorbance, { value: absorbance, unit: "1" }),
    rectangular("cellLength", TOLERANCE.cellCm, -value / cellCm, { value: cellCm, unit: "cm" }),
    rectangular("rds", TOLERANCE.rdsPercent, -value * relativePerRds(rdsPercent), { value: rdsPercent, unit: "%" }),
  ];
  return {
    measurement: measured(value, output.unit, budget),
    intermediate: results.flatMap(({ concentration, colour }) => [
      { name: "concentration", value: concentration, unit: "g/mL" },
      { name: "colour", value: colour, unit: output.unit },
    ]),
    reported: reportedText(value, value > COARSE.from ? COARSE.rounding : output.rounding),
    flags: [
      ...scatterFlags(precision, results.length, output.unit),
      ...preferredRangeFlags("absorbance", series(readings, "absorbance"), 0.02, 1.5),
      ...preferredRangeFlags("ph", [single(readings, "ph")], 6.9, 7.1),
    ],
  };
}

/** Relative change of the concentration per 1 % of dry substance: c = ρ(w)·w/1000. [1/%] */
export function relativePerRds(rdsPercent: number): number {
  const w = rdsPercent / 100;
  return 0.01 * (1 / w + densitySlope(w) / solutionDensity(w));
}
