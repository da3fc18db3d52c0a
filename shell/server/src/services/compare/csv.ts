/**
 * A table as CSV in UTF-8 with its mark, so that spreadsheets read Chinese as it is.
 *
 * A text that a spreadsheet would take for a formula is led by an apostrophe: a limit of another's document must not compute.
 *
 * @source RFC 4180, clause 2; OWASP, CSV injection
 */
export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells) => cells.map(quoted).join(","));
  return new TextEncoder().encode(`\uFEFF${lines.join("\r\n")}\r\n`);
}

function quoted(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A number may begin with a sign; `= 12` of a limit is a text that begins like a formula. */
const FORMULA = /^(?:[=@\t\r]|[+-](?!\d+(?:\.\d+)?$))/;
