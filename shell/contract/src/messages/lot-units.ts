import type { Sentence } from "./sentence.ts";

/** The units in which the size of a lot is stated, by mass, volume or count. */
export const lotUnitNames = {
  t: { zh: "吨 (t)", en: "tonnes (t)" },
  kg: { zh: "千克 (kg)", en: "kilograms (kg)" },
  g: { zh: "克 (g)", en: "grams (g)" },
  m3: { zh: "立方米 (m³)", en: "cubic metres (m³)" },
  L: { zh: "升 (L)", en: "litres (L)" },
  mL: { zh: "毫升 (mL)", en: "millilitres (mL)" },
  pcs: { zh: "件", en: "pieces" },
  bag: { zh: "袋", en: "bags" },
  box: { zh: "箱", en: "boxes" },
  bottle: { zh: "瓶", en: "bottles" },
  drum: { zh: "桶", en: "drums" },
} as const satisfies Record<string, Sentence>;

export type LotUnit = keyof typeof lotUnitNames;
export const LOT_UNITS = Object.keys(lotUnitNames) as readonly LotUnit[];
