import writeSheetFile from "write-excel-file/node";

/** A table of texts as a workbook with one sheet; the first row is its head. Texts stay texts: nothing is computed. */
export async function workbookOf(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const cells = rows.map((row, at) =>
    row.map((value) => ({ value, type: String, ...(at === 0 ? { fontWeight: "bold" as const } : {}) })),
  );
  const columns = (rows[0] ?? []).map((_, at) => ({ width: at === 0 ? 32 : 18 }));
  const file = writeSheetFile(cells, { columns, stickyRowsCount: 1 });
  return file.toBuffer();
}
