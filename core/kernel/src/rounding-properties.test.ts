import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { compare, type Decimal, decimal, formatDecimal, negate, times } from "./decimal.ts";
import { expressResult } from "./expression/uncertain-result.ts";
import type { RoundingMode } from "./integer-rounding.ts";
import { roundAgain, roundMarked } from "./marked-rounding.ts";
import { digitCount, roundDigits, roundPlaces, roundStep } from "./rounding.ts";

const anyDecimal = fc
  .record({ digits: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), scale: fc.integer({ min: 0, max: 8 }) })
  .map((value): Decimal => value);
const symmetric = fc.constantFrom<RoundingMode>("half-even", "half-up", "half-down", "up", "down");
const steps = fc.constantFrom("0.5", "0.2", "0.05", "1", "2", "5", "20").map(decimal);

// fast-check prints the seed of a run that fails.
test("rounding twice to one step is rounding once, and signs never matter", () =>
  fc.assert(
    fc.property(anyDecimal, steps, symmetric, (x, step, mode) => {
      const once = roundStep(x, step, mode);
      assert.equal(compare(roundStep(once, step, mode), once), 0);
      assert.equal(compare(roundStep(negate(x), step, mode), negate(once)), 0);
    }),
  ));

test("rounding does not depend on the unit: a step ten times as large for a value ten times as large", () =>
  fc.assert(
    fc.property(anyDecimal, steps, symmetric, (x, step, mode) => {
      const ten = decimal("10");
      const scaled = roundStep(times(x, ten), times(step, ten), mode);
      assert.equal(compare(scaled, times(roundStep(x, step, mode), ten)), 0);
    }),
  ));

test("a value that was marked when it was rounded rounds again as if it never had been", () =>
  fc.assert(
    fc.property(anyDecimal, fc.integer({ min: 0, max: 3 }), (x, places) => {
      const finer = { digits: 1n, scale: places + 1 };
      const coarser = { digits: 1n, scale: places };
      const again = roundAgain(roundMarked(x, finer), coarser);
      assert.equal(formatDecimal(again), formatDecimal(roundPlaces(x, places, "half-even")));
    }),
  ));

test("significant digits stay as many as were asked for", () =>
  fc.assert(
    fc.property(anyDecimal, fc.integer({ min: 1, max: 6 }), symmetric, (x, significant, mode) => {
      const rounded = roundDigits(x, significant, mode);
      if (x.digits !== 0n && rounded.scale > 0) assert.equal(digitCount(rounded), significant);
    }),
  ));

test("value and uncertainty are printed to one place, and rounding up never states less than there is", () =>
  fc.assert(
    fc.property(
      anyDecimal,
      fc.bigInt({ min: 1n, max: 10n ** 6n }),
      fc.constantFrom<1 | 2 | "pdg">(1, 2, "pdg"),
      (x, u, digits) => {
        const uncertainty = { digits: u, scale: 4 };
        const { value, uncertainty: printed } = expressResult(x, uncertainty, { rule: { digits, mode: "up" } });
        assert.ok(printed !== null);
        assert.ok(compare(decimal(printed), uncertainty) >= 0);
        assert.equal(value.split(".")[1]?.length, printed.split(".")[1]?.length);
      },
    ),
  ));
