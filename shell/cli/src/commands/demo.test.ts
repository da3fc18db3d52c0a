import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@quanheng/server/main.ts";
import { expect, test } from "vitest";
import { dispatch } from "../dispatch.ts";

/** Runs a command as the console would and keeps what it says. */
async function run(...words: string[]) {
  const lines: string[] = [];
  const code = await dispatch(words, { env: { LANG: "en_GB.UTF-8" }, out: (line) => lines.push(line), note: () => {} });
  return { code, text: lines.join("\n") };
}

test("the demonstration goes the whole way, and what it leaves can be verified, told from a forgery, and found in the log", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "quanheng-demo-test-"));
  const server = await startServer({
    port: 0,
    host: "127.0.0.1",
    dataDir: join(folder, "data"),
    demo: true,
    pages: false,
    limits: { signIn: null, account: null, publicApi: null },
    logLevel: "silent",
  });
  t.onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const out = join(folder, "out");
  const demo = await run("demo", "--json", "--url", server.url, "--out", out);
  const answer = JSON.parse(demo.text) as { sound: boolean; statements: string[]; steps: unknown[] };
  expect([demo.code, answer.sound]).toEqual([0, true]);
  expect(answer.steps.length).toBeGreaterThan(10);

  const [number] = answer.statements;
  expect(await readdir(out)).toEqual(
    expect.arrayContaining([`${number}.pdf`, `${number}.jwt`, `${number}.tlog-proof`, `${number}.json`, "trust.json"]),
  );
  expect((await run("verify", join(out, `${number}.pdf`))).code).toBe(0);
  expect((await run("verify", join(out, `${number}.jwt`))).code).toBe(0);
  const forged = await run("verify", join(out, `${number}-changed.pdf`));
  expect([forged.code, forged.text.includes("altered")]).toEqual([1, true]);

  const seen = join(folder, "seen");
  expect((await run("log", "check", "--url", server.url, "--seen", seen)).code).toBe(0);
  const again = await run(
    "log",
    "check",
    "--json",
    "--url",
    server.url,
    "--seen",
    seen,
    "--trust",
    join(out, "trust.json"),
  );
  expect(again.code).toBe(0);
  // Every statement has its own entry, and one that anchors the audit chain of its commission.
  expect(JSON.parse(again.text)).toMatchObject({ size: 2 * answer.statements.length, findings: [] });
}, 180_000);

test("a centre that has no commission is named beside those that have", async () => {
  expect((await run("demo", "astronomy")).code).toBe(2);
});

test("a log that cannot be reached is said to be so", async () => {
  expect((await run("log", "check", "--url", "http://127.0.0.1:9")).code).toBe(2);
});
