import assert from "node:assert/strict";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { describe, test } from "vitest";
import { alphanumeric, numberOfForm, partNumber } from "./number-form.ts";

const code = (expected: string) => (error: unknown) => error instanceof Refusal && error.code === expected;

describe("letters and digits", () => {
  test.each([
    [0, 3, 3, "AAA000"],
    [1, 3, 3, "AAA001"],
    [999, 3, 3, "AAA999"],
    [1000, 3, 3, "AAB001"],
    [2673, 3, 2, "ABA99"],
    [2674, 3, 2, "ABB01"],
    [4448, 5, 3, "AAAAE452"],
    [17_575 * 99 + 99, 3, 2, "ZZZ99"],
  ])("%d with %d letters and %d digits is %s", (number, letters, digits, text) =>
    assert.equal(alphanumeric(number, letters, digits), text),
  );

  test("every number has a text of its own, in order", () => {
    const texts = Array.from({ length: 5000 }, (_, number) => alphanumeric(number, 2, 2));
    assert.deepEqual(texts, texts.toSorted());
    assert.equal(new Set(texts).size, texts.length);
  });

  test("what the letters cannot say is refused", () => {
    assert.throws(() => alphanumeric(26 ** 3 * 99 + 1, 3, 2), code("number-form-used-up"));
    assert.throws(() => alphanumeric(-1, 3, 2), code("number-form-wrong"));
    assert.throws(() => alphanumeric(1.5, 3, 2), code("number-form-wrong"));
    assert.throws(() => alphanumeric(1, 3, 2, "A"), code("number-form-wrong"));
  });
});

describe("the form of a number", () => {
  test.each([
    ["{type}-{alpha:3a1d}", 10, "WB-AAB1"],
    ["{type}{sampled:%y%m%d}-{seq:04d}", 7, "WB170131-0007"],
    ["{seq}", 12, "12"],
    ["{seq:02d}", 12345, "12345"],
  ])("%s with %d is %s", (form, number, expected) =>
    assert.equal(numberOfForm(form, { type: "WB", sampled: "2017-01-31" }, number), expected),
  );

  test.each(["{none}", "{seq:x}", "{alpha}", "{alpha:3a}", "{sampled:%H}", "{toString}", "{type", "a}b", "{}"])(
    "%s is refused",
    (form) =>
      assert.throws(() => numberOfForm(form, { type: "WB", sampled: "2017-01-31" }, 1), code("number-form-wrong")),
  );

  test("a date must exist", () =>
    assert.throws(() => numberOfForm("{day:%Y}", { day: "2017-02-30" }, 1), code("not-a-date")));
});

test("parts of a sample carry its number", () => {
  assert.equal(partNumber("W-0001", 0), "W-0001-S01");
  assert.equal(partNumber("W-0001-S02", 0), "W-0001-S02-S01");
  assert.equal(partNumber("W-0001", 99), "W-0001-S100");
});
