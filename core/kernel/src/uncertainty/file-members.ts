import { decimal, toNumber } from "../decimal.ts";
import { evaluate } from "../model/evaluate.ts";
import { prepareModel } from "../model/tape.ts";
import { Refusal } from "../refusal.ts";
import { refuse } from "../refusals.ts";

/** The members of an object in a file that was read from JSON. */
export type Members = Readonly<Record<string, unknown>>;

export function members(content: unknown, at: string): Members {
  if (typeof content === "object" && content !== null && !Array.isArray(content)) return content as Members;
  return wrong(at, "{…}");
}

export function list(content: unknown, at: string): readonly unknown[] {
  return Array.isArray(content) ? content : wrong(at, "[…]");
}

export function text(content: unknown, at: string): string {
  return typeof content === "string" ? content : wrong(at, "a text");
}

export function numbers(content: unknown, at: string): number[] {
  return list(content, at).map((value, k) => number(value, `${at}[${k}]`));
}

export function required(row: Members, name: string, at: string): number {
  return optional(row, name, at) ?? wrong(`${at}.${name}`, "a number");
}

/** Undefined where the member is absent or null. Degrees of freedom may be `"inf"`. */
export function optional(row: Members, name: string, at: string): number | undefined {
  const content = own(row, name);
  if (content === undefined) return undefined;
  return content === "inf" && (name === "dof" || name === "nu") ? Infinity : number(content, `${at}.${name}`);
}

export function own(row: Members, name: string): unknown {
  return Object.hasOwn(row, name) ? (row[name] ?? undefined) : undefined;
}

/** A JSON number or decimal digits in a text. */
export function number(content: unknown, at: string): number {
  if (typeof content === "number" && Number.isFinite(content)) return content;
  if (typeof content !== "string") return wrong(at, "a number");
  try {
    return toNumber(decimal(content));
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { ...error.facts, at });
    throw error;
  }
}

/**
 * A number, or a formula of the estimates such as `0.0005 + 0.00001*L`.
 *
 * @param estimates of the inputs by their names
 * @throws Refusal `model-not-finite`, and those of `prepareModel` with `at` as the name of the formula
 */
export function numberOrFormula(content: unknown, at: string, estimates: ReadonlyMap<string, number>): number {
  if (typeof content !== "string" || !/[\p{L}_(*/]/u.test(content.replace(DECIMAL, ""))) return number(content, at);
  const model = prepareModel({ [at]: content }, [...estimates.keys()]);
  const value = evaluate(model, [...estimates.values()])[model.outputs[0]!.at]!;
  return Number.isFinite(value) ? value : refuse("model-not-finite", { output: at, formula: at, at: 0 });
}

const DECIMAL = /^\s*[-+−]?[\d.]+(?:[eE][-+]?\d+)?\s*$/;

export function wrong(at: string, expected: string): never {
  return refuse("model-file-invalid", { at, expected });
}
