import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Problem } from "@quanheng/contract/schemas/common.ts";
import type { DemoPerson, Session } from "@quanheng/contract/schemas/party.ts";
import { expect, onTestFinished, test } from "vitest";
import { type StartOptions, startServer } from "./main.ts";

async function options(): Promise<StartOptions> {
  const dataDir = await mkdtemp(join(tmpdir(), "quanheng-start-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return { port: 0, host: "127.0.0.1", dataDir, demo: true, pages: false, logLevel: "silent" };
}

test("a fresh platform has its demonstration, lets its people in, and keeps them over a restart", async () => {
  const given = await options();
  const first = await startServer(given);
  const { people } = (await (await fetch(`${first.url}/api/demo/people`)).json()) as { people: DemoPerson[] };
  expect(people.length).toBeGreaterThanOrEqual(8);
  const roles = new Set(people.flatMap((person) => person.roles.map(({ role }) => role)));
  expect([...roles].sort()).toEqual([
    "analyst",
    "enterprise-user",
    "operator",
    "regulator",
    "reviewer",
    "signatory",
    "standards-engineer",
  ]);

  const operator = people.find((person) => person.roles.some(({ role }) => role === "operator"))!;
  const signedIn = await fetch(`${first.url}/api/demo/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ personId: operator.id }),
  });
  const session = (await signedIn.json()) as Session;
  expect([signedIn.status, session.acting?.role, session.demo]).toEqual([200, "operator", true]);
  const cookie = signedIn.headers.getSetCookie()[0]!.split(";")[0]!;
  await first.close();

  const second = await startServer(given);
  onTestFinished(() => second.close());
  const still = (await (await fetch(`${second.url}/api/session`, { headers: { cookie } })).json()) as Session;
  expect(still.person?.id).toBe(operator.id);
  const again = (await (await fetch(`${second.url}/api/demo/people`)).json()) as { people: DemoPerson[] };
  expect(again.people).toHaveLength(people.length);
  if (process.platform !== "win32")
    expect((await stat(join(given.dataDir, "session-secret"))).mode & 0o777).toBe(0o600);
}, 60_000);

test("who comes before the platform is there reads that it is starting, and the same door opens to the platform", async () => {
  const early: Promise<[Response, string, Response, Problem]>[] = [];
  const given = await options();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const starting = startServer({
    ...given,
    port,
    tell: (step) => {
      if (step === "database-making") early.push(ask(url));
    },
  });
  let ready = false;
  const done = starting.then((server) => {
    ready = true;
    return server;
  });
  onTestFinished(async () => (await done).close());
  // From the first answer on, no connection is refused until the platform itself answers.
  await answering(url);
  const seen = new Set<number>();
  while (!ready) seen.add((await fetch(`${url}/api/session`)).status);
  await done;

  expect(early).toHaveLength(1);
  const [page, text, data, problem] = await early[0]!;
  expect([page.status, page.headers.get("content-type"), page.headers.get("retry-after")]).toEqual([
    503,
    "text/html; charset=utf-8",
    "1",
  ]);
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  expect(text).toMatch(/http-equiv="refresh".*正在启动.*is starting/s);
  expect([data.status, data.headers.get("content-type"), data.headers.get("retry-after")]).toEqual([
    503,
    "application/problem+json",
    "1",
  ]);
  expect(problem).toMatchObject({ code: "starting", status: 503, title: "平台正在启动，请在 1 秒后重试。" });
  expect([...seen].filter((status) => ![200, 503].includes(status))).toEqual([]);
  expect((await fetch(`${url}/api/session`)).status).toBe(200);
}, 60_000);

/** A page and an answer of the API, as a reader who came early gets them. */
async function ask(url: string): Promise<[Response, string, Response, Problem]> {
  const page = await fetch(`${url}/commissions`);
  const data = await fetch(`${url}/api/session?lang=zh`, { method: "POST", body: "{}" });
  return [page, await page.text(), data, (await data.json()) as Problem];
}

async function answering(url: string): Promise<void> {
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if ((error as { cause?: NodeJS.ErrnoException }).cause?.code !== "ECONNREFUSED") throw error;
    }
  }
}

/** A port that nobody listened on a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

test("a start that was killed while its database was being made runs once more on the same port and folder", async () => {
  const given = await options();
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), QUANHENG_DATA: given.dataDir };
  const cli = fileURLToPath(new URL("../../cli/src/main.ts", import.meta.url));
  const child = spawn(process.execPath, [cli, "start"], { env, stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "close");
  for await (const line of createInterface({ input: child.stderr })) if (/making|建立/.test(line)) break;
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(503);
  child.kill("SIGKILL");
  child.stderr.destroy();
  await ended;

  const again = await startServer({ ...given, port });
  onTestFinished(() => again.close());
  expect((await fetch(`${again.url}/api/demo/people`)).status).toBe(200);
}, 60_000);

test("a taken port is refused with its number before anything is made", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => taken.close(() => resolve())));
  const { port } = taken.address() as { port: number };
  const given = { ...(await options()), demo: false };

  const before = performance.now();
  await expect(startServer({ ...given, port })).rejects.toMatchObject({ code: "port-in-use", facts: { port } });
  expect(performance.now() - before).toBeLessThan(1000);
  expect(await readdir(given.dataDir)).toEqual([]);
  const free = await startServer(given);
  expect((await fetch(`${free.url}/api/demo/people`)).status).toBe(404);
  await free.close();
}, 60_000);
