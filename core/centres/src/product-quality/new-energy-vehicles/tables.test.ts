import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "vitest";
import { CAPACITY, CHARGERS, ISOLATION, PROPAGATION } from "./tables.ts";

const data = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8"));

test.each([
  ["gbt-31486", CAPACITY],
  ["un-r100-isolation", ISOLATION],
  ["charger-mpe", CHARGERS],
])("the benches judge by %s as it is kept", (name, table) => {
  const kept = data(name);
  assert.deepEqual(table, Object.fromEntries(Object.keys(table).map((key) => [key, kept[key]])));
});

test("the benches judge by both editions of GB 38031 as they are kept; the file says besides from when they hold", () => {
  const kept = data("gb-38031");
  const { validUntil, ...before } = kept["2020"];
  const { newTypesFrom, existingTypesFrom, ...now } = kept["2025"];
  assert.ok(newTypesFrom < existingTypesFrom && validUntil < existingTypesFrom);
  assert.deepEqual(PROPAGATION, { document: kept.document, status: kept.status, "2020": before, "2025": now });
});
