import { associationProblem } from "../association.ts";
import type { ApplicationIdentifier } from "../dictionary/identifier.ts";
import { identifierAt, identifierOrUnknown } from "../dictionary/lookup.ts";
import { LONGEST_TEXT, type Message, MOST_ELEMENTS, type ReadingOptions } from "../element.ts";
import { type ProblemCode, problem, type Result } from "../problem.ts";
import { type ValueFault, valueEnd } from "../value.ts";
import { escapedLength, unescaped } from "./escape.ts";
import type { Reading } from "./reading.ts";
import { belongsInPath, isSequence } from "./sequence.ts";
import { identifierOfWord } from "./word.ts";

/** A Digital Link address read: its elements, key and qualifiers first. */
export type Link = Message & {
  readonly host: string;
  /** The address up to the key, without a slash at its end. */
  readonly stem: string;
  /** How many elements stand in the path: the key and its qualifiers. */
  readonly inPath: number;
  /** Parts of the query that are no identifiers, as they stand. */
  readonly ignored: readonly string[];
};

const SCHEMES = ["https://", "HTTPS://", "http://", "HTTP://"] as const;
const URI_CHARACTERS = charactersOf(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%",
);
const NOT_IN_HOST = charactersOf("_~?#@!$&'()*+,;=%");
const STRICT: ReadingOptions = {};
const NOTHING: readonly string[] = [];
const NO_KEY = "no-gs1-dl-keys-found-in-path-info";

/** Whether a text begins like an address: `http` or `https` in one case. */
export function isAddress(text: string): boolean {
  return schemeEnd(text) > 0;
}

/**
 * Reads a GS1 Digital Link address: the last primary key of the path, its qualifiers, and the identifiers of the query.
 *
 * @source GS1 Digital Link URI syntax 1.6.0
 */
export function parseLink(text: string, options: ReadingOptions = STRICT): Result<Link> {
  if (text.length > LONGEST_TEXT) return problem("data-too-long", LONGEST_TEXT, text.length - LONGEST_TEXT);
  const from = schemeEnd(text);
  if (from === 0) return problem("uri-contains-illegal-scheme", 0, Math.min(text.length, 8));
  const illegal = firstNotIn(URI_CHARACTERS, text, from);
  if (illegal < text.length) return problem("uri-contains-illegal-characters", illegal, 1);
  const path = text.indexOf("/", from);
  if (path <= from) return problem("uri-missing-domain-and-path-info", from, 0);
  for (let i = from; i < path; i++)
    if (NOT_IN_HOST[text.charCodeAt(i)] === 1) return problem("domain-contains-illegal-characters", i, 1);

  const hash = text.indexOf("#", path);
  const end = hash < 0 ? text.length : hash;
  const mark = text.indexOf("?", path);
  const pathEnd = mark < 0 || mark > end ? end : mark;
  const reading: Reading = { text, options, elements: [], entries: [], ends: [] };
  const key = keyPlace(reading, path, pathEnd);
  if (key < 0) return problem(NO_KEY, path, pathEnd - path);
  const wrongPath = takePath(reading, key, pathEnd);
  if (wrongPath) return wrongPath;
  const inPath = reading.elements.length;
  const ignored = pathEnd < end ? takeQuery(reading, pathEnd + 1, end) : NOTHING;
  if ("ok" in ignored) return ignored;
  const wrong =
    wrongPlace(reading, inPath, key, pathEnd) ?? (options.content === false ? undefined : wrongContent(reading));
  if (wrong) return wrong;
  const barred = associationProblem(reading.elements, reading.entries, options);
  if (barred) return barred;
  return {
    ok: true,
    value: { host: text.slice(from, path), stem: text.slice(0, key), inPath, elements: reading.elements, ignored },
  };
}

function schemeEnd(text: string): number {
  for (let i = 0; i < SCHEMES.length; i++) if (text.startsWith(SCHEMES[i]!)) return SCHEMES[i]!.length;
  return 0;
}

function firstNotIn(characters: Uint8Array, text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || characters[code] === 0) return i;
  }
  return text.length;
}

/** The slash before the last primary key, looking backwards over pairs of identifier and value; -1 for none. */
function keyPlace(reading: Reading, path: number, pathEnd: number): number {
  const { text } = reading;
  for (let end = pathEnd; ; ) {
    const value = text.lastIndexOf("/", end - 1);
    if (value <= path) return -1;
    const place = text.lastIndexOf("/", value - 1);
    const entry = entryOf(reading, place + 1, value);
    if (entry === undefined) return -1;
    if (entry.qualifiers !== undefined) return place;
    if (place <= path) return -1;
    end = place;
  }
}

function entryOf({ text, options }: Reading, from: number, to: number): ApplicationIdentifier | undefined {
  const known = identifierAt(text, from, to);
  if (known !== undefined) return known;
  const word = options.words ? identifierOfWord(text.slice(from, to)) : undefined;
  if (word !== undefined) return identifierAt(word, 0, word.length);
  return options.unknownIdentifiers ? identifierOrUnknown(text, from, to) : undefined;
}

