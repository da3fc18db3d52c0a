import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openCheckpoint } from "@quanheng/formats/log/checkpoint.ts";
import { leafHash } from "@quanheng/formats/log/hash.ts";
import type { NoteKey } from "@quanheng/formats/log/key.ts";
import { readEntryBundle, TILE_WIDTH, tilePath, tilesOfSize } from "@quanheng/formats/log/tile.ts";
import { treeRoot } from "@quanheng/formats/log/tree.ts";
import type { GetLogFile } from "./read-log.ts";

/** What an export wrote, or why the log is not one to be passed on. */
export type Exported =
  | { readonly ok: true; readonly size: number; readonly fetched: number; readonly kept: number }
  | { readonly ok: false; readonly why: "empty" | "not-trusted" | "entries-differ" | "root-differs" };

/**
 * Copies a log into a folder of plain files that any web server can serve. Full tiles that are there already are kept, the
 * checkpoint is put in place last: the folder never shows a state whose tiles it has not got.
 *
 * @param keys of logs that are trusted
 * @source C2SP tlog-tiles v0.1.0
 */
export async function exportLog(get: GetLogFile, keys: readonly NoteKey[], folder: string): Promise<Exported> {
  const bytes = await get("checkpoint");
  if (bytes === null) return { ok: false, why: "empty" };
  const note = new TextDecoder().decode(bytes);
  const { checkpoint, trusted } = openCheckpoint(note, { logs: keys, witnesses: [], quorum: 0 });
  if (!trusted) return { ok: false, why: "not-trusted" };
  const { size, root } = checkpoint;
  let [fetched, kept] = [0, 0];
  for (const name of tilesOfSize(size)) {
    const path = tilePath(name);
    const there = name.width === TILE_WIDTH ? await readIf(join(folder, path)) : undefined;
    if (there) kept++;
    else {
      fetched++;
      await put(folder, path, (await get(path)) ?? new Uint8Array());
    }
  }
  if (!(await entriesAgree(folder, size))) return { ok: false, why: "entries-differ" };
  const stored = await treeRoot(
    async (level, tile) => (await readIf(join(folder, pathIn(level, tile, size)))) ?? new Uint8Array(),
    size,
  );
  if (!Buffer.from(stored).equals(root)) return { ok: false, why: "root-differs" };
  await put(folder, "checkpoint", bytes);
  return { ok: true, size, fetched, kept };
}

/** Each bundle of entries hashes to the tile beside it. */
async function entriesAgree(folder: string, size: number): Promise<boolean> {
  for (let tile = 0; tile * TILE_WIDTH < size; tile++) {
    const width = Math.min(TILE_WIDTH, size - tile * TILE_WIDTH);
    const bundle = await readFile(join(folder, tilePath({ level: "entries", tile, width })));
    const hashes = await readFile(join(folder, tilePath({ level: 0, tile, width })));
    if (!Buffer.concat(readEntryBundle(bundle).map(leafHash)).equals(hashes)) return false;
  }
  return true;
}

/** Where the tile of a tree of this size lies. */
function pathIn(level: number, tile: number, size: number): string {
  const count = Math.floor(size / TILE_WIDTH ** level);
  return tilePath({ level, tile, width: Math.min(TILE_WIDTH, count - tile * TILE_WIDTH) });
}

/** Written beside and moved into place, so that a reader never meets half a file. */
async function put(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(`${place}.new`, bytes);
  await rename(`${place}.new`, place);
}

async function readIf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return undefined;
  }
}
