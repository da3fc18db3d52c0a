import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import { formatDecimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import type { NetContentEdition } from "@quanheng/kernel/sampling/net-content.ts";
import { LIMIT_BASIS, limitFinding, optional, quantity } from "../../../bench-inputs.ts";
import { type NetContentResult, netContentLot, netMasses, volumeOf } from "../net-content-lot.ts";

/** Net contents of the packages [g], or [mL] where the density at 20 °C is given. */
function contents(readings: Readings): readonly number[] {
  const masses = netMasses(series(readings, "grossG"), series(readings, "tareG"));
  const density = optional(readings, "densityGPerMl");
  return density === undefined ? masses : masses.map((mass) => volumeOf(mass, density));
}

/** The tolerable deficiency and the plan that were agreed, as an edition of the rules that holds nothing else. */
function agreed(readings: Readings): NetContentEdition {
  const digits = (name: string) => formatDecimal(fromNumber(single(readings, name)));
  return {
    id: "order",
    document: "plan of the order",
    validFrom: "2006-01-01",
    validUntil: null,
    tolerances: [{ over: "0", upTo: "50000", absolute: digits("tolerance") }],
    rounding: [{ upTo: "50000", step: "0.0001" }],
    plans: [
      {
        from: 1,
        to: null,
        n: single(readings, "sampleSize"),
        lambda: digits("lambda"),
        maxT1: single(readings, "allowedT1"),
        maxT2: 0,
      },
    ],
  };
}

function judged(readings: Readings): NetContentResult {
  const lot = {
    nominal: single(readings, "nominal"),
    lotSize: single(readings, "lotSize"),
    contents: contents(readings),
  };
  return netContentLot(agreed(readings), lot);
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
    quantity("sampleSize", ["方案抽样件数", "Packages the plan asks for"], "1", ["1", "125"], { group: "conditions" }),
    quantity("lambda", ["修正因子 λ", "Factor λ"], "1", ["0", "2"], {
      group: "conditions",
      hint: { zh: "全数检验时为 0。", en: "0 where the whole lot is measured." },
    }),
    quantity("tolerance", ["允许短缺量 T", "Tolerable deficiency T"], "g", ["0", "1000"], { group: "conditions" }),
    quantity("allowedT1", ["允许大于 T 的件数", "Packages allowed beyond T"], "1", ["0", "20"], {
      group: "conditions",
    }),
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
    LIMIT_BASIS,
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
    countT1: { zh: "短缺大于 T 的件数", en: "Packages short by more than T" },
    countT2: { zh: "短缺大于 2T 的件数", en: "Packages short by more than 2T" },
  },
  compute: (readings) => {
    const { mean, correctedMean, s, countT1, countT2 } = judged(readings);
    return {
      value: mean,
      further: { correctedMean },
      intermediate: [
        { name: "s", value: s, unit: "g" },
        { name: "countT1", value: countT1, unit: "1" },
        { name: "countT2", value: countT2, unit: "1" },
      ],
    };
  },
  findings: (readings) => {
    const { meanOk, individualsOk } = judged(readings);
    const source = "JJF 1070-2023";
    return [
      limitFinding(readings, "mean", ["平均实际含量", "Mean content"], source, meanOk !== false),
      limitFinding(readings, "individuals", ["单件实际含量", "Single packages"], source, individualsOk),
    ];
  },
  pictures: (readings) => {
    const found = contents(readings);
    const [nominal, tolerance] = [single(readings, "nominal"), single(readings, "tolerance")];
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
    sampleSize: "10",
    lambda: "1.028",
    tolerance: "15",
    allowedT1: "0",
    grossG: ["510.4", "513.8", "515.3", "509.6", "513.0", "511.5", "514.4", "509.1", "512.3", "513.2"],
    tareG: ["12.1", "12.3"],
  },
});
