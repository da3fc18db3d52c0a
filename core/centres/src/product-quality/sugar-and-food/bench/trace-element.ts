import { measured, normal, rectangular, scatter } from "@quanheng/flow/determination/budget.ts";
import { scatterFlags } from "@quanheng/flow/determination/flag.ts";
import type {
  Evaluation,
  MethodDefinition,
  MethodOutput,
  Readings,
  Repeatability,
} from "@quanheng/flow/determination/method.ts";
import { precisionOf } from "@quanheng/flow/determination/precision.ts";
import { BLANK_SCATTERS, quantified } from "@quanheng/flow/determination/quantified.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { elementContent, recoveryCorrected } from "../trace-element.ts";
import { blankFlags, checkBlank } from "./blank.ts";
import { hint, known, perPortion, reading } from "./inputs.ts";
import { NAMES } from "./names.ts";
import { eachPortion, portions } from "./portions.ts";

/** Half widths of a 10 mL to 50 mL class A flask and of the balance. */
const TOLERANCE = { volumeMl: 0.05, massG: 0.0005 } as const;

type Element = {
  readonly id: string;
  readonly characteristic: string;
  readonly title: Bilingual;
  readonly label: Bilingual;
  readonly normative: string;
  readonly validFrom: string;
  readonly quantifiedFrom: string;
};

/** Lead and total arsenic; the national methods name several instruments, the calculation is one. */
export const leadBench: MethodDefinition = traceElement({
  id: "sugar.lead",
  characteristic: "lead",
  title: { zh: "食品中铅", en: "Lead in food" },
  label: { zh: "铅", en: "Lead (Pb)" },
  normative: "GB 5009.12-2023",
  validFrom: "2024-03-06",
  quantifiedFrom: "0.04",
});
export const arsenicBench: MethodDefinition = traceElement({
  id: "sugar.arsenic",
  characteristic: "arsenic-total",
  title: { zh: "食品中总砷", en: "Total arsenic in food" },
  label: { zh: "总砷", en: "Total arsenic (As)" },
  normative: "GB 5009.11-2024",
  validFrom: "2024-08-08",
  quantifiedFrom: "0.01",
});

function traceElement({
  id,
  characteristic,
  title,
  label,
  normative,
  validFrom,
  quantifiedFrom,
}: Element): MethodDefinition {
  const output: MethodOutput = { characteristic, label, unit: "mg/kg", rounding: { mode: "half-even", places: 3 } };
  const repeatability: Repeatability = {
    limit: "0.20",
    kind: "relative",
    source: `${normative}: 20 % of the mean at low contents; recalled`,
  };
  return {
    id,
    title,
    normative: [normative],
    source: normative,
    validFrom,
    inputs: [
      perPortion("massG", ["试样质量", "Mass of the portion"], "g", ["0.1", "10"], {
        instrumentType: "analytical-balance",
      }),
      perPortion("digestUgL", ["消解液测定值", "Content of the digest"], "ug/L", ["0", "10000"], {
        instrumentType: "icp-ms",
      }),
      reading("blankUgL", ["空白测定值", "Content of the blank"], "ug/L", ["0", "1000"]),
      known("volumeMl", ["定容体积", "Made-up volume"], "mL", ["5", "250"], "10"),
      reading("recoveryPercent", ["加标回收率", "Recovery of the spiked sample"], "%", ["0", "200"], {
        ...hint("须在 70 % 至 120 % 之间。", "Must be 70 % to 120 %."),
      }),
      known("recoveryUPercent", ["回收率标准不确定度", "Recovery, standard uncertainty"], "%", ["0.1", "20"], "3"),
      known(
        "calibrationUPercent",
        ["校准相对标准不确定度", "Calibration, relative standard uncertainty"],
        "%",
        ["0.1", "20"],
        "3",
      ),
      known("quantifiedFrom", ["定量限", "Limit of quantification"], "mg/kg", ["0.0001", "1"], quantifiedFrom, {
        ...hint("本实验室验证的定量限。", "As validated by this laboratory."),
      }),
    ],
    output,
    repeatability,
    names: NAMES,
    evaluate: (readings) => evaluate(readings, output, repeatability),
  };
}

function evaluate(readings: Readings, output: MethodOutput, repeatability: Repeatability): Evaluation {
  const [blankUgL, volumeMl] = [single(readings, "blankUgL"), single(readings, "volumeMl")];
  const recoveryPercent = single(readings, "recoveryPercent");
  const list = portions(readings, ["digestUgL", "massG"]);
  const quantifiedFrom = single(readings, "quantifiedFrom");
  const contents = eachPortion(list, (portion) => {
    const content = elementContent({ ...portion, blankUgL, volumeMl });
    checkBlank("blankUgL", { sample: portion.digestUgL, blank: blankUgL, content, quantifiedFrom });
    return content;
  });
  const corrected = contents.map((content) => recoveryCorrected(content, recoveryPercent));
  const precision = precisionOf(corrected, repeatability);
  const value = precision.mean;
  const massG = mean(list.map((portion) => portion.massG));
  const blankContent = elementContent({ digestUgL: blankUgL, blankUgL: 0, volumeMl, massG });
  const budget = [
    scatter(precision, output.unit),
    normal("calibration", single(readings, "calibrationUPercent") / 100, value, { value: 1, unit: "1" }),
    normal("recovery", single(readings, "recoveryUPercent"), -value / recoveryPercent, {
      value: recoveryPercent,
      unit: "%",
    }),
    rectangular("volume", TOLERANCE.volumeMl, value / volumeMl, { value: volumeMl, unit: "mL" }),
    rectangular("mass", TOLERANCE.massG, -value / massG, { value: massG, unit: "g" }),
    normal("nearBlank", quantifiedFrom / BLANK_SCATTERS, 1, { unit: output.unit }),
  ];
  const outcome = quantified(value, quantifiedFrom, output);
  return {
    measurement: measured(value, output.unit, budget),
    intermediate: corrected.flatMap((content, index) => [
      { name: "content", value: contents[index] ?? content, unit: output.unit },
      { name: "corrected", value: content, unit: output.unit },
    ]),
    ...outcome.statement,
    flags: [
      ...(outcome.below ? [] : scatterFlags(precision, list.length, output.unit)),
      ...blankFlags("blankUgL", series(readings, "digestUgL"), blankUgL, blankContent, quantifiedFrom),
      ...outcome.flags,
    ],
  };
}
