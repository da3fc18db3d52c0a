import { mkdtemp, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("a taken port is refused with its number, and the database is let go", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => taken.close(() => resolve())));
  const { port } = taken.address() as { port: number };
  const given = { ...(await options()), demo: false };

  await expect(startServer({ ...given, port })).rejects.toMatchObject({ code: "port-in-use", facts: { port } });
  const free = await startServer(given);
  expect((await fetch(`${free.url}/api/demo/people`)).status).toBe(404);
  await free.close();
}, 60_000);
