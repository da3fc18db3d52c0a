import { Refusal } from "@quanheng/kernel/refusal.ts";

export type Case = { readonly id: string; readonly group: string; readonly input: Members; readonly expect: unknown };
export type Members = Readonly<Record<string, unknown>>;

/** Returns what is wrong, or nothing. */
export type Check = (input: Members, expect: Members) => string | undefined;

export function text(members: Members, name: string): string {
  const value = members[name];
  if (typeof value !== "string") throw new Error(`case without the text ${name}`);
  return value;
}

export function optionalText(members: Members, name: string): string | undefined {
  const value = members[name];
  return typeof value === "string" ? value : undefined;
}

export function count(members: Members, name: string): number {
  const value = members[name];
  if (typeof value !== "number") throw new Error(`case without the number ${name}`);
  return value;
}

export function members(value: unknown): Members {
  return (value ?? {}) as Members;
}

export function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : []) as readonly string[];
}

/** Only what the case names is compared; decimals are compared as text, as they are printed. */
export function differs(found: Members, expect: Members): string | undefined {
  const wrong = Object.keys(expect).filter((name) => JSON.stringify(found[name]) !== JSON.stringify(expect[name]));
  return wrong.length === 0
    ? undefined
    : wrong
        .map((name) => `${name}: ${JSON.stringify(found[name])} instead of ${JSON.stringify(expect[name])}`)
        .join("; ");
}

/** Cases name an error in words of their own; these are the codes of ours that say it. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  "not-a-number": ["not-a-number", "ambiguous-separator"],
  "operand-not-allowed": ["operator-not-allowed"],
  "loq-outside-lod": ["loq-outside-lod"],
  "unknown-variable": ["unknown-name"],
  "division-by-zero": ["division-by-zero"],
  syntax: ["expression-syntax", "not-a-quantity"],
  "syntax-or-unknown": ["expression-syntax", "unknown-name"],
  "input-missing": ["reading-missing"],
  "not-a-quantity": ["not-a-quantity", "empty"],
  "no-unit": ["unit-missing"],
  "no-number": ["not-a-quantity"],
  "unknown-unit": ["unknown-unit", "not-a-quantity"],
  "zero-reference": ["zero-reference"],
};

export function isCode(found: string, wanted: unknown): boolean {
  return (CODES[String(wanted)] ?? [String(wanted)]).includes(found);
}

/** Runs what a case asks for and compares; an expected error has to be the refusal that says it. */
export function outcome(expect: Members, run: () => Members): string | undefined {
  try {
    const found = run();
    return "error" in expect ? `accepted: ${JSON.stringify(found)}` : differs(found, expect);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return "error" in expect && isCode(error.code, expect["error"]) ? undefined : `refused: ${error.code}`;
  }
}
