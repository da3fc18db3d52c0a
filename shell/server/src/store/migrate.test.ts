import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { openWorkbench } from "../testing/workbench.ts";
import { MIGRATIONS, migrate, readMigrations } from "./migrate.ts";

const folder = await mkdtemp(join(tmpdir(), "quanheng-migrations-"));
await cp(MIGRATIONS, folder, { recursive: true });
const bench = await openWorkbench();
afterAll(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
});
const { access, owner } = bench.database;

test("a migration runs once, and two that start together do not run it twice", async () => {
  await writeFile(join(folder, "9001-more.sql"), "CREATE TABLE more (id text); INSERT INTO more VALUES ('once');");
  const [one, other] = await Promise.all([migrate(access, folder), migrate(access, folder)]);
  expect([...one, ...other]).toEqual(["9001-more.sql"]);
  expect((await sql`SELECT id FROM more`.execute(owner)).rows).toEqual([{ id: "once" }]);
});

test("a migration that fails leaves nothing of itself", async () => {
  await writeFile(join(folder, "9002-broken.sql"), "CREATE TABLE half (id text); SELECT nonsense;");
  await expect(migrate(access, folder)).rejects.toThrow('9002-broken.sql failed: column "nonsense"');
  expect((await sql<{ found: unknown }>`SELECT to_regclass('half') AS found`.execute(owner)).rows).toEqual([
    { found: null },
  ]);
  await rm(join(folder, "9002-broken.sql"));
});

test("a file that was changed after it ran is refused; other line ends are no change", async () => {
  await writeFile(join(folder, "9001-more.sql"), "CREATE TABLE more (id text);\r\nSELECT 1;\r\n");
  await expect(migrate(access, folder)).rejects.toMatchObject({
    code: "migration-changed",
    facts: { file: "9001-more.sql" },
  });
  await rm(join(folder, "9001-more.sql"));
  await expect(migrate(access, folder)).rejects.toMatchObject({
    code: "database-newer",
    facts: { file: "9001-more.sql" },
  });
  const [first] = await readMigrations();
  await writeFile(join(folder, first!.file), first!.sql.replaceAll("\n", "\r\n"));
  expect((await readMigrations(folder))[0]!.sha256).toBe(first!.sha256);
});

test("every table is under row-level security", async () => {
  const { rows } = await sql<{ name: string; protected: boolean }>`
    SELECT relname AS name, relrowsecurity AS protected FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`.execute(
    owner,
  );
  const open = rows.filter((row) => !row.protected).map((row) => row.name);
  expect(open.toSorted()).toEqual(["migration", "more"]);
});

test("the application's role reaches no table of the owner alone and passes no row-level security by", async () => {
  const { rows } = await sql<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean }>`
    SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname LIKE 'quanheng_%' ORDER BY rolname`.execute(
    owner,
  );
  expect(rows.map(({ rolsuper, rolbypassrls }) => rolsuper || rolbypassrls)).toEqual([false, false, false]);
  const { app } = bench.database;
  await expect(sql`SELECT * FROM migration`.execute(app)).rejects.toThrow("permission denied");
  await expect(sql`SELECT * FROM auth."user"`.execute(app)).rejects.toThrow("permission denied");
  await expect(sql`CREATE TABLE mine (id text)`.execute(app)).rejects.toThrow("permission denied");
  await expect(bench.database.auth.query("SELECT * FROM public.person")).rejects.toThrow("permission denied");
});
