import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { LIMIT_BASIS, limit, limitFinding, optional, quantity } from "../../../bench-inputs.ts";
import { trackQualityIndex, trackStandardDeviation } from "../track-quality.ts";
import { TRACK_EXAMPLE } from "./example-track.ts";

/** Standard deviation of one parameter of track geometry over 200 m, drawn as a strip. */
export const trackDeviationBench: MethodDefinition = describe({
  id: "rail.track-deviation",
  title: { zh: "轨道几何 200 m 标准差", en: "Standard deviation of track geometry over 200 m" },
  normative: [],
  source: "EN 13848-1; EN 13848-6:2014",
  validFrom: "2014-03-01",
  inputs: [
    quantity("sampleMm", ["采样值（D1 波段）", "Samples (band D1)"], "mm", ["-200", "200"], {
      table: "record",
      replicates: { min: 2, max: 4000 },
      instrumentType: "track-recording-car",
      // A common shift of all samples does not change σ; what counts is the share.
      uncertainty: { kind: "percent", percent: 2, distribution: "normal" },
    }),
    quantity("stepM", ["采样间距", "Step"], "m", ["0.01", "1"], { preset: "0.25", group: "instrument" }),
    limit("limitMm", ["标准差限值", "Limit of the standard deviation"], "mm"),
    LIMIT_BASIS,
  ],
  tables: [{ name: "record", label: { zh: "轨检记录", en: "Record of the track" } }],
  output: {
    characteristic: "track-standard-deviation",
    label: { zh: "标准差 σ", en: "Standard deviation σ" },
    unit: "mm",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {},
  compute: (readings) => ({ value: trackStandardDeviation(series(readings, "sampleMm"), single(readings, "stepM")) }),
  findings(readings, { value }) {
    const most = optional(readings, "limitMm");
    if (most === undefined) return [];
    return [limitFinding(readings, "sigma", ["标准差", "Standard deviation"], "EN 13848-6:2014", value <= most)];
  },
  example: { sampleMm: TRACK_EXAMPLE },
  pictures(readings) {
    const step = single(readings, "stepM");
    const samples = series(readings, "sampleMm");
    const center = mean(samples);
    const sigma = trackStandardDeviation(samples, step);
    const end = (samples.length - 1) * step;
    const level = (y: number) =>
      [
        [0, y],
        [end, y],
      ] as const;
    return [
      {
        kind: "lines",
        name: "strip",
        title: { zh: "轨道几何波形", en: "Strip of the track record" },
        x: { label: { zh: "里程", en: "Distance" }, unit: "m" },
        y: { label: { zh: "偏差", en: "Deviation" }, unit: "mm" },
        lines: [
          {
            name: { zh: "采样", en: "Samples" },
            role: "measured",
            points: samples.map((y, k) => [k * step, y] as const),
          },
          { name: { zh: "均值 + σ", en: "Mean + σ" }, role: "construction", points: level(center + sigma) },
          { name: { zh: "均值 − σ", en: "Mean − σ" }, role: "construction", points: level(center - sigma) },
        ],
      },
    ];
  },
});

const SEVEN = [
  ["profileLeft", "左高低", "Left profile", "1.21"],
  ["profileRight", "右高低", "Right profile", "1.34"],
  ["alignmentLeft", "左轨向", "Left alignment", "0.98"],
  ["alignmentRight", "右轨向", "Right alignment", "1.02"],
  ["gauge", "轨距", "Gauge", "0.71"],
  ["crossLevel", "水平", "Cross-level", "1.05"],
  ["twist", "三角坑", "Twist", "1.12"],
] as const;

/** Track quality index: the sum of seven standard deviations over the same 200 m. */
export const trackQualityBench: MethodDefinition = describe({
  id: "rail.track-quality",
  title: { zh: "轨道质量指数 TQI", en: "Track quality index" },
  normative: [],
  source: "TG/GW 102-2019; recalled",
  validFrom: "2019-08-01",
  inputs: [
    ...SEVEN.map(([name, zh, en]) =>
      quantity(name, [`${zh} σ`, `${en}, σ`], "mm", ["0", "100"], {
        instrumentType: "track-recording-car",
        uncertainty: { kind: "percent", percent: 2, distribution: "normal" },
      }),
    ),
    limit("limitMm", ["TQI 管理值", "Management value of the index"], "mm"),
    LIMIT_BASIS,
  ],
  output: {
    characteristic: "track-quality-index",
    label: { zh: "TQI", en: "Track quality index" },
    unit: "mm",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {},
  compute(readings) {
    const [profileLeft, profileRight, alignmentLeft, alignmentRight, gauge, crossLevel, twist] = SEVEN.map(([name]) =>
      single(readings, name),
    );
    const value = trackQualityIndex({
      profileLeft: profileLeft!,
      profileRight: profileRight!,
      alignmentLeft: alignmentLeft!,
      alignmentRight: alignmentRight!,
      gauge: gauge!,
      crossLevel: crossLevel!,
      twist: twist!,
    });
    return { value };
  },
  findings(readings, { value }) {
    const most = optional(readings, "limitMm");
    if (most === undefined) return [];
    return [limitFinding(readings, "index", ["轨道质量指数", "Track quality index"], "TG/GW 102-2019", value <= most)];
  },
  example: Object.fromEntries(SEVEN.map(([name, , , sigma]) => [name, sigma])),
  pictures: (readings) => [
    {
      kind: "bars",
      name: "deviations",
      title: { zh: "各项标准差", en: "Standard deviations" },
      categories: SEVEN.map(([, zh, en]) => ({ zh, en })),
      y: { label: { zh: "标准差", en: "Standard deviation" }, unit: "mm" },
      bars: [{ name: { zh: "σ", en: "σ" }, values: SEVEN.map(([name]) => single(readings, name)) }],
    },
  ],
});
