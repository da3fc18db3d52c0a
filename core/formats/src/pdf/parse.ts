import { refuse } from "../refusals.ts";
import type { PdfDict, PdfValue } from "./value.ts";

/** Deeper nesting than any honest file has; a hostile one shall not exhaust the stack. */
const MAX_DEPTH = 64;
/** More tokens in one object than any honest file has. */
const MAX_ITEMS = 200_000;
/** Longer strings than any honest file has, signatures included. */
const MAX_STRING = 4_000_000;

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Array.from("()<>[]{}/%", (c) => c.charCodeAt(0)));

/** Reads objects from bytes at a moving position (ISO 32000-1:2008, 7.2 and 7.3). */
export type Cursor = { readonly bytes: Uint8Array; at: number; items: number };

export const cursorAt = (bytes: Uint8Array, at: number): Cursor => ({ bytes, at, items: 0 });

const unreadable = (cursor: Cursor): never => refuse("pdf-unreadable", { at: cursor.at });

/**
 * Reads one object; two integers and an R are a reference.
 *
 * @param depth of nesting so far
 * @example parseValue(cursorAt(new TextEncoder().encode("[1 (ab) 3 0 R]"), 0)).items // → [1, { kind: "string", bytes: [97, 98] }, { kind: "ref", id: 3, generation: 0 }] (ISO 32000-1:2008, 7.3)
 * @throws Refusal `pdf-unreadable` when the bytes are no object, or nest deeper than 64
 * @source ISO 32000-1:2008, 7.3
 */
export function parseValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > MAX_DEPTH || ++cursor.items > MAX_ITEMS) unreadable(cursor);
  skipWhite(cursor);
  const first = cursor.bytes[cursor.at];
  if (first === undefined) return unreadable(cursor);
  switch (String.fromCharCode(first)) {
    case "/":
      return { kind: "name", name: parseName(cursor) };
    case "(":
      return { kind: "string", bytes: parseLiteral(cursor) };
    case "[":
      return parseArray(cursor, depth);
    case "<":
      return cursor.bytes[cursor.at + 1] === 0x3c
        ? parseDict(cursor, depth)
        : { kind: "string", bytes: parseHex(cursor) };
    default:
      return parseWordOrNumber(cursor);
  }
}

/**
 * Skips white space and comments.
 *
 * @example ((cursor) => [skipWhite(cursor), cursor.at][1])(cursorAt(new TextEncoder().encode("  % note\n7"), 0)) // → 9 (two blanks, six of the comment, one line feed)
 * @source ISO 32000-1:2008, 7.2.2 and 7.2.3
 */
export function skipWhite(cursor: Cursor): void {
  const { bytes } = cursor;
  while (cursor.at < bytes.length) {
    const byte = bytes[cursor.at] ?? 0;
    if (byte === 0x25) {
      while (cursor.at < bytes.length && bytes[cursor.at] !== 10 && bytes[cursor.at] !== 13) cursor.at++;
    } else if (WHITE.has(byte)) cursor.at++;
    else return;
  }
}

/** Reads a run of regular characters as text; empty at a delimiter or the end. */
function parseWord(cursor: Cursor): string {
  const { bytes } = cursor;
  const start = cursor.at;
  while (cursor.at < bytes.length && cursor.at - start < 256) {
    const byte = bytes[cursor.at] ?? 0;
    if (WHITE.has(byte) || DELIMITERS.has(byte)) break;
    cursor.at++;
  }
  return String.fromCharCode(...bytes.subarray(start, cursor.at));
}

/**
 * Consumes the keyword if it stands next.
 *
 * @returns whether it stood there; the cursor then is behind it
 * @example takeWord(cursorAt(new TextEncoder().encode(" obj"), 0), "obj") // → true (behind a blank)
 * @example takeWord(cursorAt(new TextEncoder().encode("object"), 0), "obj") // → false (another word)
 * @source ISO 32000-1:2008, 7.2.2
 */
export function takeWord(cursor: Cursor, word: string): boolean {
  skipWhite(cursor);
  const before = cursor.at;
  if (parseWord(cursor) === word) return true;
  cursor.at = before;
  return false;
}

/**
 * Reads a non-negative integer.
 *
 * @example parseCount(cursorAt(new TextEncoder().encode("12 0"), 0)) // → 12 (up to the blank)
 * @throws Refusal `pdf-unreadable`
 * @source ISO 32000-1:2008, 7.3.3
 */
