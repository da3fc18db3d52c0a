import { csvRows } from "@quanheng/flow/determination/csv-cells.ts";

/** Rows of a table as they stand in a file, each with its line, counted from 1. */
export type SheetRow = { readonly line: number; readonly cells: readonly string[] };

/**
 * The rows of a CSV file (UTF-8, UTF-16 by its mark, or GB 18030) or of the first sheet of an XLSX file.
 *
 * @returns undefined for bytes that are neither, or that would unpack to more than a table of this size can be
 */
export async function readSheetFile(bytes: Uint8Array): Promise<readonly SheetRow[] | undefined> {
  if (ZIP.every((byte, at) => bytes[at] === byte)) return workbookRows(bytes);
  const text = decoded(bytes);
  if (text === undefined || text.includes("\0")) return undefined;
  const { rows, openQuote } = csvRows(text);
  return openQuote ? undefined : rows;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;
/** What the parts of a workbook may unpack to, together. */
const MOST_UNPACKED = 400 * 1024 * 1024;

async function workbookRows(bytes: Uint8Array): Promise<readonly SheetRow[] | undefined> {
  const size = unpackedSize(bytes);
  if (size === undefined || size > MOST_UNPACKED) return undefined;
  const { readSheet } = await import("read-excel-file/node");
  try {
    const rows = await readSheet(Buffer.from(bytes));
    return rows
      .map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ""));
  } catch {
    return undefined;
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  for (const encoding of marked ? [marked] : ["utf-8", "gb18030"])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried.
    }
  return undefined;
}

/**
 * What the files of a ZIP archive say they unpack to, from its central directory. [bytes]
 *
 * @source PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16
 */
function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  for (const last = Math.max(0, end - 65_535); end >= last; end--) if (view.getUint32(end, true) === 0x06054b50) break;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let sum = 0;
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    sum += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum;
}
