import { measured, normal, scatter } from "@quanheng/flow/determination/budget.ts";
import { scatterFlags } from "@quanheng/flow/determination/flag.ts";
import type { Evaluation, MethodDefinition, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { precisionOf } from "@quanheng/flow/determination/precision.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { CERTIFICATE, hint, known, perPortion } from "./inputs.ts";
import { NAMES } from "./names.ts";

const output: MethodOutput = {
  characteristic: "crystal-colour-ct",
  label: { zh: "晶体色泽", en: "Crystal colour" },
  unit: "{CT}",
  rounding: { mode: "half-even", places: 1 },
};

const repeatability = { limit: "0.2", source: "NSQC-M-011, validation of the laboratory (demonstration)" } as const;

/** Crystal colour of sugar by reflectance, read in units of the colour type scale. */
export const crystalColourBench: MethodDefinition = {
  id: "sugar.crystal-colour",
  title: { zh: "食糖晶体色泽（反射法）", en: "Crystal colour of sugar (reflectance)" },
  normative: ["NSQC-M-011"],
  source: "NSQC-M-011, method of the laboratory",
  validFrom: "2025-01-01",
  inputs: [
    perPortion("colourCt", ["反射仪示值", "Reflectometer reading"], "{CT}", ["0", "15"], {
      instrumentType: "reflectometer",
      ...hint("重新装样后各读一次。", "One reading per filling of the cell."),
    }),
    known(
      "standardUCt",
      ["标准板标准不确定度", "Standard plate, standard uncertainty"],
      "{CT}",
      ["0.01", "1"],
      "0.15",
      CERTIFICATE,
    ),
  ],
  output,
  repeatability,
  names: NAMES,
  evaluate,
};

function evaluate(readings: Readings): Evaluation {
  const values = series(readings, "colourCt");
  const precision = precisionOf(values, repeatability);
  const budget = [
    scatter(precision, output.unit),
    normal("reflectance", single(readings, "standardUCt"), 1, { unit: output.unit }),
  ];
  return {
    measurement: measured(precision.mean, output.unit, budget),
    intermediate: [],
    reported: reportedText(precision.mean, output.rounding),
    flags: scatterFlags(precision, values.length, output.unit),
  };
}
