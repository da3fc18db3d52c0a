import { refuse } from "../refusals.ts";
import { streamContent } from "./filter.ts";
import { parseIndirect } from "./indirect.ts";
import { type Inflate, inflate as pureInflate } from "./inflate.ts";
import { cursorAt, parseCount, parseValue } from "./parse.ts";
import { as, asCount, type PdfDict, type PdfStream, type PdfValue } from "./value.ts";
import { readXref, type Xref, type XrefEntry } from "./xref.ts";

/** All that one file may unpack to; a small file that asks for more is an attack. */
const MAX_UNPACKED = 64_000_000;
/** All that is read of one file and what it unpacks to. Streams count with their whole length. */
const MAX_EFFORT = 1_000_000_000;

/** A PDF opened for reading; objects are parsed when asked for. */
export type PdfDocument = {
  readonly bytes: Uint8Array;
  readonly xref: Xref;
  /** The object with the id, `null` when there is none. */
  object(id: number): PdfValue;
  /** Follows a reference (once: a reference to a reference is null); any other value is itself. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** A dictionary entry with its reference followed. */
  entry(of: PdfDict | undefined, key: string): PdfValue;
  /** Unpacked content of a stream. */
  content(stream: PdfStream): Uint8Array;
  /** The document catalogue. */
  readonly catalog: PdfDict;
};

/**
 * Opens a PDF without trusting it: every loop, depth and size is bounded.
 *
 * @example openPdf(new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<</Type /Catalog /Lang (zh)>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2 /Root 1 0 R>>\nstartxref\n54\n%%EOF\n")).catalog.entries.get("Lang").bytes // → [122, 104] (zh, from the catalogue at byte 9)
 * @example refusalOf(() => openPdf(new TextEncoder().encode("%PDF-1.7"))) // → "pdf-unreadable" (no cross-reference section)
 * @throws Refusal `pdf-unreadable`, `pdf-encrypted`, `inflate-failed`; reading objects later may throw them too
 * @source ISO 32000-1:2008, 7.5
 */
export function openPdf(file: Uint8Array, inflate: Inflate = pureInflate): PdfDocument {
  // A plain view: the slices of some subclasses share memory where these copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.length);
  if (!startsAsPdf(bytes)) refuse("pdf-unreadable", { why: "header" });
  const xref = readXref(bytes, inflate);
  if (xref.trailer.entries.has("Encrypt")) refuse("pdf-encrypted");
  const parsed = new Map<number, PdfValue>();
  const open = new Set<number>();
  const packs = new Map<number, Pack>();
  let budget = MAX_UNPACKED;
  let effort = 0;

  /** Counts what was read: objects that overlap must not be read without end. */
  const spend = (bytesRead: number) => {
    effort += bytesRead;
    if (effort > MAX_EFFORT) refuse("pdf-unreadable", { why: "effort" });
  };

  const content = (stream: PdfStream) => {
    const unpacked = streamContent(stream, resolve, inflate, budget);
    budget -= unpacked.length;
    return unpacked;
  };

  const object = (id: number): PdfValue => {
    const known = parsed.get(id);
    if (known !== undefined) return known;
    const entry = xref.entries.get(id);
    if (!entry || entry.kind === "free") return null;
    if (open.has(id)) return refuse("pdf-unreadable", { why: "circle" });
    open.add(id);
    const value = read(id, entry);
    open.delete(id);
    parsed.set(id, value);
    return value;
  };

  const read = (id: number, entry: Exclude<XrefEntry, { kind: "free" }>): PdfValue => {
    if (entry.kind === "packed") return unpack(pack(entry.container), entry.index);
    if (entry.offset >= bytes.length) return refuse("pdf-unreadable", { why: "offset" });
    const found = parseIndirect(bytes, entry.offset, resolve);
    spend(found.end - entry.offset);
    const expected = found.id === id && found.generation === entry.generation;
    return expected ? found.value : refuse("pdf-unreadable", { why: "offset" });
  };

  const unpack = ({ content, offsets }: Pack, index: number): PdfValue => {
    const offset = offsets[index];
    if (offset === undefined) return null;
    const cursor = cursorAt(content, offset);
    const value = parseValue(cursor);
    spend(cursor.at - offset);
    return value;
  };

  const pack = (container: number): Pack => {
    const known = packs.get(container);
    if (known) return known;
    if (xref.entries.get(container)?.kind !== "offset") return refuse("pdf-unreadable", { why: "object-stream" });
    const stream = as("stream", object(container));
    if (!stream) return refuse("pdf-unreadable", { why: "object-stream" });
    const opened = packOf(stream, content(stream), resolve);
    packs.set(container, opened);
    return opened;
  };

  const resolve = (value: PdfValue | undefined): PdfValue => {
    const reference = as("ref", value);
    if (!reference) return value ?? null;
    const target = object(reference.id);
    return as("ref", target) ? null : target;
  };

  const entry = (of: PdfDict | undefined, key: string) => resolve(of?.entries.get(key));
  const catalog = as("dict", entry(xref.trailer, "Root")) ?? refuse("pdf-unreadable", { why: "catalog" });
  return { bytes, xref, object, resolve, entry, content, catalog };
}

function startsAsPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-";
}

/** An object stream: its content, and where each object begins (ISO 32000-1:2008, 7.5.7). */
type Pack = { readonly content: Uint8Array; readonly offsets: readonly number[] };

function packOf(stream: PdfStream, content: Uint8Array, resolve: PdfDocument["resolve"]): Pack {
  const count = asCount(resolve(stream.dict.entries.get("N"))) ?? 0;
  const first = asCount(resolve(stream.dict.entries.get("First"))) ?? 0;
  if (count > 100_000) refuse("pdf-unreadable", { why: "object-stream" });
  const head = cursorAt(content, 0);
  const offsets = Array.from({ length: count }, () => {
    parseCount(head);
    return first + parseCount(head);
  });
  return { content, offsets };
}
