import { invariant } from "@quanheng/kernel/refusal.ts";
import { children, expectTag, readDer, TAG } from "../signature/der.ts";
import { element, sequence } from "../signature/der-write.ts";

/**
 * The two numbers of an ECDSA signature side by side, as XML wants them, in the DER that certificates use.
 *
 * @returns undefined for lengths that belong to no curve we know
 * @source XML Signature 1.1, 6.4.3; RFC 3279, 2.2.3
 */
export function ecdsaDer(raw: Uint8Array): Uint8Array | undefined {
  if (raw.length !== 64 && raw.length !== 96) return undefined;
  const half = raw.length / 2;
  return sequence(integer(raw.subarray(0, half)), integer(raw.subarray(half)));
}

function integer(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const digits = bytes.subarray(start);
  return (digits[0] ?? 0) >= 0x80 ? element(TAG.integer, Uint8Array.of(0), digits) : element(TAG.integer, digits);
}

/**
 * The reverse: both numbers of an ECDSA signature with as many bytes as the curve has.
 *
 * @param size bytes of one number: 32 for P-256, 48 for P-384
 * @throws Refusal `der-unreadable`
 * @source XML Signature 1.1, 6.4.3
 */
export function ecdsaRaw(der: Uint8Array, size: number): Uint8Array {
  const raw = new Uint8Array(2 * size);
  for (const [i, part] of children(expectTag(readDer(der), TAG.sequence)).entries()) {
    const content = expectTag(part, TAG.integer).content;
    const digits = content[0] === 0 ? content.subarray(1) : content;
    invariant(i < 2 && digits.length <= size, "an ECDSA signature has two numbers of the curve's size");
    raw.set(digits, (i + 1) * size - digits.length);
  }
  return raw;
}
