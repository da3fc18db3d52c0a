import { isCountry2 } from "../lists/countries.ts";
import { type Check, type Fault, fault } from "./fault.ts";
import { digits } from "./number.ts";

const ZERO = 48;
/** Country, check digits and an account: the reference implementation asks for more than ten characters. */
const SHORTEST_IBAN = 11;
const LONGEST_IBAN = 34;
/** What may be an importer index: letters, digits, `-` and `_`. */
const IMPORTER_INDEX = /^[-0-9A-Z_a-z]$/;

/** Only hyphens, at least one. */
export const hyphen: Check = (value, from, to) => {
  for (let i = from; i < to; i++) if (value[i] !== "-") return fault("not-hyphen", from, to);
  return to > from ? undefined : fault("not-hyphen", from, to);
};

export const importeridx: Check = (value, from, to) => {
  if (to - from !== 1) return fault("importer-idx-must-be-one-character", from, to);
  return IMPORTER_INDEX.test(value[from]!) ? undefined : fault("invalid-import-idx-character", from, to);
};

export const winding: Check = (value, from, to) => oneOf("019", value, from, to, "invalid-winding-direction");
export const yesno: Check = (value, from, to) => oneOf("01", value, from, to, "not-zero-or-one");
export const iso5218: Check = (value, from, to) => oneOf("0129", value, from, to, "invalid-biological-sex-code");

function oneOf(allowed: string, value: string, from: number, to: number, code: Fault["code"]): Fault | undefined {
  return to - from === 1 && allowed.includes(value[from]!) ? undefined : fault(code, from, to);
}

/** Ten digits: degrees × 10⁷ north of the south pole, at most 180. */
export const latitude: Check = (value, from, to) => {
  if (to - from !== 10) return fault("latitude-invalid-length", from, to);
  return digits(value, from, to) ?? atMost(1_800_000_000, value, from, to, "invalid-latitude");
};

/** Ten digits: degrees × 10⁷ eastwards from Greenwich, at most 360. */
export const longitude: Check = (value, from, to) => {
  if (to - from !== 10) return fault("longitude-invalid-length", from, to);
  return digits(value, from, to) ?? atMost(3_600_000_000, value, from, to, "invalid-longitude");
};

function atMost(limit: number, value: string, from: number, to: number, code: Fault["code"]): Fault | undefined {
  return Number(value.slice(from, to)) <= limit ? undefined : fault(code, from, to);
}

/** Every `%` begins a byte of two hexadecimal digits. */
export const pcenc: Check = (value, from, to) => {
  for (let i = from; i < to; i++) {
    if (value[i] !== "%") continue;
    const end = Math.min(i + 3, to);
    if (!/^%[0-9A-Fa-f]{2}$/.test(value.slice(i, end))) return fault("invalid-percent-sequence", i, end);
    i += 2;
  }
  return undefined;
};

/** Piece and total of equal length, both above zero, the piece not above the total. */
export const pieceoftotal: Check = (value, from, to) => {
  const bad = digits(value, from, to);
  if (bad) return bad;
  if (to === from || (to - from) % 2 !== 0) return fault("invalid-length-for-piece-of-total", from, to);
  const middle = (from + to) / 2;
  if (isZero(value, from, middle)) return fault("zero-piece-number", from, middle);
  if (isZero(value, middle, to)) return fault("zero-total-pieces", middle, to);
  // Of equal length, so the order of the characters is the order of the numbers.
  return value.slice(from, middle) > value.slice(middle, to)
    ? fault("piece-number-exceeds-total", from, to)
    : undefined;
};

function isZero(value: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (value.charCodeAt(i) !== ZERO) return false;
  return true;
}

/** `position/end` without leading zeros. */
export const posinseqslash: Check = (value, from, to) => {
  const parts = /^(\d+)\/(\d+)$/.exec(value.slice(from, to));
  const [, position, end] = parts ?? [];
  if (position === undefined || end === undefined) return fault("position-in-sequence-malformed", from, to);
  const slash = from + position.length;
  if (position.startsWith("0")) return fault("illegal-zero-prefix", from, slash);
  if (end.startsWith("0")) return fault("illegal-zero-prefix", slash + 1, to);
  const beyond = position.length > end.length || (position.length === end.length && position > end);
  return beyond ? fault("position-exceeds-end", from, to) : undefined;
};

/**
 * An International Bank Account Number: country, two check digits, account, remainder 1 modulo 97.
 *
 * @source ISO 13616-1
 */
export const iban: Check = (value, from, to) => {
  if (to - from > LONGEST_IBAN) return fault("iban-too-long", from, to);
  if (to - from < SHORTEST_IBAN) return fault("iban-too-short", from, to);
  for (let i = from; i < to; i++) if (!/[0-9A-Z]/.test(value[i]!)) return fault("invalid-iban-character", i, i + 1);
  if (!isCountry2(value.slice(from, from + 2))) return fault("illegal-iban-country-code", from, from + 2);
  let remainder = 0;
  for (let i = 0; i < to - from; i++) {
    const digit = Number.parseInt(value[from + ((i + 4) % (to - from))]!, 36);
    remainder = (remainder * (digit < 10 ? 10 : 100) + digit) % 97;
  }
  return remainder === 1 ? undefined : fault("incorrect-iban-checksum", from + 2, from + 4);
};
