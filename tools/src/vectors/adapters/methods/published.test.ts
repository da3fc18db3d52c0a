import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { run as runLims } from "../lims.ts";
import { run as runMethods } from "../methods.ts";
import { differences } from "./compare.ts";

const shared = process.env["QUANHENG_SHARED"] ?? join(import.meta.dirname, "../../../../../../shared");
const sugar = join(shared, "vectors/methods/03-sugar-processed-food.json");
const laboratory = join(shared, "vectors/lims/cases.json");
for (const path of [sugar, laboratory]) {
  if (!existsSync(path)) console.info(`not run: no cases in ${path} (QUANHENG_SHARED)`);
}

test.runIf(existsSync(sugar))("every published sugar and food case passes", () => {
  const results = runMethods(sugar, JSON.parse(readFileSync(sugar, "utf8")));
  assert.equal(results.length, 19);
  assert.deepEqual(
    results.filter(({ ok }) => !ok),
    [],
  );
});

test.runIf(existsSync(sugar)).each<[string, number]>([
  ["01-industrial-boilers", 30],
  ["02-urban-energy-metering", 21],
  ["04-petrochemicals", 21],
  ["05-cocoon-silk", 13],
])("every published case of %s passes", (name, number) => {
  const path = join(shared, `vectors/methods/${name}.json`);
  const results = runMethods(path, JSON.parse(readFileSync(path, "utf8")));
  assert.equal(results.length, number);
  assert.deepEqual(
    results.filter(({ ok }) => !ok),
    [],
  );
});

test.runIf(existsSync(laboratory))("rounding and comparison by GB/T 8170 behave as published", async () => {
  const { cases } = JSON.parse(readFileSync(laboratory, "utf8")) as { cases: { id: string }[] };
  const rounding = await runLims(laboratory, { cases: cases.filter(({ id }) => id.startsWith("gbt8170")) });
  assert.equal(rounding.length, 31);
  assert.deepEqual(
    rounding.filter(({ ok }) => !ok),
    [],
  );
});

test("a pack without methods is a failed line, never a silent one", () => {
  const [only, ...more] = runMethods("/cases/methods/99.json", {
    centre: "99-unknown",
    examples: [],
    rejects: [],
  });
  assert.deepEqual(more, []);
  assert.equal(only?.ok, false);
});

test("a table beside the packs holds no cases", () => {
  assert.deepEqual(runMethods("/cases/methods/tables/x.json", { title: "a table" }), []);
});

describe("the comparison with what was published", () => {
  const relative = { default: { rel: 1e-3 } };

  test.each<[string, unknown, unknown, Parameters<typeof differences>[2], boolean]>([
    ["within the relative tolerance", 100.05, 100, relative, true],
    ["outside it", 100.2, 100, relative, false],
    ["either tolerance suffices", 100.2, 100, { default: { rel: 1e-3, abs: 0.5 } }, true],
    ["an expected zero has its own tolerance", 1e-10, 0, relative, true],
    ["a key with a tolerance of its own", { a: 1.5 }, { a: 1 }, { default: { rel: 1e-9 }, a: { abs: 1 } }, true],
    ["a missing key", {}, { a: 1 }, relative, false],
    ["a key more than published", { a: 1, b: 2 }, { a: 1 }, relative, true],
    ["a shorter list", [1], [1, 2], relative, false],
    ["a text", "pass", "fail", relative, false],
    ["no number", "1", 1, relative, false],
    ["not a number", Number.NaN, 1, relative, false],
  ])("%s", (_, actual, expected, tolerances, same) => {
    assert.equal(differences(actual, expected, tolerances).length === 0, same);
  });
});
