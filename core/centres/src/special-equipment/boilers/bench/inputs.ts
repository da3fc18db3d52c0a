import type { DescribedInput } from "@quanheng/flow/determination/description.ts";
import type { FurtherOutput, MethodOutput, Readings } from "@quanheng/flow/determination/method.ts";
import type { FlowPicture } from "@quanheng/flow/determination/picture.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { choiceOf, condition, quantity } from "../../../bench-inputs.ts";
import { type Firing, needDuration } from "../test-duration.ts";

/** Feed water, steam pressure, fuel: what both kinds of steam boilers read. Half widths as the pack states them. */
export const STEAM_INPUTS: readonly DescribedInput[] = [
  quantity("feedFlowKgH", ["给水流量", "Feed water flow"], "kg/h", ["1", "1000000"], {
    instrumentType: "flow-meter",
    uncertainty: { kind: "percent", percent: 0.5, distribution: "rectangular" },
  }),
  quantity("steamGaugeMpa", ["蒸汽压力（表压）", "Steam pressure (gauge)"], "MPa", ["0", "3.8"], {
    instrumentType: "pressure-gauge",
    uncertainty: { kind: "rectangular", halfWidth: 0.01 },
  }),
  quantity("feedC", ["给水温度", "Feed water temperature"], "Cel", ["0", "250"], {
    instrumentType: "thermometer",
    uncertainty: { kind: "normal", u: 0.3 },
  }),
  quantity("feedGaugeMpa", ["给水压力（表压）", "Feed water pressure (gauge)"], "MPa", ["0", "20"], {
    instrumentType: "pressure-gauge",
  }),
  condition("ambientMpa", ["大气压力", "Ambient pressure"], "MPa", ["0.05", "0.11"], { instrumentType: "barometer" }),
  quantity("blowdownKgH", ["锅水取样与排污量", "Boiler water sampled and blown down"], "kg/h", ["0", "100000"], {
    uncertainty: { kind: "percent", percent: 5, distribution: "rectangular" },
  }),
];

export const FUEL_INPUTS: readonly DescribedInput[] = [
  quantity("fuelPerHour", ["燃料消耗量", "Fuel per hour"], "1/h", ["0.001", "1000000"], {
    instrumentType: "flow-meter",
    hint: {
      zh: "kg/h，或热值参比状态下的 m³/h；电锅炉填 kW。",
      en: "kg/h, or m³/h at the reference state of the heat value; kW for an electric boiler.",
    },
    uncertainty: { kind: "percent", percent: 1, distribution: "rectangular" },
  }),
  quantity("heatValueKj", ["输入热量 Q_r", "Heat put in, Q_r"], "kJ", ["100", "100000"], {
    hint: {
      zh: "每千克或每立方米燃料的收到基低位热值；电锅炉填 3600。",
      en: "Net calorific value as received, per kg or m³ of fuel; 3600 for an electric boiler.",
    },
    uncertainty: { kind: "percent", percent: 0.5, distribution: "rectangular" },
  }),
  choiceOf(
    "firing",
    ["燃烧方式", "Firing"],
    [
      ["oilOrGas", "燃油、燃气", "oil or gas"],
      ["grate", "层燃", "grate"],
      ["manual", "手烧", "manual"],
      ["electric", "电加热", "electric"],
    ],
    { group: "conditions" },
  ),
  condition("hours", ["试验持续时间", "Duration of the test"], "h", ["0.1", "48"], { instrumentType: "clock" }),
];

/** @throws Refusal `test-too-short` */
export function checkDuration(readings: Readings): void {
  needDuration(readings["firing"] as Firing, single(readings, "hours"));
}

export function fuelOf(readings: Readings) {
  return { fuelPerHour: single(readings, "fuelPerHour"), heatValueKj: single(readings, "heatValueKj") };
}

export function steamRunOf(readings: Readings) {
  return {
    feedFlowKgH: single(readings, "feedFlowKgH"),
    steamGaugeMpa: single(readings, "steamGaugeMpa"),
    feedGaugeMpa: single(readings, "feedGaugeMpa"),
    ambientMpa: single(readings, "ambientMpa"),
    feedC: single(readings, "feedC"),
    blowdownKgH: single(readings, "blowdownKgH"),
    ...fuelOf(readings),
  };
}

export const EFFICIENCY: MethodOutput = {
  characteristic: "boiler-efficiency",
  label: { zh: "锅炉热效率（低位）", en: "Boiler efficiency (net)" },
  unit: "%",
  rounding: { mode: "half-even", places: 2 },
};

export const OUTPUT_POWER: FurtherOutput = {
  name: "output",
  characteristic: "boiler-output",
  label: { zh: "输出热功率", en: "Heat output" },
  unit: "MW",
  rounding: { mode: "half-even", places: 3 },
};

export const KJ_H_PER_MW = 3.6e6;

const FUEL = { zh: "燃料", en: "Fuel" } as const;

/** Where the heat of the fuel goes, in per cent of what was put in; parts of nothing are left out. */
export function heatBalance(
  parts: readonly (readonly [zh: string, en: string, percent: number])[],
): readonly FlowPicture[] {
  const flows = parts
    .filter(([, , percent]) => percent > 0)
    .map(([zh, en, value]) => ({ from: FUEL, to: { zh, en }, value }));
  const title = { zh: "热平衡", en: "Heat balance" };
  return [{ kind: "flows", name: "heat-balance", title, unit: "%", flows }];
}
