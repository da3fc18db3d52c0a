import { refuse } from "../refusals.ts";

/** Deeper than any credential or list of them. */
const MAX_DEPTH = 64;

/**
 * JSON that every reader reads the same: no name twice in an object, and not deeper than 64.
 *
 * Which of two equal names counts is left open by JSON, so that a signed text could say two things.
 *
 * @example strictJson('{"a":[1,2]}') // → { a: [1, 2] } (plain JSON)
 * @example refusalOf(() => strictJson('{"a":1,"\\u0061":2}')) // → "credential-unreadable" (the same name twice, once escaped)
 * @throws Refusal `credential-unreadable`
 * @source RFC 8259, 4; RFC 7493, 2.3 (I-JSON: names are unique)
 */
export function strictJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("credential-unreadable");
  }
  // First the depth: what is written back below is walked without a bound.
  if (isDeeper(value, MAX_DEPTH)) return refuse("credential-unreadable");
  // A name that came twice is gone from the value: where it is written back as it was read, there was none.
  if (JSON.stringify(value) === text) return value;
  // The text is JSON by now: what is counted below can rely on its grammar.
  if (hasDoubleName(text)) return refuse("credential-unreadable");
  return value;
}

function isDeeper(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isDeeper(inner, left - 1));
}

/** Tokens of JSON that matter here: a string, with the colon that makes it a name, and what opens or closes. */
const TOKENS = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}[\]]/g;

function hasDoubleName(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  for (const [token, content = "", colon] of text.matchAll(TOKENS)) {
    if (token === "{" || token === "[") {
      open.push(token === "{" ? new Set() : null);
    } else if (token === "}" || token === "]") open.pop();
    else if (colon !== undefined) {
      const name = content.includes("\\") ? String(JSON.parse(`"${content}"`)) : content;
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
