import { describe } from "@quanheng/flow/determination/describe.ts";
import type { MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { quantity } from "../../../bench-inputs.ts";
import { effect, said, share } from "../../../bench-verdicts.ts";
import { consecutiveRange } from "../consecutive-range.ts";
import { CYCLES_EXAMPLE } from "./example-cycles.ts";
import { consumption, ROAD_PERCENT, rangeKm } from "./range.ts";

/** Range of an electric vehicle by consecutive cycles up to the break-off. */
export const consecutiveRangeBench: MethodDefinition = describe({
  id: "ev.range-consecutive",
  title: { zh: "纯电动续驶里程（常规工况法）", en: "Electric range (consecutive cycles)" },
  normative: [],
  source: "GB/T 18386.1-2021; GB/T 38146.1-2019; formulae recalled",
  validFrom: "2021-10-01",
  inputs: [
    quantity("cycleKm", ["各循环行驶距离", "Distance of each cycle"], "km", ["0.001", "200"], {
      table: "cycles",
      replicates: { min: 1, max: 200 },
      instrumentType: "speed-sensor",
      uncertainty: share(0.1),
    }),
    quantity("mainsWh", ["电网电量", "Energy from the mains"], "W.h", ["1", "1000000"], {
      instrumentType: "power-analyser",
      uncertainty: share(0.5),
    }),
    quantity("nominalKm", ["循环标称距离", "Nominal distance of the cycle"], "km", ["1", "200"], {
      preset: "14.48",
      group: "conditions",
      hint: { zh: "CLTC-P 为 14.48 km。", en: "14.48 km for CLTC-P." },
    }),
  ],
  tables: [{ name: "cycles", label: { zh: "循环", en: "Cycles" } }],
  output: rangeKm(["续驶里程", "Range"]),
  further: [consumption(["能量消耗率", "Energy consumption"])],
  names: { road: { zh: "道路载荷、环境与驾驶", en: "Road load, ambient and driver" } },
  compute(readings) {
    const { distanceKm, kwhPer100Km } = tested(readings);
    return { value: distanceKm, further: { consumption: kwhPer100Km } };
  },
  more: (_, { value }) => [effect("road", (ROAD_PERCENT / 100) * value)],
  example: { cycleKm: CYCLES_EXAMPLE, mainsWh: "58940" },
  pictures: (readings) => [
    {
      kind: "bars",
      name: "cycles",
      title: { zh: "各循环行驶距离", en: "Distance of each cycle" },
      categories: series(readings, "cycleKm").map((_, k) => said([String(k + 1), String(k + 1)])),
      y: { label: { zh: "距离", en: "Distance" }, unit: "km" },
      bars: [{ name: { zh: "距离", en: "Distance" }, values: series(readings, "cycleKm") }],
      limits: [{ name: { zh: "标称", en: "Nominal" }, value: single(readings, "nominalKm") }],
    },
  ],
});

function tested(readings: Readings) {
  return consecutiveRange({
    cyclesKm: series(readings, "cycleKm"),
    mainsWh: single(readings, "mainsWh"),
    nominalKm: single(readings, "nominalKm"),
  });
}
