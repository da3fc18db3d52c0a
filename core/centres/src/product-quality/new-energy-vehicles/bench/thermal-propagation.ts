import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Finding, MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { optional, quantity } from "../../../bench-inputs.ts";
import { type Label, verdict } from "../../../bench-verdicts.ts";
import { PROPAGATION } from "../tables.ts";
import { type PropagationLog, thermalPropagation } from "../thermal-propagation.ts";

const EVENTS = [
  ["alarmS", "报警", "Alarm"],
  ["fireS", "起火", "Fire"],
  ["explosionS", "爆炸", "Explosion"],
  ["cabinSmokeS", "乘员舱冒烟", "Smoke in the cabin"],
] as const;

/** An event is logged to the second. [s] */
const LOGGED = { kind: "rectangular", halfWidth: 1 } as const;

/** Thermal propagation of a pack: one log of events judged by the editions of 2025 and 2020 side by side. */
export const thermalPropagationBench: MethodDefinition = describe({
  id: "ev.thermal-propagation",
  title: { zh: "热扩散（2025 版与 2020 版并判）", en: "Thermal propagation (editions 2025 and 2020)" },
  normative: ["GB 38031-2025", "GB 38031-2020"],
  source: "GB 38031-2025; GB 38031-2020",
  validFrom: "2021-01-01",
  inputs: [
    time("runawayS", ["热失控时刻", "Thermal runaway"]),
    ...EVENTS.map(([name, zh, en]) => ({
      ...time(name, [`${zh}时刻`, en]),
      optional: true as const,
      hint: { zh: "未发生则不填。", en: "Leave empty where it did not happen." },
    })),
    time("recordEndS", ["记录结束时刻", "End of the record"]),
    quantity(
      "endC",
      ["结束时各监测点温度", "Temperatures of the monitoring points at the end"],
      "Cel",
      ["-60", "2000"],
      {
        replicates: { min: 1, max: 200 },
        instrumentType: "thermometer",
        uncertainty: { kind: "rectangular", halfWidth: 2 },
      },
    ),
  ],
  output: {
    characteristic: "tp-monitor-temperature",
    label: { zh: "结束时最高监测点温度", en: "Highest monitoring temperature at the end" },
    unit: "Cel",
    rounding: { mode: "half-even", places: 1 },
  },
  further: [
    {
      name: "observation",
      characteristic: "tp-observation",
      label: { zh: "热失控后观察时间", en: "Observation after runaway" },
      unit: "h",
      rounding: { mode: "half-even", places: 2 },
    },
  ],
  names: {
    alarmDelayS: { zh: "报警滞后", en: "Alarm after runaway" },
    leadS: { zh: "报警提前量", en: "Alarm before hazard" },
  },
  compute(readings) {
    const { "2025": now, "2020": before } = judged(readings);
    const steps = { alarmDelayS: now.alarmDelayS, leadS: before.leadS };
    return {
      value: Math.max(...series(readings, "endC")),
      further: { observation: now.observedS / 3600 },
      intermediate: Object.entries(steps).flatMap(([name, value]) =>
        value === undefined ? [] : [{ name, value, unit: "s" }],
      ),
    };
  },
  findings(readings) {
    const { "2025": now, "2020": before } = judged(readings);
    return [
      edition("alarm", "2025", ["热失控后 5 min 内报警", "alarm within 5 min of runaway"], now.alarmOk),
      edition("fire", "2025", ["2 h 内不起火、不爆炸", "no fire or explosion within 2 h"], now.noFireExplosion),
      edition("temperature", "2025", ["监测点不超过 60 °C", "monitoring points up to 60 °C"], now.temperaturesOk),
      edition("smoke", "2025", ["报警前后 5 min 无烟进舱", "no smoke within 5 min of the alarm"], now.smokeOk),
      edition("edition2025", "2025", ["总判定", "as a whole"], now.pass),
      edition("edition2020", "2020", ["危险前 5 min 报警", "alarm 5 min before a hazard"], before.pass),
    ];
  },
  example: {
    runawayS: "845",
    alarmS: "870",
    fireS: "1260",
    recordEndS: "8100",
    endC: ["41.2", "38.9", "55.4", "47.0"],
  },
  pictures(readings) {
    const names = { zh: "事件", en: "Events" };
    const events = [
      { name: { zh: "热失控", en: "Runaway" }, x: single(readings, "runawayS"), y: 0 },
      ...EVENTS.flatMap(([name, zh, en]) => {
        const x = optional(readings, name);
        return x === undefined ? [] : [{ name: { zh, en }, x, y: 0 }];
      }),
    ];
    return [
      {
        kind: "lines",
        name: "events",
        title: { zh: "事件时间轴", en: "Events in time" },
        x: { label: { zh: "时间", en: "Time" }, unit: "s" },
        y: { label: names, unit: "1" },
        lines: [
          {
            name: names,
            role: "measured",
            points: [
              [single(readings, "runawayS"), 0],
              [single(readings, "recordEndS"), 0],
            ],
          },
        ],
        marks: events,
      },
    ];
  },
});

function time(name: string, label: Label) {
  return quantity(name, label, "s", ["0", "1000000"], { instrumentType: "clock", uncertainty: LOGGED });
}

function edition(name: string, year: string, [zh, en]: Label, kept: boolean): Finding {
  const basis = { document: `GB 38031-${year}`, status: PROPAGATION.status };
  return verdict(name, [`${year} 版：${zh}`, `${year}: ${en}`], kept, basis);
}

function judged(readings: Readings) {
  const events = Object.fromEntries(
    EVENTS.flatMap(([name]) => {
      const at = optional(readings, name);
      return at === undefined ? [] : [[name, at] as const];
    }),
  );
  const log: PropagationLog = {
    runawayS: single(readings, "runawayS"),
    ...events,
    recordEndS: single(readings, "recordEndS"),
    endTemperaturesC: series(readings, "endC"),
  };
  return thermalPropagation(log, PROPAGATION);
}
