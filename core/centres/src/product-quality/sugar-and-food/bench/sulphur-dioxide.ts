import { measured, normal, rectangular, scatter } from "@quanheng/flow/determination/budget.ts";
import { preferredRangeFlags, scatterFlags } from "@quanheng/flow/determination/flag.ts";
import type { Evaluation, MethodDefinition, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { precisionOf } from "@quanheng/flow/determination/precision.ts";
import { BLANK_SCATTERS, quantified } from "@quanheng/flow/determination/quantified.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { sulphurDioxide } from "../sulphur-dioxide.ts";
import { blankFlags, checkBlank } from "./blank.ts";
import { hint, known, perPortion, reading } from "./inputs.ts";
import { NAMES } from "./names.ts";
import { eachPortion, portions } from "./portions.ts";

/** Half widths of a 10 mL pipette, a 100 mL flask and the balance. */
const TOLERANCE = { aliquotMl: 0.02, totalMl: 0.1, massG: 0.0005 } as const;

const output: MethodOutput = {
  characteristic: "sulphur-dioxide",
  label: { zh: "二氧化硫残留量", en: "Sulphur dioxide (residual)" },
  unit: "mg/kg",
  rounding: { mode: "half-even", places: 1 },
};

const repeatability = {
  limit: "0.10",
  kind: "relative",
  source: "GB 5009.34-2022: 10 % of the mean; recalled",
} as const;

/** Sulphur dioxide of sugar by the rosaniline colour reaction. */
export const sulphurDioxideBench: MethodDefinition = {
  id: "sugar.sulphur-dioxide",
  title: { zh: "白砂糖二氧化硫（分光光度法）", en: "Sulphur dioxide of sugar (spectrophotometry)" },
  normative: ["GB 5009.34-2022", "ICUMSA GS2/1/7/9-33"],
  source: "ICUMSA GS2/1/7/9-33; GB 5009.34-2022",
  validFrom: "2022-12-30",
  inputs: [
    perPortion("massG", ["试样质量", "Mass of the portion"], "g", ["1", "50"], {
      instrumentType: "analytical-balance",
    }),
    perPortion("absorbance", ["吸光度", "Absorbance"], "1", ["0", "3"], { instrumentType: "spectrophotometer" }),
    reading("blankAbsorbance", ["空白吸光度", "Absorbance of the blank"], "1", ["0", "1"]),
    reading("slopePerUg", ["校准斜率", "Slope of the calibration line"], "/ug", ["0.0001", "1"], {
      group: "instrument",
      ...hint("每微克二氧化硫的吸光度。", "Absorbance per microgram of sulphur dioxide."),
    }),
    known("slopeUPercent", ["斜率相对标准不确定度", "Slope, relative standard uncertainty"], "%", ["0.1", "20"], "2"),
    known("totalMl", ["定容体积", "Made-up volume"], "mL", ["10", "1000"], "100"),
    known("aliquotMl", ["移取体积", "Aliquot"], "mL", ["0.1", "100"], "10"),
    known("absorbanceU", ["吸光度标准不确定度", "Absorbance, standard uncertainty"], "1", ["0.0001", "0.02"], "0.001"),
    known("quantifiedFrom", ["定量限", "Limit of quantification"], "mg/kg", ["0.1", "10"], "1.0", {
      ...hint("本实验室验证的定量限。", "As validated by this laboratory."),
    }),
  ],
  output,
  repeatability,
  names: NAMES,
  evaluate,
};

function evaluate(readings: Readings): Evaluation {
  const blankAbsorbance = single(readings, "blankAbsorbance");
  const slopePerUg = single(readings, "slopePerUg");
  const [totalMl, aliquotMl] = [single(readings, "totalMl"), single(readings, "aliquotMl")];
  const list = portions(readings, ["absorbance", "massG"]);
  const quantifiedFrom = single(readings, "quantifiedFrom");
  const results = eachPortion(list, (portion) => {
    const result = sulphurDioxide({ ...portion, blankAbsorbance, slopePerUg, totalMl, aliquotMl });
    const { absorbance: sample } = portion;
    checkBlank("blankAbsorbance", { sample, blank: blankAbsorbance, content: result.mgPerKg, quantifiedFrom });
    return result;
  });
  const precision = precisionOf(
    results.map(({ mgPerKg }) => mgPerKg),
    repeatability,
  );
  const value = precision.mean;
  const massG = mean(list.map((portion) => portion.massG));
  const perAbsorbance = totalMl / (slopePerUg * aliquotMl * massG);
  const budget = [
    scatter(precision, output.unit),
    normal("calibration", single(readings, "slopeUPercent") / 100, -value, { value: slopePerUg, unit: "/ug" }),
    // Sample and blank are each read once: √2 times the uncertainty of one indication.
    normal("absorbance", Math.SQRT2 * single(readings, "absorbanceU"), perAbsorbance, { unit: "1" }),
    rectangular("aliquot", TOLERANCE.aliquotMl, -value / aliquotMl, { value: aliquotMl, unit: "mL" }),
    rectangular("volume", TOLERANCE.totalMl, value / totalMl, { value: totalMl, unit: "mL" }),
    rectangular("mass", TOLERANCE.massG, -value / massG, { value: massG, unit: "g" }),
    normal("nearBlank", quantifiedFrom / BLANK_SCATTERS, 1, { unit: output.unit }),
  ];
  const outcome = quantified(value, quantifiedFrom, output);
  return {
    measurement: measured(value, output.unit, budget),
    intermediate: results.flatMap(({ aliquotUg, mgPerKg }) => [
      { name: "aliquotUg", value: aliquotUg, unit: "ug" },
      { name: "content", value: mgPerKg, unit: output.unit },
    ]),
    ...outcome.statement,
    flags: [
      ...(outcome.below ? [] : scatterFlags(precision, results.length, output.unit)),
      ...preferredRangeFlags("absorbance", series(readings, "absorbance"), 0, 1.5),
      ...blankFlags(
        "blankAbsorbance",
        series(readings, "absorbance"),
        blankAbsorbance,
        blankAbsorbance * perAbsorbance,
        quantifiedFrom,
      ),
      ...outcome.flags,
    ],
  };
}
