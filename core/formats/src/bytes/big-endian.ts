/**
 * An unsigned 64-bit number below 2⁵³ as eight bytes, most significant first.
 *
 * @example uint64(258) // → [0, 0, 0, 0, 0, 0, 1, 2] (1·256 + 2)
 * @source RFC 8446, 3.3 (network byte order)
 */
export function uint64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/**
 * The number eight bytes stand for; above 2⁵³ it loses digits and is no safe integer.
 *
 * @param bytes at least eight
 * @example fromUint64(new Uint8Array([0, 0, 0, 0, 0, 0, 1, 2])) // → 258 (1·256 + 2)
 * @source RFC 8446, 3.3 (network byte order)
 */
export function fromUint64(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0));
}