export function parseCount(cursor: Cursor): number {
  skipWhite(cursor);
  const word = parseWord(cursor);
  return /^\d{1,12}$/.test(word) ? Number(word) : unreadable(cursor);
}

function parseWordOrNumber(cursor: Cursor): PdfValue {
  const word = parseWord(cursor);
  if (word === "true") return true;
  if (word === "false") return false;
  if (word === "null") return null;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return unreadable(cursor);
  if (/^\d{1,10}$/.test(word)) {
    const generation = followingReference(cursor);
    if (generation !== undefined) return { kind: "ref", id: Number(word), generation };
  }
  return Number(word);
}

function followingReference(cursor: Cursor): number | undefined {
  const before = cursor.at;
  skipWhite(cursor);
  const word = parseWord(cursor);
  if (/^\d{1,5}$/.test(word) && takeWord(cursor, "R")) return Number(word);
  cursor.at = before;
  return undefined;
}

function parseArray(cursor: Cursor, depth: number): PdfValue {
  cursor.at++;
  const items: PdfValue[] = [];
  for (;;) {
    skipWhite(cursor);
    if (cursor.bytes[cursor.at] === 0x5d) break;
    items.push(parseValue(cursor, depth + 1));
  }
  cursor.at++;
  return { kind: "array", items };
}

function parseDict(cursor: Cursor, depth: number): PdfDict {
  cursor.at += 2;
  const entries = new Map<string, PdfValue>();
  for (;;) {
    skipWhite(cursor);
    if (cursor.bytes[cursor.at] === 0x3e && cursor.bytes[cursor.at + 1] === 0x3e) break;
    if (cursor.bytes[cursor.at] !== 0x2f) unreadable(cursor);
    const key = parseName(cursor);
    // A key that stands twice has two readings in two viewers: never guess which one counts.
    if (entries.has(key)) unreadable(cursor);
    entries.set(key, parseValue(cursor, depth + 1));
  }
  cursor.at += 2;
  return { kind: "dict", entries };
}

function parseName(cursor: Cursor): string {
  cursor.at++;
  return parseWord(cursor).replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function parseHex(cursor: Cursor): Uint8Array {
  const { bytes } = cursor;
  const end = bytes.indexOf(0x3e, cursor.at);
  if (end < 0 || end - cursor.at > MAX_STRING) unreadable(cursor);
  const digits: number[] = [];
  for (let at = cursor.at + 1; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (WHITE.has(byte)) continue;
    const digit = hexDigit(byte);
    if (digit < 0) unreadable(cursor);
    digits.push(digit);
  }
  if (digits.length % 2 === 1) digits.push(0);
  cursor.at = end + 1;
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) => (digits[2 * i] ?? 0) * 16 + (digits[2 * i + 1] ?? 0));
}

function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function parseLiteral(cursor: Cursor): Uint8Array {
  const { bytes } = cursor;
  const out: number[] = [];
  let open = 1;
  for (cursor.at++; cursor.at < bytes.length; cursor.at++) {
    const byte = bytes[cursor.at] ?? 0;
    if (byte === 0x5c) {
      parseEscape(cursor, out);
      continue;
    }
    if (out.length > MAX_STRING) unreadable(cursor);
    if (byte === 0x28) open++;
    if (byte === 0x29 && --open === 0) {
      cursor.at++;
      return Uint8Array.from(out);
    }
    out.push(byte);
  }
  return unreadable(cursor);
}

/** Leaves the cursor on the last byte of the escape. */
function parseEscape(cursor: Cursor, out: number[]): void {
  const { bytes } = cursor;
  const next = bytes[++cursor.at] ?? 0;
  if (next === 13 && bytes[cursor.at + 1] === 10) cursor.at++;
  if (next === 13 || next === 10) return;
  if (next >= 48 && next <= 55) {
    let value = next - 48;
    for (let more = 0; more < 2; more++) {
      const digit = bytes[cursor.at + 1] ?? 0;
      if (digit < 48 || digit > 55) break;
      value = value * 8 + digit - 48;
      cursor.at++;
    }
    out.push(value & 255);
    return;
  }
  out.push(ESCAPES[String.fromCharCode(next)] ?? next);
}
