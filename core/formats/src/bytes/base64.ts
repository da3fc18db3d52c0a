const STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE = `${STANDARD.slice(0, 62)}-_`;

/**
 * Bytes as base64, with padding.
 *
 * @example toBase64(new TextEncoder().encode("fooba")) // → "Zm9vYmE=" (RFC 4648, 10)
 * @source RFC 4648, 4
 */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, STANDARD);
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}

/**
 * Bytes as base64url, without padding.
 *
 * @example toBase64Url(new Uint8Array([251, 255])) // → "-_8" (62 and 63 are - and _)
 * @source RFC 4648, 5
 */
export function toBase64Url(bytes: Uint8Array): string {
  return encode(bytes, URL_SAFE);
}

/**
 * The bytes of a base64 text. Strict: padding where it belongs, no other characters, no loose bits.
 *
 * @returns undefined for anything else
 * @example fromBase64("Zm9vYmE=") // → [102, 111, 111, 98, 97] (RFC 4648, 10: fooba)
 * @example fromBase64("Zm9vYmF=") // → undefined (loose bits, a second spelling of the same bytes)
 * @source RFC 4648, 3.5 and 4
 */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  return decode(text.replace(/={1,2}$/, ""), STANDARD);
}

/**
 * The bytes of a base64url text.
 *
 * @returns undefined unless it is unpadded with no loose bits
 * @example fromBase64Url("-_8") // → [251, 255] (62 and 63 are - and _)
 * @source RFC 4648, 3.5 and 5
 */
export function fromBase64Url(text: string): Uint8Array | undefined {
  return decode(text, URL_SAFE);
}

/** Digits are written as bytes and read as text once: a report has a third of a million of them. */
function encode(bytes: Uint8Array, alphabet: string): string {
  const codes = new TextEncoder().encode(alphabet);
  const out = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const value = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digits = Math.min(4, bytes.length - at + 1);
    for (let i = 0; i < digits; i++) out[to++] = codes[(value >> (18 - 6 * i)) & 63]!;
  }
  return new TextDecoder().decode(out);
}

function decode(text: string, alphabet: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const values = valuesOf(alphabet);
  const out = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charCodeAt(i)];
    if (value === undefined || value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[at++] = (held >> bits) & 255;
  }
  // A second spelling of the same bytes would let a signed text change unnoticed.
  return (held & ((1 << bits) - 1)) === 0 ? out : undefined;
}

const TABLES = new Map<string, Int8Array>();

function valuesOf(alphabet: string): Int8Array {
  const known = TABLES.get(alphabet);
  if (known) return known;
  const table = new Int8Array(128).fill(-1);
  for (let i = 0; i < 64; i++) table[alphabet.charCodeAt(i)] = i;
  TABLES.set(alphabet, table);
  return table;
}
