import { refuse } from "../refusals.ts";

/** Decodes zlib data (RFC 1950) of at most `limit` bytes when unpacked. */
export type Inflate = (zlib: Uint8Array, limit: number) => Uint8Array;

/**
 * Unpacks zlib data without help from the platform, so that a browser and a server read a file alike.
 *
 * @throws Refusal `inflate-failed` when the data are damaged, end early or unpack to more than `limit` bytes
 * @source RFC 1950, 2.2; the checksum is Adler-32
 */
export const inflate: Inflate = (zlib, limit) => {
  const cmf = zlib[0] ?? 0;
  const flags = zlib[1] ?? 0;
  if ((cmf & 15) !== 8 || (cmf * 256 + flags) % 31 !== 0 || flags & 32) refuse("inflate-failed", { why: "header" });
  const { bytes, end } = inflateRaw(zlib.subarray(2), limit);
  const sum = zlib.subarray(2 + end, 6 + end);
  if (sum.length < 4 || adler32(bytes) !== new DataView(sum.buffer, sum.byteOffset, 4).getUint32(0)) {
    refuse("inflate-failed", { why: "checksum" });
  }
  return bytes;
};

/** @source RFC 1950, 8.2 */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
/** The order in which the lengths of the code length codes stand. */
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

type Bits = { readonly bytes: Uint8Array; at: number; held: number; count: number };
type Output = { bytes: Uint8Array; size: number; readonly limit: number };
/** Canonical Huffman code: how many codes of each length, and the symbols in order of their codes. */
type Code = { readonly counts: Uint16Array; readonly symbols: Uint16Array };

/**
 * Unpacks raw deflate data.
 *
 * @param limit greatest number of bytes after unpacking
 * @returns the bytes, and how many input bytes the data took
 * @example inflateRaw(new Uint8Array([1, 1, 0, 254, 255, 97]), 10) // → { bytes: [97], end: 6 } (RFC 1951, 3.2.4: one stored byte, its length and the complement)
 * @example inflateRaw(new Uint8Array([0x4b, 0x04, 0x00]), 10) // → { bytes: [97], end: 3 } (RFC 1951, 3.2.6: fixed code 10010001 of the literal 97)
 * @example refusalOf(() => inflateRaw(new Uint8Array([1, 1, 0, 254, 255, 97]), 0)) // → "inflate-failed" (more than was allowed)
 * @throws Refusal `inflate-failed`
 * @source RFC 1951, 3.2
 */
export function inflateRaw(deflated: Uint8Array, limit: number): { bytes: Uint8Array; end: number } {
  const bits: Bits = { bytes: deflated, at: 0, held: 0, count: 0 };
  const out: Output = { bytes: new Uint8Array(Math.min(limit, Math.max(1024, deflated.length * 4))), size: 0, limit };
  for (let last = false; !last; ) {
    last = take(bits, 1) === 1;
    const type = take(bits, 2);
    if (type === 0) copyStored(bits, out);
    else if (type === 1) unpackBlock(bits, out, FIXED_LITERALS, FIXED_DISTANCES);
    else if (type === 2) {
      const { literals, distances } = readCodes(bits);
      unpackBlock(bits, out, literals, distances);
    } else refuse("inflate-failed", { why: "block" });
  }
  return { bytes: out.bytes.slice(0, out.size), end: bits.at - (bits.count >> 3) };
}

function take(bits: Bits, count: number): number {
  while (bits.count < count) {
    const next = bits.bytes[bits.at++];
    if (next === undefined) return refuse("inflate-failed", { why: "end" });
    bits.held |= next << bits.count;
    bits.count += 8;
  }
  const value = bits.held & ((1 << count) - 1);
  bits.held >>>= count;
  bits.count -= count;
  return value;
}

function grow(out: Output, by: number): void {
  const needed = out.size + by;
  if (needed > out.limit) refuse("inflate-failed", { why: "limit" });
  if (needed <= out.bytes.length) return;
  const larger = new Uint8Array(Math.min(out.limit, Math.max(needed, out.bytes.length * 2)));
  larger.set(out.bytes);
  out.bytes = larger;
}

