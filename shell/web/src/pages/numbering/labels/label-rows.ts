import { csvRows } from "@quanheng/flow/determination/csv-cells.ts";

export type Row = Record<string, string>;

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;
const LONGEST = 400;

/** Labels that one list may have. */
export const MOST_ROWS = 10_000;

/** Rows of a list whose first line names the fields; a column without a proper name is left out. */
export function rowsOf(csv: string): readonly Row[] {
  const [head, ...rest] = csvRows(csv).rows;
  const names = (head?.cells ?? []).map((cell) => cell.trim());
  return rest
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ cells }) =>
      Object.fromEntries(
        names.flatMap((name, at) => (NAME.test(name) ? [[name, (cells[at] ?? "").slice(0, LONGEST)]] : [])),
      ),
    );
}

/** The same rows as a list. */
export function csvOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => names.map((name) => quoted(row[name] ?? "")).join(","));
  return [names.join(","), ...lines].join("\n");
}

function quoted(cell: string): string {
  return /[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
