import { describe } from "@quanheng/flow/determination/describe.ts";
import type { DescribedInput } from "@quanheng/flow/determination/description.ts";
import type { MethodOutput } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { choiceOf, equipment, quantity } from "../../../bench-inputs.ts";
import { emissionAtReference } from "../emission.ts";
import { siegertFlueLoss, simplifiedFlueLoss } from "../simple-flue-loss.ts";
import { FLUE_LOSS } from "./tables.ts";

const FLUE_GAS_LOSS: MethodOutput = {
  characteristic: "flue-gas-loss",
  label: { zh: "排烟热损失", en: "Flue gas loss" },
  unit: "%",
  rounding: { mode: "half-even", places: 1 },
};

const TEMPERATURES: readonly DescribedInput[] = [
  quantity("flueC", ["排烟温度", "Flue gas temperature"], "Cel", ["20", "600"], {
    instrumentType: "thermometer",
    uncertainty: { kind: "rectangular", halfWidth: 2 },
  }),
  quantity("airC", ["进风温度", "Air temperature"], "Cel", ["-40", "60"], {
    instrumentType: "thermometer",
    uncertainty: { kind: "rectangular", halfWidth: 1 },
  }),
];

const OXYGEN = {
  instrumentType: "flue-gas-analyser",
  uncertainty: { kind: "rectangular", halfWidth: 0.2 },
} as const;

/** Flue gas loss in service by Siegert's formula. */
export const siegertBench = describe({
  id: "boiler.flue-gas-loss-siegert",
  title: { zh: "排烟热损失（Siegert 公式）", en: "Flue gas loss (Siegert)" },
  normative: ["1. BImSchV"],
  source: "1. BImSchV, annex 2; recalled",
  validFrom: "2010-03-22",
  inputs: [
    choiceOf(
      "fuel",
      ["燃料", "Fuel"],
      [
        ["naturalGas", "天然气", "natural gas"],
        ["lightOil", "轻质燃油", "light oil"],
        ["townGas", "城市煤气", "town gas"],
        ["cokeOvenGas", "焦炉煤气", "coke-oven gas"],
        ["lpg", "液化石油气", "LPG"],
      ],
    ),
    ...TEMPERATURES,
    quantity("o2Percent", ["烟气含氧量", "O₂ of the flue gas"], "%", ["0", "21"], OXYGEN),
  ],
  output: FLUE_GAS_LOSS,
  names: { dilution: { zh: "系数 A₂", en: "Coefficient A₂" }, offset: { zh: "系数 B", en: "Coefficient B" } },
  compute: (readings) => {
    const { a2, b, lossPercent } = siegertFlueLoss(
      String(readings["fuel"]),
      {
        flueC: single(readings, "flueC"),
        airC: single(readings, "airC"),
        o2Percent: single(readings, "o2Percent"),
      },
      FLUE_LOSS,
    );
    return {
      value: lossPercent,
      intermediate: [
        { name: "dilution", value: a2, unit: "1" },
        { name: "offset", value: b, unit: "1" },
      ],
    };
  },
  example: { fuel: "naturalGas", flueC: "140", airC: "20", o2Percent: "4.0" },
});

/** Flue gas loss by the simple test in service. */
export const simplifiedLossBench = describe({
  id: "boiler.flue-gas-loss-simple",
  title: { zh: "排烟热损失（简单测试）", en: "Flue gas loss (simple test)" },
  normative: ["TSG G0003"],
  source: "TSG G0003, simple test; recalled",
  validFrom: "2010-12-01",
  inputs: [
    choiceOf(
      "fuel",
      ["燃料", "Fuel"],
      [
        ["gas", "燃气", "gas"],
        ["oil", "燃油", "oil"],
        ["lignite", "褐煤", "lignite"],
        ["bituminous", "烟煤", "bituminous coal"],
        ["anthracite", "无烟煤", "anthracite"],
      ],
    ),
    ...TEMPERATURES,
    quantity("alpha", ["过量空气系数", "Excess air"], "1", ["1", "20"], {
      uncertainty: { kind: "percent", percent: 1, distribution: "rectangular" },
    }),
    quantity("unburntPercent", ["固体未完全燃烧热损失 q₄", "Unburnt carbon, q₄"], "%", ["0", "99"], {
      preset: "0",
      uncertainty: { kind: "percent", percent: 5, distribution: "rectangular" },
    }),
  ],
  output: { ...FLUE_GAS_LOSS, rounding: { mode: "half-even", places: 2 } },
  names: { m: { zh: "系数 m", en: "Coefficient m" }, n: { zh: "系数 n", en: "Coefficient n" } },
  compute: (readings) => {
    const { m, n, lossPercent } = simplifiedFlueLoss(
      String(readings["fuel"]),
      {
        alpha: single(readings, "alpha"),
        flueC: single(readings, "flueC"),
        airC: single(readings, "airC"),
        unburntPercent: single(readings, "unburntPercent"),
      },
      FLUE_LOSS,
    );
    return {
      value: lossPercent,
      intermediate: [
        { name: "m", value: m, unit: "1" },
        { name: "n", value: n, unit: "1" },
      ],
    };
  },
  example: { fuel: "gas", flueC: "128", airC: "27", alpha: "1.17295957146" },
});

const POLLUTANTS = [
  ["stack-nox", "boiler.nitrogen-oxides", "氮氧化物", "Nitrogen oxides", "HJ 693-2014", "2014-04-15", "46"],
  ["stack-so2", "boiler.sulphur-dioxide", "二氧化硫", "Sulphur dioxide", "HJ 57-2017", "2018-01-01", "12"],
  ["stack-pm", "boiler.particles", "颗粒物", "Particulate matter", "HJ 836-2017", "2018-03-01", "4.8"],
] as const;

/** Pollutants of the flue gas, brought to the oxygen of reference. */
export const emissionBenches = POLLUTANTS.map(([characteristic, id, zh, en, document, validFrom, example]) =>
  describe({
    id,
    title: { zh: `锅炉烟气${zh}`, en: `${en} in boiler flue gas` },
    normative: [document],
    source: "GB 13271-2014, 5.2; recalled",
    validFrom,
    inputs: [
      quantity("measuredMgM3", ["实测浓度", "As measured"], "mg/m3", ["0", "100000"], {
        portion: true,
        replicates: { min: 1, max: 6 },
        instrumentType: "flue-gas-analyser",
        uncertainty: { kind: "percent", percent: 5, distribution: "rectangular" },
        hint: { zh: "标准状态干烟气。", en: "In dry gas at 0 °C and 101.325 kPa." },
      }),
      quantity("o2Percent", ["烟气含氧量", "O₂ of the flue gas"], "%", ["0", "21"], {
        ...OXYGEN,
        portion: true,
        replicates: { min: 1, max: 6 },
      }),
      equipment("referencePercent", ["基准含氧量", "O₂ of reference"], "%", ["0", "20"], "3.5", {
        hint: { zh: "燃油、燃气 3.5 %，燃煤 9 %。", en: "3.5 % for oil and gas, 9 % for coal." },
      }),
    ],
    output: {
      characteristic,
      label: { zh, en },
      unit: "mg/m3",
      rounding: { mode: "half-even", places: characteristic === "stack-pm" ? 1 : 0 },
    },
    names: {},
    compute: (readings) => ({
      value: emissionAtReference(
        single(readings, "measuredMgM3"),
        single(readings, "o2Percent"),
        single(readings, "referencePercent"),
      ),
    }),
    example: { measuredMgM3: [example], o2Percent: ["5.2"] },
  }),
);
