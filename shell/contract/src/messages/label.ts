import { gs1Sentence } from "./gs1.ts";
import type { Sentence } from "./sentence.ts";

/** What is wrong with the data of a symbol on a label. */
export function labelSentence(fault: string): Sentence {
  return fault === "not-in-symbol" ? NOT_IN_SYMBOL : gs1Sentence({ code: fault });
}

const NOT_IN_SYMBOL: Sentence = {
  zh: "这种码制装不下这些数据：EAN-13、ITF-14 和 DataBar 只载一个 GTIN（EAN-13 的首位须为 0），GS1-128 最多 48 个字符，DataBar Expanded 最多 74 个。",
  en: "This symbol cannot carry these data: EAN-13, ITF-14 and DataBar carry one GTIN only (EAN-13 one that begins with 0), GS1-128 at most 48 characters, DataBar Expanded at most 74.",
};
