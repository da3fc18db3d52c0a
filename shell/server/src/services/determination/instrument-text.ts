import { readSheetFile, type SheetRow } from "../../adapters/sheet/read-sheet.ts";
import { isWorkbook } from "./file-kind.ts";

/**
 * The text of a file of readings: of an instrument's text file, or of the first sheet of a workbook with its cells parted
 * by tabs, each row on its own line. Days in a sheet are written as days, so that one in the place of a reading is refused
 * as what it is.
 *
 * @returns undefined for bytes that are neither
 */
export async function readingsText(bytes: Uint8Array): Promise<string | undefined> {
  if (!isWorkbook(bytes)) return instrumentText(bytes);
  const rows = await readSheetFile(bytes);
  return rows && sheetText(rows);
}

function sheetText(rows: readonly SheetRow[]): string {
  const lines: string[] = Array.from({ length: rows.at(-1)?.line ?? 0 }, () => "");
  for (const { line, cells } of rows)
    lines[line - 1] = cells.map((cell) => cell.replaceAll(/[\t\r\n"]+/g, " ")).join("\t");
  return lines.join("\n");
}

/**
 * The text of an instrument's file: UTF-8 or UTF-16 by its mark, else UTF-8, else GB 18030, in which many instruments in
 * China write.
 *
 * @returns undefined for bytes that are none of these; nothing is replaced by a question mark
 */
export function instrumentText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decoded(bytes, "utf-16be");
  return decoded(bytes, "utf-8") ?? decoded(bytes, "gb18030");
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
