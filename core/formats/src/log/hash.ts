import { sha256 } from "@noble/hashes/sha2.js";
import { invariant } from "@quanheng/kernel/refusal.ts";

export const HASH_BYTES = 32;

/** Root of a tree without leaves: the hash of nothing. */
export const emptyRoot = (): Uint8Array => sha256(new Uint8Array());

/** @source RFC 6962, 2.1: SHA-256(0x00 ‖ entry) */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(0)).update(entry).digest();
}

/** @source RFC 6962, 2.1: SHA-256(0x01 ‖ left ‖ right) */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** Root over leaf hashes (or over roots of equal, complete subtrees). */
export function rootOver(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return emptyRoot();
  if (hashes.length === 1) return only;
  const split = splitOf(hashes.length);
  return nodeHash(rootOver(hashes.slice(0, split)), rootOver(hashes.slice(split)));
}

/** The largest power of two below n, where a tree of n leaves divides. n ≥ 2 */
export function splitOf(n: number): number {
  invariant(n > 1, "a tree of one leaf does not divide");
  let split = 1;
  while (split * 2 < n) split *= 2;
  return split;
}
