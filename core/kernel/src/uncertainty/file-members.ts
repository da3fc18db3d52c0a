import { decimal, toNumber } from "../decimal.ts";
import { evaluate } from "../model/evaluate.ts";
import { prepareModel } from "../model/tape.ts";
import { Refusal } from "../refusal.ts";
import { refuse } from "../refusals.ts";

/** The members of an object in a file that was read from JSON. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * The members of an object.
 *
 * @param at path of members, for the refusal
 * @throws Refusal `model-file-invalid`
 * @source RFC 8259, 4 (objects)
 * @example members({ x: 1 }, "inputs.a") // → { x: 1 } (an object)
 * refusalOf(() => members([1], "inputs.a")) // → "model-file-invalid" (an array is none)
 */
export function members(content: unknown, at: string): Members {
  if (typeof content === "object" && content !== null && !Array.isArray(content)) return content as Members;
  return wrong(at, "{…}");
}

/**
 * The items of an array.
 *
 * @param at path of members, for the refusal
 * @throws Refusal `model-file-invalid`
 * @source RFC 8259, 5 (arrays)
 * @example list([1, 2], "inputs.a.readings") // → [1, 2] (an array)
 */
export function list(content: unknown, at: string): readonly unknown[] {
  return Array.isArray(content) ? content : wrong(at, "[…]");
}

/**
 * A text.
 *
 * @param at path of members, for the refusal
 * @throws Refusal `model-file-invalid`
 * @source RFC 8259, 7 (strings)
 * @example text("mm", "unit") // → "mm" (a text)
 * refusalOf(() => text(5, "unit")) // → "model-file-invalid" (a number is none)
 */
export function text(content: unknown, at: string): string {
  return typeof content === "string" ? content : wrong(at, "a text");
}

/**
 * The numbers of an array, each a JSON number or decimal digits in a text.
 *
 * @param at path of members, for the refusal
 * @throws Refusal `model-file-invalid`, `not-a-number`, `number-too-long`
 * @source ours: a text keeps the digits of a document, "5.007"; the model computes with binary numbers
 * @example numbers(["5.007", 4.994], "inputs.V.readings") // → [5.007, 4.994] (JCGM 100:2008, table H.2)
 */
export function numbers(content: unknown, at: string): number[] {
  return list(content, at).map((value, k) => number(value, `${at}[${k}]`));
}

/**
 * The number of a member that must be there.
 *
 * @param at path of the object, for the refusal
 * @throws Refusal `model-file-invalid`, also where it is absent; `not-a-number`, `number-too-long`
 * @source ours: a number that is missing is never taken as zero
 * @example required({ x: "1.5" }, "x", "inputs.a") // → 1.5 (its digits)
 * refusalOf(() => required({}, "x", "inputs.a")) // → "model-file-invalid" (absent)
 */
export function required(row: Members, name: string, at: string): number {
  return optional(row, name, at) ?? wrong(`${at}.${name}`, "a number");
}

/**
 * The number of a member that may be absent. Degrees of freedom may be `"inf"`.
 *
 * @param at path of the object, for the refusal
 * @returns undefined where the member is absent or null
 * @throws Refusal `model-file-invalid`, `not-a-number`, `number-too-long`
 * @source ours: JSON has no infinity (RFC 8259, 6)
 * @example optional({ dof: "inf" }, "dof", "inputs.a") // → Infinity (nothing limits them)
 * optional({ dof: null }, "dof", "inputs.a") // → undefined (null is absent)
 */
export function optional(row: Members, name: string, at: string): number | undefined {
  const content = own(row, name);
  if (content === undefined) return undefined;
  return content === "inf" && (name === "dof" || name === "nu") ? Infinity : number(content, `${at}.${name}`);
}

/**
 * What a member holds, undefined where it is absent or null; never what an object inherits.
 *
 * @source ECMA-262, 16th edition, 20.1.2.14 (Object.hasOwn)
 * @example own({ unit: "mm" }, "unit") // → "mm" (it is there)
 * own({}, "toString") // → undefined (inherited)
 */
export function own(row: Members, name: string): unknown {
  return Object.hasOwn(row, name) ? (row[name] ?? undefined) : undefined;
}

/** Members that say something to a reader and nothing to the evaluation. */
export const REMARKS: readonly string[] = ["name", "label", "title", "note", "description", "source"];

/**
 * Refuses a member that is not known: a misspelt one would change the result without a word.
 *
 * @param known names that mean something; remarks are passed over
 * @param at path of the object, for the refusal
 * @throws Refusal `model-file-invalid` with the path of the member
 * @source RFC 8259, 4 (names of an object are any strings)
 * @example refusalOf(() => onlyKnown({ doff: 25 }, ["dof"], "sources.standard")) // → "model-file-invalid" (a misspelt dof)
 */
export function onlyKnown(row: Members, known: readonly string[], at: string): void {
  const unknown = Object.keys(row).find((name) => !known.includes(name) && !REMARKS.includes(name));
  if (unknown !== undefined) wrong(`${at}.${unknown}`, known.join(", "));
}

