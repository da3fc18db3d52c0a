import type { GrownTile, ReadTile } from "../tree.ts";

/** A store of tiles in memory, with the rules of a real one: a stored hash never changes. */
export function memoryTiles(): { read: ReadTile; keep(tiles: readonly GrownTile[]): void } {
  const stored = new Map<string, Uint8Array>();
  return {
    read: async (level, tile) => stored.get(`${level}/${tile}`) ?? new Uint8Array(),
    keep(tiles) {
      for (const { level, tile, hashes } of tiles) {
        const old = stored.get(`${level}/${tile}`) ?? new Uint8Array();
        if (old.some((byte, at) => byte !== hashes[at])) throw new Error(`tile ${level}/${tile} was rewritten`);
        stored.set(`${level}/${tile}`, hashes);
      }
    },
  };
}
