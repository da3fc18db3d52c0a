import assert from "node:assert/strict";
import { test } from "vitest";
import { run as runLims } from "./adapters/lims.ts";
import { run as runMetrology } from "./adapters/metrology.ts";

const NOTHING = [{}, null, [], { cases: null }, { cases: [] }, undefined];

test.each(NOTHING)("a file that holds %j is a failed line with its name", async (content) => {
  for (const run of [runMetrology, runLims]) {
    const [found, ...more] = await run("/x/strange.json", content);
    assert.deepEqual([found?.id, found?.ok, more.length], ["strange.json", false, 0]);
  }
});

test("a misspelt kind, or a case that is none, is a failed line with its name", () => {
  const found = runMetrology("/x/a.json", { cases: [{ id: "one", kind: "lpuu" }, { id: "two" }, null] });
  assert.deepEqual(
    found.map(({ id, ok }) => [id, ok]),
    [
      ["a.json one", false],
      ["a.json two", false],
      ["a.json undefined", false],
    ],
  );
});

test("documentation stays silent", async () => {
  assert.deepEqual(runMetrology("/x/README.md", undefined), []);
  assert.deepEqual(await runLims("/x/README.md", undefined), []);
});
