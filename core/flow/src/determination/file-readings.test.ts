import assert from "node:assert/strict";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { test } from "vitest";
import { describe } from "./describe.ts";
import { readFile } from "./file-readings.ts";

const label = { zh: "量", en: "Quantity" };
/** The area under a curve whose x must rise. */
const area = describe({
  id: "area",
  title: label,
  normative: [],
  source: "invented for the test",
  validFrom: "2020-01-01",
  inputs: [
    {
      name: "x",
      label: { zh: "横坐标", en: "x" },
      unit: "mm",
      kind: "number",
      table: "curve",
      replicates: { min: 2, max: 9 },
    },
    {
      name: "y",
      label: { zh: "纵坐标", en: "y" },
      unit: "N",
      kind: "number",
      table: "curve",
      replicates: { min: 2, max: 9 },
    },
    { name: "factor", label: { zh: "系数", en: "Factor" }, unit: "1", kind: "number", preset: "1" },
  ],
  tables: [{ name: "curve", label }],
  output: { characteristic: "area", label, unit: "N.mm", rounding: { mode: "half-even", places: 1 } },
  names: {},
  compute: ({ x, y }) => {
    const [xs, ys] = [x, y] as readonly (readonly number[])[];
    const turned = xs!.findIndex((value, at) => at > 0 && value <= xs![at - 1]!);
    if (turned > 0) throw new Refusal("not-ascending", { field: "x" });
    return { value: xs!.slice(1).reduce((sum, value, at) => sum + (value - xs![at]!) * ys![at]!, 0) };
  },
});
const told = (text: string) => readFile(area, text).problems.map(({ field, code, row }) => [field, code, row] as const);

test("a curve in order has no problem", () => {
  assert.deepEqual(told("x,y\n0,1\n1,2\n2,1\n"), []);
  assert.deepEqual(told("横坐标（mm）\t纵坐标（N）\n0\t1\n1\t2\n"), []);
});

test.each<[string, string, readonly (readonly [string, string, number | null])[]]>([
  ["turns back", "x,y\n0,1\n2,2\n1,1\n", [["x", "not-ascending", 4]]],
  ["reversed", "x,y\n2,1\n1,2\n0,1\n", [["x", "not-ascending", 3]]],
  ["a point twice, after an empty line", "x,y\n0,1\n\n1,2\n1,2\n", [["x", "not-ascending", 5]]],
  ["a gap", "x,y\n0,1\n1,\n2,1\n", [["y", "reading-missing", 3]]],
  ["another unit", "x (m),y\n0,1\n1,2\n", [["x", "wrong-unit", 1]]],
  ["a day where a figure belongs", "x,y\n0,1\n2026-11-25,2\n", [["x", "not-a-number", 3]]],
])("%s: the row is named", (_, text, problems) => {
  assert.deepEqual(told(text), problems);
});

test("a file without a header says so", () => {
  assert.equal(readFile(area, "0,1\n1,2\n").problems[0]?.code, "csv-no-known-column");
});
