import type { Sentence } from "../sentence.ts";

/** What is wrong with an identifier of a party, place, thing or document, or unusual about one that is accepted. */
export const identifierSentences = {
  "identifier-empty": { zh: "请填写标识代码。", en: "Enter the identifier." },
  "identifier-length": { zh: "标识代码的长度不正确。", en: "The identifier has the wrong length." },
  "identifier-character": {
    zh: "标识代码含有不允许的字符，请核对易混字母和全角字符。",
    en: "The identifier contains a character that is not allowed. Look for letters that are easily confused and full-width ones.",
  },
  "identifier-check-character": {
    zh: "校验码不正确，按其余各位应为 {expected}。请核对每一位。",
    en: "The check character is wrong; for the rest it would be {expected}. Compare every character with the original.",
  },
  "identifier-structure": {
    zh: "标识代码的结构不正确，应形如 {expected}。",
    en: "The identifier is not built right; it looks like {expected}.",
  },
  "identifier-interval": {
    zh: "有效期不正确：截止日期早于开始日期，或日期不存在。",
    en: "The validity is wrong: it ends before it begins, or a day does not exist.",
  },
  "identifier-gs1": { zh: "不是有效的 GS1 标识代码（{reason}）。", en: "This is no valid GS1 identifier ({reason})." },
  "inner-code-check": {
    zh: "统一社会信用代码内的组织机构代码校验码不符，请与证照核对。",
    en: "The organisation code inside the unified social credit code has another check character. Compare it with the licence.",
  },
  "authority-unknown": {
    zh: "登记管理部门代码不在标准之内，请与证照核对。",
    en: "The registering authority is not one that the standard names. Compare it with the licence.",
  },
  "arc-not-chinese": { zh: "该 OID 不在中国的节点之下。", en: "This OID is not below the arc of China." },
} as const satisfies Record<string, Sentence>;
