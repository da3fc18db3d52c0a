import type { CheckCode } from "./codes.ts";
import { type Check, type Fault, fault } from "./fault.ts";
import { digits } from "./number.ts";
import { twoDigits, yearOf } from "./year.ts";

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** YYMMDD with a day. */
export const yymmdd: Check = (value, from, to) => date(value, from, to, 2, 1);
/** YYMMDD where the day 00 says "within the month". */
export const yymmd0: Check = (value, from, to) => date(value, from, to, 2, 0);
export const yyyymmdd: Check = (value, from, to) => date(value, from, to, 4, 1);
export const yyyymmd0: Check = (value, from, to) => date(value, from, to, 4, 0);

function date(value: string, from: number, to: number, yearDigits: 2 | 4, leastDay: 0 | 1): Fault | undefined {
  const wrong = length(from, to, yearDigits + 4, "date-too-short", "date-too-long") ?? digits(value, from, to);
  if (wrong) return wrong;
  const monthAt = from + yearDigits;
  const month = twoDigits(value, monthAt);
  if (month < 1 || month > 12) return fault("illegal-month", monthAt, monthAt + 2);
  const day = twoDigits(value, monthAt + 2);
  if (day < leastDay || day > DAYS_OF_MONTH[month - 1]!) return fault("illegal-day", monthAt + 2, to);
  if (month !== 2 || day !== 29) return undefined;
  const year =
    yearDigits === 2 ? yearOf(twoDigits(value, from)) : twoDigits(value, from) * 100 + twoDigits(value, from + 2);
  return isLeap(year) ? undefined : fault("illegal-day", monthAt + 2, to);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export const hh: Check = (value, from, to) =>
  length(from, to, 2, "hour-too-short", "hour-too-long") ??
  digits(value, from, to) ??
  below(value, from, 24, "illegal-hour");

export const mi: Check = (value, from, to) =>
  length(from, to, 2, "minute-too-short", "minute-too-long") ??
  digits(value, from, to) ??
  below(value, from, 60, "illegal-minute");

export const ss: Check = (value, from, to) =>
  length(from, to, 2, "second-too-short", "second-too-long") ??
  digits(value, from, to) ??
  below(value, from, 60, "illegal-second");

export const hhmi: Check = (value, from, to) =>
  length(from, to, 4, "hour-with-minute-too-short", "hour-with-minute-too-long") ??
  digits(value, from, to) ??
  below(value, from, 24, "illegal-hour") ??
  below(value, from + 2, 60, "illegal-minute");

function length(from: number, to: number, wanted: number, short: CheckCode, long: CheckCode): Fault | undefined {
  if (to - from === wanted) return undefined;
  return fault(to - from < wanted ? short : long, from, to);
}

function below(value: string, at: number, limit: number, code: CheckCode): Fault | undefined {
  return twoDigits(value, at) < limit ? undefined : fault(code, at, at + 2);
}
