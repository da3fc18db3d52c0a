import { concatBytes } from "@noble/hashes/utils.js";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { arithmetic } from "../signature/arithmetic.ts";

export const HASH_BYTES = 32;

/** What keeps a leaf from being taken for a node. */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Root of a tree without leaves: the hash of nothing. */
export const emptyRoot = (): Uint8Array => arithmetic().sha256(new Uint8Array());

/**
 * Hash of a leaf: SHA-256(0x00 ‖ entry).
 *
 * @example leafHash(new Uint8Array()).slice(0, 4) // → [0x6e, 0x34, 0x0b, 0x9c] (transparency-dev/merkle, test constants: empty leaf)
 * @source RFC 6962, 2.1
 */
export function leafHash(entry: Uint8Array): Uint8Array {
  return arithmetic().sha256(concatBytes(LEAF, entry));
}

/**
 * Hash of a node: SHA-256(0x01 ‖ left ‖ right).
 *
 * @example nodeHash(leafHash(new Uint8Array()), leafHash(new Uint8Array([0]))).slice(0, 4) // → [0xfa, 0xc5, 0x42, 0x03] (transparency-dev/merkle, test constants: root of two leaves)
 * @source RFC 6962, 2.1
 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return arithmetic().sha256(concatBytes(NODE, left, right));
}

/**
 * Root over leaf hashes (or over roots of equal, complete subtrees).
 *
 * @example rootOver([new Uint8Array(), new Uint8Array([0]), new Uint8Array([16])].map(leafHash)).slice(0, 4) // → [0xae, 0xb6, 0xbc, 0xfe] (transparency-dev/merkle, test constants: root of three leaves)
 * @example rootOver([]).slice(0, 4) // → [0xe3, 0xb0, 0xc4, 0x42] (RFC 6962, 2.1: the hash of nothing)
 * @source RFC 6962, 2.1
 */
export function rootOver(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return emptyRoot();
  if (hashes.length === 1) return only;
  const split = splitOf(hashes.length);
  return nodeHash(rootOver(hashes.slice(0, split)), rootOver(hashes.slice(split)));
}

/**
 * The largest power of two below n, where a tree of n leaves divides.
 *
 * @example splitOf(7) // → 4 (4 < 7 ≤ 8)
 * @example splitOf(8) // → 4 (RFC 6962, 2.1: k < n ≤ 2k)
 * @throws Error below 2, which is a fault of the caller
 * @source RFC 6962, 2.1
 */
export function splitOf(n: number): number {
  invariant(n > 1, "a tree of one leaf does not divide");
  let split = 1;
  while (split * 2 < n) split *= 2;
  return split;
}
