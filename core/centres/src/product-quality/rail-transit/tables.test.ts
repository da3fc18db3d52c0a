import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "vitest";
import { COMFORT_BANDS, NOISE, RIDE_GRADES, SPECTRA } from "./tables.ts";

test.each([
  ["rail-pass-by-noise", NOISE],
  ["ride-comfort-bands", COMFORT_BANDS],
  ["ride-index-grades", RIDE_GRADES],
  ["iec-61373", SPECTRA],
])("the benches judge by %s as it is kept", (name, table) => {
  const kept = JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8"));
  assert.deepEqual(table, Object.fromEntries(Object.keys(table).map((key) => [key, kept[key]])));
});