/**
 * The one of two spellings that an object uses.
 *
 * @param at path of the object with its point, for the refusal
 * @throws Refusal `model-file-invalid` where both are there
 * @source ours: of two figures for one thing neither may win silently
 * @example oneOf({ p: 0.9 }, "probability", "p", "") // → "p" (the one that is there)
 * refusalOf(() => oneOf({ p: 0.9, probability: 0.95 }, "probability", "p", "")) // → "model-file-invalid" (both)
 */
export function oneOf(row: Members, name: string, other: string, at: string): string {
  if (own(row, other) === undefined) return name;
  return own(row, name) === undefined ? other : wrong(`${at}${other}`, `${name} | ${other}`);
}

/**
 * Degrees of freedom of a member that may be absent.
 *
 * @param at path of the object, for the refusal
 * @throws Refusal `model-file-invalid` also where they are not positive
 * @source JCGM 100:2008, G.3.2 and G.4.1
 * @example positiveDof({ dof: 25 }, "sources.standard") // → 25 (as stated)
 * refusalOf(() => positiveDof({ dof: -1 }, "sources.standard")) // → "model-file-invalid" (none can be negative)
 */
export function positiveDof(row: Members, at: string): number | undefined {
  const name = oneOf(row, "dof", "nu", `${at}.`);
  const dof = optional(row, name, at);
  return dof === undefined || dof > 0 ? dof : wrong(`${at}.${name}`, "dof > 0");
}

/**
 * A JSON number or decimal digits in a text, as a binary number.
 *
 * @param at path of members, for the refusal
 * @throws Refusal `model-file-invalid` for what is neither, and for what is beyond 10^±300, as 1e-400 that would be 0; `not-a-number`, `number-too-long` for a text
 * @source RFC 8259, 6; IEEE Std 754-2019, 5.12 (conversion rounded to nearest)
 * @example number("50000623", "inputs.ls.x") // → 50000623 (JCGM 100:2008, H.1.3.1)
 * refusalOf(() => number("1,5", "inputs.a.x")) // → "not-a-number" (a comma is no decimal point in a model file)
 */
export function number(content: unknown, at: string): number {
  if (typeof content === "number" && !Number.isNaN(content)) return measurable(content, content !== 0, at);
  if (typeof content !== "string") return wrong(at, "a number");
  try {
    const exact = decimal(content);
    return measurable(toNumber(exact), exact.digits !== 0n, at);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { ...error.facts, at });
    throw error;
  }
}

/** What is measured lies between these, as where people type numbers; beyond them binary numbers lose it. */
const SMALLEST = 1e-300;
const LARGEST = 1e300;

function measurable(value: number, some: boolean, at: string): number {
  const size = Math.abs(value);
  return size > LARGEST || (some && size < SMALLEST) ? wrong(at, "0, 1e-300 … 1e300") : value;
}

/**
 * A number, or a formula of the estimates such as `0.0005 + 0.00001*L`.
 *
 * @param estimates of the inputs by their names
 * @param x the estimate that is called x where no input is; undefined where there is none
 * @throws Refusal `model-not-finite`, and those of `prepareModel` with `at` as the name of the formula
 * @source ours: an accuracy class or a maximum permissible error is often stated as a + b·L (ISO 10360-2:2009, 6.3; recalled)
 * @example numberOrFormula("0.1 + 0.02*L", "inputs.L.u", new Map([["L", 10]])) // → 0.3 (0.1 + 0.02·10)
 * numberOrFormula("1.5e-3", "inputs.L.u", new Map()) // → 0.0015 (digits alone)
 */
export function numberOrFormula(
  content: unknown,
  at: string,
  estimates: ReadonlyMap<string, number>,
  x?: number,
): number {
  if (typeof content !== "string" || !/[\p{L}_(*/]/u.test(content.replace(DECIMAL, ""))) return number(content, at);
  if (NO_NUMBER.test(content) && !estimates.has(content.trim())) wrong(at, "a number");
  const names = x === undefined || estimates.has("x") ? estimates : new Map([...estimates, ["x", x]]);
  const model = prepareModel({ [at]: content }, [...names.keys()]);
  const value = evaluate(model, [...names.values()])[model.outputs[0]!.at]!;
  return Number.isFinite(value) ? value : refuse("model-not-finite", { output: at, formula: at, at: 0 });
}

/** Words by which programs write what is no number. */
const NO_NUMBER = /^\s*[-+−]?(?:nan|inf|infinity)\s*$/i;

const DECIMAL = /^\s*[-+−]?[\d.]+(?:[eE][-+]?\d+)?\s*$/;

/**
 * Refuses a file that is not as it must be.
 *
 * @param at path of members
 * @param expected what should stand there, in the notation of the file
 * @throws Refusal `model-file-invalid`, always
 * @source ours: the place is a fact, so that a person finds it
 * @example refusalOf(() => wrong("inputs.a.x", "a number")) // → "model-file-invalid" (with place and expectation as facts)
 */
export function wrong(at: string, expected: string): never {
  return refuse("model-file-invalid", { at, expected });
}
