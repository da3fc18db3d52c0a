import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { kill, startVictim, treeOf } from "../../testing/victim.ts";
import { type EmbeddedServer, startEmbedded } from "./embedded.ts";
import { lockFolder } from "./folder-lock.ts";
import { canReach } from "./server-account.ts";

const isRoot = process.getuid?.() === 0;
const folder = await mkdtemp(join(tmpdir(), "quanheng-embedded-"));
await chmod(folder, 0o711);
const dataDir = join(folder, "var");
let server: EmbeddedServer = await startEmbedded({ dataDir });
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function ask<Row>(config: pg.ClientConfig, statement: string): Promise<Row[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end();
  }
}

test("a second instance on the same folder is refused and told which process has it", async () => {
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    code: "data-folder-in-use",
    facts: { pid: process.pid, folder: dataDir },
  });
});

test("it is durable and listens to nothing but its private socket", async () => {
  const settings = await ask<{ name: string; setting: string }>(
    server.superuser("postgres"),
    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'listen_addresses', 'synchronous_commit') ORDER BY name",
  );
  expect(settings.map(({ setting }) => setting)).toEqual(["on", "on", "", "on"]);
  const { host } = server.superuser("postgres");
  expect((await stat(host)).mode & 0o777).toBe(0o700);
});

test("nobody connects without the password", async () => {
  const wrong = { ...server.superuser("postgres"), password: "guess" };
  await expect(ask(wrong, "SELECT 1")).rejects.toThrow("password authentication failed");
  expect((await stat(join(dataDir, "database.json"))).mode & 0o777).toBe(0o600);
});

test.runIf(isRoot)("another user of the machine reaches neither socket nor data", () => {
  const { host } = server.superuser("postgres");
  const look = (command: string, path: string) => () =>
    execFileSync(command, [path], { uid: 65_534, gid: 65_534, cwd: "/", stdio: "pipe" });
  expect(look("ls", host)).toThrow("Permission denied");
  expect(look("ls", join(dataDir, "postgres", "data"))).toThrow("Permission denied");
  expect(look("cat", join(dataDir, "database.json"))).toThrow("Permission denied");
  expect(look("cat", join(dataDir, "postgres", "log"))).toThrow("Permission denied");
});

test.runIf(isRoot)("as root the server runs as somebody who is nobody else", async () => {
  const [row] = await ask<{ pg_read_file: string }>(
    server.superuser("postgres"),
    "SELECT pg_read_file('/proc/self/status')",
  );
  const uid = Number(/^Uid:\s+(\d+)/m.exec(row!.pg_read_file)?.[1]);
  expect(uid).toBeGreaterThan(0);
  expect((await stat(join(dataDir, "postgres", "data"))).uid).toBe(uid);
});

test.runIf(isRoot)(
  "as root out of a home that only root may enter, the database lies where its user can reach it",
  async () => {
    const home = join(folder, "home");
    await mkdir(home, { mode: 0o700 });
    const outside = join(folder, "outside");
    const told: string[] = [];
    for (const round of [1, 2]) {
      const other = await startEmbedded({ dataDir: join(home, "var"), outside, tell: (step) => told.push(step) });
      if (round === 1) await ask(other.superuser("postgres"), "CREATE TABLE kept (id text)");
      else expect(await ask(other.superuser("postgres"), "SELECT * FROM kept")).toEqual([]);
      await other.stop();
    }
    expect(told).toEqual(["database-elsewhere", "database-making", "database-elsewhere"]);
    expect(await readdir(outside)).toHaveLength(1);
  },
);

test.runIf(isRoot)(
  "as root a closed data folder in an open place is opened for passing through, not for looking",
  async () => {
    const own = await mkdtemp(join(folder, "closed-"));
    const told: string[] = [];
    const other = await startEmbedded({ dataDir: own, tell: (step) => told.push(step) });
    await other.stop();
    expect(told).toEqual(["database-making"]);
    expect((await stat(own)).mode & 0o777).toBe(0o701);
  },
);

