import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, expandedBy2, halfWidth, ifLoaded, quantity } from "../../../bench-inputs.ts";
import { verdict } from "../../../bench-verdicts.ts";
import { type DialIndicatorRecord, dialIndicatorErrors, dialIndicatorVerdict } from "../dial-indicator.ts";
import { DIAL_INDICATORS } from "../tables.ts";

const ROWS = [5, 201] as const;

function record(readings: Readings): DialIndicatorRecord {
  return {
    positionsMm: series(readings, "positionsMm"),
    forwardUm: series(readings, "forwardUm"),
    backwardUm: series(readings, "backwardUm"),
    windowMm: single(readings, "windowMm"),
    repeatsUm: series(readings, "repeatsUm"),
  };
}

const RESULTS = [
  ["fullRangeUm", "全量程示值误差", "Error over the full range"],
  ["windowUm", "区段示值误差", "Error in any window"],
  ["hysteresisUm", "回程误差", "Hysteresis"],
  ["repeatabilityUm", "示值变动性", "Repeatability"],
] as const;

const whole = { mode: "half-even", places: 0 } as const;

/** Errors of a dial indicator with a graduation of 0.01 mm. */
export const dialIndicatorBench = describe({
  id: "length.dial-indicator",
  title: { zh: "百分表示值误差", en: "Errors of a dial indicator" },
  normative: ["JJG 34-2022"],
  source: "JJG 34-2022; ISO 463:2006",
  validFrom: "2022-12-01",
  tables: [{ name: "travel", label: { zh: "正反行程", en: "Travel in and out" } }],
  inputs: [
    column("travel", "positionsMm", ["受检点", "Position"], "mm", ["0", "100"], ROWS, {
      instrumentType: "length-comparator",
    }),
    column("travel", "forwardUm", ["正行程误差", "Error going in"], "um", ["-500", "500"], ROWS),
    column("travel", "backwardUm", ["反行程误差", "Error coming back"], "um", ["-500", "500"], ROWS),
    quantity("repeatsUm", ["重复读数", "Repeated readings"], "um", ["-500", "500"], {
      replicates: { min: 5, max: 10 },
    }),
    quantity("windowMm", ["区段长度", "Length of the window"], "mm", ["0.1", "10"], { preset: "1" }),
    quantity("standardExpandedUm", ["检定仪的 U (k = 2)", "U of the tester (k = 2)"], "um", ["0", "10"], {
      group: "instrument",
      preset: "1.5",
    }),
    quantity("readingUm", ["估读 ±", "Reading ±"], "um", ["0", "5"], { group: "instrument", preset: "1" }),
  ],
  output: {
    characteristic: "dial-indicator-full-range",
    label: { zh: "全量程示值误差", en: "Error over the full range" },
    unit: "um",
    rounding: whole,
  },
  further: RESULTS.slice(1).map(([name, zh, en]) => ({
    name,
    characteristic: `dial-indicator-${en.toLowerCase().replaceAll(" ", "-")}`,
    label: { zh, en },
    unit: "um",
    rounding: whole,
  })),
  names: {},
  compute: (readings) => {
    const { fullRangeUm, ...further } = dialIndicatorErrors(record(readings));
    return { value: fullRangeUm, further };
  },
  // A range is the difference of two readings on one tester: √2 times the reading of one.
  more: (readings) => [
    expandedBy2(readings, "standardExpandedUm", 1, "um"),
    halfWidth(readings, "readingUm", Math.SQRT2, "um"),
  ],
  findings: (readings) => {
    const found = ifLoaded(() => dialIndicatorVerdict(record(readings), DIAL_INDICATORS));
    if (found === undefined) return [];
    return RESULTS.map(([name, zh, en]) => verdict(name, [zh, en], found[name] <= found.limits[name], DIAL_INDICATORS));
  },
  pictures: (readings) => {
    const x = series(readings, "positionsMm");
    const line = (name: "forwardUm" | "backwardUm") => series(readings, name).map((y, i) => [x[i]!, y] as const);
    return [
      {
        kind: "lines",
        name: "errors",
        title: { zh: "误差曲线", en: "Errors over the travel" },
        x: { label: { zh: "位置", en: "Position" }, unit: "mm" },
        y: { label: { zh: "误差", en: "Error" }, unit: "um" },
        lines: [
          { name: { zh: "正行程", en: "Going in" }, role: "measured", points: line("forwardUm") },
          { name: { zh: "反行程", en: "Coming back" }, role: "evaluated", points: line("backwardUm") },
        ],
      },
    ];
  },
  example: {
    positionsMm: Array.from({ length: 21 }, (_, i) => String(i / 2)),
    forwardUm: "0 2 3 1 -1 -2 0 3 5 6 4 2 1 -1 -3 -4 -2 0 2 3 1".split(" "),
    backwardUm: "2 3 5 3 1 0 2 4 7 7 6 4 2 1 -1 -2 -1 2 3 4 1".split(" "),
    repeatsUm: ["1", "2", "1", "3", "2"],
  },
});
