import { compare, type Decimal, decimal } from "@quanheng/kernel/decimal.ts";
import { refuse } from "./refusals.ts";

/** The members of a rule that was stored or sent. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * An object's members; anything else is refused.
 *
 * @example members({ kind: "simple" }, "rule").kind // → "simple" (a member of the object)
 * @example refusalOf(() => members([], "rule")) // → "malformed-rule" (a list has no names)
 * @throws Refusal `malformed-rule`, as all of these do for what they cannot read
 * @source ours: rules that were stored or sent are read with known members only
 */
export function members(given: unknown, problem: string): Fields {
  return typeof given === "object" && given !== null && !Array.isArray(given)
    ? (given as Fields)
    : malformed(problem, given);
}

/**
 * Refuses members that nobody would apply; `kind` is always known.
 *
 * @example refusalOf(() => only({ kind: "simple", gard: "1" }, [])) // → "malformed-rule" (`gard` would be agreed and not applied)
 * @throws Refusal `malformed-rule`
 * @source ours: nothing is agreed that nobody applies
 */
export function only(fields: Fields, known: readonly string[]): void {
  const other = Object.keys(fields).find((name) => name !== "kind" && !known.includes(name));
  if (other !== undefined) malformed(other, fields[other]);
}

/**
 * Decimal digits within bounds, the bounds included.
 *
 * @returns the text as it was given
 * @example figure({ assumed: "5.20" }, "assumed", "0") // → "5.20" (0 ≤ 5.20, kept as written)
 * @example refusalOf(() => figure({ assumed: "1e3" }, "assumed")) // → "malformed-rule" (digits only)
 * @throws Refusal `malformed-rule`
 * @source ours: figures of a rule are digits, as they were agreed
 */
export function figure(fields: Fields, name: string, least?: string, most?: string): string {
  const text = fields[name];
  if (typeof text !== "string" || text.length > 40) return malformed(name, text);
  const value = digits(name, text);
  const low = least !== undefined && compare(value, decimal(least)) < 0;
  const high = most !== undefined && compare(value, decimal(most)) > 0;
  return low || high ? malformed(name, text) : text;
}

/**
 * Decimal digits above a bound, which does not belong to the range.
 *
 * @example above({ guard: "0.5" }, "guard", "0", "3") // → "0.5" (0 < 0.5 ≤ 3)
 * @example refusalOf(() => above({ guard: "0" }, "guard", "0", "3")) // → "malformed-rule" (0 is not above 0)
 * @throws Refusal `malformed-rule`
 * @source ours: figures of a rule are digits, as they were agreed
 */
export function above(fields: Fields, name: string, bound: string, most?: string): string {
  const text = figure(fields, name, undefined, most);
  return compare(decimal(text), decimal(bound)) > 0 ? text : malformed(name, text);
}

/**
 * Decimal digits that are a probability strictly between 0 and a bound.
 *
 * @example share({ consumer: "0.02" }, "consumer", "0.5") // → "0.02" (0 < 0.02 < 0.5)
 * @example refusalOf(() => share({ consumer: "0.5" }, "consumer", "0.5")) // → "malformed-rule" (0.5 is not below 0.5)
 * @throws Refusal `malformed-rule`
 * @source ours: figures of a rule are digits, as they were agreed
 */
export function share(fields: Fields, name: string, below: string): string {
  const text = above(fields, name, "0");
  return compare(decimal(text), decimal(below)) < 0 ? text : malformed(name, text);
}

function digits(name: string, text: string): Decimal {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? decimal(text) : malformed(name, text);
}

/**
 * One of a closed list of words.
 *
 * @example oneOf({ among: "all" }, "among", ["all", "accepted"]) // → "all" (a word of the list)
 * @throws Refusal `malformed-rule`
 * @source ours: a word that nobody knows is never taken for another
 */
export function oneOf<T extends string>(fields: Fields, name: string, values: readonly T[]): T {
  const found = values.find((value) => value === fields[name]);
  return found ?? malformed(name, fields[name]);
}

/**
 * Refuses a member of a rule, with what was given.
 *
 * @example refusalOf(() => malformed("guard", "much")) // → "malformed-rule" (always)
 * @throws Refusal `malformed-rule` with problem and given, at most 40 characters of it
 * @source ours: the refusal of all readers of rules
 */
export function malformed(problem: string, given: unknown): never {
  return refuse("malformed-rule", { problem, given: typeof given === "number" ? given : String(given).slice(0, 40) });
}
