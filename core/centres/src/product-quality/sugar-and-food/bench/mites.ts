import { measured } from "@quanheng/flow/determination/budget.ts";
import type { Evaluation, MethodDefinition, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { formatDecimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { refuse } from "../refusals.ts";
import { hint, reading } from "./inputs.ts";
import { NAMES } from "./names.ts";

const output: MethodOutput = {
  characteristic: "mites",
  label: { zh: "螨（检出数）", en: "Mites found" },
  unit: "{count}",
  rounding: { mode: "half-even", places: 0 },
};

/** Mites in sugar: the sample is dissolved, what floats is looked at under the microscope. States no uncertainty. */
export const mitesBench: MethodDefinition = {
  id: "sugar.mites",
  title: { zh: "食糖中螨的检验", en: "Mites in sugar" },
  normative: ["GB 13104-2014 Annex A"],
  source: "GB 13104-2014, annex A",
  validFrom: "2015-05-24",
  inputs: [
    reading("massG", ["检样质量", "Mass examined"], "g", ["1", "2000"], {
      instrumentType: "balance",
      ...hint("标准规定 250 g。", "The standard asks for 250 g."),
    }),
    reading("found", ["检出螨数", "Mites found"], "{count}", ["0", "100000"], { instrumentType: "microscope" }),
  ],
  output,
  names: NAMES,
  evaluate,
};

function evaluate(readings: Readings): Evaluation {
  const found = single(readings, "found");
  if (!Number.isInteger(found)) refuse("not-whole", { field: "found", given: found });
  return {
    measurement: measured(found, output.unit, []),
    intermediate: [{ name: "found", value: found, unit: output.unit }],
    examined: `${formatDecimal(fromNumber(single(readings, "massG")))} g`,
    reported: reportedText(found, output.rounding),
    flags: [],
  };
}
