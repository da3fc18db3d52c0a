import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "vitest";
import { ALLOYS, PROFILES } from "./tables.ts";

const kept = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../data/${name}.json`, import.meta.url), "utf8"));

test.each<[string, object]>([
  ["aluminium-alloys", ALLOYS],
  ["aluminium-profiles", PROFILES],
])("the benches judge by %s as it is kept", (name, table) => {
  const file = kept(`methods/${name}`);
  assert.deepEqual(table, Object.fromEntries(Object.keys(table).map((key) => [key, file[key]])));
});
