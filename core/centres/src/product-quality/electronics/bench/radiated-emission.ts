import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, series, single } from "@quanheng/flow/determination/readings.ts";
import { choice, column, expandedBy2, LIMIT_BASIS, limitFinding, quantity } from "../../../bench-inputs.ts";
import type { Detector } from "../emission-limit.ts";
import { radiatedEmission } from "../radiated-emission.ts";
import {
  LIMITS_TABLE,
  limitColumns,
  limitLine,
  ORDERED,
  orderedTable,
  segmentsOf,
  UNCERTAINTIES,
} from "./emission-limits.ts";

const ROWS = [1, 2000] as const;
const DETECTORS = ["QP", "AV", "PK"] as const;

function detectorOf(readings: Readings): Detector {
  return chosen(readings, "detector", DETECTORS);
}

/** The one limit line belongs to the detector that was chosen; its columns keep one name. */
function segments(readings: Readings) {
  return segmentsOf(readings, [{ column: "QP", detector: detectorOf(readings) }]);
}

function judged(readings: Readings) {
  const distanceM = single(readings, "distanceM");
  const [values, factors] = [series(readings, "readingDb"), series(readings, "antennaFactorDb")];
  const [cable, gain] = [series(readings, "cableDb"), series(readings, "gainDb")];
  const rows = series(readings, "frequencyMhz").map((frequencyMhz, i) => ({
    frequencyMhz,
    readingDb: values[i]!,
    antennaFactorDb: factors[i]!,
    cableDb: cable[i]!,
    gainDb: gain[i]!,
  }));
  const table = orderedTable(readings, "radiated", segments(readings), String(distanceM));
  const setup = {
    emcClass: ORDERED,
    distanceM,
    detector: detectorOf(readings),
    labU: single(readings, "labExpandedDb"),
  };
  return radiatedEmission(table, setup, rows);
}

/** Field strength of radiated disturbances at one distance; the result is the smallest distance to the limit. */
export const radiatedEmissionBench = describe({
  id: "electronics.radiated-emission",
  title: { zh: "辐射骚扰场强", en: "Field strength of radiated disturbances" },
  normative: ["CISPR 32:2015", "GB/T 9254.1-2021", "CISPR 15:2018", "GB/T 17743-2021", "TCVN 7186:2018"],
  source: "CISPR 32:2015, annex A; CISPR 16-4-2",
  validFrom: "2022-07-01",
  tables: [{ name: "readings", label: { zh: "终测读数", en: "Final readings" } }, LIMITS_TABLE],
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
    quantity("distanceM", ["测量距离", "Distance"], "m", ["1", "30"], {
      group: "conditions",
      hint: {
        zh: "限值须为此距离的限值，不作换算。",
        en: "The limits must be those of this distance; nothing is converted.",
      },
    }),
    column("readings", "frequencyMhz", ["频率", "Frequency"], "MHz", ["9", "40000"], ROWS, {
      instrumentType: "emi-receiver",
    }),
    column("readings", "readingDb", ["接收机读数", "Receiver reading"], "dB", ["-50", "200"], ROWS),
    column("readings", "antennaFactorDb", ["天线系数", "Antenna factor"], "dB", ["-50", "100"], ROWS),
    column("readings", "cableDb", ["电缆损耗", "Cable loss"], "dB", ["0", "60"], ROWS),
    column("readings", "gainDb", ["放大器增益", "Preamplifier gain"], "dB", ["0", "80"], ROWS),
    ...limitColumns(["QP"]).map((input) => ({
      ...input,
      label: { zh: input.label.zh.replace("QP ", ""), en: input.label.en.replace("QP limit", "Limit") },
    })),
    ...UNCERTAINTIES,
    LIMIT_BASIS,
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
    limitFinding(
      readings,
      "emission",
      ["辐射骚扰", "Radiated disturbances"],
      "CISPR 32:2015; CISPR 16-4-2",
      judged(readings).pass,
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
    distanceM: "3",
    frequencyMhz: ["88.2", "230", "480", "912.5"],
    readingDb: ["14.6", "17.3", "21.9", "12.9"],
    antennaFactorDb: ["9.8", "11.4", "17.2", "23.1"],
    cableDb: ["1.2", "2.0", "3.1", "4.4"],
    gainDb: ["0", "0", "0", "0"],
    limitFromMhz: ["30", "230"],
    limitToMhz: ["230", "1000"],
    limitQPStart: ["40", "47"],
    limitQPEnd: ["40", "47"],
    labExpandedDb: "5.1",
    assumedDb: "6.3",
  },
});
