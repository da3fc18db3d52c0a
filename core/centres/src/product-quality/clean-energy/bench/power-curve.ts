import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { thinned } from "@quanheng/flow/determination/picture.ts";
import { flagged, series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import { effect, share, verdict, yesNo } from "../../../bench-verdicts.ts";
import { powerCurve } from "../power-curve.ts";
import { refuse } from "../refusals.ts";
import { RECORDS_EXAMPLE } from "./example-records.ts";

const ROWS = [1, 100_000] as const;
const IEC_61400 = { document: "IEC 61400-12-1:2017", status: "recalled" } as const;

/** Power curve of a turbine by bins; the result is the power in a chosen bin. */
export const powerCurveBench: MethodDefinition = describe({
  id: "wind.power-curve",
  title: { zh: "风电机组功率曲线（bin 法）", en: "Power curve of a wind turbine (bins)" },
  normative: [],
  source: "IEC 61400-12-1:2017, 9.1 and 9.2",
  validFrom: "2017-03-03",
  inputs: [
    column("records", "windMS", ["10 min 平均风速", "Ten-minute wind speed"], "m/s", ["0", "75"], ROWS, {
      instrumentType: "wind-anemometer",
    }),
    column("records", "powerKw", ["10 min 平均功率", "Ten-minute power"], "kW", ["-1000", "30000"], ROWS, {
      instrumentType: "power-analyser",
      uncertainty: share(0.75),
    }),
    column("records", "density", ["空气密度", "Density of the air"], "kg/m3", ["0.8", "1.4"], ROWS),
    quantity("referenceDensity", ["参考密度", "Reference density"], "kg/m3", ["0.8", "1.4"], {
      preset: "1.225",
      group: "conditions",
    }),
    quantity("binMS", ["报告的风速区间", "Bin to report"], "m/s", ["0", "40"], {
      group: "conditions",
      hint: { zh: "0.5 m/s 的整数倍。", en: "A multiple of 0.5 m/s." },
    }),
    yesNo("sectorsFiltered", ["已剔除尾流与覆冰记录", "Wake and icing were removed"]),
  ],
  tables: [{ name: "records", label: { zh: "10 min 记录", en: "Ten-minute records" } }],
  output: {
    characteristic: "wind-bin-power",
    label: { zh: "区间平均功率", en: "Power in the bin" },
    unit: "kW",
    rounding: { mode: "half-even", places: 1 },
  },
  further: [
    {
      name: "windMS",
      characteristic: "wind-bin-speed",
      label: { zh: "区间平均风速", en: "Wind speed in the bin" },
      unit: "m/s",
      rounding: { mode: "half-even", places: 3 },
    },
  ],
  names: {
    records: { zh: "区间内记录数", en: "Records in the bin" },
    scatter: { zh: "A 类（区间内散布）", en: "Category A (scatter in the bin)" },
  },
  compute(readings) {
    const { powerKw, windMS, records } = binOf(readings);
    return { value: powerKw, further: { windMS }, intermediate: [{ name: "records", value: records, unit: "1" }] };
  },
  more(readings) {
    const { sdKw, records } = binOf(readings);
    return sdKw === undefined ? [] : [effect("scatter", sdKw / Math.sqrt(records), records - 1)];
  },
  findings(readings) {
    const { hours, complete } = curve(readings);
    const said = `${hours.toFixed(1)} h`;
    return [
      verdict("bin", ["区间记录不少于 3 条", "At least three records in the bin"], binOf(readings).valid, IEC_61400),
      verdict("hours", ["数据总时长不少于 180 h", "At least 180 h of records"], complete, IEC_61400, {
        kept: [said, said],
        broken: [said, said],
      }),
    ];
  },
  example: { ...RECORDS_EXAMPLE, binMS: "7.5", sectorsFiltered: "yes" },
  pictures(readings) {
    const powers = series(readings, "powerKw");
    const records = series(readings, "windMS").map((wind, k) => [wind, powers[k]!] as const);
    return [
      {
        kind: "lines",
        name: "curve",
        title: { zh: "功率曲线", en: "Power curve" },
        x: { label: { zh: "风速", en: "Wind speed" }, unit: "m/s" },
        y: { label: { zh: "功率", en: "Power" }, unit: "kW" },
        lines: [
          { name: { zh: "记录", en: "Records" }, role: "measured", scattered: true, points: thinned(records) },
          {
            name: { zh: "区间平均", en: "Means of the bins" },
            role: "evaluated",
            points: curve(readings).bins.map(({ windMS, powerKw }) => [windMS, powerKw] as const),
          },
        ],
      },
    ];
  },
});

function curve(readings: Readings) {
  const [powers, densities] = [series(readings, "powerKw"), series(readings, "density")];
  const records = series(readings, "windMS").map((windMS, k) => ({
    windMS,
    powerKw: powers[k]!,
    density: densities[k]!,
  }));
  return powerCurve(records, single(readings, "referenceDensity"), flagged(readings, "sectorsFiltered"));
}

function binOf(readings: Readings) {
  const binMS = single(readings, "binMS");
  const found = curve(readings).bins.find(({ centreMS }) => centreMS === binMS);
  return found ?? refuse("bin-empty", { field: "binMS", given: binMS });
}
