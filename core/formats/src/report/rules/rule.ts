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
