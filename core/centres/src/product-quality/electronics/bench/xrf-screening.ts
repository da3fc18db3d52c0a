import { normal } from "@quanheng/flow/determination/budget.ts";
import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Finding, MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { single } from "@quanheng/flow/determination/readings.ts";
import { LIMIT_BASIS, limit, optional, quantity } from "../../../bench-inputs.ts";
import { type Screening, screening } from "../xrf-screening.ts";

const OUTCOMES: Readonly<Record<Screening, Pick<Finding, "outcome" | "kept">>> = {
  BL: { outcome: { zh: "低于筛选限", en: "below the limit" }, kept: true },
  OL: { outcome: { zh: "高于筛选限", en: "over the limit" }, kept: false },
  IN: { outcome: { zh: "不能判定，须化学分析", en: "inconclusive, chemistry has to tell" } },
};

/** The limits of the order as a table of one cell. */
function screened(readings: Readings, content: number): Screening | undefined {
  const [below, over] = [optional(readings, "belowMgKg"), optional(readings, "overMgKg")];
  if (below === undefined) return undefined;
  const cell = { below: String(below), over: over === undefined ? null : String(over) };
  const table = {
    document: "limits of the order",
    status: "recalled",
    materials: { material: { element: cell } },
  } as const;
  return screening(table, { material: "material", element: "element", content, sigma: single(readings, "sigmaMgKg") });
}

function screeningBench(symbol: string, zh: string, en: string, characteristic: string): MethodDefinition {
  return describe({
    id: `electronics.xrf-${symbol.toLowerCase()}`,
    title: { zh: `X 射线荧光筛选：${zh}`, en: `Screening by X-ray fluorescence: ${en}` },
    normative: ["GB/T 39560 series", "IEC 62321 series"],
    source: "IEC 62321-3-1:2013 (GB/T 39560.301-2020), annex A",
    validFrom: "2021-07-01",
    inputs: [
      quantity("contentMgKg", ["含量", "Content"], "mg/kg", ["0", "1000000"], {
        instrumentType: "xrf-spectrometer",
        portion: true,
        replicates: { min: 1, max: 10 },
        hint: { zh: "低于检出限时填检出限。", en: "Below the limit of detection enter that limit." },
      }),
      quantity("sigmaMgKg", ["一次测量的标准偏差 σ", "Standard deviation of one measurement, σ"], "mg/kg", [
        "0.001",
        "100000",
      ]),
      limit("belowMgKg", ["下筛选限", "Lower screening limit"], "mg/kg", {
        hint: {
          zh: "低于此值减 3σ 即不必再测；复合材料的镉填检出限加 3σ。",
          en: "Below this less 3σ nothing more is needed; for cadmium in composites enter the limit of detection plus 3σ.",
        },
      }),
      limit("overMgKg", ["上筛选限", "Upper screening limit"], "mg/kg", {
        hint: { zh: "无上限的元素不填。", en: "Left empty for elements that screening never fails." },
      }),
      LIMIT_BASIS,
    ],
    output: {
      characteristic,
      label: { zh: `${zh}含量`, en: `${en} content` },
      unit: "mg/kg",
      rounding: { mode: "half-even", places: 0 },
    },
    names: {},
    compute: (readings) => ({ value: single(readings, "contentMgKg") }),
    more: (readings) => [normal("sigmaMgKg", single(readings, "sigmaMgKg"), 1, { unit: "mg/kg" })],
    findings: (readings, { value }) => {
      const outcome = screened(readings, value);
      if (outcome === undefined) return [];
      return [
        {
          name: "screening",
          label: { zh: "筛选", en: "Screening" },
          ...OUTCOMES[outcome],
          basis: readings["limitBasis"] === "published" ? "published" : "recalled",
          source: "IEC 62321-3-1:2013, annex A",
        },
      ];
    },
    example: { contentMgKg: ["655"], sigmaMgKg: "12", belowMgKg: "700", overMgKg: "1300" },
  });
}

/** Screening of each element that X-ray fluorescence reads; chromium and bromine in total only. */
export const screeningBenches: readonly MethodDefinition[] = [
  screeningBench("Pb", "铅", "Lead", "rohs-pb"),
  screeningBench("Cd", "镉", "Cadmium", "rohs-cd"),
  screeningBench("Hg", "汞", "Mercury", "rohs-hg"),
  screeningBench("Cr", "总铬", "Chromium, total", "chromium-total"),
  screeningBench("Br", "总溴", "Bromine, total", "bromine-total"),
];
