import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, series } from "@quanheng/flow/determination/readings.ts";
import { choice, column } from "../../../bench-inputs.ts";
import { type Label, note, share, words } from "../../../bench-verdicts.ts";
import { rideGrade, rideIndex } from "../ride-index.ts";
import { RIDE_GRADES } from "../tables.ts";

const ROWS = [1, 400] as const;
const GRADES: Readonly<Record<string, Label>> = {
  excellent: ["优", "excellent"],
  good: ["良", "good"],
  qualified: ["合格", "qualified"],
};

/** Ride index of Sperling in one direction, with its grade. */
export const rideIndexBench: MethodDefinition = describe({
  id: "rail.ride-index",
  title: { zh: "车辆平稳性指标", en: "Ride index (Sperling)" },
  normative: [],
  source: "GB/T 5599-2019; recalled",
  validFrom: "2020-07-01",
  inputs: [
    column("spectrum", "frequencyHz", ["频率", "Frequency"], "Hz", ["0.1", "100"], ROWS),
    column("spectrum", "amplitudeMS2", ["加速度幅值", "Amplitude"], "m/s2", ["0", "100"], ROWS, {
      instrumentType: "accelerometer",
      uncertainty: share(2.2),
    }),
    choice(
      "direction",
      ["方向", "Direction"],
      words([
        ["vertical", "垂向", "Vertical"],
        ["lateral", "横向", "Lateral"],
      ]),
    ),
    choice(
      "vehicle",
      ["车辆", "Vehicle"],
      words([
        ["coach", "客车", "Coach"],
        ["locomotive", "机车", "Locomotive"],
      ]),
      { preset: "coach", group: "conditions" },
    ),
  ],
  tables: [{ name: "spectrum", label: { zh: "加速度谱", en: "Acceleration spectrum" } }],
  output: {
    characteristic: "rail-ride-index",
    label: { zh: "平稳性指标 W", en: "Ride index W" },
    unit: "1",
    rounding: { mode: "half-even", places: 2 },
  },
  names: { component: { zh: "分量指标", en: "Index of a component" } },
  compute(readings) {
    const { index, each } = ride(readings);
    return { value: index, intermediate: each.map((value) => ({ name: "component", value, unit: "1" })) };
  },
  findings(readings, { value }) {
    const grade = rideGrade(value, chosen(readings, "vehicle", ["coach", "locomotive"]), RIDE_GRADES);
    const outcome = grade === undefined ? (["不合格", "not qualified"] as const) : (GRADES[grade] ?? [grade, grade]);
    return [{ ...note("grade", ["平稳性等级", "Grade"], outcome, RIDE_GRADES), kept: grade !== undefined }];
  },
  example: {
    frequencyHz: ["1.2", "2.4", "5.0", "8.0", "15.0"],
    amplitudeMS2: ["0.11", "0.16", "0.2", "0.14", "0.09"],
    direction: "vertical",
  },
  pictures(readings) {
    const { each } = ride(readings);
    return [
      {
        kind: "bars",
        name: "components",
        title: { zh: "各频率分量指标", en: "Index of each component" },
        categories: series(readings, "frequencyHz").map((f) => ({ zh: `${f} Hz`, en: `${f} Hz` })),
        y: { label: { zh: "指标", en: "Index" }, unit: "1" },
        bars: [{ name: { zh: "指标", en: "Index" }, values: each }],
      },
    ];
  },
});

function ride(readings: Readings) {
  const amplitudes = series(readings, "amplitudeMS2");
  return rideIndex(
    chosen(readings, "direction", ["vertical", "lateral"]),
    series(readings, "frequencyHz").map((frequencyHz, k) => ({ frequencyHz, amplitudeMS2: amplitudes[k]! })),
  );
}
