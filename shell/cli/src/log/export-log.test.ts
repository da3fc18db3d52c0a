import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkpointText } from "@quanheng/formats/log/checkpoint.ts";
import { leafHash, rootOver } from "@quanheng/formats/log/hash.ts";
import { NOTE_TYPE } from "@quanheng/formats/log/key.ts";
import { signNote } from "@quanheng/formats/log/note.ts";
import { memoryTiles } from "@quanheng/formats/log/testing/memory-tiles.ts";
import { entryBundle, parseTilePath, TILE_WIDTH } from "@quanheng/formats/log/tile.ts";
import { grow } from "@quanheng/formats/log/tree.ts";
import { key as keyOf } from "@quanheng/formats/verify/testing/demo-house.ts";
import { expect, onTestFinished, test } from "vitest";
import { exportLog } from "./export-log.ts";
import type { GetLogFile } from "./read-log.ts";

const key = { name: "qi.example/log", type: NOTE_TYPE.ed25519, ...keyOf(7) };
const entries = Array.from({ length: 600 }, (_, n) => new TextEncoder().encode(`entry ${n}`));

/** A log of the first entries, by its files. */
async function served(size: number, change: (path: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes) {
  const tiles = memoryTiles();
  const leaves = entries.slice(0, size).map(leafHash);
  tiles.keep((await grow(tiles.read, 0, leaves)).tiles);
  const note = await signNote(checkpointText({ origin: key.name, size, root: rootOver(leaves) }), key);
  const asked: string[] = [];
  const get: GetLogFile = async (path) => {
    asked.push(path);
    if (path === "checkpoint") return new TextEncoder().encode(note);
    const { level, tile, width } = parseTilePath(path)!;
    const bytes =
      level === "entries"
        ? entryBundle(entries.slice(tile * TILE_WIDTH, tile * TILE_WIDTH + width))
        : (await tiles.read(level, tile)).subarray(0, width * 32);
    return change(path, bytes);
  };
  return { get, asked };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "quanheng-export-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a log becomes files under the paths of the specification, and grows by what is new", async () => {
  const folder = newFolder();
  expect(await exportLog((await served(300)).get, [key], folder)).toEqual({ ok: true, size: 300, fetched: 5, kept: 0 });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  expect(files.toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
    "checkpoint",
    "tile/0/000",
    "tile/0/001.p/44",
    "tile/1/000.p/1",
    "tile/entries/000",
    "tile/entries/001.p/44",
  ]);
  const later = await served(600);
  expect(await exportLog(later.get, [key], folder)).toEqual({ ok: true, size: 600, fetched: 5, kept: 2 });
  expect(later.asked).not.toContain("tile/0/000");
  expect(readFileSync(join(folder, "checkpoint"), "utf8")).toContain("\n600\n");
});

test("what is not what the log signed never gets its checkpoint shown", async () => {
  const flip = (wanted: string) => (path: string, bytes: Uint8Array) =>
    path === wanted ? bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) : bytes;
  const cases = [
    ["tile/entries/000", "entries-differ"],
    ["tile/0/001.p/44", "entries-differ"],
    ["tile/1/000.p/1", "root-differs"],
  ] as const;
  for (const [path, why] of cases) {
    const folder = newFolder();
    const change =
      path === "tile/1/000.p/1"
        ? (name: string, bytes: Uint8Array) => (name === path ? bytes.map((byte) => byte ^ 1) : bytes)
        : flip(path);
    expect(await exportLog((await served(300, change)).get, [key], folder)).toEqual({ ok: false, why });
    expect(readdirSync(folder)).not.toContain("checkpoint");
  }
  const { get } = await served(3);
  expect(await exportLog(get, [{ ...key, name: "other.example/log" }], newFolder())).toEqual({
    ok: false,
    why: "not-trusted",
  });
  expect(await exportLog(async () => null, [key], newFolder())).toEqual({ ok: false, why: "empty" });
});
