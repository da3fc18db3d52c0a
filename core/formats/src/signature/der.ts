import { refuse } from "../refusals.ts";

/**
 * One DER element. `whole` is the element with its header, `content` without; both are views of the input.
 * Only definite, shortest lengths are read, so that every element has one encoding.
 *
 * @source ITU-T X.690 (2021), 8.1 and 10.1
 */
export type Der = { readonly tag: number; readonly content: Uint8Array; readonly whole: Uint8Array };

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The tag of a constructed context-specific element. */
export const contextTag = (number: number): number => 0xa0 + number;

const unreadable = (): never => refuse("der-unreadable");

/**
 * Reads exactly one element that fills the bytes.
 *
 * @example readDer(new Uint8Array([2, 1, 5])) // → { tag: 2, content: [5] } (INTEGER 5)
 * @example refusalOf(() => readDer(new Uint8Array([2, 0x81, 1, 5]))) // → "der-unreadable" (ITU-T X.690, 10.1: not the shortest length)
 * @throws Refusal `der-unreadable`
 * @source ITU-T X.690 (2021), 8.1 and 10.1
 */
export function readDer(bytes: Uint8Array): Der {
  const der = readDerAt(bytes, 0);
  return der.whole.length === bytes.length ? der : unreadable();
}

/**
 * Reads the element that begins at an offset; bytes may follow it.
 *
 * @example readDerAt(new Uint8Array([0, 2, 1, 5, 9]), 1).content // → [5] (INTEGER 5 at offset 1)
 * @throws Refusal `der-unreadable`
 * @source ITU-T X.690 (2021), 8.1 and 10.1
 */
export function readDerAt(bytes: Uint8Array, at: number): Der {
  const tag = bytes[at] ?? unreadable();
  if ((tag & 31) === 31) unreadable();
  const first = bytes[at + 1] ?? unreadable();
  const lengthBytes = first < 0x80 ? 0 : first & 127;
  if (first === 0x80 || lengthBytes > 4) unreadable();
  let length = lengthBytes === 0 ? first : 0;
  for (let i = 0; i < lengthBytes; i++) length = length * 256 + (bytes[at + 2 + i] ?? unreadable());
  const shortest = lengthBytes === 0 || (length >= 0x80 && length >= 256 ** (lengthBytes - 1));
  const from = at + 2 + lengthBytes;
  if (!shortest || from + length > bytes.length) unreadable();
  return { tag, content: bytes.subarray(from, from + length), whole: bytes.subarray(at, from + length) };
}

/**
 * The elements inside a constructed one.
 *
 * @example children(readDer(new Uint8Array([0x30, 6, 2, 1, 5, 2, 1, 3]))).map(({ content }) => content[0]) // → [5, 3] (a sequence of two)
 * @throws Refusal `der-unreadable`
 * @source ITU-T X.690 (2021), 8.9
 */
export function children(der: Der): Der[] {
  if ((der.tag & 0x20) === 0) unreadable();
  const found: Der[] = [];
  for (let at = 0; at < der.content.length; ) {
    const child = readDerAt(der.content, at);
    found.push(child);
    at += child.whole.length;
    if (found.length > 4096) unreadable();
  }
  return found;
}

/**
 * The element, if it is of the tag.
 *
 * @example expectTag(readDer(new Uint8Array([2, 1, 5])), TAG.integer).content // → [5] (it is an INTEGER)
 * @example refusalOf(() => expectTag(undefined, TAG.integer)) // → "der-unreadable" (there is none)
 * @throws Refusal `der-unreadable`
 * @source ITU-T X.690 (2021), 8.1.2
 */
export function expectTag(der: Der | undefined, tag: number): Der {
  return der?.tag === tag ? der : unreadable();
}

/**
 * An object identifier in dotted digits.
 *
 * @example oidOf(readDer(new Uint8Array([6, 3, 0x2b, 0x65, 0x70]))) // → "1.3.101.112" (RFC 8410, 3: id-Ed25519)
 * @throws Refusal `der-unreadable`
 * @source ITU-T X.690 (2021), 8.19
 */
export function oidOf(der: Der | undefined): string {
  const { content } = expectTag(der, TAG.oid);
  const last = content.at(-1);
  if (last === undefined || last >= 0x80) unreadable();
  const arcs: number[] = [];
  let value = 0;
  for (const byte of content) {
    if (value === 0 && byte === 0x80) unreadable();
    value = value * 128 + (byte & 127);
    if (!Number.isSafeInteger(value)) unreadable();
    if (byte >= 0x80) continue;
    arcs.push(value);
    value = 0;
  }
  const [head = 0, ...rest] = arcs;
  const root = Math.min(2, Math.floor(head / 40));
  return [root, head - root * 40, ...rest].join(".");
}

/**
 * Bytes of a bit string without unused bits.
 *
 * @example bitsOf(readDer(new Uint8Array([3, 2, 0, 255]))) // → [255] (no unused bits)
 * @example refusalOf(() => bitsOf(readDer(new Uint8Array([3, 2, 1, 254])))) // → "der-unreadable" (one unused bit)
 * @throws Refusal `der-unreadable`
 * @source ITU-T X.690 (2021), 8.6
 */
export function bitsOf(der: Der | undefined): Uint8Array {
  const { content } = expectTag(der, TAG.bits);
  return content[0] === 0 ? content.subarray(1) : unreadable();
}

/**
 * Whether two byte strings are the same.
 *
 * @example sameBytes(new Uint8Array([1, 2]), new Uint8Array([1, 2])) // → true (byte by byte)
 * @example sameBytes(new Uint8Array([1]), new Uint8Array([1, 2])) // → false (a shorter one)
 * @source ours: plumbing of DER; the inputs are public
 */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
