import { concatBytes } from "@noble/hashes/utils.js";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { emptyRoot, HASH_BYTES, nodeHash, rootOver, splitOf } from "./hash.ts";
import { TILE_WIDTH } from "./tile.ts";

/** The stored hashes of a tile, as many as there are; an empty array for a tile that does not exist. */
export type ReadTile = (level: number, tile: number) => Promise<Uint8Array>;

/** A tile that grew, with all its hashes. */
export type GrownTile = { readonly level: number; readonly tile: number; readonly hashes: Uint8Array };

export type Growth = { readonly size: number; readonly root: Uint8Array; readonly tiles: readonly GrownTile[] };

/**
 * The tree after more leaves: its size, its root and every tile that changed. Reads only tiles of the right edge.
 *
 * Only whole subtrees of 256 enter the level above, so no stored hash ever changes.
 *
 * @param read stored tiles
 * @param size leaves so far
 * @param leaves hashes of the new ones
 * @example grow(async () => new Uint8Array(), 0, [new Uint8Array(32).fill(7)]).then(({ size, root }) => [size, root[0]]) // → [1, 7] (a tree of one leaf has that leaf as its root)
 * @source C2SP tlog-tiles v0.1.0
 */
export async function grow(read: ReadTile, size: number, leaves: readonly Uint8Array[]): Promise<Growth> {
  const tiles: GrownTile[] = [];
  let fresh = leaves;
  let count = size;
  for (let level = 0; fresh.length > 0; level++) {
    const row = await growRow(read, level, count, fresh);
    tiles.push(...row.tiles);
    fresh = row.roots;
    count = Math.floor(count / TILE_WIDTH);
  }
  const grown = new Map(tiles.map((tile) => [`${tile.level}/${tile.tile}`, tile.hashes]));
  const after: ReadTile = async (level, tile) => grown.get(`${level}/${tile}`) ?? read(level, tile);
  return { size: size + leaves.length, root: await treeRoot(after, size + leaves.length), tiles };
}

async function growRow(read: ReadTile, level: number, count: number, fresh: readonly Uint8Array[]) {
  const first = Math.floor(count / TILE_WIDTH);
  const kept = count % TILE_WIDTH;
  const old = kept === 0 ? [] : hashesOf((await read(level, first)).subarray(0, kept * HASH_BYTES));
  invariant(old.length === kept, "the right edge of the tree is stored");
  const all = [...old, ...fresh];
  const tiles: GrownTile[] = [];
  const roots: Uint8Array[] = [];
  for (let at = 0; at < all.length; at += TILE_WIDTH) {
    const hashes = all.slice(at, at + TILE_WIDTH);
    tiles.push({ level, tile: first + at / TILE_WIDTH, hashes: concatBytes(...hashes) });
    if (hashes.length === TILE_WIDTH) roots.push(rootOver(hashes));
  }
  return { tiles, roots };
}

/**
 * Root of the first `size` leaves.
 *
 * @example treeRoot(async () => new Uint8Array(), 0).then((root) => root.slice(0, 4)) // → [0xe3, 0xb0, 0xc4, 0x42] (RFC 6962, 2.1: the hash of nothing)
 * @source RFC 6962, 2.1
 */
export async function treeRoot(read: ReadTile, size: number): Promise<Uint8Array> {
  return size === 0 ? emptyRoot() : rangeRoot(read, 0, size);
}

/**
 * The hashes that lead from a leaf to the root, from the leaf's sibling up to the root's child.
 *
 * @example inclusionProof(async () => new Uint8Array(64).fill(7), 0, 2).then((path) => path.map((hash) => hash[0])) // → [7] (in a tree of two the other leaf)
 * @source RFC 6962, 2.1.1
 */
export async function inclusionProof(read: ReadTile, index: number, size: number): Promise<Uint8Array[]> {
  invariant(index >= 0 && index < size, "the leaf is in the tree");
  const path: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    const left = index < middle;
    path.push(left ? await rangeRoot(read, middle, to) : await rangeRoot(read, from, middle));
    [from, to] = left ? [from, middle] : [middle, to];
  }
  return path.reverse();
}

/**
 * The hashes that show that a tree continues an earlier one; empty where the sizes are equal or the first is zero.
 *
 * @example consistencyProof(async () => new Uint8Array(64).fill(7), 1, 2).then((path) => path.map((hash) => hash[0])) // → [7] (from one leaf to two: the second)
 * @example consistencyProof(async () => new Uint8Array(), 3, 3) // → [] (the same tree)
 * @source RFC 6962, 2.1.2
 */
export async function consistencyProof(read: ReadTile, size: number, later: number): Promise<Uint8Array[]> {
  invariant(size >= 0 && size <= later, "a tree only grows");
  if (size === 0) return [];
  const path: Uint8Array[] = [];
  let [from, to, wholeStart] = [0, later, true];
  while (size !== to) {
    const middle = from + splitOf(to - from);
    if (size <= middle) {
      path.push(await rangeRoot(read, middle, to));
      to = middle;
    } else {
      path.push(await rangeRoot(read, from, middle));
      [from, wholeStart] = [middle, false];
    }
  }
  if (!wholeStart) path.push(await rangeRoot(read, from, to));
  return path.reverse();
}

/** Root of leaves from..to−1, a subtree as RFC 6962 divides them: only its last part can be incomplete. */
async function rangeRoot(read: ReadTile, from: number, to: number): Promise<Uint8Array> {
  const width = to - from;
  const height = Math.round(Math.log2(width));
  if (2 ** height === width && from % width === 0) return subtreeRoot(read, height, from / width);
  const middle = from + splitOf(width);
  return nodeHash(await rangeRoot(read, from, middle), await rangeRoot(read, middle, to));
}

/** Root of the complete subtree of 2^height leaves at an index, from the tile that holds its lowest stored hashes. */
async function subtreeRoot(read: ReadTile, height: number, index: number): Promise<Uint8Array> {
  const level = Math.floor(height / 8);
  const width = 2 ** (height % 8);
  const first = index * width;
  const stored = await read(level, Math.floor(first / TILE_WIDTH));
  const at = (first % TILE_WIDTH) * HASH_BYTES;
  const hashes = hashesOf(stored.subarray(at, at + width * HASH_BYTES));
  invariant(hashes.length === width, "the tiles of the tree are stored");
  return rootOver(hashes);
}

function hashesOf(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.floor(bytes.length / HASH_BYTES) }, (_, at) =>
    bytes.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}
