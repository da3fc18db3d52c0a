import assert from "node:assert/strict";
import { describe, expect, test } from "vitest";
import { prepareModel } from "../model/tape.ts";
import { near } from "../testing/agree.ts";
import { runAdaptive } from "./adaptive.ts";
import { Growing } from "./growing.ts";
import { histogramAbout, histogramOf } from "./histogram.ts";
import { planTrials } from "./plan.ts";
import { trialShares } from "./shares.ts";

const seed = 20261125;

test("every value is counted once, the upper end in the last class", () => {
  const values = Float64Array.of(-1, 0, 0.24, 0.25, 0.5, 0.99, 1, 1.01);
  assert.deepEqual(histogramOf(values, 0, 1, 4), {
    low: 0,
    width: 0.25,
    counts: [2, 1, 1, 2],
    below: 1,
    above: 1,
    total: 8,
  });
});

test("ends that do not rise and classes without number are refused", () => {
  const refused = expect.objectContaining({ code: "outside-domain" });
  for (const [low, high, classes] of [
    [1, 1, 4],
    [0, Infinity, 4],
    [NaN, 1, 4],
    [0, 1, 0],
    [0, 1, 1.5],
    [0, 1, 1e6],
  ] as const)
    expect(() => histogramOf(new Float64Array(1), low, high, classes)).toThrow(refused);
});

test(`an evaluation carries a histogram of all its trials (seed ${seed})`, () => {
  const plan = planTrials(prepareModel({ y: "x", z: "0*x" }, ["x"]), { x: { kind: "rectangular", x: 0, a: 1 } }, seed);
  const [y, z] = runAdaptive(plan, { probability: 0.95, digits: 1 });
  const { counts, below, above, total, low, width } = y!.histogram!;
  assert.equal(
    counts.reduce((sum, count) => sum + count, below + above),
    total,
  );
  assert.equal(total, y!.trials);
  assert.ok(low >= -1 && low < -0.99 && low + width * counts.length <= 1);
  // Each of 60 classes of a rectangle holds a sixtieth, to five standard errors.
  for (const count of counts) assert.ok(Math.abs(count - total / 60) < 5 * Math.sqrt(total / 60));
  assert.equal(z!.histogram, null);
  assert.equal(histogramAbout(new Float64Array(3).fill(2), 2, 0), null);
});

test("numbers that become more stay in their order", () => {
  const growing = new Growing();
  for (let k = 0; k < 7; k++) growing.add(Float64Array.from({ length: 10_000 }, (_, i) => 10_000 * k + i));
  assert.equal(growing.all.length, 70_000);
  for (const [i, value] of growing.all.entries()) assert.equal(value, i);
});

describe("one input at a time", () => {
  // y = 3a + b² with u(a) = 0.1 and b ~ N(0, 1): 0.3 and √2, shares 0.09/2.09 and 2/2.09.
  test(`shows what first order does not: the share of a square about zero (seed ${seed})`, () => {
    const plan = planTrials(
      prepareModel({ y: "3*a + b**2 + c" }, ["a", "b", "c"]),
      { a: { kind: "normal", x: 1, u: 0.1 }, b: { kind: "normal", x: 0, u: 1 }, c: { kind: "constant", x: 4 } },
      seed,
    );
    const [a, b, c] = trialShares(plan, 100_000)[0]!;
    // A linear model gives its coefficient exactly, for the scatter of the draws cancels.
    near(a!.sensitivity!, 3, 1e-10);
    near(b!.u, Math.SQRT2, 0.02);
    near(a!.share, 0.09 / 2.09, 0.04);
    near(b!.share, 2 / 2.09, 0.002);
    assert.deepEqual(c, { input: "c", u: 0, sensitivity: null, share: 0 });
  });
});
