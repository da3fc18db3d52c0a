import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, series } from "@quanheng/flow/determination/readings.ts";
import { choice, column } from "../../../bench-inputs.ts";
import { share, verdict, words } from "../../../bench-verdicts.ts";
import { SPECTRA } from "../tables.ts";
import { spectrumDeviations, spectrumLevel, spectrumRms, tabulatedSpectrum } from "../vibration-test.ts";

const ROWS = [1, 4000] as const;
const CATEGORIES = ["1A", "1B", "2", "3"] as const;
const AXES = ["vertical", "transverse", "longitudinal"] as const;

/** Random vibration test of equipment: the achieved spectrum against its target. */
export const vibrationTestBench: MethodDefinition = describe({
  id: "rail.vibration-test",
  title: { zh: "机车车辆设备随机振动谱", en: "Random vibration test of equipment" },
  normative: [],
  source: "IEC 61373:2010; GB/T 21563; recalled",
  validFrom: "2010-05-12",
  inputs: [
    column("spectrum", "frequencyHz", ["频率", "Frequency"], "Hz", ["0.1", "2000"], ROWS),
    column("spectrum", "measured", ["实测加速度谱密度", "Measured spectral density"], "m2/s4/Hz", ["0", "1000"], ROWS, {
      instrumentType: "accelerometer",
      uncertainty: share(5),
    }),
    choice(
      "category",
      ["设备类别", "Category"],
      words([
        ["1A", "1 类 A 级（车体）", "1 class A (car body)"],
        ["1B", "1 类 B 级（车体）", "1 class B (car body)"],
        ["2", "2 类（转向架）", "2 (bogie)"],
        ["3", "3 类（车轴）", "3 (axle)"],
      ]),
      { group: "conditions" },
    ),
    choice(
      "axis",
      ["方向", "Axis"],
      words([
        ["vertical", "垂向", "Vertical"],
        ["transverse", "横向", "Transverse"],
        ["longitudinal", "纵向", "Longitudinal"],
      ]),
      { group: "conditions" },
    ),
  ],
  tables: [{ name: "spectrum", label: { zh: "加速度谱密度", en: "Spectral density" } }],
  output: {
    characteristic: "vibration-asd-deviation",
    label: { zh: "谱密度最大偏差", en: "Greatest deviation of the spectrum" },
    unit: "dB",
    rounding: { mode: "half-even", places: 2 },
  },
  names: { target: { zh: "目标方均根值", en: "Target r.m.s." } },
  compute(readings) {
    const { points } = deviations(readings);
    const greatest = points.map(({ deviationDb }) => deviationDb).reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    return {
      value: greatest,
      intermediate: [{ name: "target", value: spectrumRms(spectrum(readings)), unit: "m/s2" }],
    };
  },
  findings: (readings) => [
    verdict("tolerance", ["谱密度在 ±3 dB 以内", "Spectrum within ±3 dB"], deviations(readings).pass, SPECTRA),
  ],
  example: {
    frequencyHz: ["3", "10", "40", "120"],
    measured: ["0.0121", "0.0288", "0.0052", "0.00168"],
    category: "1B",
    axis: "vertical",
  },
  pictures(readings) {
    const target = spectrum(readings);
    const measured = series(readings, "measured");
    // ±3 dB of a power is a factor of 10^±0.3.
    const at = (factor: number) => target.cornersHz.map((f) => [f, factor * spectrumLevel(target, f)] as const);
    return [
      {
        kind: "lines",
        name: "spectrum",
        title: { zh: "加速度谱密度", en: "Spectral density" },
        x: { label: { zh: "频率", en: "Frequency" }, unit: "Hz", scale: "logarithmic" },
        y: { label: { zh: "谱密度", en: "Spectral density" }, unit: "m2/s4/Hz", scale: "logarithmic" },
        lines: [
          {
            name: { zh: "实测", en: "Measured" },
            role: "measured",
            points: series(readings, "frequencyHz").map((f, k) => [f, measured[k]!] as const),
          },
          { name: { zh: "目标", en: "Target" }, role: "evaluated", points: at(1) },
          { name: { zh: "+3 dB", en: "+3 dB" }, role: "limit", points: at(10 ** 0.3) },
          { name: { zh: "−3 dB", en: "−3 dB" }, role: "limit", points: at(10 ** -0.3) },
        ],
      },
    ];
  },
});

function spectrum(readings: Readings) {
  return tabulatedSpectrum(chosen(readings, "category", CATEGORIES), chosen(readings, "axis", AXES), SPECTRA);
}

function deviations(readings: Readings) {
  return spectrumDeviations(spectrum(readings), series(readings, "frequencyHz"), series(readings, "measured"));
}
