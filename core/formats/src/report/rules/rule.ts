import type { ReportKind } from "@quanheng/flow/attestation/report-kind.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { addDays } from "@quanheng/kernel/calendar.ts";
import type { ReportSnapshot, StatementKind } from "../snapshot.ts";

/** One thing that a document must have: the item of the standard, whether it is there, and what to add if not. */
export type Rule = {
  readonly item: string;
  readonly holds: (report: ReportSnapshot) => boolean;
  readonly zh: string;
  readonly en: string;
  /** Kinds to which the item applies; absent means all to which the list is put. */
  readonly only?: readonly ReportKind[];
};

/** Whether a text says something. */
export const said = (text: string | null | undefined): boolean => typeof text === "string" && text.trim() !== "";

/** Whether it says something in both languages. */
export const both = (text: Bilingual | null | undefined): boolean => said(text?.zh) && said(text?.en);

export const states = (report: ReportSnapshot, kind: StatementKind): boolean =>
  report.statements.some((statement) => statement.kind === kind && both(statement));

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** The day it was at an instant where the day begins first, 14 hours ahead of UTC: days of testing are local. */
export const latestLocalDay = (instant: string): string =>
  addDays(instant.slice(0, 10), Number(instant.slice(11, 13)) >= 10 ? 1 : 0);

/** Whether the document can be told from every other one. */
export const isIdentified = ({ number, gdti, verifyUrl }: ReportSnapshot): boolean =>
  said(number) && said(gdti) && verifyUrl.includes(gdti);

/** What every document with results, or about them, says of itself and of its client. @source ISO/IEC 17025:2017, 7.8.2.1 d and e */
export const WHICH_AND_FOR_WHOM: readonly Rule[] = [
  {
    item: "7.8.2.1 d",
    holds: isIdentified,
    zh: "缺少唯一标识：编号、GDTI 或核验地址。",
    en: "The unique identification is missing: number, GDTI or address for verification.",
  },
  {
    item: "7.8.2.1 e",
    holds: ({ client }) => both(client.name) && both(client.address),
    zh: "缺少客户的名称或联系信息。",
    en: "The name or contact information of the client is missing.",
  },
];
