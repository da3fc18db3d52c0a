import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** What a claim is about, e.g. the grade under which a lot is sold. A key that is not listed is shown as it is. */
export function claimKeyName(key: string): Bilingual {
  return Object.hasOwn(KEYS, key) ? KEYS[key]! : { zh: key, en: key };
}

/** A value as the document names it; codes (`GKP-1`, `6063`, `T5`) are their own names. */
export function claimValueName(value: string): Bilingual {
  return Object.hasOwn(VALUES, value) ? VALUES[value]! : { zh: value, en: value };
}

/** The variant of a requirement as one text: `等级：一级`. */
export function variantText(variant: Readonly<Record<string, unknown>> | null, own: "zh" | "en"): string {
  const pairs = Object.entries(variant ?? {}).map(([key, value]) => [
    claimKeyName(key)[own],
    claimValueName(String(value))[own],
  ]);
  return own === "zh"
    ? pairs.map(([key, value]) => `${key}：${value}`).join("；")
    : pairs.map(([key, value]) => `${key}: ${value}`).join("; ");
}

const KEYS: Readonly<Record<string, Bilingual>> = {
  grade: { zh: "等级", en: "Grade" },
  type: { zh: "类型", en: "Type" },
  style: { zh: "形式", en: "Style" },
  medium: { zh: "介质", en: "Medium" },
  alloy: { zh: "合金牌号", en: "Alloy" },
  temper: { zh: "状态", en: "Temper" },
  wall: { zh: "壁厚", en: "Wall" },
  filmClass: { zh: "膜厚级别", en: "Film class" },
  accuracyClass: { zh: "准确度等级", en: "Accuracy class" },
  resolution: { zh: "分辨力", en: "Resolution" },
  range: { zh: "范围", en: "Range" },
  season: { zh: "季节", en: "Season" },
  level: { zh: "级别", en: "Level" },
  fuel: { zh: "燃料", en: "Fuel" },
  regime: { zh: "适用情形", en: "Regime" },
  cap: { zh: "灯头", en: "Cap" },
  band: { zh: "频段", en: "Band" },
  hours: { zh: "时间 (h)", en: "Hours" },
  strength: { zh: "规格", en: "Strength" },
  apparatus: { zh: "装置", en: "Apparatus" },
  timeMin: { zh: "时间 (min)", en: "Time (min)" },
  form: { zh: "剂型", en: "Form" },
  use: { zh: "用途", en: "Use" },
  element: { zh: "标签要素", en: "Label element" },
  nominal: { zh: "标注含量", en: "Nominal content" },
  lot: { zh: "批量", en: "Lot size" },
  nominalSize: { zh: "名义纤度", en: "Nominal size" },
  nominalLengthMm: { zh: "标称长度 (mm)", en: "Nominal length (mm)" },
  current: { zh: "电流", en: "Current" },
  connection: { zh: "接入方式", en: "Connection" },
  powerFactor: { zh: "功率因数", en: "Power factor" },
  water: { zh: "水温", en: "Water" },
  dn: { zh: "口径", en: "Nominal bore" },
};

const VALUES: Readonly<Record<string, Bilingual>> = {
  refined: { zh: "精制", en: "Refined" },
  superior: { zh: "优级", en: "Superior" },
  first: { zh: "一级", en: "First" },
  second: { zh: "二级", en: "Second" },
  white: { zh: "白糖", en: "White sugar" },
  "plantation-or-mill-white": { zh: "种植园（糖厂）白糖", en: "Plantation or mill white sugar" },
  fried: { zh: "油炸", en: "Fried" },
  "non-fried": { zh: "非油炸", en: "Non-fried" },
  crushed: { zh: "碎块", en: "Crushed" },
  "all except whole and crushed": { zh: "整果与碎块以外的各种形式", en: "All except whole and crushed" },
  "light syrup": { zh: "轻糖水", en: "Light syrup" },
  "heavy syrup": { zh: "浓糖水", en: "Heavy syrup" },
  "extra heavy syrup": { zh: "特浓糖水", en: "Extra heavy syrup" },
  coal: { zh: "燃煤", en: "Coal" },
  gas: { zh: "燃气", en: "Gas" },
  oil: { zh: "燃油", en: "Oil" },
  direct: { zh: "直接接入", en: "Direct" },
  chewable: { zh: "咀嚼片", en: "Chewable" },
};
