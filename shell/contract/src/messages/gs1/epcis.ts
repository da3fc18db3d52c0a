import type { Sentence } from "../sentence.ts";

/** What can be wrong with a document or an event of EPCIS; `at` is the place as a JSON pointer, `found` what stands there. */
export const epcisSentences = {
  "epcis-not-an-object": { zh: "{at} 应为对象。", en: "{at} must be an object." },
  "epcis-member-missing": { zh: "{at} 缺少成员 {found}。", en: "{at} lacks the member {found}." },
  "epcis-member-unknown": { zh: "{at} 有未知成员 {found}。", en: "{at} has the unknown member {found}." },
  "epcis-type-unknown": {
    zh: "{at} 的事件类型 {found} 不存在。",
    en: "{at} names {found}, which is no type of event.",
  },
  "epcis-not-text": { zh: "{at} 应为文本。", en: "{at} must be a text." },
  "epcis-not-a-number": { zh: "{at} 应为数字。", en: "{at} must be a number." },
  "epcis-not-true-or-false": { zh: "{at} 应为 true 或 false。", en: "{at} must be true or false." },
  "epcis-not-a-list": { zh: "{at} 应为列表。", en: "{at} must be a list." },
  "epcis-list-empty": { zh: "{at} 的列表不能为空。", en: "The list at {at} must not be empty." },
  "epcis-list-repeats": { zh: "{at} 的列表重复了 {found}。", en: "The list at {at} names {found} twice." },
  "epcis-not-an-address": { zh: "{at} 的 {found} 不是 URI。", en: "{found} at {at} is no URI." },
  "epcis-not-a-time": {
    zh: "{at} 的 {found} 不是带时区的日期时间。",
    en: "{found} at {at} is no date and time with an offset.",
  },
  "epcis-offset-wrong": {
    zh: "{at} 的时区偏移 {found} 应写作 +08:00 的形式。",
    en: "The offset {found} at {at} must be written like +08:00.",
  },
  "epcis-word-unknown": {
    zh: "{at} 的 {found} 不在 CBV 词汇表中，自定词汇应为 URI。",
    en: "{found} at {at} is no word of the CBV; a word of one's own must be a URI.",
  },
  "epcis-action-unknown": {
    zh: "{at} 的动作 {found} 不是 OBSERVE、ADD 或 DELETE。",
    en: "The action {found} at {at} is not OBSERVE, ADD or DELETE.",
  },
  "epcis-unit-wrong": {
    zh: "{at} 的单位 {found} 不是 UN/ECE 第 20 号建议书的代码。",
    en: "The unit {found} at {at} is no code of UN/ECE Recommendation 20.",
  },
  "epcis-version-wrong": { zh: "{at} 的版本 {found} 不是 2.0。", en: "The version {found} at {at} is not 2.0." },
  "epcis-hexadecimal-wrong": { zh: "{at} 的 {found} 不是十六进制。", en: "{found} at {at} is not hexadecimal." },
  "epcis-nothing-named": {
    zh: "{at} 没有指明任何物品、批次或容器。",
    en: "{at} names no object, lot or container.",
  },
} as const satisfies Record<string, Sentence>;
