import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, series, single } from "@quanheng/flow/determination/readings.ts";
import { column, expandedBy2 } from "../../../bench-inputs.ts";
import { verdict } from "../../../bench-verdicts.ts";
import { conductedEmission } from "../conducted-emission.ts";
import { EMISSION } from "../tables.ts";
import { EMC_CLASS, emissionBasis, LAB_UNCERTAINTY, limitLine } from "./emission-limits.ts";

const ROWS = [1, 2000] as const;
const CLASSES = ["A", "B"] as const;

function segments(readings: Readings) {
  return EMISSION.mains[chosen(readings, "emcClass", CLASSES)] ?? [];
}

function levels(readings: Readings, name: string): readonly (number | undefined)[] {
  return readings[name] === undefined ? [] : series(readings, name);
}

function judged(readings: Readings) {
  const [qp, av] = [levels(readings, "qpDb"), levels(readings, "avDb")];
  const rows = series(readings, "frequencyMhz").map((frequencyMhz, i) => ({
    frequencyMhz,
    levels: { ...(qp[i] === undefined ? {} : { QP: qp[i] }), ...(av[i] === undefined ? {} : { AV: av[i] }) },
  }));
  return conductedEmission(EMISSION, chosen(readings, "emcClass", CLASSES), rows, single(readings, "labExpandedDb"));
}

/** Disturbance voltage at the mains port; the result is the smallest distance to the limit. */
export const conductedEmissionBench = describe({
  id: "electronics.conducted-emission",
  title: { zh: "电源端骚扰电压", en: "Disturbance voltage at the mains port" },
  normative: ["CISPR 32:2015", "GB/T 9254.1-2021", "CISPR 15:2018", "GB/T 17743-2021", "TCVN 7186:2018"],
  source: "CISPR 32:2015, annex A and clause C.2; CISPR 16-4-2",
  validFrom: "2022-07-01",
  tables: [{ name: "readings", label: { zh: "终测读数", en: "Final readings" } }],
  inputs: [
    column("readings", "frequencyMhz", ["频率", "Frequency"], "MHz", ["0.009", "40000"], ROWS, {
      instrumentType: "emi-receiver",
    }),
    column("readings", "qpDb", ["准峰值", "Quasi-peak"], "dB", ["-50", "200"], ROWS, {
      optional: true,
      hint: { zh: "已加人工电源网络和电缆修正，dB(µV)。", en: "Corrected for network and cable, dB(µV)." },
    }),
    column("readings", "avDb", ["平均值", "Average"], "dB", ["-50", "200"], ROWS, {
      optional: true,
      hint: {
        zh: "准峰值低于平均值限值时可不测。",
        en: "Not needed where the quasi-peak value is below the average limit.",
      },
    }),
    EMC_CLASS,
    LAB_UNCERTAINTY,
  ],
  output: {
    characteristic: "conducted-emission-margin",
    label: { zh: "最小裕量", en: "Smallest distance to the limit" },
    unit: "dB",
    rounding: { mode: "half-even", places: 1 },
  },
  further: (["QP", "AV"] as const).map((detector) => ({
    name: detector,
    characteristic: `conducted-emission-margin-${detector.toLowerCase()}`,
    label: { zh: `${detector} 最小裕量`, en: `Smallest distance, ${detector}` },
    unit: "dB",
    rounding: { mode: "half-even", places: 1 },
  })),
  names: {},
  compute: (readings) => {
    const { rows } = judged(readings);
    const [QP, AV] = [Math.min(...rows.map((row) => row.QP.marginDb)), Math.min(...rows.map((row) => row.AV.marginDb))];
    return { value: Math.min(QP, AV), further: { QP, AV } };
  },
  more: (readings) => [expandedBy2(readings, "labExpandedDb", -1, "dB")],
  findings: (readings) => [
    verdict(
      "emission",
      ["骚扰电压", "Disturbance voltage"],
      judged(readings).pass,
      emissionBasis("mains", segments(readings)),
    ),
  ],
  pictures: (readings) => {
    const f = series(readings, "frequencyMhz");
    const points = (name: string) =>
      levels(readings, name).flatMap((level, i) => (level === undefined ? [] : [[f[i]!, level] as const]));
    return [
      {
        kind: "lines",
        name: "emission",
        title: { zh: "电源端骚扰电压", en: "Disturbance voltage" },
        x: { label: { zh: "频率", en: "Frequency" }, unit: "MHz", scale: "logarithmic" },
        y: { label: { zh: "电平 dB(µV)", en: "Level, dB(µV)" }, unit: "dB" },
        lines: [
          limitLine(segments(readings), "QP", { zh: "QP 限值", en: "QP limit" }),
          limitLine(segments(readings), "AV", { zh: "AV 限值", en: "AV limit" }),
          { name: { zh: "准峰值", en: "Quasi-peak" }, role: "measured", scattered: true, points: points("qpDb") },
          { name: { zh: "平均值", en: "Average" }, role: "evaluated", scattered: true, points: points("avDb") },
        ],
      },
    ];
  },
  example: {
    frequencyMhz: ["0.1545", "0.21", "0.5", "0.9985", "5.0", "12.2"],
    qpDb: ["61.8", "58.4", "55.1", "49.3", "55.9", "52.0"],
    avDb: ["46.2", "47.9", "44.8", "46.3", "45.2", "41.0"],
    labExpandedDb: "2.9",
  },
});
