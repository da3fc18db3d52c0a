import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { type RawReadings, readReadings } from "./read-readings.ts";
import { ratioMethod } from "./testing/ratio-method.ts";

const good: RawReadings = { massMg: ["12.1", "12.3"], temperatureC: "20.5", scale: "low" };

function problems(over: RawReadings): readonly (readonly [string, number | null, string])[] {
  const read = readReadings(ratioMethod, { ...good, ...over });
  return read.ok ? [] : read.problems.map(({ field, index, code }) => [field, index, code] as const);
}
function value(over: RawReadings, name: string): unknown {
  const read = readReadings(ratioMethod, { ...good, ...over });
  assert.ok(read.ok, JSON.stringify(read));
  return read.readings[name];
}

describe("what is typed is read as it is meant", () => {
  test("numbers, choices and flags; what is left out is absent", () => {
    const read = readReadings(ratioMethod, good);
    assert.deepEqual(read, { ok: true, readings: { massMg: [12.1, 12.3], temperatureC: 20.5, scale: "low" } });
  });

  test("full-width digits and signs", () => {
    assert.equal(value({ temperatureC: "－２．５" }, "temperatureC"), -2.5);
  });

  test.each([["20.5 °C"], ["20.5℃"], ["20.5 Cel"], [" 20.5 "]])(
    "the input's own unit may stand behind the number: %s",
    (text) => {
      assert.equal(value({ temperatureC: text }, "temperatureC"), 20.5);
    },
  );

  test("a choice by value or by its label in either language", () => {
    assert.equal(value({ scale: "高" }, "scale"), "high");
    assert.equal(value({ scale: "low RANGE" }, "scale"), "low");
  });

  test("yes and no in both languages", () => {
    assert.equal(value({ filtered: "是" }, "filtered"), true);
    assert.equal(value({ filtered: "No" }, "filtered"), false);
  });

  test("zero is a reading; only an empty field is absent", () => {
    assert.deepEqual(value({ massMg: ["0", "0"] }, "massMg"), [0, 0]);
    assert.equal(value({ factor: "" }, "factor"), undefined);
    assert.equal(value({ factor: "0" }, "factor"), 0);
  });

  test("empty fields at the end of a series were not measured", () => {
    assert.deepEqual(value({ massMg: ["1", "2", "", " "] }, "massMg"), [1, 2]);
  });
});

describe("what cannot be read is said, with its place", () => {
  test.each<[string, RawReadings, string, number | null, string]>([
    ["a comma that may mean two things", { temperatureC: "1,234" }, "temperatureC", null, "ambiguous-separator"],
    ["a decimal comma", { massMg: ["12.1", "12,3"] }, "massMg", 1, "ambiguous-separator"],
    ["an empty field that is needed", { temperatureC: "  " }, "temperatureC", null, "reading-missing"],
    ["a gap between two replicates", { massMg: ["1", "", "3"] }, "massMg", 1, "reading-missing"],
    ["a value outside the range", { temperatureC: "40.01" }, "temperatureC", null, "reading-out-of-range"],
    ["too few replicates", { massMg: ["1"] }, "massMg", null, "too-few-readings"],
    ["too many replicates", { massMg: ["1", "2", "3", "4", "5"] }, "massMg", null, "too-many-readings"],
    ["several readings of a single one", { temperatureC: ["20", "21"] }, "temperatureC", null, "too-many-readings"],
    ["an unknown choice", { scale: "medium" }, "scale", null, "unknown-choice"],
    ["neither yes nor no", { filtered: "maybe" }, "filtered", null, "not-yes-or-no"],
    ["another unit", { massMg: ["1.2 g", "2"] }, "massMg", 0, "wrong-unit"],
    ["a unit that differs only in case", { massMg: ["1.2 Mg", "2"] }, "massMg", 0, "wrong-unit"],
    ["less than", { massMg: ["<1", "2"] }, "massMg", 0, "operator-not-allowed"],
    ["no number", { temperatureC: "warm" }, "temperatureC", null, "not-a-number"],
    ["a superscript", { temperatureC: "1²" }, "temperatureC", null, "wrong-unit"],
    ["a name that the method does not know", { colour: "1" }, "colour", null, "unknown-input"],
    ["a name of every object", { toString: "1" }, "toString", null, "unknown-input"],
  ])("%s", (_, over, field, index, code) => {
    assert.deepEqual(problems(over), [[field, index, code]]);
  });

  test("both units are named", () => {
    const read = readReadings(ratioMethod, { ...good, massMg: ["1.2 g", "2"] });
    assert.ok(!read.ok);
    assert.deepEqual(read.problems[0]?.facts, { given: "g", expected: "mg" });
  });

  test("every problem at once", () => {
    assert.deepEqual(
      problems({ massMg: ["x", "2000"], temperatureC: "", scale: "" }).map(([field, , code]) => [field, code]),
      [
        ["massMg", "not-a-number"],
        ["massMg", "reading-out-of-range"],
        ["temperatureC", "reading-missing"],
        ["scale", "reading-missing"],
      ],
    );
  });

  test("the ends of a range belong to it, compared on decimals", () => {
    assert.deepEqual(problems({ temperatureC: "40.000" }), []);
    assert.deepEqual(problems({ temperatureC: "-10" }), []);
    assert.deepEqual(problems({ temperatureC: "-10.0000000000000000001" }), [
      ["temperatureC", null, "reading-out-of-range"],
    ]);
  });
});
