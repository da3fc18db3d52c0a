import { dateOf, dayNumber, isCalendarDate } from "@quanheng/kernel/calendar.ts";

const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i;
const DAY = 86_400_000;

/**
 * The instant of a date and time with zone [ms since 1970-01-01T00:00:00Z], rounded half up at the fourth decimal of
 * the second; undefined where the text is none, or names a day that does not exist.
 *
 * @example instantOf("1970-01-02T01:00:00.1235+01:00") // → 86400124
 * @source RFC 3339, 5.6; rounding: CBV 2.0, 8.9 (recalled)
 */
export function instantOf(text: string): number | undefined {
  const [, date = "", hours = "", minutes = "", seconds = "", fraction = "", zone = ""] = DATE_TIME.exec(text) ?? [];
  const offset = zoneMinutes(zone);
  if (!isCalendarDate(date) || offset === undefined) return undefined;
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return dayNumber(date) * DAY + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds(fraction);
}

/**
 * A date and time as events are compared: in UTC, with three decimals; other text as it is.
 *
 * @example canonicalTime("2020-04-01T15:00:00+01:00") // → "2020-04-01T14:00:00.000Z"
 */
export function canonicalTime(text: string): string {
  const instant = instantOf(text);
  if (instant === undefined) return text;
  const day = Math.floor(instant / DAY);
  const rest = instant - day * DAY;
  const clock = [rest / 3_600_000, (rest / 60_000) % 60, (rest / 1000) % 60].map((part) => padded(part, 2)).join(":");
  return `${dateOf(day)}T${clock}.${padded(rest % 1000, 3)}Z`;
}

function padded(value: number, digits: number): string {
  return String(Math.floor(value)).padStart(digits, "0");
}

function zoneMinutes(zone: string): number | undefined {
  if (zone.toUpperCase() === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

function milliseconds(fraction: string): number {
  const digits = fraction.padEnd(4, "0");
  return Number(digits.slice(0, 3)) + (digits.charAt(3) >= "5" ? 1 : 0);
}
