import { measured, normal, rectangular, scatter } from "@quanheng/flow/determination/budget.ts";
import { largeBlankFlags, scatterFlags } from "@quanheng/flow/determination/flag.ts";
import type { Evaluation, MethodDefinition, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { precisionOf } from "@quanheng/flow/determination/precision.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { ASH_PROCEDURE, conductivityAsh } from "../conductivity-ash.ts";
import { hint, known, perPortion, reading } from "./inputs.ts";
import { NAMES } from "./names.ts";
import { eachPortion, portions } from "./portions.ts";

const { factor, perK, waterShare } = ASH_PROCEDURE.refined;

/** Half widths of the thermometer and of the indication on the water. */
const TOLERANCE = { temperatureK: 0.2, waterUsCm: 0.05 } as const;

const output: MethodOutput = {
  characteristic: "conductivity-ash",
  label: { zh: "电导灰分", en: "Conductivity ash" },
  unit: "g/(100.g)",
  rounding: { mode: "half-even", places: 3 },
};

const repeatability = { limit: "0.001", source: "ICUMSA GS2/3-17, repeatability; recalled" } as const;

/** Conductivity ash of refined and white sugar, 28 g in 100 g of solution. */
export const conductivityAshBench: MethodDefinition = {
  id: "sugar.conductivity-ash",
  title: { zh: "白砂糖电导灰分", en: "Conductivity ash of white sugar" },
  normative: ["GB/T 35887-2018", "ICUMSA GS2/3-17", "TCVN 7965:2023"],
  source: "ICUMSA GS2/3-17",
  validFrom: "2019-01-01",
  inputs: [
    perPortion("solutionUsCm", ["溶液电导率", "Conductivity of the solution"], "uS/cm", ["0", "500"], {
      instrumentType: "conductivity-meter",
      ...hint("28 g 糖溶成 100 g 溶液。", "28 g of sugar in 100 g of solution."),
    }),
    reading("solutionC", ["溶液温度", "Temperature of the solution"], "Cel", ["15", "25"], {
      instrumentType: "thermometer",
    }),
    reading("waterUsCm", ["水的电导率", "Conductivity of the water"], "uS/cm", ["0", "20"], {
      ...hint("配制用水，不得超过 2 µS/cm。", "The water used; at most 2 µS/cm."),
    }),
    reading("waterC", ["水的温度", "Temperature of the water"], "Cel", ["15", "25"]),
    known(
      "cellConstantUPercent",
      ["电导池常数相对标准不确定度", "Cell constant, relative standard uncertainty"],
      "%",
      ["0.01", "5"],
      "0.5",
    ),
  ],
  output,
  repeatability,
  names: NAMES,
  evaluate,
};

function evaluate(readings: Readings): Evaluation {
  const [solutionC, waterC] = [single(readings, "solutionC"), single(readings, "waterC")];
  const waterUsCm = single(readings, "waterUsCm");
  const list = portions(readings, ["solutionUsCm"]);
  const results = eachPortion(list, ({ solutionUsCm }) =>
    conductivityAsh({ procedure: "refined", solutionUsCm, solutionC, waterUsCm, waterC }),
  );
  const precision = precisionOf(
    results.map(({ ashPercent }) => ashPercent),
    repeatability,
  );
  const value = precision.mean;
  const [solution20, water20] = [mean(results.map((result) => result.solution20)), results[0]?.water20 ?? 0];
  const cell = single(readings, "cellConstantUPercent") / 100;
  const budget = [
    scatter(precision, output.unit),
    normal("cellConstant", cell, value, { value: 1, unit: "1" }),
    rectangular("temperature", TOLERANCE.temperatureK, (-factor * solution20 * perK) / (1 + perK * (solutionC - 20)), {
      value: solutionC,
      unit: "Cel",
    }),
    rectangular("waterBlank", TOLERANCE.waterUsCm, (-factor * waterShare) / (1 + perK * (waterC - 20)), {
      value: waterUsCm,
      unit: "uS/cm",
    }),
  ];
  return {
    measurement: measured(value, output.unit, budget),
    intermediate: [
      ...results.flatMap((result) => [
        { name: "solution20", value: result.solution20, unit: "uS/cm" },
        { name: "net", value: result.net, unit: "uS/cm" },
      ]),
      { name: "water20", value: water20, unit: "uS/cm" },
    ],
    reported: reportedText(value, output.rounding),
    flags: [
      ...scatterFlags(precision, results.length, output.unit),
      ...largeBlankFlags("waterUsCm", waterShare * water20, solution20),
    ],
  };
}
