import { associationProblem } from "./association.ts";
import type { ApplicationIdentifier } from "./dictionary/identifier.ts";
import { identifierAt, identifierFrom, identifierOrUnknown } from "./dictionary/lookup.ts";
import { type FoundElement, LONGEST_TEXT, type Message, MOST_ELEMENTS, type ReadingOptions } from "./element.ts";
import { problem, type Result } from "./problem.ts";
import { type ValueFault, valueEnd } from "./value.ts";

const OPEN = 40;
const BACKSLASH = 92;
/** The separator as scanners send it. */
export const GROUP_SEPARATOR = "\u001d";
const STRICT: ReadingOptions = {};

/**
 * Reads an element string as people write it: `(01)09521234543213(10)ABC`; a bracket in a value is written `\(`.
 *
 * @source GS1 General Specifications, 4.14 (human-readable interpretation) and the notation of the GS1 syntax engine
 */
export function parseBracketed(text: string, options: ReadingOptions = STRICT): Result<Message> {
  if (text.length > LONGEST_TEXT) return problem("data-too-long", LONGEST_TEXT, text.length - LONGEST_TEXT);
  if (text === "") return problem("ai-data-empty", 0, 0);
  const elements: FoundElement[] = [];
  const entries: ApplicationIdentifier[] = [];
  const wrong = takeBracketed(text, options, elements, entries);
  if (wrong !== undefined) return wrong;
  for (let i = 0; i < entries.length; i++) {
    const { value, at } = elements[i]!;
    const end = valueEnd(entries[i]!, value, 0, value.length);
    if (typeof end !== "number") return placed(end, text, at);
  }
  return associationProblem(elements, entries, options) ?? { ok: true, value: { elements } };
}

/** Splits into elements and judges how they are written, not their content. */
function takeBracketed(
  text: string,
  options: ReadingOptions,
  elements: FoundElement[],
  entries: ApplicationIdentifier[],
): ValueFault | undefined {
  const hasCaret = text.includes("^");
  for (let at = 0; at < text.length; ) {
    if (text.charCodeAt(at) !== OPEN) return problem("ai-parse-failed", at, 1);
    const close = text.indexOf(")", at + 1);
    if (close < 0) return problem("ai-parse-failed", at, text.length - at);
    const entry = options.unknownIdentifiers
      ? identifierOrUnknown(text, at + 1, close)
      : identifierAt(text, at + 1, close);
    if (entry === undefined)
      return problem("ai-unrecognised", at + 1, close - at - 1, { ai: text.slice(at + 1, close) });
    const from = close + 1;
    if (from === text.length) return problem("ai-parse-failed", from, 0, { ai: entry.ai });
    let end = nextOpen(text, from);
    let value = text.slice(from, end);
    while (end < text.length && text.charCodeAt(end - 1) === BACKSLASH) {
      const begin = end + 1;
      end = nextOpen(text, begin);
      value = `${value.slice(0, -1)}(${text.slice(begin, end)}`;
    }
    if (value.length < entry.least) return problem("ai-value-is-too-short", from, end - from, { ai: entry.ai });
    if (value.length > entry.most) return problem("ai-value-is-too-long", from, end - from, { ai: entry.ai });
    if (hasCaret && value.includes("^"))
      return problem("ai-contains-illegal-carat-character", text.indexOf("^", from), 1, { ai: entry.ai });
    if (elements.length === MOST_ELEMENTS) return problem("too-many-ais", at, text.length - at);
    elements.push({ ai: entry.ai, value, at: from });
    entries.push(entry);
    at = end;
  }
  return undefined;
}

function nextOpen(text: string, from: number): number {
  const open = text.indexOf("(", from);
  return open < 0 ? text.length : open;
}

/** The fault of a value at its place in the text, where escaped brackets take one character more. */
function placed({ problem: { at, length, ...rest } }: ValueFault, text: string, from: number): ValueFault {
  const begin = written(text, from, at);
  return { ok: false, problem: { ...rest, at: begin, length: written(text, begin, length) - begin } };
}

function written(text: string, from: number, characters: number): number {
  let at = from;
  for (let taken = 0; taken < characters && at < text.length; taken++)
    at += text.charCodeAt(at) === BACKSLASH && text.charCodeAt(at + 1) === OPEN ? 2 : 1;
  return at;
}

/**
 * Reads an element string as symbols carry it, with FNC1 written `^` or sent as the group separator.
 *
 * A separator behind a value of fixed length is superfluous and tolerated.
 *
 * @source GS1 General Specifications, 7.8
 */
export function parseElementString(text: string, options: ReadingOptions = STRICT): Result<Message> {
  const fnc1 = text[0];
  if (fnc1 !== "^" && fnc1 !== GROUP_SEPARATOR) return problem("missing-fnc1-in-first-position", 0, 0);
  return elementsBetween(text, 1, text.length, fnc1, options);
}

/** Reads the elements of a stretch of a text; the FNC1 before them is not part of it. */
export function elementsBetween(
  text: string,
  from: number,
  to: number,
  separator: string,
  options: ReadingOptions,
): Result<Message> {
  if (text.length > LONGEST_TEXT) return problem("data-too-long", LONGEST_TEXT, text.length - LONGEST_TEXT);
  if (from >= to) return problem("ai-data-empty", to, 0);
  const elements: FoundElement[] = [];
  const entries: ApplicationIdentifier[] = [];
  const wrong = takeElements(text, from, to, separator, elements, entries);
  if (wrong !== undefined) return wrong;
  return associationProblem(elements, entries, options) ?? { ok: true, value: { elements } };
}

function takeElements(
  text: string,
  from: number,
  to: number,
  separator: string,
  elements: FoundElement[],
  entries: ApplicationIdentifier[],
): ValueFault | undefined {
  const fnc1 = separator.charCodeAt(0);
  let next = -1;
  for (let at = from; at < to; ) {
    const entry = identifierFrom(text, at);
    if (entry === undefined)
      return problem("no-ai-for-prefix", at, Math.min(4, to - at), { found: text.slice(at, Math.min(at + 4, to)) });
    const begin = at + entry.ai.length;
    if (next < begin) {
      next = text.indexOf(separator, begin);
      if (next < 0 || next > to) next = to;
    }
    const end = valueEnd(entry, text, begin, next);
    if (typeof end !== "number") return end;
    if (elements.length === MOST_ELEMENTS) return problem("too-many-ais", at, to - at);
    elements.push({ ai: entry.ai, value: text.slice(begin, end), at: begin });
    entries.push(entry);
    at = end;
    if (at >= to) return undefined;
    if (text.charCodeAt(at) === fnc1) at++;
    else if (!entry.fixed) return problem("ai-data-is-too-long", begin, next - begin, { ai: entry.ai });
  }
  return undefined;
}
