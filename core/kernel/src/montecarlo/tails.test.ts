import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { tailsOf } from "./tails.ts";

const seed = 20261125;

/** Values of a small generator in steps, so that many are equal, of either sign. */
function values(count: number, start: number, step: number): Float64Array {
  let state = start;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return step === 0 ? state * 1.000_001 : Math.round(state / step);
  });
}

test(`the tails are those of all values sorted (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 25, max: 60_000 }),
      fc.integer(),
      fc.constantFrom(0, 1e9, 1e7),
      fc.constantFrom(0.01, 0.05, 0.3, 1),
      (count, start, step, share) => {
        const given = values(count, start, step);
        const keep = Math.max(1, Math.floor(share * count));
        const sorted = given.slice().sort();
        const { low, high } = tailsOf(given, keep);
        assert.deepEqual(low.slice(0, keep), sorted.slice(0, keep));
        assert.deepEqual(high.slice(-keep), sorted.slice(-keep));
      },
    ),
    { seed, numRuns: 60 },
  );
});

test("values that are in order already, which a sample describes badly, lose nothing", () => {
  const given = Float64Array.from({ length: 50_000 }, (_, i) => i - 25_000);
  const { low, high } = tailsOf(given, 2501);
  assert.equal(low[2500], -22_500);
  assert.equal(high[high.length - 2501], 22_499);
});

test("where all values are equal both tails hold that one", () => {
  const { low, high } = tailsOf(new Float64Array(30_000).fill(7), 100);
  assert.deepEqual([low[99], high.at(-100)], [7, 7]);
});

test("the values are left as they are", () => {
  const given = values(30_000, 3, 0);
  const copy = given.slice();
  tailsOf(given, 1000);
  assert.deepEqual(given, copy);
});
