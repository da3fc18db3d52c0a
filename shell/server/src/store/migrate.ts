import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { invariant, Refusal } from "@quanheng/kernel/refusal.ts";
import pg from "pg";
import type { DatabaseAccess } from "./database.ts";

/** One file of migrations/: `0011-work.sql` is number 11, named `work`. */
export type Migration = {
  readonly number: number;
  readonly file: string;
  readonly sql: string;
  readonly sha256: string;
};

export const MIGRATIONS = fileURLToPath(new URL("../../migrations/", import.meta.url));

/** Held while migrations run, so that two nodes that start together do not both run them. */
const LOCK = 7_261_004;

/**
 * Brings the database to the newest migration; each file in a transaction of its own, as the owner.
 *
 * @param upTo stops after this number, as a restore needs it
 * @returns the files that were applied now
 * @throws Refusal `migration-changed` when a file differs from what was applied, `database-newer` when the database knows
 *   a migration that this program does not
 */
export async function migrate(
  access: DatabaseAccess,
  folder: string = MIGRATIONS,
  upTo: number = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  const migrations = (await readMigrations(folder)).filter(({ number }) => number <= upTo);
  const client = new pg.Client(access.connectionOf("quanheng_owner") as pg.ClientConfig);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(
      "CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY, file text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    const pending = pendingOf(
      migrations,
      (await client.query<Applied>("SELECT number, file, sha256 FROM migration")).rows,
    );
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ file }) => file);
  } finally {
    await client.end();
  }
}

/** The migrations of a folder in their order. */
export async function readMigrations(folder: string = MIGRATIONS): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  const migrations = await Promise.all(files.map((file) => readMigration(folder, file)));
  const numbers = new Set(migrations.map(({ number }) => number));
  invariant(numbers.size === migrations.length, "no two migrations have the same number");
  return migrations;
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1];
  invariant(number !== undefined, `${file} is named like 0042-what-it-adds.sql`);
  // A checkout on Windows may have turned the line ends; the migration is the same.
  const sql = (await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n");
  return { number: Number(number), file, sql, sha256: createHash("sha256").update(sql).digest("hex") };
}

type Applied = Pick<Migration, "number" | "file" | "sha256">;

function pendingOf(migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  for (const { number, file, sha256 } of applied) {
    const migration = known.get(number);
    if (!migration) throw new Refusal("database-newer", { file });
    if (migration.sha256 !== sha256) throw new Refusal("migration-changed", { file });
  }
  const done = new Set(applied.map(({ number }) => number));
  return migrations.filter(({ number }) => !done.has(number));
}

async function apply(client: pg.Client, { number, file, sql, sha256 }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query("INSERT INTO migration (number, file, sha256) VALUES ($1, $2, $3)", [number, file, sha256]);
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new Error(`the migration ${file} failed: ${(cause as Error).message}`, { cause });
  }
}
