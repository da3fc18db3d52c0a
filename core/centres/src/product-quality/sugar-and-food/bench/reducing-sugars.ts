import { measured, normal, rectangular, scatter } from "@quanheng/flow/determination/budget.ts";
import { largeBlankFlags, scatterFlags } from "@quanheng/flow/determination/flag.ts";
import type { Evaluation, MethodDefinition, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { precisionOf } from "@quanheng/flow/determination/precision.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { ofner } from "../reducing-sugars.ts";
import { hint, known, perPortion, reading } from "./inputs.ts";
import { NAMES } from "./names.ts";
import { eachPortion, portions } from "./portions.ts";

/** Half width of a class A burette of 25 mL, and relative standard uncertainty of the iodine solution. */
const TOLERANCE = { buretteMl: 0.03, iodineRelative: 0.002, balanceG: 0.0005 } as const;

const output: MethodOutput = {
  characteristic: "invert-sugar",
  label: { zh: "还原糖分", en: "Reducing sugars" },
  unit: "g/(100.g)",
  rounding: { mode: "half-even", places: 3 },
};

const repeatability = { limit: "0.005", source: "GB/T 35887-2018, Ofner; recalled" } as const;

/** Reducing sugars of white sugar by the Ofner titration. */
export const reducingSugarsBench: MethodDefinition = {
  id: "sugar.reducing-sugars",
  title: { zh: "白砂糖还原糖分（奥夫奈尔法）", en: "Reducing sugars of white sugar (Ofner)" },
  normative: ["GB/T 35887-2018"],
  source: "ICUMSA GS2-6 (Ofner)",
  validFrom: "2019-01-01",
  inputs: [
    perPortion("massG", ["试样质量", "Mass of the portion"], "g", ["1", "20"], {
      instrumentType: "analytical-balance",
    }),
    perPortion("iodineMl", ["加入碘液体积", "Iodine added"], "mL", ["1", "50"], { instrumentType: "burette" }),
    perPortion("thiosulphateMl", ["硫代硫酸钠消耗体积", "Thiosulphate used"], "mL", ["0", "50"]),
    reading("blankMl", ["空白消耗体积", "Blank"], "mL", ["0", "5"]),
    known("sucroseMlPerG", ["蔗糖校正值", "Correction for sucrose"], "mL/g", ["0", "0.5"], "0.1"),
    known("mgPerMl", ["每毫升碘液相当于转化糖", "Invert sugar per mL of iodine"], "mg/mL", ["0.5", "2"], "1.0", {
      ...hint("碘液 0.0323 mol/L 时为 1.0。", "1.0 for iodine of 0.0323 mol/L."),
    }),
  ],
  output,
  repeatability,
  names: NAMES,
  evaluate,
};

function evaluate(readings: Readings): Evaluation {
  const blankMl = single(readings, "blankMl");
  const sucroseMlPerG = single(readings, "sucroseMlPerG");
  const mgPerMl = single(readings, "mgPerMl");
  const list = portions(readings, ["massG", "iodineMl", "thiosulphateMl"]);
  const results = eachPortion(list, (portion) => ofner({ ...portion, blankMl, sucroseMlPerG, mgPerMl }));
  const precision = precisionOf(
    results.map(({ reducingPercent }) => reducingPercent),
    repeatability,
  );
  const value = precision.mean;
  const massG = mean(list.map((portion) => portion.massG));
  const perMl = mgPerMl / (10 * massG);
  const budget = [
    scatter(precision, output.unit),
    // Iodine and thiosulphate are each measured out once.
    rectangular("burette", Math.SQRT2 * TOLERANCE.buretteMl, perMl, { unit: "mL" }),
    rectangular("blank", TOLERANCE.buretteMl, -perMl, { value: blankMl, unit: "mL" }),
    normal("iodine", TOLERANCE.iodineRelative, value, { value: 1, unit: "1" }),
    rectangular("mass", TOLERANCE.balanceG, -(value / massG + perMl * sucroseMlPerG), { value: massG, unit: "g" }),
  ];
  return {
    measurement: measured(value, output.unit, budget),
    intermediate: results.flatMap(({ netMl, reducingPercent }) => [
      { name: "netMl", value: netMl, unit: "mL" },
      { name: "reducing", value: reducingPercent, unit: output.unit },
    ]),
    reported: reportedText(value, output.rounding),
    flags: [
      ...scatterFlags(precision, results.length, output.unit),
      ...largeBlankFlags("blankMl", blankMl, mean(list.map((portion) => portion.iodineMl - portion.thiosulphateMl))),
    ],
  };
}
