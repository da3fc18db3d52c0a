import { addDays, type CalendarDate, calendarDate, weekday } from "./calendar.ts";
import { refuse } from "./refusals.ts";

/**
 * When a laboratory works, as data of its place: `weekend` are weekdays from 1 (Monday) to 7; `holidays` are free,
 * `workdays` are worked although they fall on a weekend (调休), and win over both.
 */
export type WorkCalendar = {
  readonly weekend: readonly number[];
  readonly holidays: readonly CalendarDate[];
  readonly workdays?: readonly CalendarDate[];
};

/**
 * Whether a day is worked; a make-up working day wins over weekend and holiday.
 *
 * @throws Refusal `not-a-date`
 * @source 国务院办公厅 notices on holidays (调休): a weekend day that is worked; the calendar itself is data
 * @example isWorkingDay("2026-03-14", { weekend: [6, 7], holidays: [], workdays: ["2026-03-14"] }) // → true (a Saturday that is worked)
 */
export function isWorkingDay(date: CalendarDate, { weekend, holidays, workdays = [] }: WorkCalendar): boolean {
  if (workdays.includes(date)) return true;
  return !holidays.includes(date) && !weekend.includes(weekday(date));
}

/** A calendar that leaves this many days free in a row is a mistake in the data. */
const LONGEST_BREAK = 400;

/**
 * The day on which work of so many working days is due that starts on the day after `from`; with 0 it is `from`
 * itself, or the next working day.
 *
 * @param workingDays a whole number, 0 or more
 * @throws Refusal `not-a-date`, `outside-domain` for a negative or broken number, `no-working-day`
 * @source 民法典, 第二百零一条 (the first day of a period does not count), 第二百零三条 (a period ends on a day that is worked)
 * @example dueDate("2026-03-13", 2, { weekend: [6, 7], holidays: [] }) // → "2026-03-17" (a Friday; Monday and Tuesday are worked)
 */
export function dueDate(from: CalendarDate, workingDays: number, calendar: WorkCalendar): CalendarDate {
  if (!Number.isInteger(workingDays) || workingDays < 0) {
    refuse("outside-domain", { name: "working-days", given: workingDays, min: 0 });
  }
  let date = calendarDate(from);
  if (workingDays === 0) return isWorkingDay(date, calendar) ? date : nextWorkingDay(date, calendar);
  for (let day = 0; day < workingDays; day++) date = nextWorkingDay(date, calendar);
  return date;
}

/**
 * The first working day after a date.
 *
 * @throws Refusal `not-a-date`, `no-working-day` where the calendar leaves 400 days free in a row
 * @source 民法典, 第二百零三条 (a period that ends on a free day ends on the next that is worked)
 * @example nextWorkingDay("2026-03-13", { weekend: [6, 7], holidays: [] }) // → "2026-03-16" (a Friday, then the Monday)
 */
export function nextWorkingDay(date: CalendarDate, calendar: WorkCalendar): CalendarDate {
  let next = date;
  for (let day = 0; day < LONGEST_BREAK; day++) {
    next = addDays(next, 1);
    if (isWorkingDay(next, calendar)) return next;
  }
  return refuse("no-working-day", { date });
}

/**
 * Working days after `from` up to and including `to`; negative where `to` is earlier.
 *
 * @throws Refusal `not-a-date`
 * @source 民法典, 第二百零一条 (the first day does not count), as `dueDate`
 * @example workingDaysBetween("2026-03-13", "2026-03-20", { weekend: [6, 7], holidays: [] }) // → 5 (Monday to Friday)
 */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, calendar: WorkCalendar): number {
  if (calendarDate(to) < calendarDate(from)) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) count++;
  }
  return count;
}
