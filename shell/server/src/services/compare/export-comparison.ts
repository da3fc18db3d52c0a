import { workbookOf } from "../../adapters/sheet/write-sheet.ts";
import type { Typesetter } from "../../adapters/typst/typesetter.ts";
import type { Context } from "../../context.ts";
import { compareMarkets } from "./compare.ts";
import { csvOf } from "./csv.ts";
import { type ExportTable, exportTable, type Language } from "./export-table.ts";
import type { Asked } from "./question.ts";

export type ExportFormat = "xlsx" | "csv" | "pdf";
export type ExportedFile = { readonly mediaType: string; readonly fileName: string; readonly bytes: Uint8Array };

/**
 * A comparison as a file.
 *
 * @throws Refusal those of `compareMarkets`; `text-unprintable` for a character without a glyph in a document
 */
export async function exportComparison(
  context: Context,
  typesetter: Typesetter,
  asked: Asked & { readonly format: ExportFormat; readonly language: Language },
): Promise<ExportedFile> {
  const comparison = await compareMarkets(context, asked);
  const table = exportTable(comparison, asked.language);
  const fileName = `compare-${comparison.product}-${comparison.on}.${asked.format}`;
  switch (asked.format) {
    case "csv":
      return { mediaType: "text/csv; charset=utf-8", fileName, bytes: csvOf([table.head, ...table.rows]) };
    case "xlsx":
      return { mediaType: XLSX, fileName, bytes: await workbookOf([table.head, ...table.rows]) };
    case "pdf":
      return {
        mediaType: "application/pdf",
        fileName,
        bytes: await pdfOf(typesetter, table, asked.language, context.now()),
      };
  }
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function pdfOf(typesetter: Typesetter, table: ExportTable, language: Language, at: Date): Promise<Uint8Array> {
  const { pdf } = await typesetter.typeset({
    template: "/comparison.typ",
    files: { "/data.json": JSON.stringify({ ...table, language }) },
    timestampS: Math.floor(at.getTime() / 1000),
  });
  return pdf;
}
