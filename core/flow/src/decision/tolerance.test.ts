import assert from "node:assert/strict";
import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { test } from "vitest";
import { type ToleranceLevels, toleranceBounds, toleranceClass } from "./tolerance.ts";

const about5: ToleranceLevels = {
  type: "absolute",
  reference: "5",
  tolerance: ["-0.1", "0.1"],
  action: ["-0.2", "0.2"],
};

// 5 − 0.1 and 5 + 0.2 in decimal digits; binary sums would lose these edges.
test.each([
  ["4.79999", "action"],
  ["4.8", "tolerance"],
  ["4.89999", "tolerance"],
  ["4.9", "ok"],
  ["5.1", "ok"],
  ["5.2", "tolerance"],
  ["5.20001", "action"],
  [null, "not-done"],
] as const)("%s about 5 is %s", (value, expected) => assert.equal(toleranceClass(value, about5), expected));

test("a level that is not set is not crossed", () => {
  assert.equal(toleranceClass("97", { type: "absolute", reference: "100", tolerance: ["-2", "2"] }), "tolerance");
  assert.equal(toleranceClass("97", { type: "absolute", reference: "100", action: ["-2", "2"] }), "action");
  assert.equal(toleranceClass("97", { type: "absolute", reference: "100" }), "ok");
});

test("a side without a level is not watched", () => {
  const upper: ToleranceLevels = { type: "absolute", reference: "5", tolerance: [null, "0.1"], action: [null, "0.2"] };
  assert.deepEqual(
    ["0", "5.1", "5.15", "5.3"].map((value) => toleranceClass(value, upper)),
    ["ok", "ok", "tolerance", "action"],
  );
});

test("percent count from the size of the reference", () => {
  const { tolerance, action } = toleranceBounds({
    type: "percent",
    reference: "-50",
    tolerance: ["-1", "2"],
    action: ["-10", "10"],
  });
  assert.deepEqual(
    [tolerance, action].map((bounds) => bounds?.map((bound) => bound && formatDecimal(bound))),
    [
      ["-50.5", "-49"],
      ["-55", "-45"],
    ],
  );
  const zero: ToleranceLevels = { type: "percent", reference: "0.00", tolerance: ["-1", "1"] };
  assert.throws(
    () => toleranceClass("1.1", zero),
    (error) => error instanceof Refusal && error.code === "zero-reference",
  );
});

test.each([
  ["A", "ok"],
  ["c", "tolerance"],
  ["e", "action"],
  ["", "action"],
  [null, "not-done"],
] as const)("the word %s is %s", (word, expected) =>
  assert.equal(toleranceClass(word, { type: "choice", pass: ["a", "b"], tolerance: ["c"] }), expected),
);
