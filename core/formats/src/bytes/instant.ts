const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?Z$/;

/** Whether a text is an instant as this house writes it: ISO 8601 in UTC, with seconds. */
export const isInstant = (text: string): boolean => INSTANT.test(text);

/**
 * Whether one instant lies before another; false where one of them is none.
 *
 * @example isBefore("2026-11-25T08:00:00Z", "2026-11-25T08:00:00.5Z") // → true (half a second)
 * @example isBefore("2026-11-25", "2026-11-26T00:00:00Z") // → false (the first is no instant)
 * @source RFC 3339, 5.1 (instants of one form compare as texts)
 */
export function isBefore(one: string, other: string): boolean {
  const [a, b] = [sortable(one), sortable(other)];
  return a !== undefined && b !== undefined && a < b;
}

/** Texts of one length compare as times. */
function sortable(text: string): string | undefined {
  const match = INSTANT.exec(text);
  return match ? `${match[1]}.${(match[2] ?? "").padEnd(9, "0")}` : undefined;
}
