import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** The fixed sentences of documents in Chinese and English; `{items}` is replaced by what they speak of. */
export const STATEMENTS = {
  "only-items": { zh: "本报告的结果仅与所检样品有关。", en: "The results relate only to the items tested." },
  "only-instrument": {
    zh: "本证书的结果仅与所列器具有关。",
    en: "The results relate only to the instrument named here.",
  },
  "as-received": {
    zh: "样品由客户提供，结果适用于收到的样品。",
    en: "The sample was supplied by the client; the results apply to the sample as received.",
  },
  "client-data": {
    zh: "样品名称、批号和批量由客户提供，本实验室不对其真实性负责。",
    en: "Item name, lot number and lot size were supplied by the client; the laboratory is not responsible for them.",
  },
  "client-instrument": {
    zh: "器具名称和委托方信息由客户提供，本实验室不对其真实性负责。",
    en: "The name of the instrument and what is said of the client were supplied by the client; the laboratory is not responsible for them.",
  },
  "method-changes": {
    zh: "对方法无偏离、无增加、无删减。",
    en: "There were no additions to, deviations from or exclusions from the methods.",
  },
  "external-none": {
    zh: "全部结果均由本实验室测得，无外部供方结果。",
    en: "All results were obtained by this laboratory; none come from external providers.",
  },
  "external-some": { zh: "下列结果由外部供方提供：{items}。", en: "Results from external providers: {items}." },
  "no-uncertainty": {
    zh: "下列结果未给出不确定度，因为没有带不确定度的读数参与计算，判定未计入不确定度：{items}。",
    en: "No uncertainty is stated for these results, because no reading with an uncertainty contributes to them; their verdicts take none into account: {items}.",
  },
  scope: { zh: "下列项目不在认可范围内：{items}。", en: "Outside the scope of accreditation: {items}." },
  "no-mark": {
    zh: "因并非全部结果都在认可范围内，本文件不使用认可标识。",
    en: "The document bears no accreditation mark, because the accreditation does not cover every result.",
  },
  indicative: {
    zh: "标注“仅供参考”的判定所依据的要求尚未与原文核对，不作为符合性声明。",
    en: "Verdicts marked “indicative” rest on requirements not yet verified against their source and are no statement of conformity.",
  },
  reproduction: {
    zh: "未经本实验室书面批准，不得部分复制本报告。",
    en: "This report shall not be reproduced except in full without the written approval of the laboratory.",
  },
  demonstration: {
    zh: "本文件为演示，机构、人员与数据均为虚构，不具任何效力。",
    en: "This is a demonstration: bodies, persons and data are invented, and it has no effect.",
  },
  traceability: {
    zh: "所用计量标准经由所列证书溯源至国家或国际计量基准，并由此溯源至国际单位制（SI）。",
    en: "Through the certificates listed, the standards used are traceable to national or international standards and so to the SI.",
  },
  "no-interval": {
    zh: "本证书不给出校准间隔的建议。",
    en: "This certificate recommends no calibration interval.",
  },
  "as-inspected": {
    zh: "检验结论仅反映检验当日所检对象的状态。",
    en: "The result of the inspection holds for the object as it was on the day of inspection.",
  },
  basis: {
    zh: "本证书以下列报告为依据，并仅适用于其中所述批次：{items}。",
    en: "This certificate rests on these reports and speaks only for the lot they name: {items}.",
  },
  conditions: {
    zh: "证书持有人持续满足认证方案要求时，本证书有效；暂停、撤销以在线核验为准。",
    en: "The certificate holds as long as its holder meets the requirements of the scheme; whether it is suspended or withdrawn is told online.",
  },
  "conditions-until": {
    zh: "在有效期内且证书持有人持续满足认证方案要求时，本证书有效；暂停、撤销以在线核验为准。",
    en: "The certificate holds until the day stated, as long as its holder meets the requirements of the scheme; whether it is suspended or withdrawn is told online.",
  },
} as const satisfies Record<string, Bilingual>;

export type StatementName = keyof typeof STATEMENTS;
