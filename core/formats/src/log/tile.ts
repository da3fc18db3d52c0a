import { concatBytes } from "@noble/hashes/utils.js";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { refuse } from "../refusals.ts";

/** Hashes in a full tile, and entries in a full bundle. */
export const TILE_WIDTH = 256;
export const MAX_ENTRY_BYTES = 65_535;

/** One tile by its place; `width` below 256 is a partial one. */
export type TileName = { readonly level: number | "entries"; readonly tile: number; readonly width: number };

/**
 * The path of a tile under the log's address: `tile/0/x001/x234/067.p/5`.
 *
 * @example tilePath({ level: 0, tile: 1234067, width: 256 }) // → "tile/0/x001/x234/067" (C2SP tlog-tiles, example)
 * @example tilePath({ level: "entries", tile: 0, width: 5 }) // → "tile/entries/000.p/5" (a partial bundle)
 * @source C2SP tlog-tiles v0.1.0
 */
export function tilePath({ level, tile, width }: TileName): string {
  const digits = String(tile).padStart(Math.ceil(String(tile).length / 3) * 3, "0");
  const groups = digits.match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${path}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/**
 * A tile from its path.
 *
 * @returns undefined for a path that names no tile, or names one in a second way
 * @example parseTilePath("tile/0/x001/x234/067") // → { level: 0, tile: 1234067, width: 256 } (C2SP tlog-tiles, example)
 * @example parseTilePath("tile/0/x000/001") // → undefined (a second way to write 001)
 * @source C2SP tlog-tiles v0.1.0
 */
export function parseTilePath(path: string): TileName | undefined {
  const match = PATH.exec(path);
  if (!match) return undefined;
  const level = match[1] === "entries" ? "entries" : Number(match[1]);
  const name = {
    level,
    tile: Number((match[2] ?? "").replace(/[x/]/g, "")),
    width: match[3] === undefined ? TILE_WIDTH : Number(match[3]),
  } as const;
  const partial = match[3] !== undefined;
  if ((level !== "entries" && level > 63) || (partial && name.width >= TILE_WIDTH)) return undefined;
  return tilePath(name) === path ? name : undefined;
}

/**
 * Every tile and bundle that must be served for a tree of this size.
 *
 * @example tilesOfSize(70000).filter(({ level }) => level === 0).at(-1) // → { tile: 273, width: 112 } (C2SP tlog-tiles, example: 273 full tiles and one of 112)
 * @example tilesOfSize(70000).filter(({ level }) => level === 2) // → [{ tile: 0, width: 1 }] (C2SP tlog-tiles, example)
 * @source C2SP tlog-tiles v0.1.0
 */
export function tilesOfSize(size: number): TileName[] {
  const names: TileName[] = rowOf("entries", size);
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    names.push(...rowOf(level, count));
  }
  return names;
}

function rowOf(level: TileName["level"], count: number): TileName[] {
  return Array.from({ length: Math.ceil(count / TILE_WIDTH) }, (_, tile) => ({
    level,
    tile,
    width: Math.min(TILE_WIDTH, count - tile * TILE_WIDTH),
  }));
}

/**
 * Entries as they are served: each with its length in two bytes before it.
 *
 * @example entryBundle([new Uint8Array([7])]) // → [0, 1, 7] (length in two bytes, then the entry)
 * @throws Error for an entry above 65 535 bytes, which is a fault of the caller
 * @source C2SP tlog-tiles v0.1.0
 */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      invariant(entry.length <= MAX_ENTRY_BYTES, "an entry fits its length field");
      return [Uint8Array.of(entry.length >> 8, entry.length & 255), entry];
    }),
  );
}

/**
 * The entries of a bundle.
 *
 * @example readEntryBundle(new Uint8Array([0, 1, 7, 0, 0])) // → [[7], []] (two entries, one of them empty)
 * @throws Refusal `tile-unreadable`
 * @source C2SP tlog-tiles v0.1.0
 */
export function readEntryBundle(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 2 + (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    if (end > bytes.length || entries.length === TILE_WIDTH) refuse("tile-unreadable");
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  return entries;
}
