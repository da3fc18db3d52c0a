import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, flagged, series, single } from "@quanheng/flow/determination/readings.ts";
import { choice, column, optional, quantity } from "../../../bench-inputs.ts";
import { effect, share, verdict, words, yesNo } from "../../../bench-verdicts.ts";
import { meetsNoiseLimit, passByNoise } from "../pass-by-noise.ts";
import { NOISE } from "../tables.ts";

const ROWS = [1, 20_000] as const;
const CATEGORIES = ["EMU", "electric-locomotive", "diesel-locomotive", "DMU", "coach", "wagon"] as const;
const SPEEDS = ["80", "250"] as const;
/** Standard uncertainty of the distance and of the site together. [dB] U of the whole is about 2 dB. @source ISO 3095:2013, recalled */
const SITE_DB = 0.8;

/** Pass-by noise of one passage, brought to its nominal speed. */
export const passByNoiseBench: MethodDefinition = describe({
  id: "rail.pass-by-noise",
  title: { zh: "轨道车辆通过噪声", en: "Pass-by noise of a rail vehicle" },
  normative: [],
  source: "ISO 3095:2013; Regulation (EU) No 1304/2014; GB/T 5111-2011",
  validFrom: "2014-12-12",
  inputs: [
    column("record", "levelDb", ["A 计权声压级（快挡）", "A-weighted level, FAST"], "dB", ["0", "160"], ROWS, {
      instrumentType: "sound-level-meter",
      uncertainty: { kind: "normal", u: 0.5 },
    }),
    quantity("stepS", ["采样间隔", "Time step"], "s", ["0.001", "1"], { preset: "0.5", group: "instrument" }),
    quantity("firstSample", ["通过时段首个采样（从 1 数）", "First sample of the pass (from 1)"], "1", ["1", "20000"]),
    quantity("samples", ["通过时段采样数", "Samples of the pass"], "1", ["1", "20000"]),
    quantity("speedKmh", ["速度", "Speed"], "km/h", ["1", "500"], {
      instrumentType: "speed-sensor",
      uncertainty: share(0.5),
    }),
    choice("nominalKmh", ["标称速度", "Nominal speed"], words(SPEEDS.map((v) => [v, `${v} km/h`, `${v} km/h`])), {
      preset: "80",
      group: "conditions",
    }),
    choice(
      "category",
      ["车辆类别", "Category"],
      words([
        ["EMU", "动车组", "Electric multiple unit"],
        ["electric-locomotive", "电力机车", "Electric locomotive"],
        ["diesel-locomotive", "内燃机车", "Diesel locomotive"],
        ["DMU", "内燃动车组", "Diesel multiple unit"],
        ["coach", "客车", "Coach"],
        ["wagon", "货车", "Wagon"],
      ]),
      { group: "conditions" },
    ),
    quantity("axlesPerM", ["每米轴数（货车）", "Axles per metre (wagons)"], "/m", ["0.01", "2"], { optional: true }),
    quantity("windMS", ["风速", "Wind speed"], "m/s", ["0", "40"], {
      group: "conditions",
      instrumentType: "wind-anemometer",
    }),
    yesNo("rain", ["有雨", "It rained"], { group: "conditions" }),
    yesNo("trackQualified", ["线路粗糙度与衰减率合格", "Roughness and decay of the rails qualify"], {
      group: "conditions",
    }),
  ],
  tables: [{ name: "record", label: { zh: "声级记录", en: "Record of levels" } }],
  output: level("rail-pass-by-noise", ["换算到标称速度的通过声级", "Pass-by level at nominal speed"], 0),
  further: [
    { name: "passDb", ...level("rail-laeq-tp", ["L_pAeq,Tp", "L_pAeq,Tp"], 1) },
    { name: "transitExposureDb", ...level("rail-tel", ["暴露声级 TEL", "Transit exposure level"], 1) },
  ],
  names: { site: { zh: "距离与场地", en: "Distance and site" } },
  compute(readings) {
    const { normalisedDb, passDb, transitExposureDb } = levels(readings);
    return { value: normalisedDb, further: { passDb, transitExposureDb } };
  },
  more: () => [effect("site", SITE_DB)],
  findings(readings, { value }) {
    const category = chosen(readings, "category", CATEGORIES);
    const nominal = chosen(readings, "nominalKmh", SPEEDS);
    const row = NOISE.rows.find((candidate) => candidate.category === category);
    if ((row?.limits[nominal] ?? null) === null) return [];
    const { limitDb, pass } = meetsNoiseLimit(value, category, Number(nominal), NOISE);
    const basis = { document: NOISE.document, status: row?.status ?? "recalled" };
    return [verdict("limit", [`限值 ${limitDb} dB`, `Limit of ${limitDb} dB`], pass, basis)];
  },
  example: {
    levelDb: [
      ...["62.1", "66.8", "72.4", "77.9", "80.6", "81.2", "80.9", "81.5"],
      ...["81.0", "80.7", "81.3", "80.8", "79.9", "76.2", "70.8", "65.5"],
    ],
    firstSample: "4",
    samples: "10",
    speedKmh: "82.4",
    category: "EMU",
    windMS: "1.8",
    trackQualified: "yes",
  },
  pictures(readings) {
    const step = single(readings, "stepS");
    const record = series(readings, "levelDb");
    const [start, samples] = [single(readings, "firstSample") - 1, single(readings, "samples")];
    const { passDb } = levels(readings);
    return [
      {
        kind: "lines",
        name: "record",
        title: { zh: "通过声级", en: "Level during the pass" },
        x: { label: { zh: "时间", en: "Time" }, unit: "s" },
        y: { label: { zh: "声压级", en: "Level" }, unit: "dB" },
        lines: [
          { name: { zh: "声级", en: "Level" }, role: "measured", points: record.map((L, k) => [k * step, L] as const) },
          {
            name: { zh: "L_pAeq,Tp", en: "L_pAeq,Tp" },
            role: "evaluated",
            points: [
              [start * step, passDb],
              [(start + samples - 1) * step, passDb],
            ],
          },
        ],
      },
    ];
  },
});

function level(characteristic: string, [zh, en]: readonly [string, string], places: number) {
  return { characteristic, label: { zh, en }, unit: "dB", rounding: { mode: "half-even", places } as const };
}

function levels(readings: Readings) {
  const axlesPerM = optional(readings, "axlesPerM");
  return passByNoise(
    {
      levelsDb: series(readings, "levelDb"),
      stepS: single(readings, "stepS"),
      firstSample: single(readings, "firstSample") - 1,
      samples: single(readings, "samples"),
      speedKmh: single(readings, "speedKmh"),
      nominalKmh: Number(chosen(readings, "nominalKmh", SPEEDS)),
      ...(axlesPerM === undefined ? {} : { axlesPerM }),
      conditions: {
        windMS: single(readings, "windMS"),
        rain: flagged(readings, "rain"),
        trackQualified: flagged(readings, "trackQualified"),
      },
    },
    NOISE,
  );
}
