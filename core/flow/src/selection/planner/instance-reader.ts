import { isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { type Decimal, decimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { refuse } from "../refusals.ts";

/**
 * Fields of one JSON object; null counts as left out.
 *
 * @throws Refusal `malformed-instance` with where and problem
 */
export class InstanceReader {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly where: string;

  constructor(value: unknown, where: string) {
    this.where = where;
    if (typeof value !== "object" || value === null || Array.isArray(value)) this.fail("is not an object");
    this.fields = value as Readonly<Record<string, unknown>>;
  }

  fail(problem: string): never {
    return refuse("malformed-instance", { where: this.where, problem });
  }

  has(key: string): boolean {
    return Object.hasOwn(this.fields, key) && this.fields[key] !== null;
  }

  child(key: string): InstanceReader {
    return new InstanceReader(this.fields[key], `${this.where}.${key}`);
  }

  children(key: string): readonly InstanceReader[] {
    const list = this.fields[key] ?? [];
    if (!Array.isArray(list)) this.fail(`${key} is not a list`);
    return (list as readonly unknown[]).map(
      (item, index) => new InstanceReader(item, `${this.where}.${key}[${index}]`),
    );
  }

  text(key: string): string {
    const value = this.fields[key];
    return typeof value === "string" && value !== "" ? value : this.fail(`${key} is not a text`);
  }

  texts(key: string): readonly string[] {
    const list = this.fields[key] ?? [];
    if (!Array.isArray(list) || !list.every((item) => typeof item === "string"))
      this.fail(`${key} is not a list of texts`);
    return list as readonly string[];
  }

  date(key: string): string {
    const text = this.text(key);
    return isCalendarDate(text) ? text : this.fail(`${key} is not a date`);
  }

  oneOf<Choice extends string>(key: string, choices: readonly Choice[]): Choice {
    const text = this.text(key);
    return choices.find((choice) => choice === text) ?? this.fail(`${key} is none of ${choices.join(", ")}`);
  }

  /** A whole number from 0 on that binary arithmetic keeps exact. */
  count(key: string, most = Number.MAX_SAFE_INTEGER): number {
    const value = this.fields[key];
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0 || value > most) {
      this.fail(`${key} is not a whole number from 0`);
    }
    return value as number;
  }

  optionalCount(key: string): number | null {
    return this.has(key) ? this.count(key) : null;
  }

  decimal(key: string): Decimal {
    const value = this.fields[key];
    if (typeof value === "number" && Number.isFinite(value)) return fromNumber(value);
    if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return decimal(value);
    return this.fail(`${key} is not a number`);
  }

  optionalDecimal(key: string): Decimal | undefined {
    return this.has(key) ? this.decimal(key) : undefined;
  }
}
