import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "vitest";
import { IEC_61215, WEIGHTS } from "./tables.ts";

const data = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8"));

test("the benches judge by the tables as they are kept", () => {
  const { document, status, retained } = data("iec-61215");
  assert.deepEqual(IEC_61215, { document, status, retained });
  const { rows } = data("inverter-efficiency-weights") as { rows: { name: string; weights: object }[] };
  assert.deepEqual(
    Object.values(WEIGHTS),
    rows.map(({ name, weights }) => ({ name, weights })),
  );
});
