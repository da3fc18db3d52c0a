import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { thinned } from "@quanheng/flow/determination/picture.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import { effect } from "../../../bench-verdicts.ts";
import { refuse } from "../refusals.ts";
import { type CellRecord, thermalRunaway } from "../thermal-runaway.ts";

const ROWS = [2, 40_000] as const;

/** The instant of thermal runaway of a triggered cell. */
export const thermalRunawayBench: MethodDefinition = describe({
  id: "ev.thermal-runaway",
  title: { zh: "电池热失控判定时刻", en: "Instant of thermal runaway of a cell" },
  normative: ["GB 38031-2025", "GB 38031-2020"],
  source: "GB 38031, annex C; criteria recalled",
  validFrom: "2021-01-01",
  inputs: [
    column("log", "timeS", ["时间", "Time"], "s", ["0", "1000000"], ROWS),
    column("log", "voltageV", ["单体电压", "Voltage of the cell"], "V", ["-10", "1500"], ROWS, {
      instrumentType: "voltmeter",
    }),
    column("log", "temperatureC", ["单体温度", "Temperature of the cell"], "Cel", ["-60", "2000"], ROWS, {
      instrumentType: "thermometer",
    }),
    quantity("highestC", ["最高工作温度", "Highest operating temperature"], "Cel", ["0", "200"], {
      group: "conditions",
      hint: { zh: "由制造商给出。", en: "As the manufacturer states." },
    }),
  ],
  tables: [{ name: "log", label: { zh: "触发记录", en: "Log of the trigger" } }],
  output: {
    characteristic: "ev-thermal-runaway-time",
    label: { zh: "热失控时刻", en: "Instant of thermal runaway" },
    unit: "s",
    rounding: { mode: "half-even", places: 1 },
  },
  names: {
    voltageDropS: { zh: "a) 电压下降 25 %", en: "a) voltage fell by 25 %" },
    temperatureS: { zh: "b) 达到最高工作温度", en: "b) highest operating temperature" },
    rateS: { zh: "c) 首次连续 3 s 升温 ≥ 1 °C/s", en: "c) first 3 s at 1 °C/s or more" },
    sampling: { zh: "采样间隔", en: "Time between samples" },
  },
  compute(readings) {
    const { runawayS, ...criteria } = thermalRunaway(record(readings));
    if (runawayS === undefined) return refuse("no-thermal-runaway", { field: "timeS" });
    return {
      value: runawayS,
      intermediate: Object.entries(criteria).map(([name, value]) => ({ name, value, unit: "s" })),
    };
  },
  more(readings) {
    // The event lies anywhere within the step that ends where it was seen.
    const times = series(readings, "timeS");
    const widest = Math.max(...times.slice(1).map((time, k) => time - times[k]!));
    return [effect("sampling", widest / Math.sqrt(12))];
  },
  example: {
    timeS: Array.from({ length: 21 }, (_, k) => String(k)),
    voltageV: [
      ...["4.15", "4.15", "4.15", "4.15", "4.15", "4.15", "4.15", "4.15", "4.15", "4.12", "4.05"],
      ...["3.9", "3.4", "2.95", "2.1", "0.8", "0.1", "0.0", "0.0", "0.0", "0.0"],
    ],
    temperatureC: [
      ...["25", "27", "29", "31", "34", "36", "38", "41", "44", "45.0", "45.6"],
      ...["46.3", "48.2", "52.5", "61.0", "85.0", "140.0", "210.0", "290.0", "350.0", "380.0"],
    ],
    highestC: "60",
  },
  pictures(readings) {
    const { timesS, voltagesV, temperaturesC } = record(readings);
    const { runawayS } = thermalRunaway(record(readings));
    const line = (values: readonly number[]) => thinned(timesS.map((t, k) => [t, values[k]!] as const));
    const at = timesS.indexOf(runawayS ?? Number.NaN);
    const y = temperaturesC[at];
    return [
      {
        kind: "lines",
        name: "log",
        title: { zh: "温度与电压", en: "Temperature and voltage" },
        x: { label: { zh: "时间", en: "Time" }, unit: "s" },
        y: { label: { zh: "温度", en: "Temperature" }, unit: "Cel" },
        second: { label: { zh: "电压", en: "Voltage" }, unit: "V" },
        lines: [
          { name: { zh: "温度", en: "Temperature" }, role: "measured", points: line(temperaturesC) },
          { name: { zh: "电压", en: "Voltage" }, role: "measured", second: true, points: line(voltagesV) },
        ],
        marks:
          runawayS === undefined || y === undefined ? [] : [{ name: { zh: "热失控", en: "Runaway" }, x: runawayS, y }],
      },
    ];
  },
});

function record(readings: Readings): CellRecord {
  return {
    timesS: series(readings, "timeS"),
    voltagesV: series(readings, "voltageV"),
    temperaturesC: series(readings, "temperatureC"),
    highestC: single(readings, "highestC"),
  };
}
