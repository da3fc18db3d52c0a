import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Description } from "@quanheng/flow/determination/description.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { condition, quantity } from "../../../bench-inputs.ts";
import {
  type DirectEfficiency,
  hotWaterEfficiency,
  saturatedSteamEfficiency,
  superheatedSteamEfficiency,
} from "../direct-efficiency.ts";
import {
  checkDuration,
  EFFICIENCY,
  FUEL_INPUTS,
  fuelOf,
  heatBalance,
  KJ_H_PER_MW,
  OUTPUT_POWER,
  STEAM_INPUTS,
  steamRunOf,
} from "./inputs.ts";

/** What the three kinds of boilers share; only what is read and how it is worked out differs. */
function directBench(
  kind: Pick<Description, "id" | "title" | "inputs" | "example"> & {
    readonly efficiency: (readings: Readings) => DirectEfficiency;
  },
) {
  const { efficiency, inputs, ...more } = kind;
  return describe({
    ...more,
    normative: ["GB/T 10180-2017"],
    source: "GB/T 10180-2017, direct method; recalled",
    validFrom: "2017-12-01",
    inputs: [...inputs, ...FUEL_INPUTS],
    output: EFFICIENCY,
    further: [OUTPUT_POWER],
    names: {
      useful: { zh: "有效利用热量", en: "Heat used" },
      input: { zh: "输入热量", en: "Heat put in" },
    },
    compute: (readings) => {
      checkDuration(readings);
      const { efficiencyPercent, usefulKjH, inputKjH } = efficiency(readings);
      return {
        value: efficiencyPercent,
        further: { output: usefulKjH / KJ_H_PER_MW },
        intermediate: [
          { name: "useful", value: usefulKjH, unit: "kJ/h" },
          { name: "input", value: inputKjH, unit: "kJ/h" },
        ],
      };
    },
    pictures: (readings) => {
      const { efficiencyPercent } = efficiency(readings);
      return heatBalance([
        ["有效利用", "Steam and water", efficiencyPercent],
        ["各项损失", "All losses", 100 - efficiencyPercent],
      ]);
    },
  });
}

/** Direct efficiency of a boiler for saturated steam, with its heat balance. */
export const saturatedSteamBench = directBench({
  id: "boiler.direct-saturated",
  title: { zh: "饱和蒸汽锅炉热效率（正平衡）", en: "Efficiency of a saturated steam boiler (direct)" },
  inputs: [
    ...STEAM_INPUTS,
    quantity("moisturePercent", ["蒸汽湿度", "Moisture of the steam"], "%", ["0", "5"], {
      uncertainty: { kind: "rectangular", halfWidth: 0.3 },
    }),
  ],
  efficiency: (readings) =>
    saturatedSteamEfficiency({ ...steamRunOf(readings), moisturePercent: single(readings, "moisturePercent") }),
  example: {
    feedFlowKgH: "9876",
    steamGaugeMpa: "1.21",
    feedC: "104.0",
    feedGaugeMpa: "1.55",
    ambientMpa: "0.1005",
    blowdownKgH: "24",
    moisturePercent: "1.5",
    fuelPerHour: "690.2",
    heatValueKj: "35620",
    firing: "oilOrGas",
    hours: "2",
  },
});

/** Direct efficiency of a boiler for superheated steam, with its heat balance. */
export const superheatedSteamBench = directBench({
  id: "boiler.direct-superheated",
  title: { zh: "过热蒸汽锅炉热效率（正平衡）", en: "Efficiency of a superheated steam boiler (direct)" },
  inputs: [
    ...STEAM_INPUTS,
    quantity("steamC", ["过热蒸汽温度", "Temperature of the steam"], "Cel", ["100", "600"], {
      instrumentType: "thermometer",
      uncertainty: { kind: "normal", u: 1 },
    }),
  ],
  efficiency: (readings) => superheatedSteamEfficiency({ ...steamRunOf(readings), steamC: single(readings, "steamC") }),
  example: {
    feedFlowKgH: "34150",
    steamGaugeMpa: "2.45",
    feedC: "105.0",
    feedGaugeMpa: "3.4",
    ambientMpa: "0.1002",
    blowdownKgH: "60",
    steamC: "398.0",
    fuelPerHour: "14380",
    heatValueKj: "8020",
    firing: "grate",
    hours: "4",
  },
});

const thermometer = {
  instrumentType: "thermometer",
  uncertainty: { kind: "normal", u: 0.1 },
} as const;

/** Direct efficiency of a hot-water boiler, with its heat balance. */
export const hotWaterBench = directBench({
  id: "boiler.direct-hot-water",
  title: { zh: "热水锅炉热效率（正平衡）", en: "Efficiency of a hot-water boiler (direct)" },
  inputs: [
    quantity("flowKgH", ["循环水流量", "Water flow"], "kg/h", ["1", "10000000"], {
      instrumentType: "flow-meter",
      uncertainty: { kind: "percent", percent: 0.5, distribution: "rectangular" },
    }),
    quantity("outC", ["出水温度", "Outlet temperature"], "Cel", ["0", "250"], thermometer),
    quantity("inC", ["进水温度", "Inlet temperature"], "Cel", ["0", "250"], thermometer),
    quantity("outGaugeMpa", ["出水压力（表压）", "Outlet pressure (gauge)"], "MPa", ["0", "3.8"]),
    quantity("inGaugeMpa", ["进水压力（表压）", "Inlet pressure (gauge)"], "MPa", ["0", "3.8"]),
    condition("ambientMpa", ["大气压力", "Ambient pressure"], "MPa", ["0.05", "0.11"], { instrumentType: "barometer" }),
  ],
  efficiency: (readings) =>
    hotWaterEfficiency({
      flowKgH: single(readings, "flowKgH"),
      outC: single(readings, "outC"),
      inC: single(readings, "inC"),
      outGaugeMpa: single(readings, "outGaugeMpa"),
      inGaugeMpa: single(readings, "inGaugeMpa"),
      ambientMpa: single(readings, "ambientMpa"),
      ...fuelOf(readings),
    }),
  example: {
    flowKgH: "120500",
    outC: "109.6",
    inC: "69.9",
    outGaugeMpa: "0.9",
    inGaugeMpa: "1.0",
    ambientMpa: "0.1013",
    fuelPerHour: "598",
    heatValueKj: "35588",
    firing: "oilOrGas",
    hours: "2",
  },
});
