import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { choiceOf, column, condition, equipment, optional, quantity } from "../../../bench-inputs.ts";
import { waterMeterVerdict, weighedVolume } from "../water-meter.ts";
import { errorCurve } from "./error-curve.ts";
import { keptFinding, MPE } from "./findings.ts";
import { WATER } from "./tables.ts";

function found(readings: Readings) {
  const [indicated, masses] = [series(readings, "indicatedL"), series(readings, "massKg")];
  const waterC = single(readings, "waterC");
  const resolutionL = optional(readings, "resolutionL");
  const points = series(readings, "flowM3H").map((flowM3H, at) => ({
    flowM3H,
    indicatedL: indicated[at] ?? Number.NaN,
    actualL: weighedVolume(masses[at] ?? Number.NaN, waterC, single(readings, "airKgM3")),
  }));
  return waterMeterVerdict(
    {
      accuracyClass: String(readings["accuracyClass"]),
      permanentM3H: single(readings, "permanentM3H"),
      ratio: single(readings, "ratio"),
      waterC,
      ...(resolutionL === undefined ? {} : { resolutionL }),
      inService: readings["inService"] === "yes",
    },
    points,
    WATER,
  );
}

type Result = ReturnType<typeof found>["points"][number];

/** The error of greatest magnitude among the points, with its sign. */
function greatest(points: readonly Result[]): number {
  return points.reduce(
    (worst, { errorPercent }) => (Math.abs(errorPercent) > Math.abs(worst) ? errorPercent : worst),
    0,
  );
}

const ERROR = { unit: "%", rounding: { mode: "half-even", places: 1 } } as const;

/** Errors of a water meter by weighing, with the error curve between its limits. */
export const waterMeterBench = describe({
  id: "meter.water",
  title: { zh: "水表示值误差（称量法）", en: "Errors of a water meter (weighing)" },
  normative: ["JJG 162-2019", "GB/T 778.2-2018", "ISO 4064-2:2014"],
  source: "JJG 162-2019; OIML R 49-1:2013; recalled",
  validFrom: "2020-06-25",
  tables: [
    {
      name: "points",
      label: { zh: "流量点", en: "Test points" },
      hint: { zh: "须有 Q1、Q2、Q3 附近的点。", en: "Points near Q1, Q2 and Q3 are needed." },
    },
  ],
  inputs: [
    choiceOf(
      "accuracyClass",
      ["准确度等级", "Accuracy class"],
      [
        ["2", "2 级", "class 2"],
        ["1", "1 级", "class 1"],
      ],
    ),
    quantity("permanentM3H", ["常用流量 Q3", "Permanent flow, Q3"], "m3/h", ["0.1", "100000"]),
    quantity("ratio", ["量程比 R", "Ratio R"], "1", ["10", "2000"]),
    choiceOf(
      "inService",
      ["使用中检验", "In service"],
      [
        ["no", "否", "no"],
        ["yes", "是", "yes"],
      ],
      { group: "conditions", preset: "no" },
    ),
    condition("waterC", ["水温", "Water temperature"], "Cel", ["0.1", "90"], {
      instrumentType: "thermometer",
      uncertainty: { kind: "rectangular", halfWidth: 0.2 },
    }),
    equipment("airKgM3", ["空气密度", "Density of the air"], "kg/m3", ["0.8", "1.4"], "1.2", {
      uncertainty: { kind: "rectangular", halfWidth: 0.05 },
    }),
    quantity("resolutionL", ["分辨力", "Resolution of the meter"], "L", ["0.000001", "1000"], {
      optional: true,
      group: "instrument",
    }),
    column("points", "flowM3H", ["流量", "Flow"], "m3/h", ["0.0001", "100000"], [3, 20], {
      instrumentType: "flow-meter",
    }),
    column("points", "indicatedL", ["示值体积", "Indicated"], "L", ["0", "1000000"], [3, 20], {
      uncertainty: { kind: "percent", percent: 0.05, distribution: "rectangular" },
    }),
    column("points", "massKg", ["水的质量", "Mass of the water"], "kg", ["0.001", "1000000"], [3, 20], {
      instrumentType: "balance",
      uncertainty: { kind: "percent", percent: 0.05, distribution: "rectangular" },
    }),
  ],
  output: {
    characteristic: "wm-mpe-upper",
    label: { zh: "最大误差（高区）", en: "Greatest error, upper zone" },
    ...ERROR,
  },
  further: [
    {
      name: "lower",
      characteristic: "wm-mpe-lower",
      label: { zh: "最大误差（低区）", en: "Greatest error, lower zone" },
      ...ERROR,
    },
  ],
  names: { point: { zh: "流量点误差", en: "Error at a point" } },
  compute: (readings) => {
    const { points, flows } = found(readings);
    const [lower, upper] = [
      points.filter(({ flowM3H }) => flowM3H < flows.q2),
      points.filter(({ flowM3H }) => flowM3H >= flows.q2),
    ];
    return {
      value: greatest(upper),
      further: { lower: greatest(lower) },
      intermediate: points.map(({ errorPercent }) => ({ name: "point", value: errorPercent, unit: "%" })),
    };
  },
  findings: (readings) => {
    const { points, halfRuleKept, passes } = found(readings);
    return [
      keptFinding("verdict", ["检定结论", "Verification"], passes, WATER),
      keptFinding(
        "mpe",
        MPE,
        points.every(({ within }) => within),
        WATER,
      ),
      keptFinding("half-mpe", ["同号误差规则", "Rule of errors of one sign"], halfRuleKept, WATER),
    ];
  },
  pictures: (readings) => [errorCurve(found(readings).points)],
  example: {
    accuracyClass: "2",
    permanentM3H: "2.5",
    ratio: "160",
    waterC: "20.3",
    flowM3H: ["0.0158", "0.0255", "0.84", "2.45"],
    indicatedL: ["10.23", "20.06", "100.92", "100.65"],
    massKg: ["9.955", "19.91", "99.71", "99.75"],
  },
});
