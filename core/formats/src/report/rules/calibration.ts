import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import type { ReportSnapshot } from "../snapshot.ts";
import { both, type Rule, said, states } from "./rule.ts";

/** Words that recommend when to calibrate again, in the languages that a signatory may write in. */
const INTERVAL =
  /建议.{0,8}(校准|复校).{0,6}(间隔|周期|期限)|recommended? .{0,30}(calibration )?(interval|due date)|recalibrat/i;

const measured = ({ results }: ReportSnapshot) => results.filter(({ unit }) => unit !== "{count}");

/** What a calibration must have beside the rest. @source ISO/IEC 17025:2017, 7.8.4.1 and 7.8.4.3 */
export const CALIBRATION_RULES: readonly Rule[] = [
  {
    item: "7.8.4.1 a",
    only: ["calibration-certificate"],
    holds: (report) => measured(report).every(({ expanded, k }) => said(expanded) && said(k)),
    zh: "每个校准结果都须给出扩展不确定度和包含因子。",
    en: "Every result of a calibration needs its expanded uncertainty and coverage factor.",
  },
  {
    item: "7.8.4.1 b",
    holds: ({ calibration }) =>
      calibration !== undefined &&
      calibration.conditions.length > 0 &&
      calibration.conditions.every(({ name, value }) => both(name) && said(value)),
    zh: "缺少影响结果的环境条件。",
    en: "The conditions that bear on the results are missing.",
  },
  {
    item: "7.8.4.1 c",
    holds: (report) =>
      states(report, "traceability") &&
      (report.calibration?.references ?? []).some(({ certificate, name }) => both(name) && said(certificate)),
    zh: "缺少计量溯源性的说明：所用计量标准及其证书。",
    en: "Say how the results are traceable: the standards used and their certificates.",
  },
  {
    item: "7.8.4.1 d",
    holds: ({ calibration, results }) =>
      !calibration?.adjusted ||
      (results.some(({ phase }) => phase === "as-found") && results.some(({ phase }) => phase === "as-left")),
    zh: "器具经调整或修理的，须给出调整前后的结果。",
    en: "Where the instrument was adjusted or repaired, give the results before and after.",
  },
  {
    item: "7.8.4.3",
    holds: ({ statements }) =>
      !statements.some(({ kind, zh, en }) => kind === undefined && INTERVAL.test(`${zh} ${en}`)),
    zh: "除非与客户商定，证书不得建议校准间隔。",
    en: "The certificate recommends no calibration interval, unless the client agreed to it.",
  },
  {
    item: "7.8.2.1 g",
    holds: ({ calibration }) => both(calibration?.instrument.name) && said(calibration?.instrument.serialNumber),
    zh: "缺少器具的名称或编号。",
    en: "The name or serial number of the instrument is missing.",
  },
];

/** What a verification must have: regulation, result and how long it holds. @source JJF 1001-2011, 9.12 to 9.14 (recalled) */
export const VERIFICATION_RULES: readonly Rule[] = [
  {
    item: "JJF 1001, 9.13",
    holds: ({ verification }) => said(verification?.regulation),
    zh: "缺少检定所依据的检定规程。",
    en: "The verification regulation that was followed is missing.",
  },
  {
    item: "JJF 1001, 9.14",
    holds: ({ verification, verdicts }) =>
      verification !== undefined &&
      (verification.result === "fail") === verdicts.some(({ verdict }) => verdict === "fail"),
    zh: "检定结论缺失，或与各项判定不一致。",
    en: "The result of the verification is missing or contradicts the verdicts.",
  },
  {
    item: "JJF 1001, 9.15",
    holds: ({ verification, testedTo }) =>
      verification !== undefined &&
      (verification.result === "fail" ||
        (isCalendarDate(verification.validUntil) && verification.validUntil > testedTo)),
    zh: "检定合格的，须注明晚于检定日期的有效期。",
    en: "A verification that was passed needs a day until which it holds, after the day of verification.",
  },
];
