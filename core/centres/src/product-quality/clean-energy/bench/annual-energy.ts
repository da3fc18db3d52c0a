import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import { share, verdict } from "../../../bench-verdicts.ts";
import { annualEnergy } from "../annual-energy.ts";
import { CURVE_EXAMPLE } from "./example-curve.ts";

const ROWS = [2, 200] as const;
const IEC_61400 = { document: "IEC 61400-12-1:2017", status: "recalled" } as const;

/** Annual energy production of a measured power curve for Rayleigh-distributed wind. */
export const annualEnergyBench: MethodDefinition = describe({
  id: "wind.annual-energy",
  title: { zh: "年发电量", en: "Annual energy production" },
  normative: [],
  source: "IEC 61400-12-1:2017, 9.3",
  validFrom: "2017-03-03",
  inputs: [
    column("curve", "windMS", ["区间风速", "Wind speed of the bin"], "m/s", ["0", "75"], ROWS, {
      instrumentType: "wind-anemometer",
      uncertainty: { kind: "affine", a: 0.1, b: 0.005 },
    }),
    column("curve", "powerKw", ["区间功率", "Power of the bin"], "kW", ["-1000", "30000"], ROWS, {
      instrumentType: "power-analyser",
      uncertainty: share(0.75),
    }),
    quantity("averageMS", ["年平均风速", "Annual average wind speed"], "m/s", ["2", "15"], { group: "conditions" }),
    quantity("cutOutMS", ["切出风速", "Cut-out wind speed"], "m/s", ["5", "50"], { preset: "25", group: "conditions" }),
  ],
  tables: [{ name: "curve", label: { zh: "功率曲线", en: "Power curve" } }],
  output: {
    characteristic: "wind-aep-measured",
    label: { zh: "实测年发电量", en: "Annual energy, measured" },
    unit: "MW.h",
    rounding: { mode: "half-even", places: 0 },
  },
  further: [
    {
      name: "extrapolated",
      characteristic: "wind-aep-extrapolated",
      label: { zh: "外推年发电量", en: "Annual energy, extrapolated" },
      unit: "MW.h",
      rounding: { mode: "half-even", places: 0 },
    },
  ],
  names: { ratio: { zh: "实测与外推之比", en: "Measured over extrapolated" } },
  compute(readings) {
    const { measuredKwh, extrapolatedKwh, ratio } = energy(readings);
    return {
      value: measuredKwh / 1000,
      further: { extrapolated: extrapolatedKwh / 1000 },
      intermediate: [{ name: "ratio", value: ratio, unit: "1" }],
    };
  },
  findings: (readings) => [
    verdict("complete", ["实测不少于外推的 95 %", "At least 95 % measured"], energy(readings).complete, IEC_61400),
  ],
  example: { ...CURVE_EXAMPLE, averageMS: "6.5" },
  pictures(readings) {
    const powers = series(readings, "powerKw");
    return [
      {
        kind: "lines",
        name: "curve",
        title: { zh: "功率曲线", en: "Power curve" },
        x: { label: { zh: "风速", en: "Wind speed" }, unit: "m/s" },
        y: { label: { zh: "功率", en: "Power" }, unit: "kW" },
        lines: [
          {
            name: { zh: "功率", en: "Power" },
            role: "measured",
            points: series(readings, "windMS").map((wind, k) => [wind, powers[k]!] as const),
          },
        ],
      },
    ];
  },
});

function energy(readings: Readings) {
  const powers = series(readings, "powerKw");
  const points = series(readings, "windMS").map((windMS, k) => ({ windMS, powerKw: powers[k]! }));
  return annualEnergy(points, single(readings, "averageMS"), single(readings, "cutOutMS"));
}
