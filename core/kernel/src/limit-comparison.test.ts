import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { decimal, formatDecimal } from "./decimal.ts";
import { comparisonBy, meetsLimits, type RoundingConvention } from "./limit-comparison.ts";
import { roundStep } from "./rounding.ts";

function judged(convention: RoundingConvention, side: "min" | "max", limit: string, value: string, interval?: string) {
  const bound = decimal(limit);
  const comparison = comparisonBy(convention, bound, interval === undefined ? undefined : decimal(interval));
  assert.ok(comparison.compare === "rounded");
  const rounded = roundStep(decimal(value), comparison.interval, comparison.mode ?? "half-even");
  return [
    formatDecimal(rounded),
    meetsLimits(decimal(value), side === "min" ? { lower: bound } : { upper: bound }, comparison),
  ];
}

// USP, General Notices 7.20, table of illustrations.
describe("USP: a tie goes up", () => {
  test.each([
    ["min", "98.0", "97.96", "98.0", true],
    ["min", "98.0", "97.92", "97.9", false],
    ["min", "98.0", "97.95", "98.0", true],
    ["max", "101.5", "101.55", "101.6", false],
    ["max", "101.5", "101.46", "101.5", true],
    ["max", "101.5", "101.45", "101.5", true],
    ["max", "0.02", "0.025", "0.03", false],
    ["max", "0.02", "0.015", "0.02", true],
    ["max", "0.02", "0.027", "0.03", false],
    ["max", "3", "3.5", "4", false],
    ["max", "3", "3.4", "3", true],
    ["max", "3", "2.5", "3", true],
  ] as const)("%s %s: %s is %s, conforms %s", (side, limit, value, rounded, conforms) =>
    assert.deepEqual(judged("usp", side, limit, value), [rounded, conforms]),
  );
});

// ASTM E29-13, table of examples of the rounding method.
describe("ASTM E29, rounding method: a tie to the even digit", () => {
  test.each([
    ["min", "60000", "100", "59940", "59900", false],
    ["min", "60000", "100", "59950", "60000", true],
    ["min", "60000", "100", "59960", "60000", true],
    ["min", "57", "1", "56.4", "56", false],
    ["min", "57", "1", "56.5", "56", false],
    ["min", "57", "1", "56.6", "57", true],
    ["max", "40", "1", "40.4", "40", true],
    ["max", "40", "1", "40.5", "40", true],
    ["max", "40", "1", "40.6", "41", false],
    ["max", "0.5", "0.1", "0.54", "0.5", true],
    ["max", "0.5", "0.1", "0.55", "0.6", false],
    ["max", "0.5", "0.1", "0.56", "0.6", false],
  ] as const)("%s %s to %s: %s is %s, conforms %s", (side, limit, interval, value, rounded, conforms) =>
    assert.deepEqual(judged("astm-e29", side, limit, value, interval), [rounded, conforms]),
  );

  test("the absolute method compares every digit", () =>
    assert.equal(meetsLimits(decimal("59999.9"), { lower: decimal("60000") }, { compare: "full" }), false));
});

test("the conventions part ways at a tie before an even digit", () => {
  const found = (["gb-t-8170", "astm-e29", "chp", "usp", "ph-eur"] as const).map(
    (convention) => judged(convention, "max", "0.2", "0.25")[1],
  );
  assert.deepEqual(found, [true, true, true, false, false]);
});

// GB/T 8170-2008, 3.4: intervals of 0.5 and 0.2 units as printed, and 0.05, 2 and 5 worked out by dividing by the
// interval, rounding to whole numbers and multiplying back: 1.025 / 0.05 = 20.5 → 20 → 1.00; 3 / 2 = 1.5 → 2 → 4.
describe("steps other than powers of ten", () => {
  test.each([
    ["60.25", "0.5", "60.0"],
    ["60.38", "0.5", "60.5"],
    ["60.28", "0.5", "60.5"],
    ["-60.75", "0.5", "-61.0"],
    ["830", "20", "840"],
    ["842", "20", "840"],
    ["832", "20", "840"],
    ["-930", "20", "-920"],
    ["0.3", "0.2", "0.4"],
    ["0.5", "0.2", "0.4"],
    ["-0.31", "0.2", "-0.4"],
    ["1.025", "0.05", "1.00"],
    ["1.075", "0.05", "1.10"],
    ["1.0250001", "0.05", "1.05"],
    ["3", "2", "4"],
    ["5", "2", "4"],
    ["12.5", "5", "10"],
    ["17.5", "5", "20"],
    ["12.51", "5", "15"],
  ])("%s to %s is %s", (value, interval, expected) =>
    assert.equal(formatDecimal(roundStep(decimal(value), decimal(interval), "half-even")), expected),
  );
});
