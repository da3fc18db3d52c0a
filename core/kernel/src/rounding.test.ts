import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { decimal, formatDecimal } from "./decimal.ts";
import { meetsLimits } from "./limit-comparison.ts";
import { formatMarked, roundAgain, roundMarked } from "./marked-rounding.ts";
import { Refusal } from "./refusal.ts";
import { cleanNoise, roundDigits, roundPlaces, roundStep } from "./rounding.ts";

const step = (x: string, interval: string) => formatDecimal(roundStep(decimal(x), decimal(interval), "half-even"));

// GB/T 8170-2008, clause 3, and decimals that binary fractions get wrong.
test.each([
  ["12.1498", "0.1", "12.1"],
  ["1268", "100", "1300"],
  ["10.5002", "1", "11"],
  ["1.050", "0.1", "1.0"],
  ["2500", "1000", "2000"],
  ["-0.0365", "0.001", "-0.036"],
  ["60.25", "0.5", "60.0"],
  ["-60.75", "0.5", "-61.0"],
  ["830", "20", "840"],
  ["-930", "20", "-920"],
  ["2.675", "0.01", "2.68"],
  ["1.005", "0.01", "1.00"],
  ["-0.5", "1", "0"],
  ["2.5000000000000000001", "1", "3"],
])("%s to an interval of %s is %s", (x, interval, expected) => assert.equal(step(x, interval), expected));

// ±2.5 and ±2.51 to whole numbers: what each mode does with a tie and with more than a tie.
test.each([
  ["half-even", "2", "-2", "3"],
  ["half-up", "3", "-3", "3"],
  ["half-down", "2", "-2", "3"],
  ["up", "3", "-3", "3"],
  ["down", "2", "-2", "2"],
  ["ceiling", "3", "-2", "3"],
  ["floor", "2", "-3", "2"],
] as const)("%s takes 2.5, -2.5 and 2.51 to %s, %s and %s", (mode, tie, negativeTie, more) => {
  const round = (x: string) => formatDecimal(roundPlaces(decimal(x), 0, mode));
  assert.deepEqual([round("2.5"), round("-2.5"), round("2.51")], [tie, negativeTie, more]);
});

describe("places and digits", () => {
  test("a value with fewer places is filled with zeros", () => {
    assert.equal(formatDecimal(roundPlaces(decimal("1.5"), 3, "half-even")), "1.500");
  });

  test("negative places are tens and hundreds", () => {
    assert.equal(formatDecimal(roundPlaces(decimal("1250.7"), -2, "half-even")), "1300");
    assert.equal(formatDecimal(roundPlaces(decimal("1250.0"), -2, "half-even")), "1200");
  });

  test("a carry keeps the number of significant digits", () => {
    assert.equal(formatDecimal(roundDigits(decimal("0.0996"), 2, "half-even")), "0.10");
    assert.equal(formatDecimal(roundDigits(decimal("9994"), 2, "half-even")), "10000");
    assert.equal(formatDecimal(roundDigits(decimal("99.6"), 2, "half-even")), "100");
  });

  test("digits are counted from the first that is not zero, and filled up", () => {
    assert.equal(formatDecimal(roundDigits(decimal("0.00012345"), 3, "half-even")), "0.000123");
    assert.equal(formatDecimal(roundDigits(decimal("7"), 3, "half-even")), "7.00");
    assert.equal(formatDecimal(roundDigits(decimal("0.00"), 3, "half-even")), "0.00");
  });

  test("a step must be positive", () => {
    assert.throws(
      () => step("1", "0"),
      (error) => error instanceof Refusal && error.code === "outside-domain",
    );
    assert.throws(() => step("1", "-0.5"), Refusal);
  });
});

test("noise of binary computing does not decide a tie", () => {
  // 1.1 · 2.25 = 2.475 exactly, but 2.4750000000000005 in binary: rounding that half to even would give 2.48 by luck;
  // 0.285 · 100 = 28.499999999999996 in binary would lose its tie.
  assert.equal(formatDecimal(roundPlaces(cleanNoise(0.285 * 100), 0, "half-even")), "28");
  assert.equal(formatDecimal(roundPlaces(cleanNoise(0.285 * 100), 0, "half-up")), "29");
  assert.equal(formatDecimal(cleanNoise(0.1 + 0.2)), "0.300000000000");
  assert.equal(formatDecimal(cleanNoise(-0)), "0");
});

// GB/T 8170-2008, 3.3: a 5 that came from rounding carries the side from which it came.
test.each([
  ["15.4546", "15.5(-)", "15"],
  ["-15.4546", "-15.5(-)", "-15"],
  ["16.5203", "16.5(+)", "17"],
  ["-16.5203", "-16.5(+)", "-17"],
  ["17.5000", "17.5", "18"],
])("%s is reported as %s and rounds again to %s", (measured, reported, rounded) => {
  const marked = roundMarked(decimal(measured), decimal("0.1"));
  assert.equal(formatMarked(marked), reported);
  assert.equal(formatDecimal(roundAgain(marked, decimal("1"))), rounded);
});

// GB/T 8170-2008, 4.3: sodium hydroxide of at least 97.0 %, silicon of at most 0.5 %, a diameter of 10.0 ± 0.1 mm.
describe("limits", () => {
  const rounded = { compare: "rounded", interval: decimal("0.1") } as const;
  const full = { compare: "full" } as const;

  test("96.96 fails the full comparison with 97.0 and passes the rounded one", () => {
    assert.equal(meetsLimits(decimal("96.96"), { lower: decimal("97.0") }, full), false);
    assert.equal(meetsLimits(decimal("96.96"), { lower: decimal("97.0") }, rounded), true);
  });

  test("0.551 fails both ways, 0.500 passes both", () => {
    for (const comparison of [full, rounded]) {
      assert.equal(meetsLimits(decimal("0.551"), { upper: decimal("0.5") }, comparison), false);
      assert.equal(meetsLimits(decimal("0.500"), { upper: decimal("0.5") }, comparison), true);
    }
  });

  test("an excluded limit is not met by a value that rounds to it", () => {
    const limits = { lower: decimal("9.9"), upper: decimal("10.1"), lowerExcluded: true, upperExcluded: true };
    assert.equal(meetsLimits(decimal("9.94"), limits, full), true);
    assert.equal(meetsLimits(decimal("9.94"), limits, rounded), false);
    assert.equal(meetsLimits(decimal("9.9"), limits, full), false);
  });

  test("no limit is always met", () => assert.equal(meetsLimits(decimal("-5"), {}, full), true));
});
