import { type ApplicationIdentifier, IDENTIFIERS, unknownIdentifier } from "./identifier.ts";

const ZERO = 48;
/** Where identifiers of two, three and four digits begin in the flat table. */
const BEGIN = [0, 0, 0, 100, 1100] as const;

/** How many digits an identifier has, by its first two; 0 where no identifier begins like this. */
const DIGITS_OF = digitsOf();
const TABLE = table();

/**
 * The dictionary's entry of an identifier.
 *
 * @returns undefined for digits that are no identifier of the dictionary
 * @example applicationIdentifier("10")?.title // → "BATCH/LOT" (GS1 General Specifications, 3.4.1)
 */
export function applicationIdentifier(ai: string): ApplicationIdentifier | undefined {
  return identifierAt(ai, 0, ai.length);
}

/** The entry of the digits of a stretch of a text. */
export function identifierAt(text: string, from: number, to: number): ApplicationIdentifier | undefined {
  const length = to - from;
  if (length < 2 || length > 4) return undefined;
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return TABLE[BEGIN[length]! + number];
}

/** The entry whose digits begin at a place; the first two say how many there are. */
export function identifierFrom(text: string, from: number): ApplicationIdentifier | undefined {
  if (from + 2 > text.length) return undefined;
  const tens = text.charCodeAt(from) - ZERO;
  const ones = text.charCodeAt(from + 1) - ZERO;
  if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return undefined;
  const digits = DIGITS_OF[tens * 10 + ones]!;
  if (digits === 2) return TABLE[tens * 10 + ones];
  return digits === 0 || from + digits > text.length ? undefined : identifierAt(text, from, from + digits);
}

/**
 * The entry of an identifier, or one made for it where the dictionary has none but its digits may be one.
 *
 * @returns undefined where the first two digits ask for another length, or the text is not two to four digits
 */
export function identifierOrUnknown(text: string, from: number, to: number): ApplicationIdentifier | undefined {
  const known = identifierAt(text, from, to);
  if (known) return known;
  const ai = text.slice(from, to);
  if (!/^\d{2,4}$/.test(ai)) return undefined;
  const digits = DIGITS_OF[Number(ai.slice(0, 2))];
  return digits === 0 || digits === ai.length ? unknownIdentifier(ai) : undefined;
}

function table(): readonly (ApplicationIdentifier | undefined)[] {
  const flat: (ApplicationIdentifier | undefined)[] = new Array(11_100).fill(undefined);
  for (const entry of IDENTIFIERS) flat[BEGIN[entry.ai.length]! + Number(entry.ai)] = entry;
  return flat;
}

/** @source GS1 General Specifications, 7.8.1 */
function digitsOf(): Uint8Array {
  const digits = new Uint8Array(100);
  const set = (length: number, from: number, to: number) => digits.fill(length, from, to + 1);
  set(2, 0, 22);
  set(3, 23, 25);
  set(2, 30, 30);
  set(4, 31, 36);
  set(2, 37, 37);
  set(4, 39, 39);
  set(3, 40, 42);
  set(4, 43, 43);
  set(4, 70, 70);
  set(3, 71, 71);
  set(4, 72, 72);
  set(4, 80, 82);
  set(2, 90, 99);
  return digits;
}
