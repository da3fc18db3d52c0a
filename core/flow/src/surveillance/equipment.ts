import { addDays, type CalendarDate, calendarDate, daysBetween } from "@quanheng/kernel/calendar.ts";
import { decimal } from "@quanheng/kernel/decimal.ts";
import { isWithin } from "@quanheng/kernel/laboratory/duplicate.ts";

/** A certificate of calibration; without an end, `intervalDays` from its beginning set one. */
export type CalibrationCertificate = {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly intervalDays?: number;
};

/** Whether a certificate holds on a day, and how long still; `weeksAndDays` says the same for a person. */
export type CertificateState = {
  readonly valid: boolean;
  readonly daysLeft: number;
  readonly weeksAndDays: readonly [weeks: number, days: number];
};

/**
 * Whether a certificate holds on a day, its first and last included. One without an end and without an interval does
 * not hold at all: nobody knows until when the instrument may be trusted.
 *
 * @throws Refusal `not-a-date`
 * @source ISO/IEC 17025:2017, 6.4.4, 6.4.7 and 6.4.8
 * @example certificateState({ validFrom: "2026-03-16", validTo: "2026-03-23" }, "2026-03-16") // → { valid: true, daysLeft: 7, weeksAndDays: [1, 0] } (16 to 23 March)
 */
export function certificateState(certificate: CalibrationCertificate, today: CalendarDate): CertificateState {
  const end = endOf(certificate);
  const day = calendarDate(today);
  const valid = end !== null && calendarDate(certificate.validFrom) <= day && day <= end;
  const daysLeft = valid ? daysBetween(day, end) : 0;
  return { valid, daysLeft, weeksAndDays: [Math.floor(daysLeft / 7), daysLeft % 7] };
}

function endOf({ validFrom, validTo, intervalDays }: CalibrationCertificate): CalendarDate | null {
  if (validTo !== null) return calendarDate(validTo);
  return intervalDays === undefined ? null : addDays(validFrom, intervalDays);
}

/**
 * The certificate that counts on a day: of those that hold the one that holds longest, by its position; null where none
 * holds, and then the calibration is out of date.
 *
 * @example certificateInForce([{ validFrom: "2026-03-17", validTo: "2026-03-23" }], "2026-03-16") // → { position: null, outOfDate: true } (it begins a day later)
 * @source ISO/IEC 17025:2017, 6.4.7 and 6.4.8
 */
export function certificateInForce(
  certificates: readonly CalibrationCertificate[],
  today: CalendarDate,
): { readonly position: number | null; readonly outOfDate: boolean } {
  const states = certificates.map((certificate, position) => ({ position, ...certificateState(certificate, today) }));
  const [longest] = states.filter(({ valid }) => valid).toSorted((a, b) => b.daysLeft - a.daysLeft);
  return { position: longest?.position ?? null, outOfDate: longest === undefined };
}

/** Days on which an instrument is out of use for maintenance, calibration or repair. */
export type DownPeriod = { readonly from: CalendarDate; readonly to: CalendarDate | null };

/** `complete` tells a planned period from one whose end is missing or lies before its beginning. */
export type DownState = { readonly inProgress: boolean; readonly daysLeft: number; readonly complete: boolean };

/**
 * Whether a down period runs on a day, its first and last included. A period without an end, or with its end before its
 * beginning, is no period that runs; it is marked as not complete, so that somebody completes it. An instrument that is
 * out of use until further notice has the status `defective` instead.
 *
 * @example downState({ from: "2026-03-10", to: "2026-03-20" }, "2026-03-16").daysLeft // → 4 (16 to 20 March)
 * @source ISO/IEC 17025:2017, 6.4.9
 */
export function downState({ from, to }: DownPeriod, today: CalendarDate): DownState {
  const complete = to !== null && calendarDate(from) <= calendarDate(to);
  if (!complete) return { inProgress: false, daysLeft: 0, complete };
  const inProgress = from <= today && today <= to;
  return { inProgress, daysLeft: inProgress ? daysBetween(today, to) : 0, complete };
}

/** A reading of a blank or a control beside its accepted range, as digits. */
export type CheckReading = { readonly min: string; readonly max: string; readonly result: string };

/**
 * Whether an instrument is fit for use after its checks: one reading outside its range takes it out of use until
 * somebody has found out why.
 *
 * @source ISO/IEC 17025:2017, 6.4.9 and 7.7.1 c
 * @example isFitAfterChecks([{ min: "0", max: "0", result: "100" }]) // → false (100 lies outside 0 to 0)
 */
export function isFitAfterChecks(checks: readonly CheckReading[]): boolean {
  return checks.every(({ min, max, result }) => isWithin({ min: decimal(min), max: decimal(max) }, decimal(result)));
}
