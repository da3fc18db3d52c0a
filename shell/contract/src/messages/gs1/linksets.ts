import type { Sentence } from "../sentence.ts";

/** What a set of links can have wrong; the place is a JSON pointer. */
export const linksetSentences = {
  "linkset-not-an-object": { zh: "链接集应为 JSON 对象。", en: "A linkset is a JSON object." },
  "linkset-missing-member": { zh: "缺少 {at}。", en: "{at} is missing." },
  "linkset-unknown-member": { zh: "链接集中不能有 {at}。", en: "{at} does not belong in a linkset." },
  "linkset-wrong-type": { zh: "{at} 的类型不正确。", en: "{at} has the wrong type." },
  "linkset-not-an-address": { zh: "{at} 不是 http 或 https 地址。", en: "{at} is no http or https address." },
  "linkset-not-a-relation": { zh: "{at} 不是链接关系。", en: "{at} is no relation of a link." },
  "linkset-not-a-language": { zh: "{at} 应为 zh 或 zh-CN 形式的语言代码。", en: "{at} is a language as zh or zh-CN." },
  "linkset-not-a-media-type": { zh: "{at} 应为媒体类型，如 text/html。", en: "{at} is a media type as text/html." },
} as const satisfies Record<string, Sentence>;
