import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { isAbsolute, join, normalize } from "node:path";
import { refuseStart } from "../refusals.ts";

/** What lies in a backup's folder; whoever restores it can check every byte first. */
export type Manifest = {
  readonly format: "quanheng-backup/1";
  readonly createdAt: string;
  readonly migrations: readonly { readonly number: number; readonly file: string; readonly sha256: string }[];
  readonly tables: readonly {
    readonly schema: string;
    readonly table: string;
    readonly columns: readonly string[];
    readonly rows: number;
    readonly file: string;
    readonly sha256: string;
  }[];
  /** Files of the data folder: stored objects, keys, secrets. Paths use `/`. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
};

/**
 * Reads a backup's manifest and checks every file against it.
 *
 * @throws Refusal `backup-damaged` for the first file that is missing or differs
 */
export async function checkedManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch(() => damaged("manifest.json", "missing"));
  const sum = await readFile(join(folder, "manifest.sha256"), "utf8").catch(() =>
    damaged("manifest.sha256", "missing"),
  );
  if (createHash("sha256").update(text).digest("hex") !== sum.trim()) damaged("manifest.json", "checksum");
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== "quanheng-backup/1") damaged("manifest.json", `format ${String(manifest.format)}`);
  for (const { file, sha256 } of manifest.tables) await check(folder, file, sha256);
  for (const { path, sha256 } of manifest.files) await check(folder, `files/${path}`, sha256);
  return manifest;
}

/** The SHA-256 of a file, in hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function check(folder: string, file: string, sha256: string): Promise<void> {
  if (isAbsolute(file) || normalize(file).startsWith("..")) damaged(file, "path");
  const found = await sha256Of(join(folder, file)).catch(() => null);
  if (found === null) damaged(file, "missing");
  if (found !== sha256) damaged(file, "checksum");
}

function damaged(file: string, why: string): never {
  return refuseStart("backup-damaged", { file, why });
}
