import { refuse } from "./refusals.ts";

/** Parts of a report's number: the institution's short code, the year of issue, and a number that never repeats. */
export type ReportNumber = { readonly code: string; readonly year: number; readonly sequence: number };

const SHAPE = /^([A-Z][A-Z0-9]{1,7})-(\d{4})-(\d{6})$/;

/**
 * `GXT-2026-000123`: sorts by age within an institution, is read aloud without doubt, and without its hyphens fits the
 * 17 characters of a GDTI's serial number.
 *
 * @example reportNumber({ code: "GXT", year: 2026, sequence: 123 }) // → "GXT-2026-000123" (three parts)
 * @example refusalOf(() => reportNumber({ code: "GXT", year: 2026, sequence: 1000000 })) // → "report-number-wrong" (seven digits)
 * @throws Refusal `report-number-wrong`
 * @source ISO/IEC 17025:2017, 7.8.2.1 d; the form is ours
 */
export function reportNumber({ code, year, sequence }: ReportNumber): string {
  const number = `${code}-${year}-${String(sequence).padStart(6, "0")}`;
  return SHAPE.test(number) && serialOfNumber(number).length <= 17 ? number : refuse("report-number-wrong", { number });
}

/**
 * Parts of a report's number.
 *
 * @example parseReportNumber("GXT-2026-000123") // → { code: "GXT", year: 2026, sequence: 123 } (the parts of `reportNumber`)
 * @example refusalOf(() => parseReportNumber("GXT-26-123")) // → "report-number-wrong" (the year has four digits)
 * @throws Refusal `report-number-wrong`
 * @source ours: the form of `reportNumber`
 */
export function parseReportNumber(text: string): ReportNumber {
  const match = SHAPE.exec(text);
  if (!match) return refuse("report-number-wrong", { number: text });
  return { code: match[1] ?? "", year: Number(match[2]), sequence: Number(match[3]) };
}

/** The number as the serial of a GDTI. @source GS1 General Specifications, GDTI: at most 17 alphanumeric characters */
export const serialOfNumber = (number: string): string => number.replaceAll("-", "");
