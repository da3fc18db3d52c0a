import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** Kinds of instruments as the register and the methods name them. */
export const INSTRUMENT_TYPES = {
  "analytical-balance": { zh: "分析天平", en: "Analytical balance" },
  balance: { zh: "电子天平", en: "Electronic balance" },
  burette: { zh: "滴定管", en: "Burette" },
  "conductivity-meter": { zh: "电导率仪", en: "Conductivity meter" },
  "drying-oven": { zh: "干燥箱", en: "Drying oven" },
  "icp-ms": { zh: "电感耦合等离子体质谱仪", en: "ICP mass spectrometer" },
  microscope: { zh: "显微镜", en: "Microscope" },
  "ph-meter": { zh: "酸度计", en: "pH meter" },
  polarimeter: { zh: "旋光仪", en: "Polarimeter" },
  reflectometer: { zh: "反射色度仪", en: "Reflectometer" },
  refractometer: { zh: "折光仪", en: "Refractometer" },
  spectrophotometer: { zh: "分光光度计", en: "Spectrophotometer" },
  thermometer: { zh: "温度计", en: "Thermometer" },
} as const satisfies Record<string, Bilingual>;
export type InstrumentType = keyof typeof INSTRUMENT_TYPES;

/** The name of a kind of instrument; the key itself where the register holds one that no method knows. */
export function instrumentTypeName(type: string): Bilingual {
  return Object.hasOwn(INSTRUMENT_TYPES, type) ? INSTRUMENT_TYPES[type as InstrumentType] : { zh: type, en: type };
}
