import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { recordAction } from "../../../store/audit.ts";
import { checkTrail } from "../../../store/audit-trail.ts";
import type { Database } from "../../../store/database.ts";
import { announce } from "../../../store/outbox.ts";
import { inTransaction } from "../../../store/transaction.ts";
import { actorOf, insertPeople } from "../../../testing/people.ts";
import { openObjectStore } from "../../objects/object-store.ts";
import { openDatabase } from "../open.ts";
import { backUp } from "./back-up.ts";
import { restore } from "./restore.ts";

const folder = await mkdtemp(join(tmpdir(), "quanheng-backup-"));
await chmod(folder, 0o711);
const dataDir = join(folder, "var");
const database = await openDatabase({ dataDir });
const objects = await openObjectStore(join(dataDir, "objects"));
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** Texts that a careless copy spoils: tabs, line ends, backslashes, the copy format's own end mark and null mark. */
const AWKWARD = { note: "tab\tline\nback\\slash \\. \\N 糖 ☃", empty: "" };

async function write(target: Database, subject: string): Promise<void> {
  let made = 0;
  const context = {
    actor: actorOf("analyst"),
    db: target.app,
    now: () => new Date("2026-03-02T01:00:00Z"),
    newId: <Kind extends string>(kind: Kind) => `${kind}-${subject}${++made}` as const,
  };
  await inTransaction(context, async (tx) => {
    await recordAction(tx, context, { action: "thing.done", subject, facts: AWKWARD });
    await announce(tx, context, { topic: "thing.done", subject, facts: AWKWARD });
  });
}

test("what is backed up from a running platform comes back whole, and goes on where it stopped", async () => {
  await insertPeople(database.owner);
  await write(database, "obsone");
  await database.auth.query(
    `INSERT INTO "user" (id, name, email, "emailVerified") VALUES ('u1', 'Test', 'test@example.org', true)`,
  );
  const { sha256 } = await objects.put(Buffer.from("a photo"), 100);
  await writeFile(join(dataDir, "secret"), "kept", { mode: 0o600 });

  const backup = join(folder, "backup");
  const manifest = await backUp({ dataDir }, backup);
  await write(database, "obslater");
  const restoredDir = join(folder, "restored");
  await restore({ dataDir: restoredDir }, backup);

  const restored = await openDatabase({ dataDir: restoredDir });
  try {
    for (const table of ["institution", "enterprise", "person", "membership"] as const) {
      const of = (source: Database) => source.owner.selectFrom(table).selectAll().orderBy("id").execute();
      expect(await of(restored)).toEqual(await of(database));
    }
    const audited = await restored.owner.selectFrom("audit").select(["subject", "facts"]).execute();
    expect(audited).toEqual([{ subject: "obsone", facts: AWKWARD }]);
    expect((await restored.auth.query('SELECT email FROM "user"')).rows).toEqual([{ email: "test@example.org" }]);
    expect((await (await openObjectStore(join(restoredDir, "objects"))).read(sha256)).toString()).toBe("a photo");
    expect(await readFile(join(restoredDir, "secret"), "utf8")).toBe("kept");
    await write(restored, "obsnext");
    expect(await restored.owner.selectFrom("outbox").select("id").orderBy("id").execute()).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
    expect((await checkTrail(restored.owner)).broken).toBeNull();
  } finally {
    await restored.close();
  }
  expect((await stat(backup)).mode & 0o777).toBe(0o700);
  expect(manifest.files.map(({ path }) => path).toSorted()).toEqual(
    [`objects/${sha256.slice(0, 2)}/${sha256}`, "secret"].toSorted(),
  );
});

test("a backup with one changed byte, or a missing file, restores nothing and names the file", async () => {
  const backup = join(folder, "damaged");
  await backUp({ dataDir }, backup);
  const target = join(folder, "never");
  await appendFile(join(backup, "tables", "public.person.copy"), "x");
  await expect(restore({ dataDir: target }, backup)).rejects.toMatchObject({
    code: "backup-damaged",
    facts: { file: "tables/public.person.copy", why: "checksum" },
  });
  await rm(join(backup, "tables", "public.person.copy"));
  await expect(restore({ dataDir: target }, backup)).rejects.toMatchObject({
    code: "backup-damaged",
    facts: { why: "missing" },
  });
  await appendFile(join(backup, "manifest.json"), " ");
  await expect(restore({ dataDir: target }, backup)).rejects.toMatchObject({
    code: "backup-damaged",
    facts: { file: "manifest.json" },
  });
  await expect(stat(target)).rejects.toThrow("ENOENT");
});

test("a backup goes only into an empty folder, and is restored only where nothing is", async () => {
  const used = join(folder, "used");
  await mkdir(used);
  await writeFile(join(used, "mine"), "");
  await expect(backUp({ dataDir }, used)).rejects.toMatchObject({ code: "backup-target-not-empty" });
  const backup = join(folder, "again");
  await backUp({ dataDir }, backup);
  const before = await sql`SELECT count(*) FROM person`.execute(database.owner);
  await expect(restore({ dataDir }, backup)).rejects.toMatchObject({ code: "restore-target-not-empty" });
  expect(await sql`SELECT count(*) FROM person`.execute(database.owner)).toEqual(before);
});
