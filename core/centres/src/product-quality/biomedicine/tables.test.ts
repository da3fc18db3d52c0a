import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "vitest";
import { CHP_0931, CHP_0941, USP_711_IMMEDIATE, USP_905 } from "./tables.ts";

const data = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8"));

test.each([
  ["usp-905", USP_905],
  ["chp-0941", CHP_0941],
  ["chp-0931", CHP_0931],
])("the bench judges by %s as it is kept", (name, table) => {
  const kept = data(name);
  assert.deepEqual(table, Object.fromEntries(Object.keys(table).map((key) => [key, kept[key]])));
});

test("the bench judges by the table of USP <711> as it is kept", () => {
  const { document, status, rounding, tables } = data("usp-711");
  assert.deepEqual(USP_711_IMMEDIATE, { document, status, rounding, stages: tables.immediate });
});
