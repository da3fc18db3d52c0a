import assert from "node:assert/strict";
import { test } from "vitest";
import { readScopeLine } from "./read-scope-line.ts";
import { type FileScopeLine, type HeldScopeLine, scopeDifferences } from "./scope-difference.ts";
import type { ScopeLine, ScopeTexts } from "./scope-line.ts";

const KNOWN = new Map([
  ["lead", "mg/kg"],
  ["colour", "{ICUMSA}"],
  ["label", null],
]);
const TEXTS: ScopeTexts = {
  ...{ method: "GB 5009.12-2023", characteristic: "lead", objectZh: "食糖", objectEn: "sugar" },
  ...{ rangeMin: "0.02", rangeMax: "5", unit: "mg/kg", cmc: "0.01", validFrom: "2026-01-01", validTo: "2029-12-31" },
};
const problems = (change: ScopeTexts) =>
  readScopeLine({ ...TEXTS, ...change }, KNOWN).problems.map(({ field, code }) => `${field} ${code}`);
const line = (change: Partial<ScopeLine> = {}) => ({ ...readScopeLine(TEXTS, KNOWN).line!, ...change });
const held = (id: string, change: Partial<ScopeLine> = {}): HeldScopeLine => ({ ...line(change), id });
const inFile = (at: number, change: Partial<ScopeLine> = {}): FileScopeLine => {
  const one = line(change);
  return { at, texts: { method: one.method, characteristic: one.characteristic }, line: one, problems: [] };
};
const kinds = (file: readonly FileScopeLine[], scope: readonly HeldScopeLine[]) =>
  scopeDifferences(file, scope).map(({ kind, at, held: was }) => [kind, at, was?.id ?? null]);

test("every fault of a cell is found with its column, several at once", () => {
  const cases: readonly (readonly [ScopeTexts, readonly string[]])[] = [
    [{}, []],
    [{ method: " " }, ["method row-field-missing"]],
    [{ characteristic: "moon-dust" }, ["characteristic row-value-unknown"]],
    [{ rangeMin: "a", cmc: "<1" }, ["rangeMin row-number-unreadable", "cmc row-number-unreadable"]],
    [{ rangeMin: "6" }, ["rangeMax limits-contradict"]],
    [{ unit: "furlongs" }, ["unit row-unit-unknown"]],
    [{ unit: "Cel" }, ["unit row-unit-dimension"]],
    [{ characteristic: "label", unit: "" }, ["unit row-field-missing"]],
    [{ cmc: "0" }, ["cmc row-number-unreadable"]],
    [{ validTo: "2026-02-30" }, ["validTo row-date-impossible"]],
    [{ validTo: "2025-12-31" }, ["validTo row-interval-empty"]],
    [{ objectZh: "", objectEn: "" }, ["objectZh row-field-missing"]],
    [{ method: "x".repeat(201) }, ["method row-text-too-long"]],
  ];
  for (const [change, expected] of cases) assert.deepEqual(problems(change), expected, JSON.stringify(change));
});

test("a scope laid beside itself is the same; a changed cell, a new and a missing line show as such", () => {
  const scope = [held("s1"), held("s2", { rangeMin: "5", rangeMax: "50" }), held("s3", { characteristic: "colour" })];
  const same = scope.map((each, at) => inFile(at + 2, each));
  assert.deepEqual(
    kinds(same, scope).map(([kind]) => kind),
    ["same", "same", "same"],
  );
  const file = [
    inFile(2, { cmc: "0.005" }),
    inFile(3, { rangeMin: "5", rangeMax: "60" }),
    inFile(4, { method: "own" }),
  ];
  assert.deepEqual(kinds(file, scope), [
    ["changed", 2, "s1"],
    ["changed", 3, "s2"],
    ["new", 4, null],
    ["ended", null, "s3"],
  ]);
  assert.partialDeepStrictEqual(scopeDifferences(file, scope)[0], {
    changes: [{ field: "cmc", before: "0.01", after: "0.005" }],
  });
});

test("a line twice is bad, and what cannot be read ends nothing", () => {
  const bad: FileScopeLine = {
    ...{ at: 4, texts: { method: "GB 5009.12-2023", characteristic: "lead" }, line: null },
    problems: [{ field: "cmc", code: "row-number-unreadable", facts: { value: "x" } }],
  };
  assert.deepEqual(kinds([inFile(2), inFile(3)], []), [
    ["new", 2, null],
    ["bad", 3, null],
  ]);
  assert.deepEqual(kinds([bad], [held("s1"), held("s2", { method: "own" })]), [
    ["bad", 4, null],
    ["ended", null, "s2"],
  ]);
});
