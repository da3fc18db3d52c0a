import { refuse } from "../refusals.ts";
import type { Inflate } from "./inflate.ts";
import { as, asCount, type PdfDict, type PdfStream, type PdfValue } from "./value.ts";

/** Reads what an indirect reference points to. */
export type Resolve = (value: PdfValue | undefined) => PdfValue;

/**
 * The unpacked content of a stream: plain, or FlateDecode with or without a PNG predictor.
 *
 * @param limit greatest number of bytes after unpacking
 * @example streamContent({ dict: { entries: new Map() }, raw: new Uint8Array([1, 2]) }, (value) => value ?? null, (bytes) => bytes, 10) // → [1, 2] (no filter)
 * @throws Refusal `pdf-unreadable` for any other filter, `inflate-failed`
 * @source ISO 32000-1:2008, 7.4.4
 */
export function streamContent(stream: PdfStream, resolve: Resolve, inflate: Inflate, limit: number): Uint8Array {
  const filter = single(resolve(stream.dict.entries.get("Filter")), resolve);
  if (filter === null) return stream.raw;
  if (as("name", filter)?.name !== "FlateDecode") return refuse("pdf-unreadable", { why: "filter" });
  const unpacked = inflate(stream.raw, limit);
  const parameters = as("dict", single(resolve(stream.dict.entries.get("DecodeParms")), resolve));
  return parameters ? unpredict(unpacked, parameters, resolve) : unpacked;
}

/** A filter list of one stands for its filter; an empty list for none. */
function single(value: PdfValue, resolve: Resolve): PdfValue {
  const list = as("array", value);
  if (!list) return value;
  if (list.items.length > 1) refuse("pdf-unreadable", { why: "filter" });
  return resolve(list.items[0] ?? null);
}

function unpredict(bytes: Uint8Array, parameters: PdfDict, resolve: Resolve): Uint8Array {
  const number = (key: string, preset: number) => asCount(resolve(parameters.entries.get(key))) ?? preset;
  const predictor = number("Predictor", 1);
  if (predictor === 1) return bytes;
  if (predictor < 10 || number("Colors", 1) !== 1 || number("BitsPerComponent", 8) !== 8) {
    refuse("pdf-unreadable", { why: "predictor" });
  }
  const width = number("Columns", 1);
  if (width < 1 || width > 65_536) refuse("pdf-unreadable", { why: "predictor" });
  const rows = Math.floor(bytes.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++) unpredictRow(bytes, out, row, width);
  return out;
}

/** @source ISO/IEC 15948:2004 (PNG), 9.2, for one byte per pixel */
function unpredictRow(bytes: Uint8Array, out: Uint8Array, row: number, width: number): void {
  const type = bytes[row * (width + 1)] ?? 0;
  for (let column = 0; column < width; column++) {
    const at = row * width + column;
    const coded = bytes[row * (width + 1) + 1 + column] ?? 0;
    const left = column > 0 ? (out[at - 1] ?? 0) : 0;
    const above = row > 0 ? (out[at - width] ?? 0) : 0;
    const corner = row > 0 && column > 0 ? (out[at - width - 1] ?? 0) : 0;
    out[at] = coded + predicted(type, left, above, corner);
  }
}

function predicted(type: number, left: number, above: number, corner: number): number {
  switch (type) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const [a, b, c] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs) as [
        number,
        number,
        number,
      ];
      return a <= b && a <= c ? left : b <= c ? above : corner;
    }
    default:
      return refuse("pdf-unreadable", { why: "predictor" });
  }
}