test("a server that dies under the platform is started again", async () => {
  const before = server.pid();
  kill(treeOf(before));
  const deadline = performance.now() + 20_000;
  let rows: unknown[] = [];
  while (rows.length === 0 && performance.now() < deadline) {
    rows = await ask(server.superuser("postgres"), "SELECT 1 AS one").catch(() => []);
  }
  expect(rows).toEqual([{ one: 1 }]);
  expect(server.pid()).not.toBe(before);
});

test("stopped in order it leaves no lock, no process, and nothing to recover", async () => {
  await server.stop();
  expect(existsSync(join(dataDir, "lock"))).toBe(false);
  expect(existsSync(join(dataDir, "postgres", "data", "postmaster.pid"))).toBe(false);
  const told: string[] = [];
  server = await startEmbedded({ dataDir, tell: (step) => told.push(step) });
  expect(told).toEqual([]);
});

test("SIGTERM stops the platform in order, under load", async () => {
  const own = join(folder, "term");
  const victim = startVictim(own);
  await victim.acknowledged(20);
  const tree = treeOf(victim.process.pid!);
  victim.process.kill("SIGTERM");
  await victim.ended;
  expect(victim.process.exitCode).toBe(0);
  expect(victim.said.at(-1)).toBe("closed");
  expect(existsSync(join(own, "postgres", "data", "postmaster.pid"))).toBe(false);
  expect(tree.length).toBeGreaterThan(2);
});

test("a lock of a process that is gone, or that is half written, is taken over; a living one is not", async () => {
  const own = join(folder, "lock");
  await mkdir(own);
  for (const stale of [JSON.stringify({ pid: process.pid, started: "another boot" }), '{"pid":', ""]) {
    await writeFile(join(own, "lock"), stale);
    const lock = await lockFolder(own);
    expect(JSON.parse(readFileSync(join(own, "lock"), "utf8"))).toMatchObject({ pid: process.pid });
    await expect(lockFolder(own)).rejects.toMatchObject({ code: "data-folder-in-use" });
    await lock.release();
  }
  expect(await readdir(own)).toEqual([]);
});

test("of many who take a stale lock at once, one gets it", async () => {
  const own = join(folder, "race");
  await mkdir(own);
  await writeFile(join(own, "lock"), "{}");
  const takers = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(own)));
  expect(takers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a data folder without its passwords, or of another version, is refused with what to do", async () => {
  const own = join(folder, "other");
  const data = join(own, "postgres", "data");
  await mkdir(data, { recursive: true });
  await chmod(own, 0o711);
  await chmod(join(own, "postgres"), 0o711);
  await writeFile(join(data, "PG_VERSION"), "18\n");
  await expect(startEmbedded({ dataDir: own })).rejects.toMatchObject({ code: "database-secret-missing" });
  await writeFile(join(data, "PG_VERSION"), "17\n");
  await expect(startEmbedded({ dataDir: own })).rejects.toMatchObject({
    code: "database-other-version",
    facts: { found: "17" },
  });
  expect(existsSync(join(own, "lock"))).toBe(false);
});

test("who can pass is told from owner, group and others of every folder on the way", async () => {
  const own = join(folder, "way");
  await mkdir(join(own, "in"), { recursive: true });
  const { uid, gid } = await stat(own);
  const stranger = { uid: uid + 4242, gid: gid + 4242 };
  await chmod(own, 0o710);
  expect(canReach(join(own, "in"), { uid: stranger.uid, gid })).toBe(true);
  expect(canReach(join(own, "in"), stranger)).toBe(false);
  await chmod(own, 0o701);
  expect(canReach(join(own, "in"), stranger)).toBe(true);
  expect(canReach(join(own, "in"), { uid: stranger.uid, gid })).toBe(false);
});
