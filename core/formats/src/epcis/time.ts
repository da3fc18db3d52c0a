const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i;

/**
 * The instant of a date and time with zone [ms since 1970-01-01T00:00:00Z], rounded half up at the fourth decimal of
 * the second; undefined where the text is none, or names a day that does not exist.
 *
 * @example instantOf("2023-02-02T11:04:03.1415Z") // → 1675335843142
 * @source RFC 3339, 5.6; rounding: CBV 2.0, 8.9 (recalled)
 */
export function instantOf(text: string): number | undefined {
  const found = DATE_TIME.exec(text);
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const offset = zoneMinutes(found[8] ?? "Z");
  if (hour > 23 || minute > 59 || second > 59 || offset === undefined) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute - offset, second) + milliseconds(found[7] ?? "");
}

/**
 * A date and time as events are compared: in UTC, with three decimals; other text as it is.
 *
 * @example canonicalTime("2020-04-01T15:00:00+01:00") // → "2020-04-01T14:00:00.000Z"
 */
export function canonicalTime(text: string): string {
  const instant = instantOf(text);
  return instant === undefined ? text : new Date(instant).toISOString();
}

function zoneMinutes(zone: string): number | undefined {
  if (zone.toUpperCase() === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

function milliseconds(fraction: string): number {
  const padded = fraction.padEnd(4, "0");
  return Number(padded.slice(0, 3)) + (padded.charAt(3) >= "5" ? 1 : 0);
}
