import { dateOf, weekday } from "@quanheng/kernel/calendar.ts";

/** When a standing query is asked, as the bindings have it; a field that is left out matches always. */
export type Schedule = {
  readonly second?: string | undefined;
  readonly minute?: string | undefined;
  readonly hour?: string | undefined;
  readonly dayOfMonth?: string | undefined;
  readonly month?: string | undefined;
  /** 1 is Monday, 7 is Sunday. */
  readonly dayOfWeek?: string | undefined;
};

type Field = keyof Schedule;
const RANGE: Readonly<Record<Field, readonly [number, number]>> = {
  second: [0, 59],
  minute: [0, 59],
  hour: [0, 23],
  dayOfMonth: [1, 31],
  month: [1, 12],
  dayOfWeek: [1, 7],
};
/** From the finest on. */
const FIELDS = Object.keys(RANGE) as readonly Field[];
const DAY = 86_400_000;
/** Every combination of day, month and weekday that there is comes within 28 years, but for the year 2100. [days] */
const LONGEST = 366 * 40;

/**
 * The values that one field names, or undefined where it cannot be read: numbers, ranges in brackets and lists of both; also
 * `*` and steps (`0/30`), as the examples of the bindings have them.
 *
 * @example scheduleValues("hour", "1,[3-5]") // → [1, 3, 4, 5]
 * @example scheduleValues("second", "0/30") // → [0, 30]
 * @example scheduleValues("minute", "60") // → undefined
 * @source EPCIS 2.0 REST bindings, components GS1-Query-Second and its neighbours
 */
export function scheduleValues(field: Field, text: string): readonly number[] | undefined {
  const [least, greatest] = RANGE[field];
  const found = new Set<number>();
  for (const part of text.split(",")) {
    const [, from, until, step] = /^\[?(\d{1,2}|\*)(?:-(\d{1,2}))?\]?(?:\/(\d{1,2}))?$/.exec(part.trim()) ?? [];
    if (from === undefined || part.includes("[") !== part.includes("]")) return undefined;
    const first = from === "*" ? least : Number(from);
    const last = until === undefined ? (from === "*" || step !== undefined ? greatest : first) : Number(until);
    if (first < least || last > greatest || first > last || step === "0") return undefined;
    for (let value = first; value <= last; value += Number(step ?? 1)) found.add(value);
  }
  return [...found].toSorted((one, other) => one - other);
}

/**
 * The fields of a schedule that cannot be read; a schedule without any field has no time of its own.
 *
 * @example scheduleFaults({ hour: "25", minute: "5" }) // → ["hour"]
 * @source EPCIS 2.0 REST bindings, QueryScheduleSubscription
 */
export function scheduleFaults(schedule: Schedule): readonly Field[] {
  return FIELDS.filter((field) => {
    const text = schedule[field];
    return text !== undefined && scheduleValues(field, text) === undefined;
  });
}

/**
 * The next time after an instant at which a query is asked [ms since 1970, UTC]; undefined where there is none, as for 31
 * February. Fields finer than the finest that is given count as their least: `hour: 1` is 01:00:00 and no other second.
 *
 * @param after [ms since 1970]
 * @example nextAsked({ hour: "1", minute: "5" }, 3_900_000) // → 90300000 (01:05 of the day after 1970-01-01)
 * @example nextAsked({ dayOfWeek: "1" }, 0) // → 345600000 (1970-01-05 was a Monday)
 * @example nextAsked({ dayOfWeek: "1", month: "2" }, 0) // → 2764800000 (1970-02-02 was a Monday)
 * @example nextAsked({ dayOfMonth: "31", month: "2" }, 0) // → undefined
 * @source EPCIS 2.0 REST bindings, QueryScheduleSubscription (every field given has to match); that UTC counts is ours
 */
export function nextAsked(schedule: Schedule, after: number): number | undefined {
  const finest = FIELDS.find((field) => schedule[field] !== undefined) ?? "second";
  const values = (field: Field): readonly number[] => {
    const text = schedule[field];
    if (text !== undefined) return scheduleValues(field, text) ?? [];
    const [least, greatest] = RANGE[field];
    // A day of the week names days by itself: any of the month and of the year will do.
    const isDay = field === "dayOfMonth" || field === "month";
    const isFiner = FIELDS.indexOf(field) < FIELDS.indexOf(finest) && !(isDay && schedule.dayOfWeek !== undefined);
    return isFiner ? [least] : Array.from({ length: greatest - least + 1 }, (_, place) => least + place);
  };
  const [months, days, weekdays] = [values("month"), values("dayOfMonth"), values("dayOfWeek")];
  const times = { hours: values("hour"), minutes: values("minute"), seconds: values("second") };
  const first = Math.floor(after / DAY);
  for (let day = first; day <= first + LONGEST; day++) {
    const date = dateOf(day);
    const [, month, dayOfMonth] = date.split("-").map(Number);
    if (!months.includes(month ?? 0) || !days.includes(dayOfMonth ?? 0) || !weekdays.includes(weekday(date))) continue;
    const found = firstOfDay(times, day === first ? after - day * DAY : -1);
    if (found !== undefined) return day * DAY + found;
  }
  return undefined;
}

type Times = {
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
};

/** The first of the times of a day after another [ms since midnight]. */
function firstOfDay({ hours, minutes, seconds }: Times, after: number): number | undefined {
  for (const hour of hours) {
    if ((hour + 1) * 3_600_000 <= after) continue;
    for (const minute of minutes) {
      for (const second of seconds) {
        const at = ((hour * 60 + minute) * 60 + second) * 1000;
        if (at > after) return at;
      }
    }
  }
  return undefined;
}
