import { HASH_BYTES } from "@quanheng/formats/log/hash.ts";
import { entryBundle, parseTilePath, TILE_WIDTH } from "@quanheng/formats/log/tile.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { entriesFrom, findTile } from "../../store/log.ts";
import { reading } from "../../store/transaction.ts";

/**
 * A tile or a bundle of entries by its path under the log's address.
 *
 * What is served under one path never changes, so it may be kept for good; a width that the log has not reached is not
 * served.
 *
 * @throws Refusal `not-found`
 * @source C2SP tlog-tiles v0.1.0
 */
export async function readTileFile(context: Context, path: string): Promise<Uint8Array> {
  const name = parseTilePath(path) ?? refuse("not-found");
  return reading(context, async (tx) => {
    if (name.level === "entries") {
      const entries = await entriesFrom(tx, name.tile * TILE_WIDTH, name.width);
      return entries.length === name.width ? entryBundle(entries) : refuse("not-found");
    }
    const hashes = await findTile(tx, name.level, name.tile);
    const bytes = name.width * HASH_BYTES;
    return hashes !== undefined && hashes.length >= bytes ? hashes.subarray(0, bytes) : refuse("not-found");
  });
}
