import { chmod, copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import pg from "pg";
import type { DatabaseAccess } from "../../../store/database.ts";
import { migrate, readMigrations } from "../../../store/migrate.ts";
import { attachDatabase } from "../attach.ts";
import { advanceSequences, quoted } from "../catalog.ts";
import { copyFromFile } from "../copy.ts";
import type { OpenOptions } from "../open.ts";
import { refuseStart } from "../refusals.ts";
import { checkedManifest, type Manifest } from "./manifest.ts";

/**
 * Restores a backup into an empty data folder or database: everything of it, or nothing.
 *
 * The tables are made as they were when the backup was taken, filled in one transaction, and then brought to today's form.
 *
 * @throws Refusal `backup-damaged`, `restore-target-not-empty`, `database-newer`, `migration-changed`
 */
export async function restore(options: OpenOptions, source: string): Promise<Manifest> {
  const manifest = await checkedManifest(source);
  const known = new Map((await readMigrations()).map(({ number, sha256 }) => [number, sha256]));
  for (const { number, file, sha256 } of manifest.migrations) {
    if (!known.has(number)) refuseStart("database-newer", { file });
    if (known.get(number) !== sha256) refuseStart("migration-changed", { file });
  }
  const target = await attachDatabase(options);
  try {
    await requireEmpty(target);
    await migrate(target, undefined, Math.max(0, ...manifest.migrations.map(({ number }) => number)));
    await fill(target, manifest, source);
    await migrate(target);
    await putFiles(manifest, source, options.dataDir);
    return manifest;
  } finally {
    await target.stop();
  }
}

async function requireEmpty(target: DatabaseAccess): Promise<void> {
  await asOwner(target, async (client) => {
    const { rows } = await client.query(
      "SELECT 1 FROM pg_class WHERE relname = 'migration' AND relnamespace = 'public'::regnamespace",
    );
    if (rows.length > 0) refuseStart("restore-target-not-empty");
  });
}

async function fill(target: DatabaseAccess, manifest: Manifest, source: string): Promise<void> {
  await asOwner(target, async (client) => {
    await client.query("BEGIN");
    for (const stored of manifest.tables) {
      const columns = stored.columns.map((column) => client.escapeIdentifier(column)).join(", ");
      // Rows that a migration laid down are in the backup as they had become; append-only tables start empty and stay out.
      const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(client, stored)} LIMIT 1`);
      if (rowCount) await client.query(`DELETE FROM ${quoted(client, stored)}`);
      const rows = await copyFromFile(
        client,
        `COPY ${quoted(client, stored)} (${columns}) FROM STDIN`,
        join(source, stored.file),
      );
      if (rows !== stored.rows) refuseStart("backup-damaged", { file: stored.file, why: `${rows} ≠ ${stored.rows}` });
    }
    await advanceSequences(client);
    await client.query("COMMIT");
    await client.query("ANALYZE");
  });
}

async function putFiles(manifest: Manifest, source: string, dataDir: string): Promise<void> {
  for (const { path } of manifest.files) {
    const file = join(dataDir, path);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await copyFile(join(source, "files", path), file);
    await chmod(file, 0o600);
  }
}

async function asOwner(target: DatabaseAccess, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(target.connectionOf("quanheng_owner") as pg.ClientConfig);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
