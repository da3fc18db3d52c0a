const PLAIN = /^[A-Za-z0-9._~-]*$/;
const UNRESERVED = /[A-Za-z0-9._~-]/;
const PERCENT = 37;
const PLUS = 43;

/**
 * A value as a segment of a path: everything but the unreserved characters as percent sequences in upper case.
 *
 * @source GS1 Digital Link URI syntax 1.6.0; RFC 3986, 2.1
 * @example escaped("32a/b") // → "32a%2Fb"
 */
export function escaped(value: string): string {
  if (PLAIN.test(value)) return value;
  let text = "";
  for (const byte of new TextEncoder().encode(value)) {
    const character = String.fromCharCode(byte);
    const plain = byte < 128 && UNRESERVED.test(character);
    text += plain ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return text;
}

/** A value in a query, where a space is written as a plus. */
export function queryEscaped(value: string): string {
  return escaped(value).replaceAll("%20", "+");
}

/**
 * The characters that percent sequences stand for, a byte each; a percent sign before anything else stands for itself.
 *
 * @param plusIsSpace as in a query
 * @example unescaped("ABC%2d123") // → "ABC-123"
 * @example unescaped("A%4gB+C", true) // → "A%4gB C"
 */
export function unescaped(text: string, plusIsSpace = false): string {
  const source = plusIsSpace && text.includes("+") ? text.replaceAll("+", " ") : text;
  let percent = source.indexOf("%");
  if (percent < 0) return source;
  let value = "";
  let taken = 0;
  while (percent >= 0) {
    const byte = byteAt(source, percent);
    if (byte < 0) {
      percent = source.indexOf("%", percent + 1);
      continue;
    }
    value += source.slice(taken, percent) + String.fromCharCode(byte);
    taken = percent + 3;
    percent = source.indexOf("%", taken);
  }
  return value + source.slice(taken);
}

/** How many characters of the escaped text a number of characters of the value took. */
export function escapedLength(text: string, from: number, characters: number): number {
  let at = from;
  for (let taken = 0; taken < characters && at < text.length; taken++)
    at += text.charCodeAt(at) === PERCENT && byteAt(text, at) >= 0 ? 3 : 1;
  return at - from;
}

/** The byte of a percent sequence, or -1 where there is none. */
function byteAt(text: string, percent: number): number {
  const high = hex(text.charCodeAt(percent + 1));
  const low = hex(text.charCodeAt(percent + 2));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hex(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 && code > PLUS ? letter - 87 : -1;
}
