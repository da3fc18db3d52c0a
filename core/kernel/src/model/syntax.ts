import { refuse } from "../refusals.ts";

/** A formula as read: what is computed, and where in the text a name, an operator or a function stands. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string; readonly at: number }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | { readonly kind: "call"; readonly name: FunctionName; readonly argument: Expression; readonly at: number };

/** `atan2` is written as a call of two arguments: the angle of the point (second, first), −π to π. */
export type BinaryOperator = "+" | "-" | "*" | "/" | "**" | "atan2";

/** The functions a formula may call, `log` being the natural one; angles are in radian. */
export const FUNCTIONS = [
  "neg",
  "abs",
  "sqrt",
  "exp",
  "log",
  "log10",
  "sin",
  "cos",
  "tan",
  "asin",
  "acos",
  "atan",
  "sinh",
  "cosh",
  "tanh",
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

const LONGEST = 20_000;
const DEEPEST = 200;

/**
 * Reads an arithmetic formula: numbers, names, + − * / ** (or ^) with the usual precedence, parentheses, the
 * functions above and atan2(y, x). −x**2 is −(x**2), and ** groups from the right. Nothing else is understood, so nothing can be run.
 *
 * @param text at most 20 000 characters
 * @throws Refusal `expression-syntax` with the position, `expression-too-long`, `unknown-name` for a function that is not known
 * @source ours: the arithmetic of ECMA-262, 13.6 to 13.8, without its other signs; −x**2, which it forbids, is read as in mathematics
 * @example parseExpression("-x**2") // → { kind: "call", name: "neg", argument: { kind: "binary", operator: "**" } } (the power binds more than the sign)
 * parseExpression("2**3**2").right // → { kind: "binary", operator: "**" } (2**(3**2))
 * refusalOf(() => parseExpression("a +")) // → "expression-syntax" (the second term is missing)
 */
export function parseExpression(text: string): Expression {
  if (text.length > LONGEST) {
    return refuse("expression-too-long", { given: text.length, limit: LONGEST, at: LONGEST });
  }
  const tokens = tokenize(text);
  const cursor: Cursor = { tokens, next: 0, depth: 0, end: text.length };
  const expression = readSum(cursor);
  const rest = peek(cursor);
  return rest ? unexpected(rest.at, rest.text, "operator") : expression;
}

type Token = { readonly kind: "number" | "name" | "sign"; readonly text: string; readonly at: number };
type Cursor = { readonly tokens: readonly Token[]; next: number; depth: number; readonly end: number };

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|(\*\*|[-+*/^(),×·÷−]))/uy;
const SAME: Readonly<Record<string, string>> = { "^": "**", "×": "*", "·": "*", "÷": "/", "−": "-" };

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  for (let at = 0; at < trimmed.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(trimmed);
    if (!match) return unexpected(at, trimmed.slice(at).trim().slice(0, 20), "number-name-or-operator");
    const [all, number, name, sign = ""] = match;
    const start = at + all.length - all.trimStart().length;
    if (number !== undefined) tokens.push({ kind: "number", text: number, at: start });
    else if (name !== undefined) tokens.push({ kind: "name", text: name, at: start });
    else tokens.push({ kind: "sign", text: SAME[sign] ?? sign, at: start });
    at += all.length;
  }
  return tokens;
}

function readSum(cursor: Cursor): Expression {
  let left = readProduct(cursor);
  for (let at = here(cursor), sign = takeSign(cursor, "+", "-"); sign; sign = takeSign(cursor, "+", "-")) {
    left = { kind: "binary", operator: sign, left, right: readProduct(cursor), at };
    at = here(cursor);
  }
  return left;
}

function readProduct(cursor: Cursor): Expression {
  let left = readSigned(cursor);
  for (let at = here(cursor), sign = takeSign(cursor, "*", "/"); sign; sign = takeSign(cursor, "*", "/")) {
    left = { kind: "binary", operator: sign, left, right: readSigned(cursor), at };
    at = here(cursor);
  }
  return left;
}

function readSigned(cursor: Cursor): Expression {
  return deeper(cursor, () => {
    const at = here(cursor);
    if (takeSign(cursor, "-")) return { kind: "call", name: "neg", argument: readSigned(cursor), at };
    return takeSign(cursor, "+") ? readSigned(cursor) : readPower(cursor);
  });
}

function readPower(cursor: Cursor): Expression {
  const base = readPrimary(cursor);
  const at = here(cursor);
  if (!takeSign(cursor, "**")) return base;
  return { kind: "binary", operator: "**", left: base, right: readSigned(cursor), at };
}

function readPrimary(cursor: Cursor): Expression {
  const token = peek(cursor);
  if (!token) return unexpected(cursor.end, "", "number-name-or-parenthesis");
  cursor.next += 1;
  if (token.kind === "number") return { kind: "number", value: finite(token) };
  if (token.text === "(") return inParentheses(cursor);
  if (token.kind === "sign") return unexpected(token.at, token.text, "number-name-or-parenthesis");
  if (peek(cursor)?.text !== "(") return { kind: "name", name: token.text, at: token.at };
  if (token.text === "atan2") return ofTwo(cursor, "atan2", token.at);
  const name = FUNCTIONS.find((known) => known === token.text && known !== "neg");
  if (!name) return refuse("unknown-name", { name: token.text, at: token.at });
  cursor.next += 1;
  return { kind: "call", name, argument: inParentheses(cursor), at: token.at };
}

function ofTwo(cursor: Cursor, operator: BinaryOperator, at: number): Expression {
  cursor.next += 1;
  const left = readSum(cursor);
  const comma = peek(cursor);
  if (comma?.text !== ",") return unexpected(comma?.at ?? cursor.end, comma?.text ?? "", ",");
  cursor.next += 1;
  const right = readSum(cursor);
  close(cursor);
  return { kind: "binary", operator, left, right, at };
}

function inParentheses(cursor: Cursor): Expression {
  const inner = readSum(cursor);
  close(cursor);
  return inner;
}

function close(cursor: Cursor): void {
  const token = peek(cursor);
  if (token?.text !== ")") unexpected(token?.at ?? cursor.end, token?.text ?? "", ")");
  cursor.next += 1;
}

function deeper(cursor: Cursor, read: () => Expression): Expression {
  if (cursor.depth >= DEEPEST) {
    return refuse("expression-too-long", { given: cursor.depth + 1, limit: DEEPEST, at: here(cursor) });
  }
  cursor.depth += 1;
  const expression = read();
  cursor.depth -= 1;
  return expression;
}

function takeSign<Sign extends string>(cursor: Cursor, ...signs: readonly Sign[]): Sign | undefined {
  const token = peek(cursor);
  const sign = token?.kind === "sign" ? signs.find((wanted) => wanted === token.text) : undefined;
  if (sign !== undefined) cursor.next += 1;
  return sign;
}

function peek({ tokens, next }: Cursor): Token | undefined {
  return tokens[next];
}

/** Where the next token stands, or the end of the text. */
function here(cursor: Cursor): number {
  return peek(cursor)?.at ?? cursor.end;
}

function finite({ text, at }: Token): number {
  const value = Number(text);
  return Number.isFinite(value) ? value : unexpected(at, text, "number");
}

function unexpected(at: number, found: string, expected: string): never {
  return refuse("expression-syntax", { at, found, expected });
}
