import assert from "node:assert/strict";
import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { describe, test } from "vitest";
import { type EntryRule, enteredResult } from "./entered-result.ts";
import { optionTexts } from "./option-text.ts";
import { checkCriterion, checkRange, type ExpectedRange } from "./range-check.ts";
import { uncertaintyOf } from "./uncertainty-table.ts";

const code = (expected: string) => (error: unknown) => error instanceof Refusal && error.code === expected;

describe("a typed result", () => {
  const rule = (operandAllowed: boolean, customLimitAllowed: boolean): EntryRule => ({
    ldl: "10",
    udl: "20",
    operandAllowed,
    customLimitAllowed,
    places: 2,
  });

  test.each([
    ["5", false, false, "5", "< 10"],
    ["15", false, false, "15", "15.00"],
    ["１５．０", false, false, "15.0", "15.00"],
    ["25", true, true, "25", "> 20"],
    [">15", true, false, "20", "> 20"],
    ["<15", true, false, "10", "< 10"],
    ["<15", true, true, "15", "< 15"],
    ["＜ 0.050", true, true, "0.050", "< 0.050"],
  ])("%s with signs %s and own limits %s", (given, operand, custom, digits, text) => {
    const entered = enteredResult(given, rule(operand, custom));
    assert.deepEqual([entered.given, entered.digits, entered.text], [given, digits, text]);
    assert.equal(entered.isLdl, /^[<＜]/.test(given));
    assert.equal(entered.isUdl, given.startsWith(">"));
  });

  test("a sign that is not taken is refused, never dropped", () => {
    assert.throws(() => enteredResult("<5", rule(false, false)), code("operator-not-allowed"));
    const unlimited: EntryRule = { operandAllowed: true, customLimitAllowed: false };
    assert.throws(() => enteredResult("<5", unlimited), code("operator-not-allowed"));
  });

  test.each([
    ["", "empty"],
    ["1,5", "ambiguous-separator"],
    ["n/a", "not-a-number"],
  ])("%j is refused: %s", (given, expected) =>
    assert.throws(() => enteredResult(given, rule(true, true)), code(expected)),
  );
});

describe("a result beside its range", () => {
  const range: ExpectedRange = { min: "-5", max: "5", warnMin: "-5.5", warnMax: "5.5" };
  const found = (result: string | readonly string[], expected: ExpectedRange | null = range) => {
    const check = checkRange(result, expected);
    return check.evaluated ? [check.outOfRange, check.outOfShoulders] : check.reason;
  };

  test.each([
    ["5", [false, false]],
    ["5.2", [true, false]],
    ["5.5", [true, false]],
    ["5.51", [true, true]],
    ["-5.50", [true, false]],
    ["-5.6", [true, true]],
    ["<-5", [true, true]],
    [">5", [true, true]],
    ["<4", "censored"],
    ["n/a", "not-a-number"],
    ["", "empty"],
    [
      ["1", "9"],
      [true, true],
    ],
    [["1", "x"], "not-a-number"],
    [[], "empty"],
  ])("%j", (result, expected) => assert.deepEqual(found(result), expected));

  test("a side may be open, an end excluded", () => {
    assert.deepEqual(found("5", { max: "5", maxExcluded: true }), [true, true]);
    assert.deepEqual(found("<0.5", { max: "0.5" }), [false, false]);
    assert.deepEqual(found(">97", { min: "97" }), [false, false]);
    assert.deepEqual(found("5.2", { max: "5", warnMin: "0" }), [true, true]);
    assert.equal(found("5", {}), "no-range");
    assert.equal(found("5", null), "no-range");
  });

  test("words match whatever their case", () => {
    assert.deepEqual(found("negative", { expected: "Negative" }), [false, false]);
    assert.deepEqual(found("Grade D", { allowed: ["Grade A", "Grade B"] }), [true, true]);
    assert.equal(found(" ", { expected: "Negative" }), "empty");
  });

  test("a criterion on replicates is met on exact digits, and by all of them", () => {
    const met = (criterion: string, readings: string[]) => {
      const check = checkCriterion(criterion, readings);
      return check.evaluated ? !check.outOfRange : check.reason;
    };
    assert.equal(met("mean < 0.9", ["0.5", "0.7"]), true);
    // 0.1, 0.2 and 0.3 have a mean of 0.2 exactly; in binary it would be 0.20000000000000004.
    assert.equal(met("mean ≤ 0.2", ["0.1", "0.2", "0.3"]), true);
    assert.equal(met("mean < 0.2", ["0.1", "0.2", "0.3"]), false);
    assert.equal(met("range <= 0.2", ["0.3", "0.1", "0.2"]), true);
    assert.equal(met("min >= 0.2", ["0.3", "0.1"]), false);
    assert.equal(met("max > 0.2", ["0.3", "0.1"]), true);
    assert.equal(met("mean < 0.9", ["0.5", "random text"]), "not-a-number");
    assert.equal(met("mean < 0.9", ["0.5", "<0.7"]), "censored");
    assert.equal(met("mean < 0.9", []), "empty");
    for (const wrong of ["median < 1", "mean 1", "mean < x", "mean < 1; max < 2"]) {
      assert.throws(() => checkCriterion(wrong, ["1"]), code("expression-syntax"));
    }
  });
});

describe("uncertainty from a table", () => {
  const table = [
    { from: "0", to: "5", u: "0.0015" },
    { from: "5", to: "10", u: "1%" },
    { from: "10", to: "20", u: "5%" },
  ];
  const of = (...input: Parameters<typeof uncertaintyOf>) => {
    const u = uncertaintyOf(...input);
    return u && formatDecimal(u);
  };

  test("absolute, relative, on shared ends and beyond", () => {
    assert.equal(of("1", table), "0.0015");
    assert.equal(of("15", table), "0.75");
    assert.equal(of("5", table), "0.0015");
    assert.equal(of("20.01", table), undefined);
    assert.equal(of("-9.6", [{ from: "-10", to: "0", u: "9.9%" }]), "0.9504");
  });

  test("a typed value counts first, but not outside the detection limits", () => {
    assert.equal(of("1", table, {}, "0.10"), "0.10");
    assert.equal(of("25.3", table, { ldl: "0", udl: "21" }, "0.5"), undefined);
    assert.equal(of("21", table, { ldl: "0", udl: "21" }, "0.5"), "0.5");
  });
});

test("options print their words, and a value that is none is refused", () => {
  assert.deepEqual(optionTexts(["0", "1", "1"], { 0: "Zero", 1: "One" }), ["Zero", "One", "One"]);
  assert.throws(() => optionTexts(["toString"], { 0: "Zero" }), code("unknown-choice"));
});
