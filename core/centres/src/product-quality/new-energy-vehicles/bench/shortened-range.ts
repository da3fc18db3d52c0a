import { describe } from "@quanheng/flow/determination/describe.ts";
import type { DescribedInput } from "@quanheng/flow/determination/description.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import type { Picture } from "@quanheng/flow/determination/picture.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import { effect, said, share } from "../../../bench-verdicts.ts";
import { type ShortenedRange, shortenedRange, shortenedRangeWltp } from "../shortened-range.ts";
import { consumption, ROAD_PERCENT, rangeKm } from "./range.ts";

const NAMES = {
  road: { zh: "道路载荷、环境与驾驶", en: "Road load, ambient and driver" },
  weight: { zh: "循环权重 K", en: "Weight K of a cycle" },
  batteryWhPerKm: { zh: "电池侧能耗", en: "Consumption from the battery" },
  chargeEfficiency: { zh: "充电效率", en: "Charging efficiency" },
} as const;

/** Range by the shortened procedure of GB/T 18386.1. */
export const shortenedRangeBench: MethodDefinition = describe({
  id: "ev.range-shortened",
  title: { zh: "纯电动续驶里程（缩短法）", en: "Electric range (shortened procedure)" },
  normative: [],
  source: "GB/T 18386.1-2021; weights recalled",
  validFrom: "2021-10-01",
  inputs: [
    ...inputs(3),
    quantity("nominalKm", ["循环标称距离", "Nominal distance of the cycle"], "km", ["1", "200"], {
      preset: "14.48",
      group: "conditions",
    }),
  ],
  tables: [{ name: "cycles", label: { zh: "动态循环", en: "Dynamic cycles" } }],
  output: rangeKm(["续驶里程", "Range"]),
  further: [consumption(["能量消耗率", "Energy consumption"])],
  names: NAMES,
  compute: (readings) => outcome(byGb(readings)),
  more: (_, { value }) => [effect("road", (ROAD_PERCENT / 100) * value)],
  example: {
    energyWh: ["2048.6", "1921.3", "1876.4", "1881.9"],
    distanceKm: ["14.479", "14.481", "14.476", "14.48"],
    batteryWh: "61850",
    mainsWh: "69720",
  },
  pictures: (readings) => [picture(byGb(readings))],
});

/** Pure electric range by the shortened procedure of the WLTP. */
export const shortenedRangeWltpBench: MethodDefinition = describe({
  id: "ev.range-shortened-wltp",
  title: { zh: "纯电动续驶里程（WLTP 缩短法）", en: "Pure electric range (WLTP shortened procedure)" },
  normative: [],
  source: "UN Regulation No. 154, annex B8; recalled",
  validFrom: "2021-01-22",
  inputs: inputs(2),
  tables: [{ name: "cycles", label: { zh: "WLTC 循环", en: "WLTC cycles" } }],
  output: rangeKm(["纯电续驶里程 PER", "Pure electric range"]),
  further: [consumption(["能量消耗率", "Energy consumption"])],
  names: NAMES,
  compute: (readings) => outcome(shortenedRangeWltp(testOf(readings))),
  more: (_, { value }) => [effect("road", (ROAD_PERCENT / 100) * value)],
  example: {
    energyWh: ["3795", "3548"],
    distanceKm: ["23.268", "23.271"],
    batteryWh: "62100",
    mainsWh: "69950",
  },
  pictures: (readings) => [picture(shortenedRangeWltp(testOf(readings)))],
});

function inputs(fewest: number): readonly DescribedInput[] {
  const rows = [fewest, 40] as const;
  const analyser = { instrumentType: "power-analyser", uncertainty: share(0.5) } as const;
  return [
    column("cycles", "energyWh", ["电池放出能量", "Energy from the battery"], "W.h", ["-100000", "100000"], rows, {
      instrumentType: "power-analyser",
      uncertainty: share(0.3),
    }),
    column("cycles", "distanceKm", ["行驶距离", "Distance"], "km", ["0.001", "200"], rows, {
      instrumentType: "speed-sensor",
      uncertainty: share(0.1),
    }),
    quantity("batteryWh", ["电池可用能量", "Usable energy of the battery"], "W.h", ["1", "1000000"], analyser),
    quantity("mainsWh", ["电网电量", "Energy from the mains"], "W.h", ["1", "1000000"], analyser),
  ];
}

function testOf(readings: Readings) {
  const distances = series(readings, "distanceKm");
  return {
    batteryWh: single(readings, "batteryWh"),
    mainsWh: single(readings, "mainsWh"),
    cycles: series(readings, "energyWh").map((energyWh, k) => ({ energyWh, distanceKm: distances[k]! })),
  };
}

function byGb(readings: Readings): ShortenedRange {
  return shortenedRange(testOf(readings), single(readings, "nominalKm"));
}

function outcome({ rangeKm: value, mainsWhPerKm, weights, batteryWhPerKm, chargeEfficiency }: ShortenedRange) {
  return {
    value,
    further: { consumption: mainsWhPerKm / 10 },
    intermediate: [
      ...weights.map((weight) => ({ name: "weight", value: weight, unit: "1" })),
      { name: "batteryWhPerKm", value: batteryWhPerKm, unit: "W.h/km" },
      { name: "chargeEfficiency", value: chargeEfficiency, unit: "1" },
    ],
  };
}

function picture({ cyclesWhPerKm, batteryWhPerKm }: ShortenedRange): Picture {
  return {
    kind: "bars",
    name: "cycles",
    title: { zh: "各循环能耗", en: "Consumption of each cycle" },
    categories: cyclesWhPerKm.map((_, k) => said([String(k + 1), String(k + 1)])),
    y: { label: { zh: "能耗", en: "Consumption" }, unit: "W.h/km" },
    bars: [{ name: { zh: "能耗", en: "Consumption" }, values: cyclesWhPerKm }],
    limits: [{ name: { zh: "加权", en: "Weighted" }, value: batteryWhPerKm }],
  };
}
