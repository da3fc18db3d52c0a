import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { toNumber } from "@quanheng/kernel/decimal.ts";
import { optional, quantity } from "../../../bench-inputs.ts";
import { verdict } from "../../../bench-verdicts.ts";
import { type NetContentResult, netContentLot, netMasses, volumeOf } from "../net-content-lot.ts";
import { NET_CONTENT } from "../tables.ts";

/** Net contents of the packages [g], or [mL] where the density at 20 °C is given. */
function contents(readings: Readings): readonly number[] {
  const masses = netMasses(series(readings, "grossG"), series(readings, "tareG"));
  const density = optional(readings, "densityGPerMl");
  return density === undefined ? masses : masses.map((mass) => volumeOf(mass, density));
}

function judged(readings: Readings): NetContentResult {
  const lot = {
    nominal: single(readings, "nominal"),
    lotSize: single(readings, "lotSize"),
    contents: contents(readings),
  };
  return netContentLot(NET_CONTENT, lot);
}

/** Net content of a lot of prepackaged goods by mass, or by volume with the density. */
export const netContentBench = describe({
  id: "e-commerce.net-content",
  title: { zh: "定量包装商品净含量", en: "Net content of prepackaged goods" },
  normative: ["JJF 1070-2023", "OIML R 87:2016"],
  source: "JJF 1070-2023; OIML R 87:2016",
  validFrom: "2024-10-12",
  inputs: [
    quantity("nominal", ["标注净含量", "Nominal quantity"], "g", ["0.1", "50000"], {
      hint: {
        zh: "以体积标注时单位为 mL，并填密度。",
        en: "In millilitres where the label states a volume; then give the density.",
      },
    }),
    quantity("lotSize", ["批量", "Lot size"], "1", ["1", "10000000"]),
    quantity("grossG", ["毛重", "Gross mass"], "g", ["0.1", "60000"], {
      instrumentType: "balance",
      replicates: { min: 1, max: 125 },
      uncertainty: { kind: "stated", input: "balanceG", coverage: Math.sqrt(3) },
    }),
    quantity("tareG", ["空包装", "Empty packages"], "g", ["0.001", "10000"], {
      instrumentType: "balance",
      replicates: { min: 2, max: 25 },
      uncertainty: { kind: "stated", input: "balanceG", coverage: Math.sqrt(3) },
    }),
    quantity("balanceG", ["天平最大允许误差 ±", "Balance, permissible error ±"], "g", ["0.0001", "100"], {
      group: "instrument",
      preset: "0.1",
    }),
    quantity("densityGPerMl", ["20 °C 密度", "Density at 20 °C"], "g/mL", ["0.3", "3"], {
      optional: true,
      group: "conditions",
    }),
  ],
  output: {
    characteristic: "average-net-content",
    label: { zh: "平均实际含量", en: "Mean actual content" },
    unit: "g",
    rounding: { mode: "half-even", places: 1 },
  },
  further: [
    {
      name: "correctedMean",
      characteristic: "corrected-net-content",
      label: { zh: "修正后平均实际含量", en: "Mean with λ·s" },
      unit: "g",
      rounding: { mode: "half-even", places: 1 },
    },
  ],
  names: {
    s: { zh: "标准偏差", en: "Standard deviation" },
    lambda: { zh: "修正因子 λ", en: "Factor λ" },
    tolerance: { zh: "允许短缺量 T", en: "Tolerable deficiency T" },
    countT1: { zh: "短缺大于 T 的件数", en: "Packages short by more than T" },
    countT2: { zh: "短缺大于 2T 的件数", en: "Packages short by more than 2T" },
  },
  compute: (readings) => {
    const { mean, correctedMean, s, lambda, tolerance, countT1, countT2 } = judged(readings);
    return {
      value: mean,
      further: { correctedMean },
      intermediate: [
        { name: "s", value: s, unit: "g" },
        { name: "lambda", value: lambda, unit: "1" },
        { name: "tolerance", value: toNumber(tolerance), unit: "g" },
        { name: "countT1", value: countT1, unit: "1" },
        { name: "countT2", value: countT2, unit: "1" },
      ],
    };
  },
  findings: (readings) => {
    const { meanOk, individualsOk } = judged(readings);
    const basis = { document: NET_CONTENT.document, status: NET_CONTENT.status ? "recalled" : "published" } as const;
    return [
      ...(meanOk === undefined ? [] : [verdict("mean", ["平均实际含量", "Mean content"], meanOk, basis)]),
      verdict("individuals", ["单件实际含量", "Single packages"], individualsOk, basis),
    ];
  },
  pictures: (readings) => {
    const found = contents(readings);
    const [nominal, tolerance] = [single(readings, "nominal"), toNumber(judged(readings).tolerance)];
    const level = (y: number, zh: string, en: string) =>
      ({ name: { zh, en }, role: "limit", points: [1, found.length].map((x) => [x, y] as const) }) as const;
    return [
      {
        kind: "lines",
        name: "packages",
        title: { zh: "各件实际含量", en: "Content of each package" },
        x: { label: { zh: "件", en: "Package" }, unit: "1" },
        y: { label: { zh: "实际含量", en: "Content" }, unit: "g" },
        lines: [
          {
            name: { zh: "实际含量", en: "Content" },
            role: "measured",
            points: found.map((y, i) => [i + 1, y] as const),
          },
          level(nominal, "标注净含量", "Nominal"),
          level(nominal - tolerance, "短缺 T", "Short by T"),
          level(nominal - 2 * tolerance, "短缺 2T", "Short by 2T"),
        ],
      },
    ];
  },
  example: {
    nominal: "500",
    lotSize: "40",
    grossG: ["510.4", "513.8", "515.3", "509.6", "513.0", "511.5", "514.4", "509.1", "512.3", "513.2"],
    tareG: ["12.1", "12.3"],
  },
});
