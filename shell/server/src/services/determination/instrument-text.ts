import { instrumentText } from "@quanheng/flow/determination/instrument-text.ts";
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
