import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { ConditionGap } from "./conditions.ts";
import type { ReportKind, Sampler } from "./instance.ts";

/**
 * Which condition of a market a result does not meet, by the name of the flag.
 *
 * @example whyConditionUnmet({ rule: "report-kind", kind: "supplementary" }).en // → "The market accepts full reports only (fullReportOnly); this is a supplementary report." (the flag is named)
 * @example whyConditionUnmet({ rule: "edition", document: "IEC 62560", offered: "2011", least: "2011+A1:2015" }).en // → "Edition 2011 of IEC 62560 is older than the least edition 2011+A1:2015 (minEdition)." (what was compared)
 * @source ours: the reasons of the rules of coverage
 */
export function whyConditionUnmet(gap: ConditionGap): Bilingual {
  switch (gap.rule) {
    case "edition":
      return gap.offered === null
        ? {
            zh: `${gap.document} 未注明版本，而该市场要求不早于 ${gap.least}（最低版本 minEdition）。`,
            en: `${gap.document} is named without an edition; the market asks for ${gap.least} or later (minEdition).`,
          }
        : {
            zh: `${gap.document} 的 ${gap.offered} 版早于该市场的最低版本 ${gap.least}（minEdition）。`,
            en: `Edition ${gap.offered} of ${gap.document} is older than the least edition ${gap.least} (minEdition).`,
          };
    case "report-kind":
      return gap.kind === "interim"
        ? {
            zh: "该市场不暂予接受中期报告（provisional）。",
            en: "The market does not accept interim reports for the time being (provisional).",
          }
        : {
            zh: `该市场仅接受完整报告（fullReportOnly），而此为${KIND[gap.kind].zh}。`,
            en: `The market accepts full reports only (fullReportOnly); this is a ${KIND[gap.kind].en} report.`,
          };
    case "sampling": {
      const who = gap.by === null ? { zh: "未注明何人抽样", en: "who drew this one is not stated" } : drawn(gap.by);
      return {
        zh: `该市场要求样品由${gap.accepted.map((one) => SAMPLER[one].zh).join("或")}抽取（sampledBy），${who.zh}。`,
        en: `The market asks for a sample drawn by ${gap.accepted.map((one) => SAMPLER[one].en).join(" or ")} (sampledBy); ${who.en}.`,
      };
    }
  }
}

const KIND: Readonly<Record<ReportKind, Bilingual>> = {
  full: { zh: "完整报告", en: "full" },
  supplementary: { zh: "补充报告", en: "supplementary" },
  interim: { zh: "中期报告", en: "interim" },
};

const SAMPLER: Readonly<Record<Sampler, Bilingual>> = {
  laboratory: { zh: "实验室", en: "the laboratory" },
  authority: { zh: "主管部门", en: "the authority" },
  client: { zh: "委托方", en: "the client" },
};

function drawn(by: Sampler): Bilingual {
  return { zh: `此样品由${SAMPLER[by].zh}抽取`, en: `this one was drawn by ${SAMPLER[by].en}` };
}
