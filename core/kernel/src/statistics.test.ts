import assert from "node:assert/strict";
import { test } from "vitest";
import { Refusal } from "./refusal.ts";
import {
  correlation,
  mean,
  median,
  pooledSd,
  range,
  sampleSd,
  sampleVariance,
  standardError,
  sum,
} from "./statistics.ts";
import { agrees, near } from "./testing/agree.ts";

// JCGM 100:2008, table H.2: voltage, current and phase, read five times.
const volts = [5.007, 4.994, 5.005, 4.99, 4.999];
const amperes = [0.019663, 0.019639, 0.01964, 0.019685, 0.019678];
const phases = [1.0456, 1.0438, 1.0468, 1.0428, 1.0433];

test("GUM table H.2: means, standard deviations of the mean and correlations", () => {
  agrees(mean(volts), "4.9990");
  agrees(standardError(volts), "0.0032");
  agrees(mean(amperes) * 1000, "19.6610");
  agrees(standardError(amperes) * 1000, "0.0095");
  agrees(mean(phases), "1.04446");
  agrees(standardError(phases), "0.00075");
  agrees(correlation(volts, amperes), "-0.36");
  agrees(correlation(volts, phases), "0.86");
  agrees(correlation(amperes, phases), "-0.65");
});

test("a small scatter on a large value is not lost (NIST StRD NumAcc4: mean 10000000.2, s 0.1)", () => {
  const values = [10000000.2, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 10000000.1 : 10000000.3))];
  near(mean(values), 10000000.2, 1e-15);
  near(sampleSd(values), 0.1, 1e-8);
});

test("large terms that cancel leave the small one", () => assert.equal(sum([1e100, 1, -1e100]), 1));

test("the middle value does not mind the order, and leaves it alone", () => {
  const values = [3, 1, 2];
  assert.equal(median(values), 2);
  assert.deepEqual(values, [3, 1, 2]);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(range([4, 1, 3, 2]), 3);
});

test("pooled: √((2·1² + 1·2²) / 3) = √2 with 3 degrees of freedom", () => {
  const { sd, dof } = pooledSd([
    [1, 2, 3],
    [0, 2 * Math.SQRT2],
  ]);
  near(sd, Math.SQRT2, 1e-14);
  assert.equal(dof, 3);
});

test("too few or unequal values are refused", () => {
  const code = (expected: string) => (error: unknown) => error instanceof Refusal && error.code === expected;
  assert.throws(() => mean([]), code("too-few-values"));
  assert.throws(() => sampleSd([1]), code("too-few-values"));
  assert.throws(() => pooledSd([[1]]), code("too-few-values"));
  assert.throws(() => correlation([1, 2], [1]), code("values-differ-in-number"));
  assert.throws(() => correlation([1, 2], [5, 5]), code("outside-domain"));
});

test.each([1e300, 1e200, 1e-200, 1e-300])("magnitudes of %s keep their scatter and correlation", (unit) => {
  const values = [1, 2, 3, 4].map((value) => value * unit);
  near(sampleSd(values) / unit, Math.sqrt(5 / 3), 1e-12);
  near(mean(values) / unit, 2.5, 1e-12);
  near(correlation(values, [2, 4, 6, 8]), 1, 1e-12);
});

test("a variance that no number can hold is refused, not 0 or infinite", () => {
  for (const [unit, code] of [
    [1e300, "not-finite"],
    [1e-300, "outside-domain"],
  ] as const)
    assert.throws(
      () => sampleVariance([unit, 2 * unit]),
      (error) => error instanceof Refusal && error.code === code,
    );
});

test("NaN and infinite values are refused", () => {
  for (const bad of [Number.NaN, Infinity])
    for (const statistic of [mean, sampleSd, (values: number[]) => correlation(values, [1, 2])])
      assert.throws(
        () => statistic([1, bad]),
        (error) => error instanceof Refusal && error.code === "not-finite",
      );
});
