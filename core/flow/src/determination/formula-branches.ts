import { refuse } from "@quanheng/kernel/refusals.ts";

/** A part of a formula's text and where it stands, from 0. */
export type FormulaPart = { readonly text: string; readonly at: number };

/** What a formula does: the result of the first branch whose condition holds, else the last one. */
export type FormulaBranches = {
  readonly branches: readonly { readonly condition: FormulaPart; readonly result: FormulaPart }[];
  readonly otherwise: FormulaPart;
};

const IF = /\s*if(?![\p{L}\p{N}_])/uy;
const ELSE = /\s*else(?![\p{L}\p{N}_])/uy;

/**
 * Splits `if CONDITION: RESULT; else if CONDITION: RESULT; else RESULT`; a formula without `if` is its own result.
 *
 * @example formulaBranches("if a < 1: a; else b").otherwise.text // → " b" (what follows else)
 * @throws Refusal `expression-syntax` with the position
 * @source ours: the language of calculated tests
 */
export function formulaBranches(text: string): FormulaBranches {
  const branches: { condition: FormulaPart; result: FormulaPart }[] = [];
  let at = 0;
  for (let start = after(IF, text, at); start !== undefined; start = after(IF, text, at)) {
    const colon = sign(text, ":", start);
    const semicolon = sign(text, ";", colon + 1);
    branches.push({ condition: part(text, start, colon), result: part(text, colon + 1, semicolon) });
    at =
      after(ELSE, text, semicolon + 1) ??
      refuse("expression-syntax", { at: semicolon + 1, found: "", expected: "else" });
  }
  return { branches, otherwise: part(text, at, text.length) };
}

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function part(text: string, start: number, end: number): FormulaPart {
  return { text: text.slice(start, end), at: start };
}

/** Where a sign stands outside quotation marks. */
function sign(text: string, wanted: string, from: number): number {
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === wanted) return at;
  }
  return refuse("expression-syntax", { at: text.length, found: "", expected: wanted });
}
