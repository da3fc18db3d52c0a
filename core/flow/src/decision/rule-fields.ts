import { compare, type Decimal, decimal } from "@quanheng/kernel/decimal.ts";
import { refuse } from "./refusals.ts";

/** The members of a rule that was stored or sent. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object's members. @throws Refusal `malformed-rule`, as all of these do for what they cannot read */
export function members(given: unknown, problem: string): Fields {
  return typeof given === "object" && given !== null && !Array.isArray(given)
    ? (given as Fields)
    : malformed(problem, given);
}

/** Refuses members that nobody would apply. */
export function only(fields: Fields, known: readonly string[]): void {
  const other = Object.keys(fields).find((name) => name !== "kind" && !known.includes(name));
  if (other !== undefined) malformed(other, fields[other]);
}

/** Decimal digits within bounds, the bounds included. */
export function figure(fields: Fields, name: string, least?: string, most?: string): string {
  const text = fields[name];
  if (typeof text !== "string" || text.length > 40) return malformed(name, text);
  const value = digits(name, text);
  const low = least !== undefined && compare(value, decimal(least)) < 0;
  const high = most !== undefined && compare(value, decimal(most)) > 0;
  return low || high ? malformed(name, text) : text;
}

/** Decimal digits above a bound. */
export function above(fields: Fields, name: string, bound: string, most?: string): string {
  const text = figure(fields, name, undefined, most);
  return compare(decimal(text), decimal(bound)) > 0 ? text : malformed(name, text);
}

/** Decimal digits that are a probability strictly between 0 and a bound. */
export function share(fields: Fields, name: string, below: string): string {
  const text = above(fields, name, "0");
  return compare(decimal(text), decimal(below)) < 0 ? text : malformed(name, text);
}

function digits(name: string, text: string): Decimal {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? decimal(text) : malformed(name, text);
}

/** One of a closed list of words. */
export function oneOf<T extends string>(fields: Fields, name: string, values: readonly T[]): T {
  const found = values.find((value) => value === fields[name]);
  return found ?? malformed(name, fields[name]);
}

/** Refuses a member of a rule, with what was given. */
export function malformed(problem: string, given: unknown): never {
  return refuse("malformed-rule", { problem, given: typeof given === "number" ? given : String(given).slice(0, 40) });
}
