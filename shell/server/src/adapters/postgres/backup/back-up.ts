import { createHash } from "node:crypto";
import { copyFile, mkdir, open, readdir, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import pg from "pg";
import { attachDatabase } from "../attach.ts";
import { quoted, storedTables } from "../catalog.ts";
import { copyToFile } from "../copy.ts";
import type { OpenOptions } from "../open.ts";
import { refuseStart } from "../refusals.ts";
import { type Manifest, sha256Of } from "./manifest.ts";

/** What the data folder holds besides what must not be lost: it is made anew, or stands in the tables. */
const NOT_KEPT =
  /^(postgres|postgres-home|database\.json|database-place|lock)(\/|$)|^objects\/incoming(\/|$)|\.draft$|\.stale\./;

/** How far the log was signed; copied before the tables, so that a backup never claims more than its tables hold. */
const LOG_MARK = "keys/log-mark";

/**
 * Writes everything the platform must not lose into an empty folder; the platform may go on working meanwhile.
 *
 * All tables are read in one transaction, so they show one moment; files are copied afterwards, because a file is stored
 * before the row that names it; only the log's mark, which follows its rows, is copied before. The folder holds secrets and keys: it is made for its owner's eyes only.
 *
 * @throws Refusal `backup-target-not-empty`
 */
export async function backUp(options: OpenOptions, target: string): Promise<Manifest> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  if ((await readdir(target)).length > 0) refuseStart("backup-target-not-empty", { folder: target });
  const source = await attachDatabase(options);
  try {
    const client = new pg.Client(source.connectionOf("quanheng_owner") as pg.ClientConfig);
    await client.connect();
    const mark = await copyFiles(options.dataDir, target, (path) => path === LOG_MARK);
    const dumped = await dump(client, target).finally(() => client.end());
    const manifest: Manifest = {
      format: "quanheng-backup/1",
      createdAt: new Date().toISOString(),
      ...dumped,
      files: [...mark, ...(await copyFiles(options.dataDir, target, (path) => path !== LOG_MARK))],
    };
    await seal(target, manifest);
    return manifest;
  } finally {
    await source.stop();
  }
}

async function dump(client: pg.Client, target: string): Promise<Pick<Manifest, "migrations" | "tables">> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const { rows: migrations } = await client.query<Manifest["migrations"][number]>(
    "SELECT number, file, sha256 FROM migration ORDER BY number",
  );
  await mkdir(join(target, "tables"), { mode: 0o700 });
  const tables: Manifest["tables"][number][] = [];
  for (const stored of await storedTables(client)) {
    const file = `tables/${stored.schema}.${stored.table}.copy`;
    const columns = stored.columns.map((column) => client.escapeIdentifier(column)).join(", ");
    const { rows, sha256 } = await copyToFile(
      client,
      `COPY ${quoted(client, stored)} (${columns}) TO STDOUT`,
      join(target, file),
    );
    tables.push({ ...stored, rows, file, sha256 });
  }
  await client.query("COMMIT");
  return { migrations, tables };
}

async function copyFiles(
  dataDir: string,
  target: string,
  wanted: (path: string) => boolean,
): Promise<Manifest["files"]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files: Manifest["files"][number][] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
      .slice(dataDir.length + 1)
      .split(sep)
      .join("/");
    if (!entry.isFile() || NOT_KEPT.test(path) || !wanted(path)) continue;
    const copy = join(target, "files", path);
    await mkdir(dirname(copy), { recursive: true, mode: 0o700 });
    await copyFile(join(dataDir, path), copy);
    files.push({ path, sha256: await sha256Of(copy) });
  }
  return files;
}

/** The manifest comes last: a folder without it is no backup. */
async function seal(target: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(target, "manifest.json"), text, { mode: 0o600, flush: true });
  const sum = createHash("sha256").update(text).digest("hex");
  await writeFile(join(target, "manifest.sha256"), `${sum}\n`, { mode: 0o600, flush: true });
  if (process.platform === "win32") return;
  const folder = await open(target, "r");
  await folder.sync().finally(() => folder.close());
}
