import assert from "node:assert/strict";
import { describe, test } from "vitest";
import {
  isWithin,
  needAscending,
  needAtLeast,
  needCount,
  needEachWithin,
  needRows,
  needWithin,
} from "./method-guards.ts";

describe("what a reading may be", () => {
  test.each([
    [0, { min: 0 }, true],
    [0, { above: 0 }, false],
    [1, { max: 1 }, true],
    [1, { below: 1 }, false],
    [Number.NaN, {}, false],
    [Number.POSITIVE_INFINITY, {}, false],
    [-1, {}, true],
  ])("%d within %j: %s", (given, bounds, ok) => {
    assert.equal(isWithin(given, bounds), ok);
  });

  test("a figure outside is refused with its field, and NaN travels as text", () => {
    assert.throws(() => needWithin("massG", Number.NaN, { min: 0, unit: "g" }), {
      code: "outside-method-range",
      facts: { field: "massG", given: "NaN", min: 0, max: "∞", unit: "g" },
    });
    assert.throws(() => needEachWithin("x", [1, 2, -1], { min: 0 }), { code: "outside-method-range" });
  });

  test("columns have their length, rise, and counts are whole", () => {
    assert.throws(() => needRows("x", [1], 2), { code: "columns-differ" });
    assert.throws(() => needAtLeast("x", [1], 2), { code: "too-few-rows" });
    assert.throws(() => needAscending("x", [1, 2, 2]), { code: "not-ascending", facts: { field: "x", row: 3 } });
    assert.throws(() => needAscending("x", [1, Number.NaN]), { code: "not-ascending" });
    assert.throws(() => needCount("x", 1.5), { code: "not-whole" });
    needAscending("x", [1, 2, 3]);
  });
});