function takePath(reading: Reading, key: number, pathEnd: number): ValueFault | undefined {
  const { text } = reading;
  for (let at = key; at < pathEnd; ) {
    const slash = text.indexOf("/", at + 1);
    const entry = entryOf(reading, at + 1, slash)!;
    let end = text.indexOf("/", slash + 1);
    if (end < 0 || end > pathEnd) end = pathEnd;
    if (slash + 1 === end) return problem("ai-value-path-element-is-empty", end, 0, { ai: entry.ai });
    const wrong = take(reading, entry, slash + 1, end, false);
    if (wrong) return wrong;
    at = end;
  }
  return undefined;
}

/** Takes the query apart; what is no identifier is handed back. */
function takeQuery(reading: Reading, from: number, to: number): readonly string[] | ValueFault {
  const { text } = reading;
  const ignored: string[] = [];
  for (let at = from; at < to; ) {
    while (at < to && text.charCodeAt(at) === 38) at++;
    let end = text.indexOf("&", at);
    if (end < 0 || end > to) end = to;
    const equals = text.indexOf("=", at);
    if (equals < 0 || equals >= end || !isNumber(text, at, equals)) {
      ignored.push(text.slice(at, end));
    } else {
      const entry = queryEntry(reading, at, equals);
      const ai = text.slice(at, equals);
      if (entry === undefined) return problem("unknown-ai-in-query-params", at, equals - at, { ai });
      if (equals + 1 === end) return problem("ai-value-query-element-in-empty", end, 0, { ai });
      const wrong = take(reading, entry, equals + 1, end, true);
      if (wrong) return wrong;
    }
    at = end;
  }
  return ignored;
}

function queryEntry({ text, options }: Reading, from: number, to: number): ApplicationIdentifier | undefined {
  return options.unknownIdentifiers ? identifierOrUnknown(text, from, to) : identifierAt(text, from, to);
}

function isNumber(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return to > from;
}

/** Takes one value, unescaped, and judges its length. */
function take(
  { text, options, elements, entries, ends }: Reading,
  entry: ApplicationIdentifier,
  from: number,
  to: number,
  inQuery: boolean,
): ValueFault | undefined {
  const { ai } = entry;
  let value = unescaped(text.slice(from, to), inQuery);
  if (value.includes("\0")) return problem(nullCode(inQuery), from, to - from, { ai });
  if (options.shortGtins && ai === "01" && (value.length === 13 || value.length === 12 || value.length === 8))
    value = value.padStart(14, "0");
  if (value.length < entry.least) return problem("ai-value-is-too-short", from, to - from, { ai });
  if (value.length > entry.most) return problem("ai-value-is-too-long", from, to - from, { ai });
  if (value.includes("^")) return problem("ai-contains-illegal-carat-character", from, to - from, { ai });
  if (elements.length === MOST_ELEMENTS) return problem("too-many-ais", from, to - from, { ai });
  elements.push({ ai, value, at: from });
  entries.push(entry);
  ends.push(to);
  return undefined;
}

function nullCode(inQuery: boolean): ProblemCode {
  return inQuery
    ? "decoded-ai-value-from-query-params-contains-illegal-null"
    : "decoded-ai-from-dl-path-info-contains-illegal-null";
}

/** Identifiers out of order, twice, or in a part of the address where they may not stand. */
function wrongPlace({ options, elements, entries, ends }: Reading, inPath: number, key: number, pathEnd: number) {
  const qualifiers = inPath === 1 ? NOTHING : entries.slice(1, inPath).map(({ ai }) => ai);
  const primary = entries[0]!;
  if (inPath > 1 && !isSequence(primary, qualifiers))
    return problem("invalid-key-qualifier-sequence", key, pathEnd - key, { ai: primary.ai });
  for (let i = inPath; i < elements.length; i++) {
    const entry = entries[i]!;
    const fault = (code: ProblemCode) => {
      const { at } = elements[i]!;
      return problem(code, at, ends[i]! - at, { ai: entry.ai });
    };
    for (let j = 0; j < i; j++) if (entries[j]!.ai === entry.ai) return fault("duplicate-ai");
    const known = entry.title !== "";
    if (known ? !entry.attribute : options.unknownAttributes !== true) return fault("ai-is-not-valid-data-attribute");
    if (belongsInPath(primary, qualifiers, entry.ai)) return fault("ai-should-be-in-path-info");
  }
  return undefined;
}

function wrongContent({ text, elements, entries }: Reading): ValueFault | undefined {
  for (let i = 0; i < entries.length; i++) {
    const { value, at } = elements[i]!;
    const end = valueEnd(entries[i]!, value, 0, value.length);
    if (typeof end === "number") continue;
    const { problem: fault } = end;
    const begin = at + escapedLength(text, at, fault.at);
    return { ok: false, problem: { ...fault, at: begin, length: escapedLength(text, begin, fault.length) } };
  }
  return undefined;
}

function charactersOf(characters: string): Uint8Array {
  const set = new Uint8Array(128);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}
