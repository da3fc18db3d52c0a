import { refuse } from "../refusals.ts";
import type { PdfDocument } from "./document.ts";
import { asCount, name, type PdfDict, type PdfValue, withEntries } from "./value.ts";
import { bytesOf, writeValue } from "./write.ts";

/** An object of the update: new, or in place of an older one. `written` is used as it stands instead of the value. */
export type UpdatedObject =
  | { readonly id: number; readonly value: PdfValue }
  | { readonly id: number; readonly written: string };

export type Update = {
  readonly bytes: Uint8Array;
  /** Where each object of the update begins. */
  readonly offsets: ReadonlyMap<number, number>;
};

/**
 * The first object number that is free.
 *
 * @example nextId({ xref: { trailer: { entries: new Map([["Size", 3]]) } } }) // → 3 (ISO 32000-1:2008, 7.5.5: Size is one more than the greatest number)
 * @throws Refusal `pdf-unreadable` where the trailer has no Size
 * @source ISO 32000-1:2008, 7.5.5
 */
export function nextId(pdf: PdfDocument): number {
  return asCount(pdf.xref.trailer.entries.get("Size")) ?? refuse("pdf-unreadable", { why: "size" });
}

/**
 * Appends objects to a PDF without touching a byte of it, with a cross-reference section of the kind the file has.
 *
 * @param trailer entries to set anew in the trailer
 * @example appendUpdate({ bytes: new Uint8Array([10]), xref: { kind: "table", at: 0, trailer: { entries: new Map([["Size", 3]]) } } }, [{ id: 3, written: "null" }]).offsets.get(3) // → 1 (behind the line feed of the file)
 * @throws Refusal `pdf-unreadable` where the trailer has no Size
 * @source ISO 32000-1:2008, 7.5.6
 */
export function appendUpdate(
  pdf: PdfDocument,
  objects: readonly UpdatedObject[],
  trailer: Readonly<Record<string, PdfValue>> = {},
): Update {
  const sorted = [...objects].sort((a, b) => a.id - b.id);
  const offsets = new Map<number, number>();
  const parts: string[] = [endsLine(pdf.bytes) ? "" : "\n"];
  let at = pdf.bytes.length + (parts[0]?.length ?? 0);
  for (const object of sorted) {
    offsets.set(object.id, at);
    const part = `${object.id} 0 obj\n${"written" in object ? object.written : writeValue(object.value)}\nendobj\n`;
    parts.push(part);
    at += part.length;
  }
  const largest = Math.max(nextId(pdf) - 1, ...offsets.keys());
  parts.push(
    pdf.xref.kind === "table" ? table(pdf, offsets, largest, at, trailer) : stream(pdf, offsets, largest, at, trailer),
  );
  const appended = bytesOf(parts.join(""));
  const bytes = new Uint8Array(pdf.bytes.length + appended.length);
  bytes.set(pdf.bytes);
  bytes.set(appended, pdf.bytes.length);
  return { bytes, offsets };
}

function endsLine(bytes: Uint8Array): boolean {
  const last = bytes[bytes.length - 1];
  return last === 10 || last === 13;
}

/** What a new trailer keeps of the old one; the rest describes the older section itself. */
function keptTrailer(pdf: PdfDocument): PdfDict {
  const kept = ["Root", "Info", "ID"].flatMap((key) => {
    const value = pdf.xref.trailer.entries.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { kind: "dict", entries: new Map(kept) };
}

type Trailer = Readonly<Record<string, PdfValue>>;

function table(
  pdf: PdfDocument,
  offsets: ReadonlyMap<number, number>,
  largest: number,
  at: number,
  changes: Trailer,
): string {
  const sections = runs([...offsets.keys()]).map((ids) => {
    const lines = ids.map((id) => `${String(offsets.get(id)).padStart(10, "0")} 00000 n \n`);
    return `${ids[0]} ${ids.length}\n${lines.join("")}`;
  });
  const trailer = withEntries(keptTrailer(pdf), { Size: largest + 1, Prev: pdf.xref.at, ...changes });
  return `xref\n${sections.join("")}trailer\n${writeValue(trailer)}\nstartxref\n${at}\n%%EOF\n`;
}

function stream(
  pdf: PdfDocument,
  offsets: ReadonlyMap<number, number>,
  largest: number,
  at: number,
  changes: Trailer,
): string {
  const own = largest + 1;
  const all = new Map([...offsets, [own, at]]);
  const index = runs([...all.keys()]).flatMap((ids) => [ids[0] ?? 0, ids.length]);
  const raw = Uint8Array.from(
    [...all.values()].flatMap((o) => [1, (o >>> 24) & 255, (o >>> 16) & 255, (o >>> 8) & 255, o & 255, 0]),
  );
  const dict = withEntries(keptTrailer(pdf), {
    Type: name("XRef"),
    Size: own + 1,
    Prev: pdf.xref.at,
    W: { kind: "array", items: [1, 4, 1] },
    Index: { kind: "array", items: index },
    Length: raw.length,
    ...changes,
  });
  return `${own} 0 obj\n${writeValue({ kind: "stream", dict, raw })}\nendobj\nstartxref\n${at}\n%%EOF\n`;
}

/** Splits ascending ids into runs of neighbours. */
function runs(ids: readonly number[]): number[][] {
  const out: number[][] = [];
  for (const id of ids) {
    const last = out.at(-1);
    if (last && last.at(-1) === id - 1) last.push(id);
    else out.push([id]);
  }
  return out;
}
