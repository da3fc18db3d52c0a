import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "vitest";
import { EFFICIENCY, EMISSION, HOUSEHOLD, SCREENING, TRANSPORT } from "./tables.ts";

const kept = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../data/${name}.json`, import.meta.url), "utf8"));

test.each<[string, object]>([
  ["cispr32", EMISSION],
  ["iec60335-1", HOUSEHOLD],
  ["iec62321-3-1", SCREENING],
  ["un38-3", TRANSPORT],
  ["doe-level-vi", EFFICIENCY],
])("the benches judge by %s as it is kept", (name, table) => {
  const file = kept(`methods/${name}`);
  assert.deepEqual(table, Object.fromEntries(Object.keys(table).map((key) => [key, file[key]])));
});
