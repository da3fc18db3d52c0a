import { refuse } from "../refusals.ts";
import { streamContent } from "./filter.ts";
import { parseIndirect } from "./indirect.ts";
import type { Inflate } from "./inflate.ts";
import { cursorAt, parseCount, parseValue, skipWhite, takeWord } from "./parse.ts";
import { as, asCount, type PdfDict, type PdfStream } from "./value.ts";

/** Where an object lies: at a byte offset, or as the nth of an object stream. */
export type XrefEntry =
  | { readonly kind: "free" }
  | { readonly kind: "offset"; readonly offset: number; readonly generation: number }
  | { readonly kind: "packed"; readonly container: number; readonly index: number };

export type Xref = {
  readonly entries: ReadonlyMap<number, XrefEntry>;
  /** The newest trailer. */
  readonly trailer: PdfDict;
  /** Offsets of all sections, the newest first. */
  readonly chain: readonly number[];
  /** Offset of the newest cross-reference section. */
  readonly at: number;
  readonly kind: "table" | "stream";
};

const MAX_REVISIONS = 256;
const MAX_OBJECTS = 500_000;
const MAX_XREF_BYTES = 16_000_000;

/**
 * Follows the chain of cross-reference sections from the end of the file; the newest entry of an object counts.
 *
 * @example refusalOf(() => readXref(new TextEncoder().encode("%PDF-1.7"), () => null)) // → "pdf-unreadable" (no startxref)
 * @throws Refusal `pdf-unreadable` for a damaged or circular chain
 * @source ISO 32000-1:2008, 7.5.4 to 7.5.8
 */
export function readXref(bytes: Uint8Array, inflate: Inflate): Xref {
  const start = startOfXref(bytes);
  const entries = new Map<number, XrefEntry>();
  const seen = new Set<number>();
  let newest: { trailer: PdfDict; kind: "table" | "stream" } | undefined;
  for (let next: number | undefined = start; next !== undefined; ) {
    if (seen.has(next) || seen.size >= MAX_REVISIONS || next >= bytes.length) refuse("pdf-unreadable", { why: "xref" });
    seen.add(next);
    const section = readSection(bytes, next, entries, inflate);
    newest ??= section;
    const hybrid = asCount(section.trailer.entries.get("XRefStm"));
    if (hybrid !== undefined && hybrid < bytes.length && !seen.has(hybrid)) {
      seen.add(hybrid);
      readSection(bytes, hybrid, entries, inflate);
    }
    next = asCount(section.trailer.entries.get("Prev"));
  }
  if (!newest) return refuse("pdf-unreadable", { why: "xref" });
  return { entries, trailer: newest.trailer, chain: [...seen], at: start, kind: newest.kind };
}

function startOfXref(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - 2048);
  const tail = String.fromCharCode(...bytes.subarray(from));
  const at = tail.lastIndexOf("startxref");
  if (at < 0) return refuse("pdf-unreadable", { why: "startxref" });
  return parseCount(cursorAt(bytes, from + at + 9));
}

type Section = { trailer: PdfDict; kind: "table" | "stream" };

function readSection(bytes: Uint8Array, at: number, entries: Map<number, XrefEntry>, inflate: Inflate): Section {
  const cursor = cursorAt(bytes, at);
  if (takeWord(cursor, "xref")) {
    while (!takeWord(cursor, "trailer")) {
      const first = parseCount(cursor);
      const count = parseCount(cursor);
      if (entries.size + count > MAX_OBJECTS || first + count > MAX_OBJECTS) refuse("pdf-unreadable", { why: "xref" });
      for (let i = 0; i < count; i++) {
        const offset = parseCount(cursor);
        const generation = parseCount(cursor);
        const free = takeWord(cursor, "f");
        if (!free && !takeWord(cursor, "n")) refuse("pdf-unreadable", { why: "xref" });
        if (!entries.has(first + i))
          entries.set(first + i, free ? { kind: "free" } : { kind: "offset", offset, generation });
      }
      skipWhite(cursor);
    }
    const trailer = as("dict", parseValue(cursor));
    return trailer ? { trailer, kind: "table" } : refuse("pdf-unreadable", { why: "trailer" });
  }
  const stream = as("stream", parseIndirect(bytes, at, (value) => value ?? null).value);
  if (!stream) return refuse("pdf-unreadable", { why: "xref" });
  readXrefStream(stream, entries, inflate);
  return { trailer: stream.dict, kind: "stream" };
}

/** @source ISO 32000-1:2008, 7.5.8.2 and 7.5.8.3 */
function readXrefStream(stream: PdfStream, entries: Map<number, XrefEntry>, inflate: Inflate): void {
  const numbers = (key: string) => as("array", stream.dict.entries.get(key))?.items.map((item) => asCount(item) ?? -1);
  const widths = numbers("W") ?? [];
  const [w0 = -1, w1 = -1, w2 = -1] = widths;
  if (widths.some((width) => width < 0 || width > 8) || w0 < 0 || w1 < 1 || w2 < 0)
    refuse("pdf-unreadable", { why: "xref" });
  const content = streamContent(stream, (value) => value ?? null, inflate, MAX_XREF_BYTES);
  const index = numbers("Index") ?? [0, asCount(stream.dict.entries.get("Size")) ?? 0];
  const field = (at: number, width: number) =>
    content.subarray(at, at + width).reduce((sum, byte) => sum * 256 + byte, 0);
  let at = 0;
  for (let part = 0; part + 1 < index.length; part += 2) {
    const first = index[part] ?? -1;
    const count = index[part + 1] ?? -1;
    if (first < 0 || count < 0 || first + count > MAX_OBJECTS) refuse("pdf-unreadable", { why: "xref" });
    for (let i = 0; i < count && at + w0 + w1 + w2 <= content.length; i++, at += w0 + w1 + w2) {
      const type = w0 === 0 ? 1 : field(at, w0);
      const second = field(at + w0, w1);
      const third = field(at + w0 + w1, w2);
      if (!entries.has(first + i)) entries.set(first + i, entryOf(type, second, third));
    }
  }
}

function entryOf(type: number, second: number, third: number): XrefEntry {
  if (type === 1) return { kind: "offset", offset: second, generation: third };
  if (type === 2) return { kind: "packed", container: second, index: third };
  return { kind: "free" };
}
