import { type Decimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { type Expression, parseExpression } from "@quanheng/kernel/model/syntax.ts";
import { refuse as refuseModel } from "@quanheng/kernel/refusals.ts";
import { type Ratio, ratioOf } from "@quanheng/kernel/units/ratio.ts";
import { compareRatios, decimalOf, exactValue, ratioOfDigits, wholeOf } from "./exact-value.ts";
import { type FormulaPart, formulaBranches } from "./formula-branches.ts";
import { refuse } from "./refusals.ts";

/** What a name of a formula stands for: a result with its limits, a word, or nothing yet. Numbers are digits. */
export type FormulaValue =
  | {
      readonly kind: "number";
      readonly digits: string;
      /** A result that is itself a limit: it stands for that limit in LDL or UDL. */
      readonly operator?: "=" | "<" | ">";
      readonly ldl?: string;
      readonly udl?: string;
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing" };

export type FormulaValues = Readonly<Record<string, FormulaValue>>;

/** `exact` is the unrounded value, `value` its digits, 34 significant ones where they never end. */
export type FormulaResult =
  | { readonly kind: "number"; readonly value: Decimal; readonly exact: Ratio }
  | { readonly kind: "text"; readonly text: string };

/**
 * The result of a calculated test. A formula is the kernel's model text, with floor(x), ceiling(x), LDL(test) and
 * UDL(test), alone or in branches: `if Ca is below: Ca + LDL(Ca); else if Ca is above: UDL(Ca) + Ca; else Ca + Mg`.
 * Conditions compare expressions, or a name with a word in quotes. Nothing else is understood, so nothing can be run.
 * A name whose value is missing makes no result, not even in part.
 *
 * @example formatDecimal(evaluateFormula("free / total * 100", { free: { kind: "number", digits: "1" }, total: { kind: "number", digits: "4" } }).value) // → "25" (1/4·100)
 * @example formatDecimal(evaluateFormula("5.6 + 3.3", {}).value) // → "8.9" (no binary noise)
 * @throws Refusal `reading-missing` (field); `unknown-name`, `expression-syntax`, `expression-too-long` with the
 * position; `not-a-number` for a word in a sum; `division-by-zero`, `model-not-finite`
 * @source ours: the language of calculated tests; ISO/IEC 17025:2017, 7.11.6 (calculations are checked)
 */
export function evaluateFormula(formula: string, values: FormulaValues): FormulaResult {
  const { branches, otherwise } = formulaBranches(readable(formula));
  const { result } = branches.find(({ condition }) => holds(condition, values)) ?? { result: otherwise };
  const text = textOf(result, values);
  if (text !== undefined) return { kind: "text", text };
  const exact = numberOf(result, values);
  return { kind: "number", value: decimalOf(exact), exact };
}

const LONGEST = 20_000;

function readable(formula: string): string {
  return formula.length <= LONGEST
    ? formula
    : refuseModel("expression-too-long", { given: formula.length, limit: LONGEST });
}

const QUOTED = /^\s*(?:"([^"]*)"|'([^']*)')\s*$/;
const NAME = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*$/u;
const BESIDE_LIMIT = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s+is\s+(below|above)\s*$/u;

/** A word in quotes, or what a name of a word stands for; undefined for whatever has to be computed. */
function textOf({ text }: FormulaPart, values: FormulaValues): string | undefined {
  const quoted = QUOTED.exec(text);
  if (quoted) return quoted[1] ?? quoted[2] ?? "";
  const value = named(NAME.exec(text)?.[1] ?? "", values);
  return value?.kind === "text" ? value.text : undefined;
}

function named(name: string, values: FormulaValues): FormulaValue | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function holds(condition: FormulaPart, values: FormulaValues): boolean {
  const [, name, side] = BESIDE_LIMIT.exec(condition.text) ?? [];
  if (name !== undefined) return isBeside(name, side === "below" ? "<" : ">", condition.at, values);
  const { left, sign, right } = compared(condition);
  const words = [left, right].map((each) => textOf(each, values));
  if (words.some((word) => word !== undefined))
    return wordsMeet(words[0] ?? digitsOf(left, values), sign, words[1] ?? digitsOf(right, values), condition);
  return meets(compareRatios(numberOf(left, values), numberOf(right, values)), sign);
}

/** A number in a comparison of words is the text that was entered. */
function digitsOf({ text, at }: FormulaPart, values: FormulaValues): string {
  const name = NAME.exec(text)?.[1];
  return name === undefined ? text.trim() : numberNamed(name, at, values).digits;
}

const SIGNS = /<=|>=|!=|≤|≥|≠|<|>|=/g;
const PLAIN: Readonly<Record<string, string>> = { "≤": "<=", "≥": ">=", "≠": "!=" };

function compared({ text, at }: FormulaPart) {
  const bare = text.replace(/"[^"]*"|'[^']*'/g, (quoted) => "_".repeat(quoted.length));
  const [first, second] = [...bare.matchAll(SIGNS)];
  const wrong = second ?? (first ? undefined : { index: text.length, 0: "" });
  if (!first || wrong)
    return refuseModel("expression-syntax", {
      at: at + (wrong?.index ?? 0),
      found: wrong?.[0] ?? "",
      expected: "comparison",
    });
  const [written] = first;
  const end = first.index + written.length;
  return {
    left: { text: text.slice(0, first.index), at },
    sign: PLAIN[written] ?? written,
    right: { text: text.slice(end), at: at + end },
  };
}

function wordsMeet(left: string, sign: string, right: string, { at }: FormulaPart): boolean {
  if (sign !== "=" && sign !== "!=") refuseModel("expression-syntax", { at, found: sign, expected: "=" });
  return (left === right) === (sign === "=");
}

function meets(order: number, sign: string): boolean {
  switch (sign) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "=":
      return order === 0;
    default:
      return order !== 0;
  }
}

