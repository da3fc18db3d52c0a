/** One cell of a CSV file; a text that a spreadsheet would take for a formula stays a text. @source RFC 4180, 2 */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\n\r\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
