import { refuse } from "../refusals.ts";
import type { Resolve } from "./filter.ts";
import { type Cursor, cursorAt, parseCount, parseValue, takeWord } from "./parse.ts";
import { asCount, type PdfDict, type PdfValue } from "./value.ts";

/** `end` is where reading stopped. */
export type Indirect = {
  readonly id: number;
  readonly generation: number;
  readonly value: PdfValue;
  readonly end: number;
};

/**
 * Reads `id generation obj … endobj` at an offset, with the stream that may follow its dictionary.
 *
 * @param resolve finds the length of a stream where it stands in another object
 * @example parseIndirect(new TextEncoder().encode("3 0 obj 42 endobj"), 0, () => null) // → { id: 3, generation: 0, value: 42 } (ISO 32000-1:2008, 7.3.10)
 * @throws Refusal `pdf-unreadable`
 * @source ISO 32000-1:2008, 7.3.8 and 7.3.10
 */
export function parseIndirect(bytes: Uint8Array, at: number, resolve: Resolve): Indirect {
  const cursor = cursorAt(bytes, at);
  const id = parseCount(cursor);
  const generation = parseCount(cursor);
  if (!takeWord(cursor, "obj")) refuse("pdf-unreadable", { at });
  const value = parseValue(cursor);
  const streamed = typeof value === "object" && value?.kind === "dict" && takeWord(cursor, "stream");
  const whole = streamed ? streamAt(cursor, value, resolve) : value;
  return { id, generation, value: whole, end: cursor.at };
}

function streamAt(cursor: Cursor, dict: PdfDict, resolve: Resolve): PdfValue {
  const { bytes } = cursor;
  if (bytes[cursor.at] === 13) cursor.at++;
  if (bytes[cursor.at] === 10) cursor.at++;
  const length = asCount(resolve(dict.entries.get("Length")));
  if (length === undefined || cursor.at + length > bytes.length) return refuse("pdf-unreadable", { at: cursor.at });
  const raw = bytes.subarray(cursor.at, cursor.at + length);
  cursor.at += length;
  if (!takeWord(cursor, "endstream")) refuse("pdf-unreadable", { at: cursor.at });
  return { kind: "stream", dict, raw };
}
