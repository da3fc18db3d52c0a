import { HASH_BYTES, leafHash, nodeHash } from "./hash.ts";

type Hashes = readonly Uint8Array[];

/**
 * The root that an inclusion proof leads to; compare it with the root of a checkpoint.
 *
 * @param leaf hash of the entry
 * @returns undefined when the proof does not fit index and size
 * @example inclusionRoot(new Uint8Array(32).fill(7), 0, 1, [])[0] // → 7 (a tree of one leaf has that leaf as its root)
 * @example inclusionRoot(new Uint8Array(32), 1, 1, []) // → undefined (no such leaf)
 * @source RFC 9162, 2.1.3.2
 */
export function inclusionRoot(leaf: Uint8Array, index: number, size: number, proof: Hashes): Uint8Array | undefined {
  if (!sound(index, size, [leaf, ...proof]) || index >= size) return undefined;
  let [fn, sn, root] = [index, size - 1, leaf];
  for (const hash of proof) {
    if (sn === 0) return undefined;
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHash(hash, root);
      while (fn !== 0 && fn % 2 === 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else root = nodeHash(root, hash);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 ? root : undefined;
}

/**
 * Whether an entry stands at an index of the tree with this size and root.
 *
 * @example included(new TextEncoder().encode("two"), 1, 3, ["0Nc2CrefWKseHj/mStd+LqC8B+NrX0btIiPt2SmN+ek=", "Zx8UbF5HHooag6PCFM5LqQe486WIjRTMjNPOdbsS75Q="].map((hash) => Uint8Array.from(atob(hash), (c) => c.charCodeAt(0))), Uint8Array.from(atob("Wqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk="), (c) => c.charCodeAt(0))) // → true (Tessera test log: proof of entry 1 in a tree of 3)
 * @example included(new TextEncoder().encode("tow"), 1, 3, ["0Nc2CrefWKseHj/mStd+LqC8B+NrX0btIiPt2SmN+ek=", "Zx8UbF5HHooag6PCFM5LqQe486WIjRTMjNPOdbsS75Q="].map((hash) => Uint8Array.from(atob(hash), (c) => c.charCodeAt(0))), Uint8Array.from(atob("Wqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk="), (c) => c.charCodeAt(0))) // → false (another entry)
 * @source RFC 9162, 2.1.3.2
 */
export function included(entry: Uint8Array, index: number, size: number, proof: Hashes, root: Uint8Array): boolean {
  const reached = inclusionRoot(leafHash(entry), index, size, proof);
  return reached !== undefined && same(reached, root);
}

/**
 * Whether the tree of `to` leaves begins with the tree of `from` leaves. From nothing everything follows, with an empty
 * proof.
 *
 * @example consistent({ size: 0, root: new Uint8Array(32) }, { size: 3, root: Uint8Array.from(atob("Wqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk="), (c) => c.charCodeAt(0)) }, []) // → true (from nothing everything follows)
 * @example consistent({ size: 3, root: new Uint8Array(32) }, { size: 3, root: Uint8Array.from(atob("Wqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk="), (c) => c.charCodeAt(0)) }, []) // → false (two roots of one size)
 * @source RFC 9162, 2.1.4.2
 */
export function consistent(
  from: { readonly size: number; readonly root: Uint8Array },
  to: { readonly size: number; readonly root: Uint8Array },
  proof: Hashes,
): boolean {
  if (!sound(from.size, to.size, [from.root, to.root, ...proof]) || from.size > to.size) return false;
  if (from.size === to.size) return proof.length === 0 && same(from.root, to.root);
  if (from.size === 0) return proof.length === 0;
  const path = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof;
  let [fn, sn] = [from.size - 1, to.size - 1];
  while (fn % 2 === 1) [fn, sn] = [(fn - 1) / 2, Math.floor(sn / 2)];
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [fr, sr] = [first, first];
  for (const hash of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeHash(hash, fr), nodeHash(hash, sr)];
      while (fn !== 0 && fn % 2 === 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else sr = nodeHash(sr, hash);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && same(fr, from.root) && same(sr, to.root);
}

function sound(a: number, b: number, hashes: Hashes): boolean {
  const counts = [a, b].every((count) => Number.isSafeInteger(count) && count >= 0);
  return counts && hashes.every((hash) => hash.length === HASH_BYTES);
}

function isPowerOfTwo(n: number): boolean {
  return Number.isInteger(Math.log2(n)) && 2 ** Math.round(Math.log2(n)) === n;
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