/** Whether a result lies below its lower or above its upper limit, or was entered as such. */
function isBeside(name: string, operator: "<" | ">", at: number, values: FormulaValues): boolean {
  const value = numberNamed(name, at, values);
  if (value.operator === operator) return true;
  const limit = operator === "<" ? value.ldl : value.udl;
  if (limit === undefined || value.operator === "<" || value.operator === ">") return false;
  const order = compareRatios(ratioOfDigits(value.digits), ratioOfDigits(limit));
  return operator === "<" ? order < 0 : order > 0;
}

function numberNamed(name: string, at: number, values: FormulaValues) {
  const value = named(name, values);
  if (value === undefined) return refuseModel("unknown-name", { name, at });
  if (value.kind === "missing") return refuse("reading-missing", { field: name });
  return value.kind === "text" ? refuseModel("not-a-number", { given: value.text.slice(0, 40) }) : value;
}

/** Calls that the model text does not know; their value is found first and stands in the rest under a name. */
const OWN_CALL = /(?<![\p{L}\p{N}_])(floor|ceiling|LDL|UDL)\s*\(/u;
const DEEPEST = 50;

/** Every part is read with blanks before it, so that positions in refusals are those of the whole formula. */
function numberOf({ text, at }: FormulaPart, values: FormulaValues, depth = 0): Ratio {
  if (depth > DEEPEST) refuseModel("expression-too-long", { given: depth, limit: DEEPEST });
  const found = new Map<string, Ratio>();
  let rest = text;
  for (let call = OWN_CALL.exec(rest); call; call = OWN_CALL.exec(rest)) {
    const open = call.index + call[0].length;
    const close = closing(rest, open, at);
    const argument = { text: rest.slice(open, close), at: at + open };
    const name = freeName(close + 1 - call.index, found, values);
    found.set(name, ownCall(call[1] ?? "", argument, values, depth + 1));
    rest = rest.slice(0, call.index) + name + rest.slice(close + 1);
  }
  return exactValue(parseExpression(" ".repeat(at) + rest), (name, position) => {
    const known = found.get(name) ?? (name === "pi" && !Object.hasOwn(values, name) ? PI : undefined);
    return known ?? ratioOfDigits(numberNamed(name, position, values).digits);
  });
}

const PI = ratioOf(fromNumber(Math.PI));

function ownCall(call: string, argument: FormulaPart, values: FormulaValues, depth: number): Ratio {
  if (call === "LDL" || call === "UDL") return limitOf(call, argument, values);
  return wholeOf(numberOf(argument, values, depth), call === "floor" ? "floor" : "ceiling");
}

/** A limit that somebody typed with < or > replaces the one of the procedure. */
function limitOf(call: "LDL" | "UDL", { text, at }: FormulaPart, values: FormulaValues): Ratio {
  const name =
    NAME.exec(text)?.[1] ?? refuseModel("expression-syntax", { at, found: text.slice(0, 20), expected: "name" });
  const value = numberNamed(name, at, values);
  const typed = value.operator === (call === "LDL" ? "<" : ">") ? value.digits : undefined;
  const limit = typed ?? (call === "LDL" ? value.ldl : value.udl);
  return limit === undefined ? refuse("reading-missing", { field: `${call}(${name})` }) : ratioOfDigits(limit);
}

/** A name of the length of what it replaces, which nobody else uses. */
function freeName(length: number, found: ReadonlyMap<string, Ratio>, values: FormulaValues): string {
  for (let index = 0; ; index++) {
    const name = `_${index}`.padEnd(length, "_");
    if (!found.has(name) && !Object.hasOwn(values, name)) return name;
  }
}

function closing(text: string, open: number, at: number): number {
  let depth = 1;
  for (let position = open; position < text.length; position++) {
    const character = text[position];
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth === 0) return position;
  }
  return refuseModel("expression-syntax", { at: at + text.length, found: "", expected: ")" });
}

/**
 * The names that a formula uses, in every branch, each once.
 *
 * @example namesIn("if Ca is below: LDL(Ca); else floor(Ca + Mg)") // → ["Ca", "Mg"] (each once)
 * @throws Refusal `expression-syntax`, `expression-too-long`
 * @source ours: the language of calculated tests
 */
export function namesIn(formula: string): readonly string[] {
  const { branches, otherwise } = formulaBranches(readable(formula));
  const parts = branches.flatMap(({ condition, result }) => [...sidesOf(condition), result]);
  return [...new Set([...parts, otherwise].flatMap(namesOfPart))];
}

function sidesOf(condition: FormulaPart): readonly FormulaPart[] {
  const [, name] = BESIDE_LIMIT.exec(condition.text) ?? [];
  if (name !== undefined) return [{ text: name, at: condition.at }];
  const { left, right } = compared(condition);
  return [left, right];
}

function namesOfPart({ text, at }: FormulaPart): readonly string[] {
  if (QUOTED.test(text)) return [];
  // A call of our own becomes a plain parenthesis: its names count like all others.
  const plain = text.replace(new RegExp(OWN_CALL, "gu"), (call) => "(".padStart(call.length));
  return namesOf(parseExpression(" ".repeat(at) + plain));
}

function namesOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "name":
      return expression.name === "pi" ? [] : [expression.name];
    case "call":
      return namesOf(expression.argument);
    case "binary":
      return [...namesOf(expression.left), ...namesOf(expression.right)];
  }
}
