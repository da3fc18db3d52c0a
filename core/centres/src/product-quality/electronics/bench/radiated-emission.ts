import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, series, single } from "@quanheng/flow/determination/readings.ts";
import { choice, column, expandedBy2 } from "../../../bench-inputs.ts";
import { verdict, words } from "../../../bench-verdicts.ts";
import type { Detector } from "../emission-limit.ts";
import { radiatedEmission } from "../radiated-emission.ts";
import { EMISSION } from "../tables.ts";
import { EMC_CLASS, emissionBasis, LAB_UNCERTAINTY, limitLine } from "./emission-limits.ts";

const ROWS = [1, 2000] as const;
const DETECTORS = ["QP", "AV", "PK"] as const;

function detectorOf(readings: Readings): Detector {
  return chosen(readings, "detector", DETECTORS);
}

const CLASSES = ["A", "B"] as const;
const DISTANCES = ["3", "10"] as const;

function segments(readings: Readings) {
  return EMISSION.radiated[chosen(readings, "emcClass", CLASSES)]?.[chosen(readings, "distanceM", DISTANCES)] ?? [];
}

function judged(readings: Readings) {
  const distanceM = Number(chosen(readings, "distanceM", DISTANCES));
  const [values, factors] = [series(readings, "readingDb"), series(readings, "antennaFactorDb")];
  const [cable, gain] = [series(readings, "cableDb"), series(readings, "gainDb")];
  const rows = series(readings, "frequencyMhz").map((frequencyMhz, i) => ({
    frequencyMhz,
    readingDb: values[i]!,
    antennaFactorDb: factors[i]!,
    cableDb: cable[i]!,
    gainDb: gain[i]!,
  }));
  const setup = {
    emcClass: chosen(readings, "emcClass", CLASSES),
    distanceM,
    detector: detectorOf(readings),
    labU: single(readings, "labExpandedDb"),
  };
  return radiatedEmission(EMISSION, setup, rows);
}

/** Field strength of radiated disturbances at one distance; the result is the smallest distance to the limit. */
export const radiatedEmissionBench = describe({
  id: "electronics.radiated-emission",
  title: { zh: "辐射骚扰场强", en: "Field strength of radiated disturbances" },
  normative: ["CISPR 32:2015", "GB/T 9254.1-2021", "CISPR 15:2018", "GB/T 17743-2021", "TCVN 7186:2018"],
  source: "CISPR 32:2015, annex A; CISPR 16-4-2",
  validFrom: "2022-07-01",
  tables: [{ name: "readings", label: { zh: "终测读数", en: "Final readings" } }],
  inputs: [
    choice(
      "detector",
      ["检波器", "Detector"],
      [
        { value: "QP", label: { zh: "准峰值", en: "quasi-peak" } },
        { value: "AV", label: { zh: "平均值", en: "average" } },
        { value: "PK", label: { zh: "峰值", en: "peak" } },
      ],
      { preset: "QP" },
    ),
    EMC_CLASS,
    choice(
      "distanceM",
      ["测量距离", "Distance"],
      words([
        ["3", "3 m", "3 m"],
        ["10", "10 m", "10 m"],
      ]),
      {
        preset: "3",
        group: "conditions",
        hint: {
          zh: "各距离有各自的限值，不作换算。",
          en: "Each distance has limits of its own; nothing is converted.",
        },
      },
    ),
    column("readings", "frequencyMhz", ["频率", "Frequency"], "MHz", ["9", "40000"], ROWS, {
      instrumentType: "emi-receiver",
    }),
    column("readings", "readingDb", ["接收机读数", "Receiver reading"], "dB", ["-50", "200"], ROWS),
    column("readings", "antennaFactorDb", ["天线系数", "Antenna factor"], "dB", ["-50", "100"], ROWS),
    column("readings", "cableDb", ["电缆损耗", "Cable loss"], "dB", ["0", "60"], ROWS),
    column("readings", "gainDb", ["放大器增益", "Preamplifier gain"], "dB", ["0", "80"], ROWS),
    LAB_UNCERTAINTY,
  ],
  output: {
    characteristic: "radiated-emission-margin",
    label: { zh: "最小裕量", en: "Smallest distance to the limit" },
    unit: "dB",
    rounding: { mode: "half-even", places: 1 },
  },
  names: {},
  compute: (readings) => ({ value: Math.min(...judged(readings).rows.map(({ marginDb }) => marginDb)) }),
  more: (readings) => [expandedBy2(readings, "labExpandedDb", -1, "dB")],
  findings: (readings) => [
    verdict(
      "emission",
      ["辐射骚扰", "Radiated disturbances"],
      judged(readings).pass,
      emissionBasis("radiated", segments(readings)),
    ),
  ],
  pictures: (readings) => [
    {
      kind: "lines",
      name: "emission",
      title: { zh: "辐射骚扰场强", en: "Field strength" },
      x: { label: { zh: "频率", en: "Frequency" }, unit: "MHz", scale: "logarithmic" },
      y: { label: { zh: "场强 dB(µV/m)", en: "Field strength, dB(µV/m)" }, unit: "dB" },
      lines: [
        limitLine(segments(readings), detectorOf(readings), { zh: "限值", en: "Limit" }),
        {
          name: { zh: "场强", en: "Field strength" },
          role: "measured",
          scattered: true,
          points: judged(readings).rows.map(({ frequencyMhz, levelDb }) => [frequencyMhz, levelDb] as const),
        },
      ],
    },
  ],
  example: {
    frequencyMhz: ["88.2", "230", "480", "912.5"],
    readingDb: ["14.6", "17.3", "21.9", "12.9"],
    antennaFactorDb: ["9.8", "11.4", "17.2", "23.1"],
    cableDb: ["1.2", "2.0", "3.1", "4.4"],
    gainDb: ["0", "0", "0", "0"],
    labExpandedDb: "5.1",
  },
});
