import { refuse } from "../refusals.ts";
import { type Der, TAG } from "./der.ts";
import { element } from "./der-write.ts";

/**
 * A UTCTime or GeneralizedTime in UTC as ISO 8601 with seconds; parts of a second are left out.
 *
 * @example timeOf({ tag: 0x17, content: new TextEncoder().encode("260801121924Z") }) // → "2026-08-01T12:19:24Z" (two-digit years below 50 are of this century)
 * @throws Refusal `certificate-unreadable`
 * @source RFC 5280, 4.1.2.5; RFC 3161, 2.4.2 for parts of a second
 */
export function timeOf(der: Der | undefined): string {
  const digits = String.fromCharCode(...(der?.content ?? []).slice(0, 32));
  const full = der?.tag === TAG.utcTime ? `${Number(digits.slice(0, 2)) >= 50 ? "19" : "20"}${digits}` : digits;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(full);
  const fractional = match?.[7] !== undefined && der?.tag === TAG.utcTime;
  if (!match || fractional || (der?.tag !== TAG.utcTime && der?.tag !== TAG.generalizedTime)) {
    return refuse("certificate-unreadable", { why: "time" });
  }
  const [, year, month, day, hour, minute, second] = match;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/**
 * An instant as a GeneralizedTime.
 *
 * @param iso ISO 8601 in UTC with seconds
 * @example generalizedTime("2026-08-01T12:19:24Z").slice(0, 2) // → [0x18, 15] (20260801121924Z)
 * @source RFC 5280, 4.1.2.5.2
 */
export function generalizedTime(iso: string): Uint8Array {
  return element(TAG.generalizedTime, new TextEncoder().encode(`${iso.slice(0, 19).replace(/[-:T]/g, "")}Z`));
}
