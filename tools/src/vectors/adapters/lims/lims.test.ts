import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { run } from "../lims.ts";

const shared = process.env["QUANHENG_SHARED"] ?? join(import.meta.dirname, "../../../../../../shared");
const path = join(shared, "vectors/lims/cases.json");
if (!existsSync(path)) console.info(`not run: no behaviour cases in ${path} (QUANHENG_SHARED)`);

test.runIf(existsSync(path))("every behaviour case of laboratory systems passes", async () => {
  const results = await run(path, JSON.parse(readFileSync(path, "utf8")));
  assert.ok(results.length >= 400);
  assert.deepEqual(
    results.filter(({ ok }) => !ok).map(({ id }) => id),
    [],
  );
});

test("a group without an engine and a case that breaks its engine are failed cases", async () => {
  const cases = [
    { id: "a", group: "none", input: {}, expect: {} },
    { id: "b", group: "uncertainty.decimals", input: {}, expect: {} },
    { id: "c", group: "uncertainty.decimals", input: { u: "0.02" }, expect: { decimals: 2 } },
  ];
  const results = await run("", { cases });
  assert.deepEqual(
    results.map(({ ok }) => ok),
    [false, false, true],
  );
});
