import { normal } from "@quanheng/flow/determination/budget.ts";
import { describe } from "@quanheng/flow/determination/describe.ts";
import type { Finding, MethodDefinition, Readings } from "@quanheng/flow/determination/method.ts";
import { chosen, single } from "@quanheng/flow/determination/readings.ts";
import { choice, ifLoaded, optional, quantity } from "../../../bench-inputs.ts";
import { words } from "../../../bench-verdicts.ts";
import { SCREENING } from "../tables.ts";
import { type Screening, screening } from "../xrf-screening.ts";

const OUTCOMES: Readonly<Record<Screening, Pick<Finding, "outcome" | "kept">>> = {
  BL: { outcome: { zh: "低于筛选限", en: "below the limit" }, kept: true },
  OL: { outcome: { zh: "高于筛选限", en: "over the limit" }, kept: false },
  IN: { outcome: { zh: "不能判定，须化学分析", en: "inconclusive, chemistry has to tell" } },
};

const MATERIALS = ["polymer", "metal", "composite"] as const;

/** Undefined where the table holds no figure for the element in this material. */
function screened(readings: Readings, element: string, content: number): Screening | undefined {
  const detectionLimit = optional(readings, "detectionLimitMgKg");
  return ifLoaded(() =>
    screening(SCREENING, {
      material: chosen(readings, "material", MATERIALS),
      element,
      content,
      sigma: single(readings, "sigmaMgKg"),
      ...(detectionLimit === undefined ? {} : { detectionLimit }),
    }),
  );
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
      choice(
        "material",
        ["材料", "Material"],
        words([
          ["polymer", "聚合物", "polymer"],
          ["metal", "金属", "metal"],
          ["composite", "复合材料", "composite"],
        ]),
      ),
      quantity("detectionLimitMgKg", ["检出限", "Limit of detection"], "mg/kg", ["0.001", "100000"], {
        optional: true,
        hint: { zh: "复合材料中的镉须填。", en: "Needed for cadmium in composites." },
      }),
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
      const outcome = screened(readings, symbol, value);
      if (outcome === undefined) return [];
      return [
        {
          name: "screening",
          label: { zh: "筛选", en: "Screening" },
          ...OUTCOMES[outcome],
          basis: SCREENING.status,
          source: SCREENING.document,
        },
      ];
    },
    example: { contentMgKg: ["655"], sigmaMgKg: "12", material: "polymer" },
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
