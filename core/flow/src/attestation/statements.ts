import type { ReportFacts } from "./report-facts.ts";
import type { ReportStatement } from "./report-snapshot.ts";

/**
 * The sentences that ISO/IEC 17025:2017 demands of a report, as far as they follow from its facts.
 *
 * @example standardStatements({ deviations: [], remarks: [], results: [{ characteristicName: { zh: "铅", en: "Lead" }, testedOn: "2026-11-23", inScope: true }], markets: [{ market: "CN" }], verdicts: [], receivedOn: "2026-11-20", sample: {}, demonstration: false }).map(({ kind }) => kind) // → ["only-items", "as-received", "client-data", "method-changes", "external-results", "reproduction"] (ISO/IEC 17025:2017, 7.8.2.1 l, 7.8.2.2, 7.8.2.1 n and p, note 2)
 * @source ISO/IEC 17025:2017, 7.8.2.1 and 7.8.2.2
 */
export function standardStatements(facts: ReportFacts): ReportStatement[] {
  const external = facts.results.filter(({ externalProvider }) => externalProvider);
  const outside = facts.results.filter(({ inScope }) => !inScope);
  return [
    {
      kind: "only-items",
      zh: "本报告的结果仅与所检样品有关。",
      en: "The results relate only to the items tested.",
    },
    ...(facts.sample.sampledBy === "laboratory"
      ? []
      : [
          {
            kind: "as-received",
            zh: "样品由客户提供，结果适用于收到的样品。",
            en: "The sample was supplied by the client; the results apply to the sample as received.",
          } as const,
        ]),
    {
      kind: "client-data",
      zh: "样品名称、批号和批量由客户提供，本实验室不对其真实性负责。",
      en: "Item name, lot number and lot size were supplied by the client; the laboratory is not responsible for them.",
    },
    ...(facts.deviations.length > 0
      ? facts.deviations.map((deviation) => ({ kind: "method-changes", ...deviation }) as const)
      : [
          {
            kind: "method-changes",
            zh: "对方法无偏离、无增加、无删减。",
            en: "There were no additions to, deviations from or exclusions from the methods.",
          } as const,
        ]),
    external.length > 0
      ? {
          kind: "external-results",
          zh: `下列结果由外部供方提供：${external.map((r) => `${r.characteristicName.zh}（${r.externalProvider?.zh}）`).join("、")}。`,
          en: `Results from external providers: ${external.map((r) => `${r.characteristicName.en} (${r.externalProvider?.en})`).join(", ")}.`,
        }
      : {
          kind: "external-results",
          zh: "全部结果均由本实验室测得，无外部供方结果。",
          en: "All results were obtained by this laboratory; none come from external providers.",
        },
    ...(outside.length > 0
      ? [
          {
            kind: "scope",
            zh: `下列项目不在认可范围内：${outside.map((r) => r.characteristicName.zh).join("、")}。`,
            en: `Outside the scope of accreditation: ${outside.map((r) => r.characteristicName.en).join(", ")}.`,
          } as const,
        ]
      : []),
    ...(facts.verdicts.some(({ indicative }) => indicative)
      ? [
          {
            kind: "indicative",
            zh: "标注“仅供参考”的判定所依据的要求尚未与原文核对，不作为符合性声明。",
            en: "Verdicts marked “indicative” rest on requirements not yet verified against their source and are no statement of conformity.",
          } as const,
        ]
      : []),
    {
      kind: "reproduction",
      zh: "未经本实验室书面批准，不得部分复制本报告。",
      en: "This report shall not be reproduced except in full without the written approval of the laboratory.",
    },
    ...(facts.demonstration
      ? [
          {
            kind: "demonstration",
            zh: "本文件为演示，机构、人员与数据均为虚构，不具任何效力。",
            en: "This is a demonstration: bodies, persons and data are invented, and it has no effect.",
          } as const,
        ]
      : []),
  ];
}
