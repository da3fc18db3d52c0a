import { instrumentText } from "@quanheng/flow/determination/instrument-text.ts";

/** The first bytes of an XLSX file: it is a ZIP archive. */
const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;

/**
 * The text of a file of readings, whatever kept it: UTF-8, GB 18030 (what a Chinese instrument or spreadsheet writes), or
 * the first sheet of an XLSX file with its cells parted by tabs. Dates in a sheet are written as days, so that one in the
 * place of a reading is refused as what it is.
 */
export async function sheetText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (ZIP.every((byte, at) => bytes[at] === byte)) return workbookText(file);
  // Bytes of no known encoding show as unknown columns.
  return instrumentText(bytes) ?? new TextDecoder("gb18030").decode(bytes);
}

async function workbookText(file: File): Promise<string> {
  const { readSheet } = await import("read-excel-file/browser");
  const rows = await readSheet(file);
  return rows.map((row) => row.map(cellText).join("\t")).join("\n");
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).replaceAll(/[\t\n\r]+/g, " ");
}
