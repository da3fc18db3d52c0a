import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { readPageFiles } from "../adapters/web/page-files.ts";
import type { Pages } from "../adapters/web/pages.ts";
import { openHouse } from "../testing/house.ts";

const SCRIPT = "export const words = 'sugar';".repeat(200);

async function builtPages(): Promise<Pages> {
  const folder = await mkdtemp(join(tmpdir(), "pages-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>Quanheng</title>");
  await writeFile(join(folder, "assets/index-4f1c.js"), SCRIPT);
  await writeFile(join(folder, ".stamp"), "hash");
  const files = await readPageFiles(folder);
  return { state: () => "ready", settled: Promise.resolve(), file: (path) => files.get(path) };
}

test("every address of the application gets its one document, and is asked for again each time", async (t) => {
  const { send } = await openHouse(t, { pages: await builtPages() });
  for (const url of ["/", "/commissions/com-1234", "/verify/QH-2026.0001", "/?lang=zh"]) {
    const answer = await send("GET", url);
    expect([answer.statusCode, answer.headers["content-type"], answer.headers["cache-control"]]).toEqual([
      200,
      "text/html; charset=utf-8",
      "no-cache",
    ]);
    expect(answer.body).toContain("<title>Quanheng</title>");
  }
});

test("a file named by its hash is kept forever, travels small, and is not sent twice", async (t) => {
  const { send } = await openHouse(t, { pages: await builtPages() });
  const ask = (headers: Record<string, string>) => send("GET", "/assets/index-4f1c.js", { headers });

  const plain = await ask({});
  expect(plain.body).toBe(SCRIPT);
  expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  const brotli = await ask({ "accept-encoding": "gzip, deflate, br" });
  expect([brotli.headers["content-encoding"], brotliDecompressSync(brotli.rawPayload).toString()]).toEqual([
    "br",
    SCRIPT,
  ]);
  const gzip = await ask({ "accept-encoding": "gzip" });
  expect([gzip.headers["content-encoding"], gunzipSync(gzip.rawPayload).toString()]).toEqual(["gzip", SCRIPT]);
  expect((await ask({ "if-none-match": String(plain.headers["etag"]) })).statusCode).toBe(304);
});

test("what is not among the pages cannot be asked for", async (t) => {
  const { send } = await openHouse(t, { pages: await builtPages() });
  for (const url of [
    "/assets/none.js",
    "/.stamp.txt",
    "/assets/../../package.json.txt",
    "/%2e%2e/%2e%2e/etc/passwd.txt",
    "/app.js",
  ]) {
    expect([url, (await send("GET", url)).statusCode]).toEqual([url, 404]);
  }
  expect((await send("GET", "/.stamp")).body).not.toContain("hash");
  expect((await send("GET", "/api/nowhere")).json().code).toBe("not-found");
});

test("while pages are in the making the first reader waits for them", async (t) => {
  const ready = await builtPages();
  let done = () => {};
  let state: ReturnType<Pages["state"]> = "preparing";
  const settled = new Promise<void>((resolve) => {
    done = () => {
      state = "ready";
      resolve();
    };
  });
  const { send } = await openHouse(t, { pages: { ...ready, state: () => state, settled } });

  expect((await send("GET", "/api/health")).json()).toEqual({ ok: true, database: "ready", pages: "preparing" });
  const first = send("GET", "/");
  done();
  expect((await first).statusCode).toBe(200);
});

test("pages that could not be built say so in both languages, and the API still answers", async (t) => {
  const { send } = await openHouse(t);
  const page = await send("GET", "/");

  expect([page.statusCode, page.headers["content-type"]]).toEqual([503, "text/html; charset=utf-8"]);
  expect(page.body).toMatch(/lang="zh".*lang="en"/s);
  expect((await send("GET", "/api/session")).statusCode).toBe(200);
});
