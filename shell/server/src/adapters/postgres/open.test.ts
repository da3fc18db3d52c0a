import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { startEmbedded } from "./embedded.ts";
import { openDatabase } from "./open.ts";

const folder = await mkdtemp(join(tmpdir(), "quanheng-open-"));
await chmod(folder, 0o711);
const server = await startEmbedded({ dataDir: join(folder, "server") });
const admin = new pg.Client(server.superuser("postgres"));
await admin.connect();
afterAll(async () => {
  await admin.end();
  await server.stop();
  await rm(folder, { recursive: true });
});

/** `host` is the socket's folder here, as it may be for a server of one's own. */
function urlOf(user: string, password: string, database: string): string {
  return `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(server.superuser("x").host)}`;
}

test("a server named by DATABASE_URL gets roles, tables and row-level security like the packaged one", async () => {
  await admin.query("CREATE DATABASE given");
  const databaseUrl = urlOf("postgres", server.superuser("x").password, "given");
  const database = await openDatabase({ dataDir: join(folder, "unused"), databaseUrl });

  const { rows } = await sql<{ role: string }>`SELECT current_user AS role`.execute(database.app);
  expect(rows).toEqual([{ role: "quanheng_app" }]);
  expect((await database.auth.query("SELECT current_user AS role")).rows).toEqual([{ role: "quanheng_auth" }]);
  await expect(sql`SELECT * FROM migration`.execute(database.app)).rejects.toThrow("permission denied");
  expect(await database.owner.selectFrom("institution").selectAll().execute()).toEqual([]);
  await database.close();
});

test("a user who may not make the roles is told what the administrator has to run", async () => {
  await admin.query("CREATE DATABASE plain");
  await admin.query("CREATE ROLE plain LOGIN PASSWORD 'plain'");
  const act = openDatabase({ dataDir: join(folder, "unused"), databaseUrl: urlOf("plain", "plain", "plain") });
  await expect(act).rejects.toMatchObject({
    code: "database-roles-missing",
    facts: { sql: expect.stringContaining("CREATE ROLE quanheng_owner") },
  });
});

test("an address where no database answers is refused with the reason", async () => {
  const wrong = openDatabase({ dataDir: join(folder, "unused"), databaseUrl: urlOf("postgres", "wrong", "given") });
  await expect(wrong).rejects.toMatchObject({
    code: "database-unreachable",
    facts: { why: expect.stringContaining("password authentication failed") },
  });
  const nowhere = openDatabase({ dataDir: join(folder, "unused"), databaseUrl: "postgres://u:p@127.0.0.1:9/x" });
  await expect(nowhere).rejects.toMatchObject({ code: "database-unreachable" });
});
