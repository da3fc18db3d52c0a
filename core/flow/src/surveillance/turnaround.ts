import { addDays, type CalendarDate, dayNumber } from "@quanheng/kernel/calendar.ts";
import { type Decimal, decimal, dividedBy } from "@quanheng/kernel/decimal.ts";
import { refuse } from "@quanheng/kernel/refusals.ts";
import { isWorkingDay, type WorkCalendar } from "@quanheng/kernel/working-days.ts";

/** A moment on the clock of the laboratory, YYYY-MM-DDTHH:MM:SS without zone. */
export type LocalMoment = string;

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;
const DAY = 86_400;

/**
 * Hours between two moments: all of them, or only those of working days, which count from midnight to midnight. Exact
 * to the second and rounded once.
 *
 * @param calendar without it every hour counts; with it make-up working days count and holidays do not
 * @returns hours with two decimals, negative where the end comes first [h]
 * @example formatDecimal(elapsedHours("2026-03-13T16:00:00", "2026-03-16T09:00:00", { weekend: [6, 7], holidays: [] })) // → "17.00" (8 h on Friday, 9 h on Monday)
 * @throws Refusal `not-a-date`
 * @source ours: working days count from midnight to midnight
 */
export function elapsedHours(start: LocalMoment, end: LocalMoment, calendar?: WorkCalendar): Decimal {
  const [from, to] = [momentOf(start), momentOf(end)];
  if (secondsOf(to) < secondsOf(from)) {
    const hours = elapsedHours(end, start, calendar);
    return { ...hours, digits: -hours.digits };
  }
  const seconds = secondsOf(to) - secondsOf(from) - (calendar ? freeSeconds(from, to, calendar) : 0);
  return dividedBy(decimal(String(seconds)), decimal("3600"), 2, "half-even");
}

type Moment = { readonly date: CalendarDate; readonly second: number };

function momentOf(text: LocalMoment): Moment {
  const [, date = "", hour = "99", minute = "99", second = "0"] = MOMENT.exec(text) ?? [];
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  if (h > 23 || m > 59 || s > 59) return refuse("not-a-date", { given: text.slice(0, 40) });
  dayNumber(date);
  return { date, second: h * 3600 + m * 60 + s };
}

function secondsOf({ date, second }: Moment): number {
  return dayNumber(date) * DAY + second;
}

/** Seconds of free days between two moments. */
function freeSeconds(from: Moment, to: Moment, calendar: WorkCalendar): number {
  let free = 0;
  for (let date = from.date; date <= to.date; date = addDays(date, 1)) {
    if (isWorkingDay(date, calendar)) continue;
    const begin = date === from.date ? from.second : 0;
    free += (date === to.date ? to.second : DAY) - begin;
  }
  return free;
}

/**
 * How many days from one to another, both included, are no working days.
 *
 * @example freeDays("2026-03-09", "2026-03-15", { weekend: [6, 7], holidays: [] }) // → 2 (Saturday and Sunday)
 * @throws Refusal `not-a-date`
 * @source ours: a calendar of the laboratory
 */
export function freeDays(from: CalendarDate, to: CalendarDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let date = addDays(from, 0); date <= to; date = addDays(date, 1)) {
    if (!isWorkingDay(date, calendar)) count += 1;
  }
  return count;
}

/** Time allowed for a test, as the catalogue states it. */
export type AllowedTime = { readonly days: number; readonly hours: number; readonly minutes: number };

/**
 * The time allowed in minutes. [min]
 *
 * @example allowedMinutes({ days: 3, hours: 0, minutes: 0 }) // → 4320 (3·24·60)
 * @source ours: the catalogue states days, hours and minutes
 */
export function allowedMinutes({ days, hours, minutes }: AllowedTime): number {
  return (days * 24 + hours) * 60 + minutes;
}

/** How a test stands against the time allowed; lateness is the negative of earliness. [min] */
export type Punctuality = { readonly earliness: number; readonly lateness: number; readonly late: boolean };

/**
 * Compares the time that a test took with the time allowed.
 *
 * @param allowed time of the catalogue [min]
 * @param elapsed time since receipt [min]
 * @example punctuality(1680, 2880) // → { earliness: -1200, lateness: 1200, late: true } (1680 − 2880)
 * @source ours: earliness and lateness are one figure with two signs
 */
export function punctuality(allowed: number, elapsed: number): Punctuality {
  const earliness = allowed - elapsed;
  return { earliness, lateness: elapsed - allowed, late: earliness < 0 };
}

/**
 * A sample is late as soon as one of its tests is.
 *
 * @example isSampleLate([{ late: false }, { late: true }]) // → true (one is late)
 * @source ours: a sample waits for its last test
 */
export function isSampleLate(tests: readonly Pick<Punctuality, "late">[]): boolean {
  return tests.some(({ late }) => late);
}
