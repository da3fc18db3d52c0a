/** Rows of cells as they stand in a file, with the number of the line on which each row begins (from 1). */
export type CsvRows = {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly openQuote: boolean;
};

/**
 * Splits the text of an instrument file into rows of cells: separator `,` `;` or tab, whichever the first line uses
 * most outside quotes; quoted cells may hold separators, line ends and doubled quotes. Empty lines are left out,
 * a byte-order mark and a `sep=` line are understood. Cells are trimmed.
 *
 * @example csvRows('a;b\n1;"2;5"\n\n').rows.map(({ line, cells }) => [line, ...cells]) // → [[1, "a", "b"], [2, "1", "2;5"]] (RFC 4180, 2, rule 6: a quoted cell holds the separator)
 * @example csvRows('a,"b').openQuote // → true (the quotation does not end)
 * @source RFC 4180, with the separators that spreadsheet programs write
 */
export function csvRows(text: string): CsvRows {
  const body = text.replace(/^\uFEFF/, "");
  const stated = /^sep=(.)\r?\n/i.exec(body);
  const start = stated ? stated[0].length : 0;
  const separator = stated?.[1] ?? commonSeparator(body);
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = stated ? 2 : 1;
  let firstLine = line;

  const endCell = () => {
    cells.push(cell.trim());
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (cells.some((item) => item !== "")) rows.push({ line: firstLine, cells });
    cells = [];
  };
  for (let at = start; at < body.length; at++) {
    const character = body.charAt(at);
    if (character === "\n") line++;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (body.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && cell.trim() === "") {
      quoted = true;
      cell = "";
    } else if (character === separator) endCell();
    else if (character === "\n") {
      endRow();
      firstLine = line;
    } else if (character !== "\r") cell += character;
  }
  if (cell !== "" || cells.length > 0) endRow();
  return { rows, openQuote: quoted };
}

function commonSeparator(body: string): string {
  const first =
    body
      .slice(0, 10_000)
      .replace(/"(?:[^"]|"")*"/g, "")
      .split("\n")
      .find((line) => line.trim() !== "") ?? "";
  const count = (separator: string) => first.split(separator).length - 1;
  const [best] = [",", ";", "\t"].sort((a, b) => count(b) - count(a));
  return best ?? ",";
}
