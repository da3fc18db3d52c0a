import { addDays, calendarDate } from "@quanheng/kernel/calendar.ts";
import { isInstant } from "../../bytes/instant.ts";

/** Hours by which clocks in China are ahead of UTC, all year. */
const AHEAD_H = 8;

/**
 * The calendar day of an instant where the laboratories are; a text that begins with a day is that day.
 *
 * @param text instant in UTC, ISO 8601 with seconds, or a day
 * @throws Refusal `not-a-date` where neither stands there
 * @example chinaDay("2026-11-25T15:59:59Z") // → "2026-11-25" (UTC+8, a second before midnight)
 * @example chinaDay("2026-12-31T16:00:00.5Z") // → "2027-01-01" (UTC+8, midnight)
 * @source ours: a document bears the day on which it was issued in China, UTC+8 without daylight saving
 */
export function chinaDay(text: string): string {
  const day = calendarDate(text.slice(0, 10));
  return isInstant(text) && Number(text.slice(11, 13)) + AHEAD_H >= 24 ? addDays(day, 1) : day;
}
