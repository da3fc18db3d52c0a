import { refuse } from "./refusals.ts";

/** Parts of a report's number: the institution's short code, the year of issue, and a number that never repeats. */
export type ReportNumber = { readonly code: string; readonly year: number; readonly sequence: number };

const SHAPE = /^([A-Z][A-Z0-9]{1,7})-(\d{4})-(\d{6})$/;

/**
 * `GXT-2026-000123`: sorts by age within an institution, is read aloud without doubt, and without its hyphens fits the
 * 17 characters of a GDTI's serial number.
 *
 * @throws Refusal `report-number-wrong`
 */
export function reportNumber({ code, year, sequence }: ReportNumber): string {
  const number = `${code}-${year}-${String(sequence).padStart(6, "0")}`;
  return SHAPE.test(number) && serialOfNumber(number).length <= 17 ? number : refuse("report-number-wrong", { number });
}

/** @throws Refusal `report-number-wrong` */
export function parseReportNumber(text: string): ReportNumber {
  const match = SHAPE.exec(text);
  if (!match) return refuse("report-number-wrong", { number: text });
  return { code: match[1] ?? "", year: Number(match[2]), sequence: Number(match[3]) };
}

/** The number as the serial of a GDTI. @source GS1 General Specifications, GDTI: at most 17 alphanumeric characters */
export const serialOfNumber = (number: string): string => number.replaceAll("-", "");
