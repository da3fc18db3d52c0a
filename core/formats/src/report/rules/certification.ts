import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { isInstant } from "../../bytes/instant.ts";
import { both, isIdentified, isSha256, latestLocalDay, type Rule, said, states, WHICH_AND_FOR_WHOM } from "./rule.ts";

/** What a certificate of conformity must have: it restates what reports say, and may not say more. @source ISO/IEC 17025:2017, 7.8.6.2; the form is ours */
export const CONFORMITY_RULES: readonly Rule[] = [
  {
    item: "7.8.2.1 b",
    holds: ({ issuer }) => both(issuer.name) && both(issuer.address),
    zh: "缺少签发机构的名称或地址（中英文）。",
    en: "The name or address of the issuer is missing in one of the languages.",
  },
  ...WHICH_AND_FOR_WHOM,
  {
    item: "7.8.2.1 g",
    holds: ({ item }) => both(item.name) && said(item.lotNumber),
    zh: "缺少产品或批次的标识。",
    en: "The identification of the product or its lot is missing.",
  },
  {
    item: "7.8.2.1 j",
    holds: ({ issuedAt }) => isInstant(issuedAt),
    zh: "缺少签发日期。",
    en: "The date of issue is missing.",
  },
  {
    item: "7.8.2.1 o",
    holds: ({ persons }) => persons.some(({ role, name }) => role === "signatory" && both(name)),
    zh: "缺少批准证书的人员。",
    en: "The person who authorises the certificate is missing.",
  },
  {
    item: "7.8.6.2 a",
    holds: (report) =>
      states(report, "basis") &&
      (report.basis ?? []).length > 0 &&
      (report.basis ?? []).every(({ number, sha256 }) => said(number) && isSha256(sha256)),
    zh: "须以编号和哈希值注明所依据的报告。",
    en: "Name the reports relied on, each with its number and hash.",
  },
  {
    item: "7.8.6.2 b",
    holds: ({ markets, verdicts }) =>
      markets.length > 0 &&
      markets.every(({ verdict, indicative }) => verdict === "pass" && !indicative) &&
      verdicts.every((v) => v.verdict === "pass" && !v.indicative && said(v.document) && said(v.clause)),
    zh: "只有全部要求均判合格且均经核实的市场，才能列入符合性证书。",
    en: "A certificate of conformity names only markets of which every requirement is met and verified.",
  },
  {
    item: "7.8.6.2 c",
    holds: ({ ruleSentence }) => both(ruleSentence),
    zh: "缺少所用的判定规则。",
    en: "The decision rule applied is missing.",
  },
];

/** What a certificate of a product must have. @source ISO/IEC 17065:2012, 7.7.1 and 7.7.2 */
export const CERTIFICATION_RULES: readonly Rule[] = [
  {
    item: "ISO/IEC 17065, 7.7.1 a",
    holds: ({ issuer }) => both(issuer.name) && both(issuer.address),
    zh: "缺少认证机构的名称或地址（中英文）。",
    en: "The name or address of the certification body is missing in one of the languages.",
  },
  {
    item: "ISO/IEC 17065, 7.7.1 b",
    holds: ({ certification }) => certification !== undefined && isCalendarDate(certification.validFrom),
    zh: "缺少认证的批准日期。",
    en: "The date on which certification was granted is missing.",
  },
  {
    item: "ISO/IEC 17065, 7.7.1 c",
    holds: ({ client }) => both(client.name) && both(client.address),
    zh: "缺少获证客户的名称或地址。",
    en: "The name or address of the client is missing.",
  },
  {
    item: "ISO/IEC 17065, 7.7.1 d",
    holds: ({ certification, item }) =>
      both(item.name) &&
      both(certification?.scope) &&
      both(certification?.scheme) &&
      (certification?.standards.length ?? 0) > 0,
    zh: "缺少认证范围：产品、认证方案及标准。",
    en: "The scope is missing: products, scheme and standards.",
  },
  {
    item: "ISO/IEC 17065, 7.7.1 e",
    holds: ({ certification }) =>
      certification !== undefined &&
      (certification.validUntil === null ||
        (isCalendarDate(certification.validUntil) && certification.validUntil > certification.validFrom)),
    zh: "有效期须晚于批准日期；无固定期限的写明无期限。",
    en: "The day of expiry must be after the day of granting; say so where there is none.",
  },
  {
    item: "ISO/IEC 17065, 7.7.1 f",
    holds: (report) => isIdentified(report) && isInstant(report.issuedAt),
    zh: "缺少方案要求的标识：编号、核验地址或签发日期。",
    en: "What the scheme asks for is missing: number, address for verification or date of issue.",
  },
  {
    item: "ISO/IEC 17065, 7.7.2",
    holds: ({ persons }) => persons.some(({ role, name }) => role === "signatory" && both(name)),
    zh: "缺少负责人的署名。",
    en: "The authorisation of the person responsible is missing.",
  },
  {
    item: "ISO/IEC 17065, 7.7.3",
    holds: ({ certification, issuedAt }) =>
      certification !== undefined &&
      isCalendarDate(certification.decidedOn) &&
      certification.decidedOn <= latestLocalDay(issuedAt),
    zh: "认证决定作出之前不得签发证书。",
    en: "A certificate is not issued before the decision.",
  },
  {
    item: "ISO/IEC 17065, 7.6",
    holds: ({ certification, verdicts }) =>
      certification !== undefined && verdicts.every(({ verdict }) => verdict === "pass" || verdict === "conditional"),
    zh: "有未通过的要求，不得认证。",
    en: "Nothing is certified that fails a requirement.",
  },
  {
    item: "ISO/IEC 17065, 7.7.1",
    holds: (report) => states(report, "conditions"),
    zh: "缺少证书有效的条件。",
    en: "The conditions under which the certificate holds are missing.",
  },
];
