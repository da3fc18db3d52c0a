/** A whole number as it was typed, within its bounds; undefined for anything else. */
export function wholeNumber(typed: string, from: number, to: number): number | undefined {
  const text = typed.trim();
  const value = Number(text);
  return /^\d{1,9}$/.test(text) && value >= from && value <= to ? value : undefined;
}
