import { kindOf } from "@quanheng/flow/attestation/report-kind.ts";
import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { isInstant } from "../../bytes/instant.ts";
import { both, latestLocalDay, type Rule, said, states, WHICH_AND_FOR_WHOM } from "./rule.ts";

/**
 * What was found and counted, and marks that a trained eye gives by comparison: neither is a measured quantity, and
 * neither has an expanded uncertainty.
 */
const NOT_MEASURED: ReadonlySet<string> = new Set(["{count}", "{score}"]);

/**
 * What a laboratory's document must have, in the order of the standard and in the words of this house.
 *
 * @source ISO/IEC 17025:2017, 7.8.2.1, 7.8.2.2, 7.8.3.1 and 7.8.6.2
 */
export const LABORATORY_RULES: readonly Rule[] = [
  { item: "7.8.2.1 a", holds: ({ title }) => both(title), zh: "缺少标题。", en: "The title is missing." },
  {
    item: "7.8.2.1 b",
    holds: ({ issuer }) => both(issuer.name) && both(issuer.address),
    zh: "缺少实验室的名称或地址（中英文）。",
    en: "The name or address of the laboratory is missing in one of the languages.",
  },
  {
    item: "7.8.2.1 c",
    holds: ({ placeOfTesting }) => both(placeOfTesting),
    zh: "缺少实施检测的地点。",
    en: "The place where the tests were done is missing.",
  },
  ...WHICH_AND_FOR_WHOM,
  {
    item: "7.8.2.1 f",
    holds: ({ results }) => results.every(({ method, methodId }) => said(method) && said(methodId)),
    zh: "有结果未注明所用方法。",
    en: "A result does not name the method used.",
  },
  {
    item: "7.8.2.1 g",
    holds: ({ item, sample }) =>
      both(item.name) && said(item.lotNumber) && said(sample.number) && both(sample.condition),
    zh: "缺少样品的描述、唯一标识或状态。",
    en: "The description, identification or condition of the item is missing.",
  },
  {
    item: "7.8.2.1 h",
    holds: ({ receivedOn }) => isCalendarDate(receivedOn),
    zh: "缺少样品接收日期。",
    en: "The date of receipt of the sample is missing.",
  },
  {
    item: "7.8.2.1 i",
    holds: ({ testedFrom, testedTo, receivedOn, results }) =>
      isCalendarDate(testedFrom) &&
      isCalendarDate(testedTo) &&
      receivedOn <= testedFrom &&
      results.every(({ testedOn }) => isCalendarDate(testedOn) && testedFrom <= testedOn && testedOn <= testedTo),
    zh: "检测日期缺失或不合理（早于接收日期）。",
    en: "The dates of testing are missing or impossible, such as before receipt.",
  },
  {
    item: "7.8.2.1 j",
    holds: ({ issuedAt, testedTo }) =>
      isInstant(issuedAt) && isCalendarDate(testedTo) && testedTo <= latestLocalDay(issuedAt),
    zh: "签发日期缺失或早于检测日期。",
    en: "The date of issue is missing or before the tests.",
  },
  {
    item: "7.8.2.1 k",
    // An instrument is not sampled.
    only: ["test-report"],
    holds: ({ sample }) => both(sample.sampling),
    zh: "缺少抽样方案和方法的说明，或注明样品由客户提供。",
    en: "State the sampling plan and method, or that the client supplied the sample.",
  },
  {
    item: "7.8.2.1 l",
    holds: (report) => states(report, "only-items"),
    zh: "缺少“结果仅与所检样品有关”的声明。",
    en: "The statement that the results relate only to the items tested is missing.",
  },
  {
    item: "7.8.2.1 m",
    holds: ({ results }) =>
      results.length > 0 && results.every((result) => said(result.reported) && both(result.characteristicName)),
    zh: "没有结果，或有结果缺少数值或名称。",
    en: "There are no results, or one lacks its value or name.",
  },
  {
    item: "7.8.2.1 n",
    holds: (report) => states(report, "method-changes"),
    zh: "须说明对方法的增加、偏离或删减，或声明没有。",
    en: "State additions to, deviations or exclusions from the method, or that there were none.",
  },
  {
    item: "7.8.2.1 o",
    holds: ({ persons }) => persons.some(({ role, name }) => role === "signatory" && both(name)),
    zh: "缺少批准报告的人员。",
    en: "The person who authorises the report is missing.",
  },
  {
    item: "7.8.2.1 p",
    holds: (report) => states(report, "external-results"),
    zh: "须标明来自外部供方的结果，或声明没有。",
    en: "Mark the results from external providers, or state that there are none.",
  },
  {
    item: "7.8.2.2",
    holds: (report) =>
      states(report, "client-data") &&
      (kindOf(report) !== "test-report" || report.sample.sampledBy === "laboratory" || states(report, "as-received")),
    zh: "须标明客户提供的信息；样品由客户提供时，须声明结果适用于收到的样品。",
    en: "Mark what the client supplied; where the client supplied the sample, state that the results apply to it as received.",
  },
  {
    item: "7.8.3.1 c",
    only: ["test-report"],
    holds: ({ results, verdicts, statements }) =>
      results.every(
        ({ characteristic, expanded, k, reported, unit, u }) =>
          (said(expanded) && said(k)) ||
          // Where nothing uncertain contributes, the report says so in place of a figure.
          (u !== null && Number(u) === 0 && statements.some(({ kind }) => kind === "no-uncertainty")) ||
          reported.startsWith("<") ||
          NOT_MEASURED.has(unit) ||
          verdicts.every((v) => v.characteristic !== characteristic || v.verdict === "undecided"),
      ),
    zh: "有用于符合性判定的结果未给出扩展不确定度和包含因子。",
    en: "A result that conformity was decided on states no expanded uncertainty with its coverage factor.",
  },
  {
    item: "7.8.6.2 a",
    holds: ({ verdicts, results }) =>
      verdicts.every(
        ({ verdict, characteristic }) =>
          verdict === "undecided" || results.some((result) => result.characteristic === characteristic),
      ),
    zh: "有符合性声明未对应任何结果。",
    en: "A statement of conformity does not point to a result.",
  },
  {
    item: "7.8.6.2 b",
    holds: ({ verdicts }) => verdicts.every((v) => said(v.document) && said(v.clause) && both(v.limitText)),
    zh: "有符合性声明未注明标准、条款或限值。",
    en: "A statement of conformity lacks its document, clause or limit.",
  },
  {
    item: "7.8.6.2 c",
    holds: ({ verdicts, ruleSentence }) => verdicts.length === 0 || both(ruleSentence),
    zh: "缺少所用的判定规则。",
    en: "The decision rule applied is missing.",
  },
];
