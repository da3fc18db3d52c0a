import { calendarDate } from "@quanheng/kernel/calendar.ts";
import { refuse } from "./refusals.ts";

/** Letters that count the hundreds and thousands, in order. */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * A number as letters and digits: the digits count from 1 to 99 (or as many nines as there are digits), the letters how
 * often they were full. Zero has zeros.
 *
 * @example alphanumeric(2673, 3, 2) // → "ABA99" (2673 = 26·99 + 99, and 26 is BA in letters)
 * @example alphanumeric(2675, 3, 2) // → "ABB02" (2675 = 27·99 + 2, and 27 is BB)
 * @throws Refusal `numbers-used-up` where the letters do not suffice, `number-form-wrong` for impossible counts
 * @source ours: numbering of samples, which is for the laboratory to choose
 */
export function alphanumeric(number: number, letters: number, digits: number, alphabet = ALPHABET): string {
  const sane =
    Number.isSafeInteger(number) && number >= 0 && letters >= 0 && digits >= 1 && digits <= 12 && alphabet.length > 1;
  if (!sane) return refuse("number-form-wrong", { part: `${letters}a${digits}d` });
  const full = 10 ** digits - 1;
  let turns = number === 0 ? 0 : Math.floor((number - 1) / full);
  const rest = number === 0 ? 0 : ((number - 1) % full) + 1;
  let text = "";
  for (let place = 0; place < letters; place++) {
    text = alphabet.charAt(turns % alphabet.length) + text;
    turns = Math.floor(turns / alphabet.length);
  }
  if (turns > 0) refuse("number-form-used-up", { number });
  return text + String(rest).padStart(digits, "0");
}

/**
 * A number of a sample or record by the form of its laboratory. In braces stand names of values, dates with a pattern
 * of %Y, %y, %m and %d, the running number as `{seq:04d}` (which grows beyond its places) or as `{alpha:3a1d}`.
 *
 * @example numberOfForm("BA-{year}-{seq:04d}", { year: "17" }, 11) // → "BA-17-0011" (the year, then four places)
 * @throws Refusal `number-form-wrong` with the part, `numbers-used-up`, `not-a-date`
 * @source ours: numbering of samples, which is for the laboratory to choose
 */
export function numberOfForm(form: string, values: Readonly<Record<string, string>>, number: number): string {
  const text = form.replace(/\{([^{}]*)\}/g, (part, inside: string) => {
    const [, name = "", pattern = ""] = /^([A-Za-z]\w*)(?::(.+))?$/.exec(inside) ?? [];
    return filled(name, pattern, values, number) ?? refuse("number-form-wrong", { part });
  });
  return /[{}]/.test(form.replace(/\{[^{}]*\}/g, "")) ? refuse("number-form-wrong", { part: form.slice(0, 40) }) : text;
}

function filled(name: string, pattern: string, values: Readonly<Record<string, string>>, number: number) {
  if (name === "seq") return sequence(pattern, number);
  if (name === "alpha") {
    const [, letters, digits] = /^(\d)a(\d{1,2})d$/.exec(pattern) ?? [];
    return letters === undefined ? undefined : alphanumeric(number, Number(letters), Number(digits));
  }
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return value === undefined || pattern === "" ? value : dated(value, pattern);
}

function sequence(pattern: string, number: number): string | undefined {
  const [, width = "1"] = /^(?:0?(\d{1,2})d)?$/.exec(pattern) ?? [];
  const known = pattern === "" || /^0?\d{1,2}d$/.test(pattern);
  return known && Number.isSafeInteger(number) && number >= 0 ? String(number).padStart(Number(width), "0") : undefined;
}

function dated(value: string, pattern: string): string | undefined {
  if (/%[^Yymd]|%$/.test(pattern)) return undefined;
  const [year = "", month = "", day = ""] = calendarDate(value).split("-");
  return pattern.replaceAll("%Y", year).replaceAll("%y", year.slice(2)).replaceAll("%m", month).replaceAll("%d", day);
}

/**
 * The number of a part taken from a sample, so many having been taken before.
 *
 * @example partNumber("W-0001", 0) // → "W-0001-S01" (the first part)
 * @source ours: numbering of samples, which is for the laboratory to choose
 */
export function partNumber(sample: string, taken: number): string {
  return `${sample}-S${String(taken + 1).padStart(2, "0")}`;
}