function copyStored(bits: Bits, out: Output): void {
  bits.at -= bits.count >> 3;
  bits.held = 0;
  bits.count = 0;
  const size = take(bits, 16);
  if ((size ^ 0xffff) !== take(bits, 16)) refuse("inflate-failed", { why: "stored" });
  if (bits.at + size > bits.bytes.length) refuse("inflate-failed", { why: "end" });
  grow(out, size);
  out.bytes.set(bits.bytes.subarray(bits.at, bits.at + size), out.size);
  out.size += size;
  bits.at += size;
}

function unpackBlock(bits: Bits, out: Output, literals: Code, distances: Code): void {
  for (;;) {
    const symbol = decode(bits, literals);
    if (symbol === 256) return;
    if (symbol < 256) {
      grow(out, 1);
      out.bytes[out.size++] = symbol;
      continue;
    }
    const length = extended(bits, symbol - 257, LENGTH_BASE, LENGTH_EXTRA);
    const distance = extended(bits, decode(bits, distances), DISTANCE_BASE, DISTANCE_EXTRA);
    if (distance > out.size) refuse("inflate-failed", { why: "distance" });
    grow(out, length);
    for (let i = 0; i < length; i++, out.size++) out.bytes[out.size] = out.bytes[out.size - distance] ?? 0;
  }
}

function extended(bits: Bits, index: number, base: readonly number[], extra: readonly number[]): number {
  const start = base[index];
  if (start === undefined) return refuse("inflate-failed", { why: "code" });
  return start + take(bits, extra[index] ?? 0);
}

function decode(bits: Bits, code: Code): number {
  let value = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= 15; length++) {
    value |= take(bits, 1);
    const count = code.counts[length] ?? 0;
    if (value - count < first) return code.symbols[index + value - first] ?? 0;
    index += count;
    first = (first + count) << 1;
    value <<= 1;
  }
  return refuse("inflate-failed", { why: "code" });
}

function codeOf(lengths: readonly number[]): Code {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(16);
  let free = 1;
  for (let length = 1; length <= 15; length++) {
    free = free * 2 - (counts[length] ?? 0);
    if (free < 0) refuse("inflate-failed", { why: "code" });
    offsets[length] = (offsets[length - 1] ?? 0) + (counts[length - 1] ?? 0);
  }
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const place = offsets[length] ?? 0;
    symbols[place] = symbol;
    offsets[length] = place + 1;
  });
  return { counts, symbols };
}

function readCodes(bits: Bits): { literals: Code; distances: Code } {
  const literalCount = take(bits, 5) + 257;
  const distanceCount = take(bits, 5) + 1;
  const codeCount = take(bits, 4) + 4;
  const codeLengths = new Array<number>(19).fill(0);
  for (let i = 0; i < codeCount; i++) codeLengths[CODE_ORDER[i] ?? 0] = take(bits, 3);
  const lengths = readLengths(bits, codeOf(codeLengths), literalCount + distanceCount);
  return { literals: codeOf(lengths.slice(0, literalCount)), distances: codeOf(lengths.slice(literalCount)) };
}

function readLengths(bits: Bits, code: Code, total: number): number[] {
  const lengths: number[] = [];
  while (lengths.length < total) {
    const symbol = decode(bits, code);
    if (symbol < 16) lengths.push(symbol);
    else {
      const repeated = symbol === 16 ? lengths.at(-1) : 0;
      if (repeated === undefined) return refuse("inflate-failed", { why: "code" });
      const times = symbol === 16 ? 3 + take(bits, 2) : symbol === 17 ? 3 + take(bits, 3) : 11 + take(bits, 7);
      for (let i = 0; i < times; i++) lengths.push(repeated);
    }
  }
  if (lengths.length > total) refuse("inflate-failed", { why: "code" });
  return lengths;
}

const FIXED_LITERALS = codeOf(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)));
const FIXED_DISTANCES = codeOf(new Array<number>(30).fill(5));
