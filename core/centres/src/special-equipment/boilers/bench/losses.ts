import { describe } from "@quanheng/flow/determination/describe.ts";
import type { DescribedInput, Description } from "@quanheng/flow/determination/description.ts";
import type { FurtherOutput, Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import type { FuelGas } from "../combustion.ts";
import { gasHeatLoss, type IndirectEfficiency, solidHeatLoss } from "../heat-loss.ts";
import { EFFICIENCY, heatBalance } from "./inputs.ts";

const analyser = { instrumentType: "flue-gas-analyser" } as const;

/** What the analyser and the thermometers read. */
const FLUE_INPUTS: readonly DescribedInput[] = [
  quantity("ro2", ["烟气 RO₂", "RO₂ of the flue gas"], "%", ["0", "21"], {
    ...analyser,
    uncertainty: { kind: "rectangular", halfWidth: 0.2 },
  }),
  quantity("o2", ["烟气 O₂", "O₂ of the flue gas"], "%", ["0", "21"], {
    ...analyser,
    uncertainty: { kind: "rectangular", halfWidth: 0.2 },
  }),
  quantity("co", ["烟气 CO", "CO of the flue gas"], "%", ["0", "21"], {
    ...analyser,
    uncertainty: { kind: "percent", percent: 5, distribution: "rectangular" },
  }),
  quantity("h2", ["烟气 H₂", "H₂ of the flue gas"], "%", ["0", "21"], { ...analyser, preset: "0" }),
  quantity("ch4", ["烟气 CH₄", "CH₄ of the flue gas"], "%", ["0", "21"], { ...analyser, preset: "0" }),
  quantity("flueC", ["排烟温度", "Flue gas temperature"], "Cel", ["20", "400"], {
    instrumentType: "thermometer",
    uncertainty: { kind: "rectangular", halfWidth: 2 },
  }),
  quantity("airC", ["入炉冷空气温度", "Air temperature"], "Cel", ["-40", "60"], {
    instrumentType: "thermometer",
    uncertainty: { kind: "rectangular", halfWidth: 1 },
  }),
  quantity("surfaceLossPercent", ["散热损失 q₅", "Surface loss, q₅"], "%", ["0", "20"], {
    uncertainty: { kind: "rectangular", halfWidth: 0.3 },
  }),
  quantity("heatValueKj", ["收到基低位热值 Q_r", "Net calorific value, Q_r"], "kJ", ["100", "100000"], {
    uncertainty: { kind: "percent", percent: 0.5, distribution: "rectangular" },
  }),
];

function lossRunOf(readings: Readings) {
  return {
    flueGas: {
      ro2: single(readings, "ro2"),
      o2: single(readings, "o2"),
      co: single(readings, "co"),
      h2: single(readings, "h2"),
      ch4: single(readings, "ch4"),
    },
    flueC: single(readings, "flueC"),
    airC: single(readings, "airC"),
    surfaceLossPercent: single(readings, "surfaceLossPercent"),
    heatValueKj: single(readings, "heatValueKj"),
  };
}

const LOSSES = [
  ["q2", "排烟热损失", "Flue gas"],
  ["q3", "气体未完全燃烧热损失", "Unburnt gas"],
  ["q4", "固体未完全燃烧热损失", "Unburnt carbon"],
  ["q5", "散热损失", "Surface"],
  ["q6", "灰渣物理热损失", "Hot ash"],
] as const;

const FURTHER: readonly FurtherOutput[] = [
  ...LOSSES.filter(([name]) => name !== "q5").map(
    ([name, zh, en]): FurtherOutput => ({
      name,
      characteristic: `boiler-${name}`,
      label: { zh, en },
      unit: "%",
      rounding: { mode: "half-even", places: 2 },
    }),
  ),
  {
    name: "alpha",
    characteristic: "excess-air",
    label: { zh: "过量空气系数", en: "Excess air" },
    unit: "1",
    rounding: { mode: "half-even", places: 2 },
  },
];

function lossBench(
  kind: Pick<Description, "id" | "title" | "inputs" | "example" | "tables"> & {
    readonly found: (readings: Readings) => IndirectEfficiency;
  },
) {
  const { found, inputs, ...more } = kind;
  return describe({
    ...more,
    normative: ["GB/T 10180-2017"],
    source: "GB/T 10180-2017, indirect method; recalled",
    validFrom: "2017-12-01",
    inputs: [...inputs, ...FLUE_INPUTS],
    output: EFFICIENCY,
    further: FURTHER,
    names: {
      air: { zh: "理论空气量", en: "Theoretical air" },
      dry: { zh: "干烟气量", en: "Dry flue gas" },
      flueHeat: { zh: "排烟焓", en: "Heat of the flue gas" },
      airHeat: { zh: "冷空气焓", en: "Heat of the air" },
    },
    compute: (readings) => {
      const { efficiencyPercent, combustion, dryM3, flueKj, airKj, ...losses } = found(readings);
      const { q2, q3, q4, q6, alpha } = losses;
      return {
        value: efficiencyPercent,
        further: { q2, q3, q4, q6, alpha },
        intermediate: [
          { name: "air", value: combustion.air, unit: "m3" },
          { name: "dry", value: dryM3, unit: "m3" },
          { name: "flueHeat", value: flueKj, unit: "kJ" },
          { name: "airHeat", value: airKj, unit: "kJ" },
        ],
      };
    },
    pictures: (readings) => {
      const { efficiencyPercent, ...losses } = found(readings);
      return heatBalance([
        ["有效利用", "Steam and water", efficiencyPercent],
        ...LOSSES.map(([name, zh, en]) => [zh, en, losses[name]] as const),
      ]);
    },
  });
}

const GASES = ["CH4", "C2H6", "C3H8", "C4H10", "C5H12", "C2H4", "C3H6", "CO", "H2", "H2S", "CO2", "O2", "N2"] as const;

/** Efficiency of a gas boiler by its losses, with its heat balance. */
export const gasLossBench = lossBench({
  id: "boiler.losses-gas",
  title: { zh: "燃气锅炉热效率（反平衡）", en: "Efficiency of a gas boiler (losses)" },
  inputs: [
    ...GASES.map((gas) => quantity(gas, [`燃气成分 ${gas}`, `${gas} of the fuel`], "%", ["0", "100"], { preset: "0" })),
    quantity("moistureGM3", ["燃气含湿量", "Moisture of the gas"], "g/m3", ["0", "200"], { preset: "0" }),
  ],
  found: (readings) =>
    gasHeatLoss({
      ...lossRunOf(readings),
      fuel: Object.fromEntries(GASES.map((gas) => [gas, single(readings, gas)])) as Record<FuelGas, number>,
      moistureGM3: single(readings, "moistureGM3"),
    }),
  example: {
    CH4: "95.2",
    C2H6: "2.1",
    C3H8: "0.45",
    CO2: "1.05",
    N2: "1.2",
    ro2: "9.9",
    o2: "3.4",
    co: "0.0035",
    flueC: "128",
    airC: "27",
    surfaceLossPercent: "1.7",
    heatValueKj: "35620",
  },
});

const ULTIMATE = [
  ["C", "碳", "Carbon"],
  ["H", "氢", "Hydrogen"],
  ["O", "氧", "Oxygen"],
  ["N", "氮", "Nitrogen"],
  ["S", "硫", "Sulphur"],
  ["M", "水分", "Moisture"],
  ["A", "灰分", "Ash"],
] as const;

/** Efficiency of a boiler for coal, biomass or oil by its losses, with its heat balance. */
export const solidLossBench = lossBench({
  id: "boiler.losses-solid",
  title: { zh: "固体、液体燃料锅炉热效率（反平衡）", en: "Efficiency of a coal, biomass or oil boiler (losses)" },
  tables: [
    {
      name: "ash",
      label: { zh: "灰渣", en: "Ash" },
      hint: { zh: "炉渣、漏煤、飞灰各一行。", en: "One row each for slag, riddlings and fly ash." },
    },
  ],
  inputs: [
    ...ULTIMATE.map(([name, zh, en]) =>
      quantity(name, [`收到基${zh}`, `${en}, as received`], "%", ["0", "100"], {
        ...(name === "A" ? { uncertainty: { kind: "rectangular", halfWidth: 0.2 } as const } : {}),
      }),
    ),
    column("ash", "ashShare", ["灰量份额", "Share of the ash"], "1", ["0", "1.02"], [1, 4]),
    column("ash", "ashCarbon", ["含碳量", "Carbon left"], "%", ["0", "99"], [1, 4], {
      uncertainty: { kind: "percent", percent: 3, distribution: "rectangular" },
    }),
    column("ash", "ashHeat", ["带走的热量", "Heat taken along"], "kJ/kg", ["0", "2000"], [1, 4]),
  ],
  found: (readings) => {
    const [shares, carbon, heat] = [
      series(readings, "ashShare"),
      series(readings, "ashCarbon"),
      series(readings, "ashHeat"),
    ];
    const [C, H, O, N, S, M, A] = ULTIMATE.map(([name]) => single(readings, name)) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return solidHeatLoss({
      ...lossRunOf(readings),
      fuel: { C, H, O, N, S, M, A },
      ash: shares.map((share, at) => ({
        stream: String(at + 1),
        share,
        carbonPercent: carbon[at] ?? Number.NaN,
        heatKjKg: heat[at] ?? Number.NaN,
      })),
    });
  },
  example: {
    C: "58.5",
    H: "3.8",
    O: "7.2",
    N: "0.9",
    S: "0.8",
    M: "9.3",
    A: "19.5",
    ashShare: ["0.80", "0.02", "0.18"],
    ashCarbon: ["12.5", "45", "28"],
    ashHeat: ["560", "0", "0"],
    ro2: "13.0",
    o2: "6.2",
    co: "0.02",
    flueC: "158",
    airC: "25",
    surfaceLossPercent: "1.3",
    heatValueKj: "22350",
  },
});
