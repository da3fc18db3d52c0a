import { measured, normal, rectangular, scatter } from "@quanheng/flow/determination/budget.ts";
import { preferredRangeFlags, scatterFlags } from "@quanheng/flow/determination/flag.ts";
import type { Evaluation, MethodDefinition, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { precisionOf } from "@quanheng/flow/determination/precision.ts";
import { chosen, flagged, single } from "@quanheng/flow/determination/readings.ts";
import { reportedText } from "@quanheng/flow/determination/reported.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { NORMAL_ROTATION_DEG, polarization, temperatureFactor, type Wavelength } from "../polarization.ts";
import { refuse } from "../refusals.ts";
import { CERTIFICATE, hint, known, perPortion, reading } from "./inputs.ts";
import { NAMES } from "./names.ts";
import { eachPortion, portions } from "./portions.ts";

const WAVELENGTHS = Object.keys(NORMAL_ROTATION_DEG) as Wavelength[];

/** Half widths of what is not read at the bench: balance, class A flask of 100 mL, tube, thermometer. */
const TOLERANCE = { massG: 0.0002, flaskMl: 0.02, tubeMm: 0.01, temperatureK: 0.2 } as const;

/**
 * How far the control plate may read from its certificate: attention beyond the first, no result beyond the second. [°Z]
 * We choose both; a good instrument stays within a few hundredths.
 */
const PLATE_APART_Z = { attention: 0.1, impossible: 1 } as const;
/** Pure sucrose reads 100 °Z; beyond this a reading, a mass or a volume is wrong. [°Z] */
const HIGHEST_Z = 101;

const output: MethodOutput = {
  characteristic: "polarisation",
  label: { zh: "蔗糖分（旋光度）", en: "Polarisation (sucrose)" },
  unit: "degZ",
  rounding: { mode: "half-even", places: 2 },
};

const repeatability = { limit: "0.05", source: "GB/T 35887-2018, polarization; recalled" } as const;

/** Polarization of white sugar with a polarimeter, checked with a quartz plate. */
export const polarizationBench: MethodDefinition = {
  id: "sugar.polarization",
  title: { zh: "白砂糖蔗糖分（旋光法）", en: "Polarization of white sugar" },
  normative: ["GB/T 35887-2018", "ICUMSA GS2/3-1", "TCVN 8465:2010"],
  source: "ICUMSA GS2/3-1; ICUMSA SPS-1",
  validFrom: "2019-01-01",
  inputs: [
    perPortion("massG", ["试样质量", "Mass of the portion"], "g", ["25.5", "26.5"], {
      instrumentType: "analytical-balance",
      ...hint("每份称 26.000 g，至少两份。", "Weigh 26.000 g for each portion; at least two portions."),
    }),
    perPortion("rotationDeg", ["旋光度", "Rotation"], "deg", ["20", "50"], {
      instrumentType: "polarimeter",
      ...hint("已扣除零点的角度读数。", "Angle with the zero subtracted."),
    }),
    reading("temperatureC", ["溶液温度", "Temperature of the solution"], "Cel", ["10", "35"], {
      instrumentType: "thermometer",
      group: "conditions",
    }),
    {
      name: "wavelength",
      label: { zh: "波长", en: "Wavelength" },
      unit: "1",
      kind: "choice",
      choices: [
        { value: "589.4400", label: { zh: "589.44 nm（钠黄光）", en: "589.44 nm (sodium)" } },
        { value: "546.2271", label: { zh: "546.23 nm（汞绿光）", en: "546.23 nm (mercury)" } },
      ],
      preset: "589.4400",
      group: "instrument",
    },
    {
      name: "quartzWedge",
      label: { zh: "石英楔补偿", en: "Quartz wedge compensation" },
      unit: "1",
      kind: "flag",
      preset: "false",
      group: "instrument",
    },
    reading("plateCertifiedZ", ["石英管证书值", "Quartz plate, certified"], "degZ", ["80", "105"], {
      group: "instrument",
    }),
    reading("plateReadZ", ["石英管示值", "Quartz plate, read"], "degZ", ["80", "105"], { group: "instrument" }),
    known(
      "plateUZ",
      ["石英管标准不确定度", "Quartz plate, standard uncertainty"],
      "degZ",
      ["0.001", "0.1"],
      "0.01",
      CERTIFICATE,
    ),
    known(
      "rotationUDeg",
      ["旋光仪标准不确定度", "Polarimeter, standard uncertainty"],
      "deg",
      ["0.0001", "0.05"],
      "0.005",
      CERTIFICATE,
    ),
    known("volumeMl", ["容量瓶体积", "Flask volume"], "mL", ["99.5", "100.5"], "100.00"),
    known("tubeMm", ["旋光管长度", "Tube length"], "mm", ["199", "201"], "200.00"),
  ],
  output,
  repeatability,
  names: NAMES,
  evaluate,
};

function evaluate(readings: Readings): Evaluation {
  const temperatureC = single(readings, "temperatureC");
  const quartzWedge = flagged(readings, "quartzWedge");
  const wavelength = chosen(readings, "wavelength", WAVELENGTHS);
  const [volumeMl, tubeMm] = [single(readings, "volumeMl"), single(readings, "tubeMm")];
  const [plateCertifiedZ, plateReadZ] = [single(readings, "plateCertifiedZ"), single(readings, "plateReadZ")];
  const common = { wavelength, temperatureC, quartzWedge, plateCertifiedZ, plateReadZ, volumeMl, tubeMm };
  const list = portions(readings, ["rotationDeg", "massG"]);
  if (Math.abs(plateReadZ - plateCertifiedZ) > PLATE_APART_Z.impossible)
    refuse("plate-disagrees", {
      field: "plateReadZ",
      read: plateReadZ,
      certified: plateCertifiedZ,
      max: PLATE_APART_Z.impossible,
    });
  const results = eachPortion(list, (portion) => possible(polarization({ ...portion, ...common })));

  const precision = precisionOf(
    results.map(({ pol20 }) => pol20),
    repeatability,
  );
  const value = precision.mean;
  const rotationDeg = mean(list.map((portion) => portion.rotationDeg));
  const massG = mean(list.map((portion) => portion.massG));
  const perKelvin = temperatureFactor(quartzWedge);
  const budget = [
    scatter(precision, output.unit),
    normal("rotation", single(readings, "rotationUDeg"), value / rotationDeg, { value: rotationDeg, unit: "deg" }),
    normal("plate", single(readings, "plateUZ"), value / plateCertifiedZ, { value: plateCertifiedZ, unit: "degZ" }),
    rectangular("mass", TOLERANCE.massG, -value / massG, { value: massG, unit: "g" }),
    rectangular("flask", TOLERANCE.flaskMl, value / volumeMl, { value: volumeMl, unit: "mL" }),
    rectangular("tube", TOLERANCE.tubeMm, -value / tubeMm, { value: tubeMm, unit: "mm" }),
    rectangular("temperature", TOLERANCE.temperatureK, (value * perKelvin) / (1 + perKelvin * (temperatureC - 20)), {
      value: temperatureC,
      unit: "Cel",
    }),
  ];
  return {
    measurement: measured(value, output.unit, budget),
    intermediate: results.flatMap(({ polT, pol20 }) => [
      { name: "polT", value: polT, unit: output.unit },
      { name: "pol20", value: pol20, unit: output.unit },
    ]),
    reported: reportedText(value, output.rounding),
    flags: [
      ...scatterFlags(precision, results.length, output.unit),
      ...preferredRangeFlags("temperatureC", [temperatureC], 15, 25),
      ...preferredRangeFlags(
        "plateReadZ",
        [plateReadZ],
        plain(plateCertifiedZ - PLATE_APART_Z.attention),
        plain(plateCertifiedZ + PLATE_APART_Z.attention),
      ),
    ],
  };
}

/** Refuses what no sugar reads: a lower limit would be passed by a slip. */
function possible<Result extends { readonly pol20: number }>(result: Result): Result {
  if (result.pol20 > HIGHEST_Z)
    refuse("outside-method-range", {
      field: "rotationDeg",
      given: result.pol20.toFixed(2),
      min: 0,
      max: HIGHEST_Z,
      unit: "°Z",
    });
  return result;
}

/** A bound as it is printed, free of binary noise. */
function plain(value: number): number {
  return Number(value.toFixed(6));
}
