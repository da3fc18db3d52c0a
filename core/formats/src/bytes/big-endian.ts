/** An unsigned 64-bit number below 2⁵³ as eight bytes, most significant first. */
export function uint64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** The number eight bytes stand for; above 2⁵³ it loses digits and is no safe integer. */
export function fromUint64(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0));
}
