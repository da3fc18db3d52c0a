import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { laboratoryCases } from "./laboratory.ts";

const shared = process.env["QUANHENG_SHARED"] ?? join(import.meta.dirname, "../../../../../../shared");
const folder = join(shared, "vectors/metrology");
const present = existsSync(folder);
if (!present) process.stdout.write("laboratory statistics: the published cases are not here and were not run\n");

// How many figures each file states, so that a case that is silently left out is noticed.
test.runIf(present).each([
  ["interlab-5725.json", 500],
  ["proficiency-13528.json", 200],
  ["strd.json", 100],
  ["sampling-2859-1.json", 1500],
  ["sampling-2859-1-queries.json", 86],
  ["sampling-2859-1-switching.json", 49],
  ["sampling-variables-z1.9.json", 1300],
  ["net-content.json", 80],
])("every published figure of %s", (name, least) => {
  const cases = laboratoryCases(JSON.parse(readFileSync(join(folder, name), "utf8")) as object);
  assert.deepEqual(
    cases.filter(({ ok }) => !ok),
    [],
  );
  assert.ok(cases.length >= least, `${cases.length} cases`);
});

test("a file without such cases has none", () => {
  assert.deepEqual(laboratoryCases({ cases: [{ id: "x", kind: "lpu" }] }), []);
  assert.deepEqual(laboratoryCases({}), []);
});
