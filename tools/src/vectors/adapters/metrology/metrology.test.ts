import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { run } from "../metrology.ts";

const shared = process.env["QUANHENG_SHARED"] ?? join(import.meta.dirname, "../../../../../../shared");
const folder = join(shared, "vectors/metrology");
const present = existsSync(folder);
if (!present) process.stdout.write("metrology: the published cases are not here and were not run\n");

// How many figures each file states, so that a case that is silently left out is noticed.
test.runIf(present).each([
  ["rounding.json", 194],
  ["distributions.json", 204],
  ["gum-lpu.json", 319],
  ["gum-s2-multivariate.json", 95],
  ["conformity.json", 112],
  ["ucum/UcumFunctionalTests.xml", 564],
])("every published figure of %s", (name, least) => {
  const path = join(folder, name);
  // One case writes NaN where no coverage factor exists, which is no JSON.
  const content: unknown = name.endsWith(".json")
    ? JSON.parse(readFileSync(path, "utf8").replace(/\bNaN\b/g, "null"))
    : undefined;
  const cases = run(path, content);
  assert.deepEqual(
    cases.filter(({ ok }) => !ok),
    [],
  );
  assert.ok(cases.length >= least, `${cases.length} cases`);
});

test("what is not claimed returns no cases", () => {
  assert.deepEqual(run("/cases/metrology/unclaimed.json", { cases: [{ id: "x", kind: "linear-fit" }] }), []);
  assert.deepEqual(run("/cases/metrology/README.md", undefined), []);
});
