import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Finding, Readings } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { choiceOf, quantity } from "../../../bench-inputs.ts";
import { buildingEnergy, buildingRating } from "../building-energy.ts";
import { BUILDING_INDEX, COAL } from "./tables.ts";

const CARRIERS = [
  ["naturalGas", "天然气", "Natural gas", "m3"],
  ["diesel", "柴油", "Diesel", "kg"],
  ["gasoline", "汽油", "Gasoline", "kg"],
  ["lpg", "液化石油气", "LPG", "kg"],
  ["heat", "外购热力", "Heat bought", "MJ"],
  ["rawCoal", "原煤", "Raw coal", "kg"],
] as const;

function found(readings: Readings) {
  const electricityKwh = single(readings, "electricityKwh");
  const others = CARRIERS.map(([name]) => [name, single(readings, name)] as const);
  return buildingEnergy(
    {
      areaM2: single(readings, "areaM2"),
      use: { electricity: electricityKwh, ...Object.fromEntries(others) },
      hoursPerYear: single(readings, "hoursPerYear"),
      areaPerPersonM2: single(readings, "areaPerPersonM2"),
      electricityKwh: electricityKwh - single(readings, "excludedKwh"),
    },
    COAL,
  );
}

const RATINGS = {
  guide: { zh: "达到引导值", en: "within the guide value" },
  constraint: { zh: "达到约束值", en: "within the constraint value" },
  above: { zh: "超过约束值", en: "above the constraint value" },
} as const;

/** Energy of an office building for a year: corrected index and coal equivalent. */
export const buildingEnergyBench = describe({
  id: "building.energy",
  title: { zh: "办公建筑能耗指标", en: "Energy index of an office building" },
  normative: ["GB/T 51161-2016", "GB/T 2589-2020"],
  source: "GB/T 51161-2016; GB/T 2589-2020; recalled",
  validFrom: "2021-04-01",
  inputs: [
    quantity("areaM2", ["建筑面积", "Floor area"], "m2", ["1", "10000000"], {
      uncertainty: { kind: "percent", percent: 0.5, distribution: "rectangular" },
    }),
    quantity("electricityKwh", ["年用电量", "Electricity of the year"], "kW.h", ["0", "10000000000"], {
      uncertainty: { kind: "percent", percent: 1, distribution: "rectangular" },
    }),
    quantity("excludedKwh", ["不计入指标的用电", "Electricity outside the index"], "kW.h", ["0", "10000000000"], {
      preset: "0",
    }),
    ...CARRIERS.map(([name, zh, en, unit]) =>
      quantity(name, [`年用${zh}`, `${en} of the year`], unit, ["0", "10000000000"], {
        preset: "0",
        uncertainty: { kind: "percent", percent: 1.5, distribution: "rectangular" },
      }),
    ),
    quantity("hoursPerYear", ["年使用时间", "Hours of use"], "h", ["1", "8784"]),
    quantity("areaPerPersonM2", ["人均建筑面积", "Area per person"], "m2", ["1", "1000"]),
    choiceOf(
      "kind",
      ["建筑类别", "Kind of building"],
      [
        ["commercialA", "A 类商业办公", "commercial office A"],
        ["commercialB", "B 类商业办公", "commercial office B"],
        ["governmentA", "A 类机关办公", "government office A"],
        ["governmentB", "B 类机关办公", "government office B"],
      ],
    ),
  ],
  output: {
    characteristic: "building-energy-index",
    label: { zh: "修正后能耗指标", en: "Corrected energy index" },
    unit: "kW.h/m2",
    rounding: { mode: "half-even", places: 1 },
  },
  further: [
    {
      name: "coal",
      characteristic: "building-coal-equivalent",
      label: { zh: "单位面积综合能耗（标准煤）", en: "Coal equivalent per area" },
      unit: "kg/m2",
      rounding: { mode: "half-even", places: 2 },
    },
  ],
  names: {
    index: { zh: "实测指标", en: "Index as measured" },
    hoursFactor: { zh: "使用时间修正 γ₁", en: "Correction for hours, γ₁" },
    peopleFactor: { zh: "人员密度修正 γ₂", en: "Correction for people, γ₂" },
  },
  compute: (readings) => {
    const { correctedKwhM2, coalKgM2, indexKwhM2, hoursFactor, peopleFactor } = found(readings);
    return {
      value: correctedKwhM2,
      further: { coal: coalKgM2 },
      intermediate: [
        { name: "index", value: indexKwhM2, unit: "kW.h/m2" },
        { name: "hoursFactor", value: hoursFactor, unit: "1" },
        { name: "peopleFactor", value: peopleFactor, unit: "1" },
      ],
    };
  },
  findings: (readings): readonly Finding[] => {
    const { correctedKwhM2 } = found(readings);
    const rating = buildingRating(correctedKwhM2, "hotSummerWarmWinter", String(readings["kind"]), BUILDING_INDEX);
    return [
      {
        name: "rating",
        label: { zh: "夏热冬暖地区指标", en: "Values of hot-summer, warm-winter areas" },
        outcome: RATINGS[rating],
        kept: rating !== "above",
        basis: BUILDING_INDEX.status,
        source: BUILDING_INDEX.document,
      },
    ];
  },
  example: {
    areaM2: "23500",
    electricityKwh: "2180000",
    naturalGas: "41200",
    hoursPerYear: "3120",
    areaPerPersonM2: "10.9",
    kind: "commercialA",
  },
});
