import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { thinned } from "@quanheng/flow/determination/picture.ts";
import { series } from "@quanheng/flow/determination/readings.ts";
import { column } from "../../../bench-inputs.ts";
import { share } from "../../../bench-verdicts.ts";
import { batteryEnergy } from "../battery-energy.ts";

/** Ten hours at 1 Hz. */
const ROWS = [2, 40_000] as const;

/** Energy that a battery gave during a drive, from its log. */
export const batteryEnergyBench: MethodDefinition = describe({
  id: "ev.battery-energy",
  title: { zh: "可充电储能系统能量变化", en: "Energy change of the battery (REESS)" },
  normative: [],
  source: "GB/T 18386.1-2021; UN Regulation No. 154, annex B8, appendix 3",
  validFrom: "2021-10-01",
  inputs: [
    column("log", "timeS", ["时间", "Time"], "s", ["0", "1000000"], ROWS),
    column("log", "voltageV", ["电压", "Voltage"], "V", ["0", "2000"], ROWS, {
      instrumentType: "power-analyser",
      uncertainty: share(0.1),
    }),
    column("log", "currentA", ["电流（放电为正）", "Current (discharge is positive)"], "A", ["-5000", "5000"], ROWS, {
      instrumentType: "power-analyser",
      uncertainty: share(0.2),
    }),
  ],
  tables: [{ name: "log", label: { zh: "行驶记录", en: "Log of the drive" } }],
  output: {
    characteristic: "ev-battery-energy",
    label: { zh: "放出能量", en: "Energy given" },
    unit: "W.h",
    rounding: { mode: "half-even", places: 2 },
  },
  names: {},
  compute: (readings) => ({ value: batteryEnergy(log(readings)) }),
  example: {
    timeS: ["0", "1", "2", "3", "4", "5"],
    voltageV: ["388.2", "386.9", "384.1", "385.0", "390.4", "391.2"],
    currentA: ["12.0", "45.5", "98.2", "60.1", "-35.4", "-20.0"],
  },
  pictures(readings) {
    const { timesS, voltagesV, currentsA } = log(readings);
    const line = (values: readonly number[]) => thinned(timesS.map((t, k) => [t, values[k]!] as const));
    return [
      {
        kind: "lines",
        name: "log",
        title: { zh: "行驶记录", en: "Log of the drive" },
        x: { label: { zh: "时间", en: "Time" }, unit: "s" },
        y: { label: { zh: "电流", en: "Current" }, unit: "A" },
        second: { label: { zh: "电压", en: "Voltage" }, unit: "V" },
        lines: [
          { name: { zh: "电流", en: "Current" }, role: "measured", points: line(currentsA) },
          { name: { zh: "电压", en: "Voltage" }, role: "measured", second: true, points: line(voltagesV) },
        ],
      },
    ];
  },
});

function log(readings: Readings) {
  return {
    timesS: series(readings, "timeS"),
    voltagesV: series(readings, "voltageV"),
    currentsA: series(readings, "currentA"),
  };
}
