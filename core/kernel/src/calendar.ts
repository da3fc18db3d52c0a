import { refuse } from "./refusals.ts";

/** A day without clock or zone, written YYYY-MM-DD; texts of this form sort by time. */
export type CalendarDate = string;

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads a date that exists.
 *
 * @param text YYYY-MM-DD
 * @throws Refusal `not-a-date`
 * @source ISO 8601-1:2019, 5.2.2 (calendar date, extended format)
 * @example calendarDate("1985-04-12") // → "1985-04-12" (ISO 8601-1:2019, 5.2.2, its example)
 * refusalOf(() => calendarDate("2026-02-29")) // → "not-a-date" (2026 is no leap year)
 */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) refuse("not-a-date", { given: text.slice(0, 40) });
  return text;
}

/**
 * Whether a text is a date that exists, in the years 1 to 9999; a year is a leap year where 4 divides it, but of the centuries only where 400 does.
 *
 * @source ISO 8601-1:2019, 5.2.2; leap years: 4.2.1 (the Gregorian calendar; recalled)
 * @example isCalendarDate("2000-02-29") // → true (400 divides 2000)
 * isCalendarDate("1900-02-29") // → false (a century that 400 does not divide)
 */
export function isCalendarDate(text: string): boolean {
  const { year, month, day } = parts(text);
  return WRITTEN.test(text) && year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Days since 1970-01-01, negative before.
 *
 * @throws Refusal `not-a-date`
 * @source IEEE Std 1003.1-2017, 4.16 (seconds since the Epoch, 86 400 a day); Gregorian calendar of ISO 8601-1:2019, 4.2.1
 * @example dayNumber("1970-01-01") // → 0 (IEEE Std 1003.1-2017, 4.16)
 * dayNumber("2000-01-01") // → 10957 (30 years of 365 days and the 7 leap days of 1972 to 1996: 30·365 + 7)
 */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = parts(calendarDate(date));
  // Counting years from March puts the leap day last.
  const y = month > 2 ? year : year - 1;
  const yearDay = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + yearDay - DAYS_TO_1970;
}

/** Days from 0000-03-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_468;

/**
 * The date of a day number, the inverse of `dayNumber`.
 *
 * @param dayNumber days since 1970-01-01
 * @throws Refusal `not-a-date` outside the years 1 to 9999
 * @source IEEE Std 1003.1-2017, 4.16; Gregorian calendar of ISO 8601-1:2019, 4.2.1
 * @example dateOf(10957) // → "2000-01-01" (30·365 + 7 days after 1970-01-01)
 * dateOf(-1) // → "1969-12-31" (the day before day 0)
 */
export function dateOf(dayNumber: number): CalendarDate {
  const z = dayNumber + DAYS_TO_1970;
  const era = Math.floor(z / 146_097);
  const eraDay = z - era * 146_097;
  const eraYear = Math.floor(
    (eraDay - Math.floor(eraDay / 1460) + Math.floor(eraDay / 36_524) - Math.floor(eraDay / 146_096)) / 365,
  );
  const yearDay = eraDay - (365 * eraYear + Math.floor(eraYear / 4) - Math.floor(eraYear / 100));
  const marchMonth = Math.floor((5 * yearDay + 2) / 153);
  const day = yearDay - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return written(eraYear + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/**
 * The date so many days later; earlier for a negative number.
 *
 * @throws Refusal `not-a-date`, also where the result lies outside the years 1 to 9999
 * @source Gregorian calendar of ISO 8601-1:2019, 4.2.1
 * @example addDays("2024-02-28", 2) // → "2024-03-01" (2024 is a leap year, with a 29th)
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(dayNumber(date) + days);
}

/**
 * The same day of a later (or earlier) month; the last of the month where that day does not exist.
 *
 * @throws Refusal `not-a-date`, also where the result lies outside the years 1 to 9999
 * @source ours: no document says what a month after the 31st is; the last day never extends a validity
 * @example addMonths("2024-01-31", 1) // → "2024-02-29" (the last of February 2024)
 * addMonths("2026-11-25", -12) // → "2025-11-25" (12 months are a year)
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = parts(calendarDate(date));
  const count = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return written(y, m, Math.min(day, daysInMonth(y, m)));
}

/**
 * How many days lie from one date to another; negative where the second is earlier.
 *
 * @throws Refusal `not-a-date`
 * @source Gregorian calendar of ISO 8601-1:2019, 4.2.1
 * @example daysBetween("2023-12-31", "2024-12-31") // → 366 (2024 is a leap year)
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The day of the week: 1 for Monday to 7 for Sunday.
 *
 * @throws Refusal `not-a-date`
 * @source ISO 8601-1:2019, 4.2.4
 * @example weekday("1985-04-12") // → 5 (ISO 8601-1:2019, 5.2.4, its example 1985-W15-5)
 */
export function weekday(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

function parts(text: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [, year = "0", month = "0", day = "0"] = WRITTEN.exec(text) ?? [];
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function written(year: number, month: number, day: number): CalendarDate {
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return calendarDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}
