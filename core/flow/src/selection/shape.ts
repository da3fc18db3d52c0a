import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { refuse } from "./refusals.ts";

/** A parsed JSON object whose fields are still unknown. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads fields of reference data at the edge, so that what is inside can be trusted.
 * Every method names the place in its refusal.
 *
 * @throws Refusal `malformed-reference` with where and problem
 */
export class Shape {
  readonly where: string;
  readonly fields: Fields;

  /** @param known the fields there may be; absent allows any */
  constructor(value: unknown, where: string, known?: readonly string[]) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) malformed(where, "not an object");
    this.where = where;
    this.fields = value as Fields;
    for (const key of Object.keys(this.fields)) {
      if (known && !known.includes(key)) malformed(where, `unknown field ${key}`);
    }
  }

  text(key: string): string {
    const value = this.fields[key];
    return typeof value === "string" && value !== "" ? value : malformed(this.where, `${key} is not a text`);
  }

  optionalText(key: string): string | null {
    return this.fields[key] === undefined || this.fields[key] === null ? null : this.text(key);
  }

  digits(key: string): string {
    const text = this.text(key);
    return DIGITS.test(text) ? text : malformed(this.where, `${key} is not a decimal number`);
  }

  date(key: string): string | null {
    const text = this.optionalText(key);
    return text === null || isCalendarDate(text) ? text : malformed(this.where, `${key} is not a date`);
  }

  oneOf<Choice extends string>(key: string, choices: readonly Choice[]): Choice {
    const text = this.text(key);
    return (
      choices.find((choice) => choice === text) ?? malformed(this.where, `${key} is none of ${choices.join(", ")}`)
    );
  }

  texts(key: string): readonly string[] {
    const value = this.fields[key] ?? [];
    if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
      malformed(this.where, `${key} is not a list of texts`);
    }
    return value as readonly string[];
  }

  textMap(key: string): Readonly<Record<string, string>> | null {
    const value = this.fields[key];
    if (value === undefined || value === null) return null;
    if (typeof value !== "object" || Array.isArray(value)) malformed(this.where, `${key} is not an object`);
    for (const item of Object.values(value)) {
      if (typeof item !== "string") malformed(this.where, `${key} holds something other than text`);
    }
    return value as Readonly<Record<string, string>>;
  }
}

/**
 * Refuses reference data, with the place and what is wrong there.
 *
 * @example refusalOf(() => malformed("row r", "no limit")) // → "malformed-reference" (always)
 * @throws Refusal `malformed-reference` with where and problem
 * @source ours: data are read at the edge and trusted inside
 */
export function malformed(where: string, problem: string): never {
  return refuse("malformed-reference", { where, problem });
}

const DIGITS = /^-?\d+(\.\d+)?$/;
