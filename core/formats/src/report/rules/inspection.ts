import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { isInstant } from "../../bytes/instant.ts";
import { both, isIdentified, latestLocalDay, type Rule, said, states } from "./rule.ts";

/** What a report of an inspection must have. @source ISO/IEC 17020:2012, 7.4.2 and 7.4.4 */
export const INSPECTION_RULES: readonly Rule[] = [
  {
    item: "ISO/IEC 17020, 7.4.2 a",
    holds: ({ issuer }) => both(issuer.name) && both(issuer.address),
    zh: "缺少检验机构的名称或地址（中英文）。",
    en: "The name or address of the inspection body is missing in one of the languages.",
  },
  {
    item: "ISO/IEC 17020, 7.4.2 b",
    holds: (report) => isIdentified(report) && isInstant(report.issuedAt),
    zh: "缺少唯一标识或签发日期。",
    en: "The unique identification or the date of issue is missing.",
  },
  {
    item: "ISO/IEC 17020, 7.4.2 c",
    holds: ({ inspection, issuedAt }) =>
      inspection !== undefined &&
      isCalendarDate(inspection.inspectedOn) &&
      inspection.inspectedOn <= latestLocalDay(issuedAt),
    zh: "缺少检验日期，或检验日期晚于签发日期。",
    en: "The date of inspection is missing or after the day of issue.",
  },
  {
    item: "ISO/IEC 17020, 7.4.2 d",
    holds: ({ item, inspection, client }) => both(item.name) && said(inspection?.object) && both(client.name),
    zh: "缺少被检对象的标识或委托方。",
    en: "The identification of what was inspected, or the client, is missing.",
  },
  {
    item: "ISO/IEC 17020, 7.4.2 e",
    holds: ({ persons }) => persons.some(({ role, name }) => role === "signatory" && both(name)),
    zh: "缺少批准报告的人员。",
    en: "The person who approves the report is missing.",
  },
  {
    item: "ISO/IEC 17020, 7.4.2 f",
    holds: ({ inspection, verdicts }) =>
      inspection !== undefined &&
      (inspection.result === "does-not-conform") === verdicts.some(({ verdict }) => verdict === "fail"),
    zh: "检验结论缺失，或与各项判定不一致。",
    en: "The statement of conformity is missing or contradicts the verdicts.",
  },
  {
    item: "ISO/IEC 17020, 7.4.2 g",
    holds: ({ results, inspection }) =>
      (results.length > 0 || (inspection?.findings.length ?? 0) > 0) &&
      results.every(({ reported, characteristicName }) => said(reported) && both(characteristicName)),
    zh: "缺少检验结果。",
    en: "The results of the inspection are missing.",
  },
  {
    item: "ISO/IEC 17020, 7.4.2",
    holds: (report) => states(report, "as-inspected") && (report.inspection?.documents.length ?? 0) > 0,
    zh: "须注明检验所依据的文件，并声明结论仅反映检验当日的状态。",
    en: "Name the documents inspected against, and say that the result holds for the day of inspection.",
  },
  {
    item: "ISO/IEC 17020, 7.4.4",
    holds: (report) => states(report, "external-results"),
    zh: "须标明分包得到的结果，或声明没有。",
    en: "Mark the results of subcontractors, or state that there are none.",
  },
];
