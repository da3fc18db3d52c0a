import { measured, normal, rectangular, scatter } from "@quanheng/flow/determination/budget.ts";
import { scatterFlags } from "@quanheng/flow/determination/flag.ts";
import type { Evaluation, MethodDefinition, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { precisionOf } from "@quanheng/flow/determination/precision.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { invertFromTitre } from "../reducing-sugars.ts";
import { hint, known, perPortion, reading } from "./inputs.ts";
import { NAMES } from "./names.ts";
import { eachPortion, portions } from "./portions.ts";

/** Half width of a class A burette of 10 mL. */
const BURETTE_ML = 0.02;

const output: MethodOutput = {
  characteristic: "invert-sugar",
  label: { zh: "还原糖分", en: "Invert (reducing) sugar" },
  unit: "g/(100.g)",
  rounding: { mode: "half-even", places: 3 },
};

const repeatability = { limit: "0.003", source: "ICUMSA GS2/3-5, repeatability; recalled" } as const;

/** Invert sugar of white sugar by Knight and Allen: copper reduced, the rest titrated with EDTA. */
export const invertSugarEdtaBench: MethodDefinition = {
  id: "sugar.invert-sugar-edta",
  title: { zh: "白砂糖还原糖分（EDTA 法）", en: "Invert sugar of white sugar (Knight and Allen EDTA)" },
  normative: ["ICUMSA GS2/3-5", "TCVN 6960:2023"],
  source: "ICUMSA GS2/3-5",
  validFrom: "2011-01-01",
  inputs: [
    perPortion("titreMl", ["EDTA 消耗体积", "EDTA used"], "mL", ["0", "25"], { instrumentType: "burette" }),
    reading("lowTitreMl", ["滴定表近点：体积", "Table point below: titre"], "mL", ["0", "25"], {
      group: "instrument",
      ...hint(
        "滴定表中紧邻的两点，须把滴定值夹在中间。",
        "The two neighbouring points of the titre table; they must bracket the titre.",
      ),
    }),
    reading("lowPercent", ["滴定表近点：还原糖", "Table point below: invert sugar"], "g/(100.g)", ["0", "1"], {
      group: "instrument",
    }),
    reading("highTitreMl", ["滴定表远点：体积", "Table point above: titre"], "mL", ["0", "25"], {
      group: "instrument",
    }),
    reading("highPercent", ["滴定表远点：还原糖", "Table point above: invert sugar"], "g/(100.g)", ["0", "1"], {
      group: "instrument",
    }),
    known(
      "tableUPercent",
      ["滴定表标准不确定度", "Titre table, standard uncertainty"],
      "g/(100.g)",
      ["0", "0.05"],
      "0.001",
    ),
  ],
  output,
  repeatability,
  names: NAMES,
  evaluate,
};

function evaluate(readings: Readings): Evaluation {
  const low = { titreMl: single(readings, "lowTitreMl"), invertPercent: single(readings, "lowPercent") };
  const high = { titreMl: single(readings, "highTitreMl"), invertPercent: single(readings, "highPercent") };
  const list = portions(readings, ["titreMl"]);
  const results = eachPortion(list, ({ titreMl }) => invertFromTitre(titreMl, low, high));
  const precision = precisionOf(results, repeatability);
  const value = precision.mean;
  const perMl = (high.invertPercent - low.invertPercent) / (high.titreMl - low.titreMl);
  const budget = [
    scatter(precision, output.unit),
    rectangular("burette", BURETTE_ML, perMl, { value: mean(list.map(({ titreMl }) => titreMl)), unit: "mL" }),
    normal("tablePoints", single(readings, "tableUPercent"), 1, { unit: output.unit }),
  ];
  return {
    measurement: measured(value, output.unit, budget),
    intermediate: results.map((result) => ({ name: "reducing", value: result, unit: output.unit })),
    reported: reportedText(value, output.rounding),
    flags: scatterFlags(precision, results.length, output.unit),
  };
}
