import { streamOf } from "@quanheng/kernel/random/xoshiro.ts";
import { expect, test } from "vitest";
import { bcaInterval } from "./bca-interval.ts";
import { similarityBootstrap } from "./similarity-bootstrap.ts";

/** Spatial test A of Efron and Tibshirani 1993, table 14.1. */
const SPATIAL = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];
function variance(values: readonly number[]): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
}

test("the variance of spatial test A is 171.5 with â = 0.061, and its 90 % interval 115.8 to 259.6 (Efron and Tibshirani, 14.3)", () => {
  const random = streamOf(7, 0, 0);
  const replicates = Array.from({ length: 20_000 }, () =>
    variance(SPATIAL.map(() => SPATIAL[Math.floor(random.uniform() * SPATIAL.length)]!)),
  );
  const jackknife = SPATIAL.map((_, left) => variance(SPATIAL.filter((_value, at) => at !== left)));
  const { lower, upper, bias, acceleration } = bcaInterval(replicates, variance(SPATIAL), jackknife, 0.9);

  expect(variance(SPATIAL).toFixed(1)).toBe("171.5");
  expect(acceleration.toFixed(3)).toBe("0.061");
  // The book's ẑ₀ = 0.146 and ends are those of 2000 draws; ours, of 20 000, lie within their scatter.
  expect(Math.abs(bias - 0.146)).toBeLessThan(0.06);
  expect(Math.abs(lower - 115.8)).toBeLessThan(4);
  expect(Math.abs(upper - 259.6)).toBeLessThan(8);
});

const units = (means: readonly number[], spread: number) =>
  Array.from({ length: 12 }, (_, unit) => means.map((mean) => mean + spread * (unit - 5.5)));
const REFERENCE = [34.9166666667, 59.5, 79.2666666667, 95.075];
const TEST = [40.3391666667, 67.1458333333, 87.0075, 97.725];

test("units that scatter widen the interval, the estimate stays, and the lower end decides", () => {
  const narrow = similarityBootstrap(units(REFERENCE, 0.2), units(TEST, 0.2));
  const wide = similarityBootstrap(units(REFERENCE, 3), units(TEST, 3));
  expect([narrow.f2.toFixed(2), wide.f2.toFixed(2)]).toEqual(["60.03", "60.03"]);
  expect([narrow.similar, wide.similar]).toEqual([true, false]);
  expect(wide.upper - wide.lower).toBeGreaterThan(5 * (narrow.upper - narrow.lower));
  expect(similarityBootstrap(units(REFERENCE, 3), units(TEST, 3))).toEqual(wide);
});
