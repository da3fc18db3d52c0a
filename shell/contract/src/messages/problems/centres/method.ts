import type { Sentence } from "../../sentence.ts";

/** What any method may decline, by code. */
export const methodProblems = {
  "outside-method-range": {
    zh: "{given} {unit} 超出该方法的范围：{min} 至 {max}。请核对读数。",
    en: "{given} {unit} lies outside the range of the method, {min} to {max}. Check the reading.",
  },
  "portions-differ": {
    zh: "各份读数个数不一致：此处 {given} 个，应为 {needed} 个。",
    en: "The portions do not match: {given} readings here, {needed} elsewhere.",
  },
  "not-whole": { zh: "{given} 不是整数，计数须为整数。", en: "{given} is not a whole number; a count is." },
  "unknown-item": { zh: "表“{table}”中没有项目“{item}”。", en: "The table “{table}” has no item “{item}”." },
  "columns-differ": {
    zh: "“{field}”有 {given} 行，其他列有 {needed} 行。请补齐或删去多余的行。",
    en: "Column {field} has {given} rows, the others have {needed}. Complete it or remove the surplus rows.",
  },
  "not-ascending": {
    zh: "“{field}”第 {row} 行没有大于前一行；该列须严格递增且不重复。请核对数据顺序。",
    en: "Row {row} of {field} is not above the row before; the column must rise without repeating a point. Check the order of the data.",
  },
  "too-few-rows": {
    zh: "“{field}”只有 {given} 个数据，方法至少需要 {needed} 个。",
    en: "{field} has {given} values; the method needs at least {needed}.",
  },
  "sample-size": {
    zh: "测量了 {given} 个样本，方法或抽样方案要求 {needed} 个。请按要求的数目测量。",
    en: "{given} specimens were measured; the method or its plan asks for {needed}. Measure as many as it says.",
  },
  "frequency-out-of-range": {
    zh: "频率 {given} {unit} 不在 {min} 至 {max} {unit} 之间，方法在此之外没有规定。请核对频率，或只保留该范围内的数据。",
    en: "A frequency of {given} {unit} is not within {min} to {max} {unit}, beyond which the method says nothing. Check the frequency, or keep only the data of that range.",
  },
  "limit-not-loaded": {
    zh: "限值表 {table} 中没有“{item}”的数值，不能推测。请由标准工程师补充后再判定。",
    en: "The table {table} holds no figure for {item}, and none is guessed. Ask a standards engineer to enter it.",
  },
} as const satisfies Record<string, Sentence>;
