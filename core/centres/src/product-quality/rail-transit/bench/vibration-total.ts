import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import { share } from "../../../bench-verdicts.ts";
import { totalVibration, weightedAcceleration } from "../vibration-exposure.ts";
import { BANDS_EXAMPLE } from "./example-bands.ts";

const ROWS = [1, 23] as const;

/** Whole-body vibration: weighted accelerations of three axes from third-octave bands, and their total. */
export const vibrationTotalBench: MethodDefinition = describe({
  id: "rail.vibration-total",
  title: { zh: "全身振动计权加速度", en: "Whole-body vibration, weighted" },
  normative: [],
  source: "ISO 2631-1:1997, 6.4 and 6.5",
  validFrom: "1997-05-01",
  inputs: [
    column("bands", "frequencyHz", ["1/3 倍频程中心频率", "Third-octave centre"], "Hz", ["0.5", "80"], ROWS),
    axis("xMS2", ["纵向", "Longitudinal"]),
    axis("yMS2", ["横向", "Lateral"]),
    axis("zMS2", ["垂向", "Vertical"]),
    factor("kx", ["系数 k_x", "Multiplier k_x"]),
    factor("ky", ["系数 k_y", "Multiplier k_y"]),
    factor("kz", ["系数 k_z", "Multiplier k_z"]),
  ],
  tables: [{ name: "bands", label: { zh: "1/3 倍频程谱", en: "Third-octave spectrum" } }],
  output: acceleration("vibration-total", ["振动总值 a_v", "Vibration total value a_v"]),
  further: [
    { name: "x", ...acceleration("vibration-weighted-x", ["纵向计权加速度", "Longitudinal, weighted"]) },
    { name: "y", ...acceleration("vibration-weighted-y", ["横向计权加速度", "Lateral, weighted"]) },
    { name: "z", ...acceleration("vibration-weighted-z", ["垂向计权加速度", "Vertical, weighted"]) },
  ],
  names: {},
  compute(readings) {
    const axes = weighted(readings);
    const [kx, ky, kz] = ["kx", "ky", "kz"].map((name) => single(readings, name));
    return { value: totalVibration({ ...axes, kx: kx!, ky: ky!, kz: kz! }), further: axes };
  },
  example: BANDS_EXAMPLE,
  pictures(readings) {
    const frequencies = series(readings, "frequencyHz");
    const line = (name: string, zh: string, en: string) => ({
      name: { zh, en },
      role: "measured" as const,
      points: series(readings, name).map((value, k) => [frequencies[k]!, value] as const),
    });
    return [
      {
        kind: "lines",
        name: "bands",
        title: { zh: "加速度谱", en: "Acceleration spectrum" },
        x: { label: { zh: "频率", en: "Frequency" }, unit: "Hz", scale: "logarithmic" },
        y: { label: { zh: "加速度", en: "Acceleration" }, unit: "m/s2" },
        lines: [
          line("xMS2", "纵向", "Longitudinal"),
          line("yMS2", "横向", "Lateral"),
          line("zMS2", "垂向", "Vertical"),
        ],
      },
    ];
  },
});

function axis(name: string, [zh, en]: readonly [string, string]) {
  const label = [`${zh}加速度`, `${en} acceleration`] as const;
  return column("bands", name, label, "m/s2", ["0", "100"], ROWS, {
    instrumentType: "accelerometer",
    uncertainty: share(2.2),
  });
}

function factor(name: string, label: readonly [string, string]) {
  return quantity(name, label, "1", ["0", "2"], { preset: "1", group: "conditions" });
}

function acceleration(characteristic: string, [zh, en]: readonly [string, string]) {
  return { characteristic, label: { zh, en }, unit: "m/s2", rounding: { mode: "half-even", places: 4 } as const };
}

function weighted(readings: Readings) {
  const frequencies = series(readings, "frequencyHz");
  const of = (name: string, weighting: "Wd" | "Wk") =>
    weightedAcceleration(frequencies, series(readings, name), weighting);
  return { x: of("xMS2", "Wd"), y: of("yMS2", "Wd"), z: of("zMS2", "Wk") };
}
