import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { thinned } from "@quanheng/flow/determination/picture.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import { yieldPoint } from "../yield-point.ts";

const ROWS = [5, 100_000] as const;

function found(readings: Readings) {
  return yieldPoint(series(readings, "strainPercent"), series(readings, "stressMpa"), single(readings, "noiseMpa"));
}

/** Upper and lower yield strength of a material that yields discontinuously. */
export const yieldPointBench = describe({
  id: "machinery.yield-point",
  title: { zh: "上、下屈服强度", en: "Upper and lower yield strength" },
  normative: ["GB/T 228.1-2021", "ISO 6892-1:2019"],
  source: "GB/T 228.1-2021 (ISO 6892-1:2019), 11 and 12",
  validFrom: "2022-07-01",
  tables: [{ name: "curve", label: { zh: "应力-应变曲线", en: "Stress and strain" } }],
  inputs: [
    column("curve", "strainPercent", ["应变", "Strain"], "%", ["", ""], ROWS),
    column("curve", "stressMpa", ["应力", "Stress"], "MPa", ["", ""], ROWS, {
      instrumentType: "tensile-machine",
      uncertainty: { kind: "percent", percent: 1, distribution: "rectangular" },
    }),
    quantity("noiseMpa", ["噪声", "Noise of the record"], "MPa", ["0", "50"], {
      preset: "0",
      group: "conditions",
      hint: { zh: "不大于此值的起伏不算极值。", en: "Reversals up to this size are no extremes." },
    }),
  ],
  output: {
    characteristic: "upper-yield-strength",
    label: { zh: "上屈服强度 ReH", en: "Upper yield strength ReH" },
    unit: "MPa",
    rounding: { mode: "half-even", places: 0 },
  },
  further: [
    {
      name: "lowerMpa",
      characteristic: "lower-yield-strength",
      label: { zh: "下屈服强度 ReL", en: "Lower yield strength ReL" },
      unit: "MPa",
      rounding: { mode: "half-even", places: 0 },
    },
  ],
  names: {
    minimumMpa: {
      zh: "屈服阶段极小值（首个为初始瞬时效应）",
      en: "Minimum while yielding (the first is the transient)",
    },
  },
  compute: (readings) => {
    const { upperMpa, lowerMpa, minimaMpa } = found(readings);
    return {
      value: upperMpa,
      further: { lowerMpa },
      intermediate: minimaMpa.map((value) => ({ name: "minimumMpa", value, unit: "MPa" })),
    };
  },
  pictures: (readings) => {
    const [strain, stress] = [series(readings, "strainPercent"), series(readings, "stressMpa")];
    const { upperMpa, lowerMpa } = found(readings);
    const at = (level: number) => strain[stress.indexOf(level)]!;
    return [
      {
        kind: "lines",
        name: "yielding",
        title: { zh: "应力-应变曲线", en: "Stress and strain" },
        x: { label: { zh: "应变", en: "Strain" }, unit: "%" },
        y: { label: { zh: "应力", en: "Stress" }, unit: "MPa" },
        lines: [
          {
            name: { zh: "曲线", en: "Curve" },
            role: "measured",
            points: thinned(strain.map((e, i) => [e, stress[i]!] as const)),
          },
        ],
        marks: [
          { name: { zh: "ReH", en: "ReH" }, x: at(upperMpa), y: upperMpa },
          { name: { zh: "ReL", en: "ReL" }, x: at(lowerMpa), y: lowerMpa },
        ],
      },
    ];
  },
  example: {
    strainPercent: "0 0.05 0.1 0.15 0.171 0.175 0.19 0.4 0.8 1.2 1.6 2 2.4 4 8 14 18 22".split(" "),
    stressMpa: "0 103 206 308 352 338 331 334 330.5 333 332 336 352 401 452 471 468 440".split(" "),
  },
});
