import type { MethodInput } from "@quanheng/flow/determination/method.ts";

type Readings = Readonly<Record<string, string | readonly string[]>>;

/** The texts of a column as they stand in the form. */
export function columnTexts(readings: Readings, name: string): readonly string[] {
  const value = readings[name];
  return typeof value === "string" ? [value] : (value ?? []);
}

/** How many rows a table has: its longest column. */
export function rowCount(columns: readonly MethodInput[], readings: Readings): number {
  return Math.max(1, ...columns.map(({ name }) => columnTexts(readings, name).length));
}

/** One cell changed; every column gets as many places as the table has rows. */
export function withCell(
  columns: readonly MethodInput[],
  readings: Readings,
  name: string,
  row: number,
  text: string,
): Readings {
  const count = Math.max(rowCount(columns, readings), row + 1);
  const column = Array.from({ length: count }, (_, at) =>
    at === row ? text : (columnTexts(readings, name)[at] ?? ""),
  );
  return { ...readings, [name]: column };
}

/**
 * A block copied from a spreadsheet, laid from one cell on to the right and down: tabs part the cells, else semicolons,
 * else commas where more than one column is filled. `null` for a text of one cell, which the field takes itself.
 */
export function withBlock(
  columns: readonly MethodInput[],
  readings: Readings,
  from: { readonly name: string; readonly row: number },
  text: string,
): Readings | null {
  const lines = text.replace(/\r/g, "").replace(/\n+$/, "").split("\n");
  const mark = ["\t", ";", ","].find((candidate) => text.includes(candidate));
  const single = mark === undefined && lines.length === 1;
  const first = columns.findIndex(({ name }) => name === from.name);
  if (single || first < 0) return null;
  const cells = lines.map((line) => (mark === undefined ? [line] : line.split(mark)).map((cell) => cell.trim()));
  const width = Math.min(Math.max(...cells.map((row) => row.length)), columns.length - first);
  const next: Record<string, string | readonly string[]> = { ...readings };
  for (const [offset, { name, replicates }] of columns.slice(first, first + width).entries()) {
    const column = [...columnTexts(readings, name)];
    for (const [line, row] of cells.entries()) {
      const at = from.row + line;
      if (at >= (replicates?.max ?? 1)) break;
      while (column.length < at) column.push("");
      column[at] = row[offset] ?? "";
    }
    next[name] = column;
  }
  return next;
}
