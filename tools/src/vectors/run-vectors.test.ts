import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, test } from "vitest";
import type { Adapter } from "./adapter.ts";
import { type LoadAdapter, runVectors } from "./run-vectors.ts";
import { suiteOf } from "./suite.ts";

function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "vectors-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Reads `[{"id": …, "ok": …}]` as it stands. */
const literal: Adapter = (_path, content) => (content ?? []) as { id: string; ok: boolean }[];
const only =
  (name: string): LoadAdapter =>
  (suite) =>
    Promise.resolve(suite === name ? literal : undefined);

async function ran(paths: readonly string[], load: LoadAdapter) {
  const lines: string[] = [];
  const code = await runVectors(paths, load, (line) => lines.push(line));
  return { code, lines, last: lines.at(-1) };
}

test("all cases of a folder run, and the last line counts them", async () => {
  const root = folder({
    "planner/a.json": '[{"id":"one","ok":true},{"id":"two","ok":true}]',
    "planner/deep/b.json": '[{"id":"three","ok":true}]',
    "planner/README.md": "no cases here",
  });
  const { code, lines, last } = await ran([join(root, "planner")], only("planner"));

  assert.equal(code, 0);
  assert.equal(last, "3 passed, 0 failed");
  assert.equal(lines.length, 3);
});

test("a failing case is named and makes the run fail", async () => {
  const root = folder({ "planner/a.json": '[{"id":"one","ok":true},{"id":"two","ok":false,"message":"3 is not 4"}]' });
  const { code, lines, last } = await ran([join(root, "planner", "a.json")], only("planner"));

  assert.equal(code, 1);
  assert.ok(lines.includes("  failed two: 3 is not 4"));
  assert.equal(last, "1 passed, 1 failed");
});

test("a file that is not valid JSON, or that breaks the engine, is a failed case and the next file still runs", async () => {
  const root = folder({ "planner/a.json": "{", "planner/b.json": '[{"id":"one","ok":true}]' });
  const { code, last } = await ran([root], only("planner"));

  assert.equal(code, 1);
  assert.equal(last, "1 passed, 1 failed");
});

test("a suite without an adapter counts nothing as passed and says so", async () => {
  const root = folder({ "dcc/a.json": "[]", "planner/b.json": '[{"id":"one","ok":true}]' });
  const { code, lines, last } = await ran([root], only("planner"));

  assert.equal(code, 1);
  assert.ok(lines.includes("dcc: no adapter in this version, 1 files not run"));
  assert.equal(last, "1 passed, 0 failed");
});

test("a path that does not exist, or lies in no suite's folder, is a wrong call", async () => {
  const root = folder({ "other/a.json": "[]" });

  assert.match((await ran([join(root, "none")], only("planner"))).lines[0] ?? "", /does not exist/);
  const { code, lines } = await ran([root], only("planner"));
  assert.equal(code, 2);
  assert.match(lines[0] ?? "", /folder named metrology, methods/);
  assert.equal((await ran([], only("planner"))).code, 2);
});

test("the nearest folder with a suite's name decides", () => {
  assert.equal(suiteOf("/x/planner/lims/a.json"), "lims");
  assert.equal(suiteOf("/x/data/requirements/derived/strictest.json"), "requirements");
  assert.equal(suiteOf("/x/y/a.json"), undefined);
});

test("a number that does not exist, written NaN as other languages do, is absent; the word inside a text stays", async () => {
  const root = folder({ "planner/a.json": '[{"id":"NaN \\"NaN\\" left","ok":true,"floor": NaN}]' });
  const seen: unknown[] = [];
  const adapter: Adapter = (_path, content) => {
    seen.push(content);
    return [];
  };
  await ran([root], () => Promise.resolve(adapter));

  assert.deepEqual(seen, [[{ id: 'NaN "NaN" left', ok: true, floor: null }]]);
});
