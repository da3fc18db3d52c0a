import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { run } from "../gs1.ts";

const shared = process.env["QUANHENG_SHARED"] ?? join(import.meta.dirname, "../../../../../../shared");
const folder = join(shared, "vectors/gs1");
const present = existsSync(folder);
if (!present) process.stdout.write("gs1: the published cases are not here and were not run\n");

// A register that is a stand-in of the reference implementation's own test; core/formats/src/gs1/KNOWN.md.
const KNOWN = ["lint-0137fa6420ab"];

// How many rows each file has, so that rows that are silently left out are noticed.
test.runIf(present).each([
  ["dictionary/ai-table-2026-01-27.json", 542],
  ["dictionary/gs1-syntax-dictionary-2026-01-27.txt", 224],
  ["engine/oracle.jsonl", 4252],
  ["engine/unit.jsonl", 597],
  ["engine/linters.jsonl", 5663],
  ["engine/linters-generated.jsonl", 2598],
  ["keys/gs1-keys.jsonl", 535],
  ["keys/cn-identifiers.jsonl", 259],
  ["digital-link/epc-urn-to-constrained-dl.jsonl", 66],
  ["digital-link/epc-urn-generated.jsonl", 132],
  ["prefixes/gcp-length-cn-asean.json", 6369],
  ["prefixes/mo-prefixes.json", 833],
  ["resolver/requirements.json", 62],
  ["resolver/scenarios.jsonl", 49],
])("every published row of %s", async (name, least) => {
  const path = join(folder, name);
  const content: unknown = name.endsWith(".json") ? JSON.parse(readFileSync(path, "utf8")) : undefined;
  const cases = await run(path, content);
  assert.deepEqual(
    cases.filter(({ ok, id }) => !ok && !KNOWN.includes(id)),
    [],
  );
  assert.ok(cases.length >= least, `${cases.length} cases`);
});

test("a file that no part runs is one failed line, and a file without cases is none", async () => {
  const [unknown] = await run("/cases/gs1/digital-link/compress-legacy.jsonl", undefined);
  assert.match(unknown?.message ?? "", /^not handled: legacy compression/);
  assert.deepEqual(await run("/cases/gs1/SOURCES.md", undefined), []);
});
