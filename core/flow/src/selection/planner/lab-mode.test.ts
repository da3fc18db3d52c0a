import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { labValue } from "./lab-mode.ts";
import type { Problem } from "./problem.ts";

const SEED = Number(process.env["QUANHENG_SEED"] ?? 20_261_125);
const TIER = 1 << 2;

/** A laboratory whose only discount needs a subtotal, and offers that nobody pays for. */
function problemOf(price: readonly number[], minSubtotal: number, bp: number): Problem {
  const offers = price.map((_, at) => `o${at}`);
  return {
    offers,
    price,
    lab: price.map(() => 0),
    prep: price.map(() => -1),
    instrument: price.map(() => -1),
    hours: price.map(() => 0),
    quantity: price.map(() => 0),
    destructive: price.map(() => false),
    needs: [],
    covers: price.map(() => []),
    labs: [{ fixed: 0, tiers: [{ minSubtotal, bp }], offers: offers.map((_, at) => at), preps: [], specimens: [0] }],
    preps: [],
    capacity: [],
    sample: Number.POSITIVE_INFINITY,
  } as unknown as Problem;
}

const cases = fc
  .array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 6 })
  .chain((price) =>
    fc.tuple(
      fc.constant(price),
      fc.integer({ min: 1, max: price.reduce((sum, each) => sum + each, 0) }),
      fc.integer({ min: 0, max: 10_000 }),
    ),
  );

test(`a discount whose threshold the offers reach is never taken for out of reach (seed ${SEED}, QUANHENG_SEED)`, () => {
  fc.assert(
    fc.property(cases, ([price, minSubtotal, bp]) => {
      const { value } = labValue(problemOf(price, minSubtotal, bp), 0, TIER, {
        revenue: new Float64Array(price.length),
        hourPrice: new Float64Array(0),
        samplePrice: 0,
        fixed: new Uint8Array(price.length).fill(2),
        scratch: new Float64Array(price.length),
      });
      // Whatever is filled up costs its share of the list price, so that the value is known.
      const expected = minSubtotal * (1 - bp / 10_000);
      assert.ok(Math.abs(value - expected) <= 1e-9 * (1 + minSubtotal), `${value} instead of ${expected}`);
    }),
    { seed: SEED, numRuns: 3_000 },
  );
});
