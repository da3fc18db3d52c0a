import { twoDigits, yearOf } from "../checks/year.ts";

/** A day or, where the day is 00, a month; with a time of day where there is one. No zone is said. */
export type Moment = {
  /** `2026-11-30`, or `2026-11` where any day of the month is meant. */
  readonly date: string;
  /** `14:05` or `14:05:30`, absent for whole days. */
  readonly time?: string;
};

/**
 * The moment of a checked value `YYMMDD` or `YYYYMMDD` and up to three pairs of digits behind it.
 *
 * @param reference the present year, from which the century of two digits follows
 * @source GS1 General Specifications, 7.12
 * @example moment("261130", 2, 2026) // → { date: "2026-11-30" }
 * @example moment("770200", 2, 2026) // → { date: "1977-02" }
 * @example moment("2611301405", 2, 2026) // → { date: "2026-11-30", time: "14:05" }
 */
export function moment(digits: string, yearDigits: 2 | 4, reference: number): Moment {
  const year = yearDigits === 4 ? digits.slice(0, 4) : String(yearOf(twoDigits(digits, 0), reference)).padStart(4, "0");
  const [month, day] = [digits.slice(yearDigits, yearDigits + 2), digits.slice(yearDigits + 2, yearDigits + 4)];
  const date = day === "00" ? `${year}-${month}` : `${year}-${month}-${day}`;
  const pairs = digits.slice(yearDigits + 4).match(/\d\d/g) ?? [];
  if (pairs.length === 0) return { date };
  return { date, time: pairs.length === 1 ? `${pairs[0]}:00` : pairs.join(":") };
}
