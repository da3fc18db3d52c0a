import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { normalQuantile } from "../distributions.ts";
import { prepareModel } from "../model/tape.ts";
import { type Distribution, moments } from "./distribution.ts";
import { jointSummary } from "./joint.ts";
import { planTrials } from "./plan.ts";
import { planEquations } from "./plan-equations.ts";
import { quasiSteps, quasiTrials } from "./quasi.ts";
import { normalScore } from "./quasi-quantile.ts";
import { SOBOL_DIMENSIONS, scrambledSobol } from "./quasi-sobol.ts";
import { summarize } from "./summary.ts";
import { runTrials } from "./trials.ts";

const seed = 20261125;
const POINTS = 32_768;

/** How many of the points lie in each of 2^a by 2^b boxes. */
function boxCounts(x: Float64Array, y: Float64Array, a: number, b: number): Set<number> {
  const counts = new Uint32Array(2 ** (a + b));
  for (let i = 0; i < x.length; i++) counts[Math.floor(x[i]! * 2 ** a) * 2 ** b + Math.floor(y[i]! * 2 ** b)]!++;
  return new Set(counts);
}

describe("scrambled Sobol' points", () => {
  test("every dimension has one of 1024 points in each of 1024 intervals, under any scramble", () => {
    for (let dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
      for (const scramble of [0, 1, 0x9e3779b9, 0xffffffff]) {
        const intervals = new Set([...scrambledSobol(dimension, scramble, 1024)].map((x) => Math.floor(x * 1024)));
        assert.equal(intervals.size, 1024, `dimension ${dimension}, scramble ${scramble}`);
      }
    }
  });

  test("dimensions 0 and 1 are a net: every box of the area 1/256, of whatever shape, holds one of 256 points", () => {
    const [x, y] = [scrambledSobol(0, 17, 256), scrambledSobol(1, 4711, 256)];
    for (let a = 0; a <= 8; a++) assert.deepEqual([...boxCounts(x, y, a, 8 - a)], [1], `2^-${a} wide`);
  });

  // A direction number that is wrong shows in pairs: by the quality t of the sequence, 2^10 points fill boxes evenly.
  test("any two dimensions fill four by four boxes evenly with 1024 points", () => {
    const columns = Array.from({ length: SOBOL_DIMENSIONS }, (_, dimension) =>
      scrambledSobol(dimension, 0x85ebca6b * (dimension + 1), 1024),
    );
    for (const [i, x] of columns.entries()) {
      for (const [j, y] of columns.slice(0, i).entries())
        assert.deepEqual([...boxCounts(x, y, 2, 2)], [64], `${i}, ${j}`);
    }
  });
});

test("the fast normal quantile agrees with the exact one", () => {
  for (const p of [2 ** -33, 1e-8, 1e-4, 0.02, 0.0751, 0.3, 0.5, 0.62, 0.95, 0.9999, 1 - 2 ** -33]) {
    const expected = normalQuantile(p);
    assert.ok(Math.abs(normalScore(p) - expected) <= 4e-15 * (1 + Math.abs(expected)), `${p}: ${normalScore(p)}`);
  }
});

const kinds: readonly Distribution[] = [
  { kind: "normal", x: 3, u: 0.5 },
  { kind: "t", x: -2, scale: 0.3, dof: 9 },
  { kind: "rectangular", x: 1, a: 2 },
  { kind: "triangular", x: 1, a: 2 },
  { kind: "arcsine", x: 0, a: 1.5 },
  { kind: "trapezoidal", x: 5, a: 1, beta: 0.4 },
  { kind: "trapezoidal", x: 5, a: 1, beta: 1 },
  { kind: "curvilinear-trapezoid", x: 0, a: 1, d: 0.25 },
  { kind: "exponential", x: 2 },
  { kind: "gamma", shape: 4.5, scale: 0.7 },
  { kind: "gamma", shape: 0.5, scale: 2 },
  { kind: "samples", values: [1, 2, 4, 8] },
  { kind: "poisson", mean: 3.5 },
  { kind: "discrete", values: [-1, 0, 5], weights: [2, 0, 1] },
];

test.each(kinds.map((kind) => [kind.kind, kind] as const))(
  `%s: points have its mean to 1e-4 u and its standard deviation to 0.2 %% (seed ${seed})`,
  (name, distribution) => {
    const plan = planTrials(prepareModel({ y: "x" }, ["x"]), { x: distribution }, seed);
    const { y, u } = summarize(name, quasiTrials(plan, POINTS)[0]!, 0.95);
    const expected = moments(name, distribution);
    assert.ok(Math.abs(y - expected.x) < 1e-4 * expected.u, `mean ${y}, expected ${expected.x}`);
    assert.ok(Math.abs(u - expected.u) < 2e-3 * expected.u, `u ${u}, expected ${expected.u}`);
  },
);

const eight = {
  model: prepareModel({ y: "x1/x2*cos(x3)*x7 + x4 + 127*x6*(x5+x8)" }, [
    "x1",
    "x2",
    "x3",
    "x4",
    "x5",
    "x6",
    "x7",
    "x8",
  ]),
  inputs: {
    x1: { kind: "normal", x: 5, u: 0.01 },
    x2: { kind: "normal", x: 0.02, u: 0.0001 },
    x3: { kind: "normal", x: 1, u: 0.001 },
    x4: { kind: "t", x: 0, scale: 0.5, dof: 9 },
    x5: { kind: "rectangular", x: 0, a: 0.01 },
    x6: { kind: "rectangular", x: 1, a: 0.1 },
    x7: { kind: "triangular", x: 1, a: 0.01 },
    x8: { kind: "arcsine", x: 0, a: 0.02 },
  } as const satisfies Readonly<Record<string, Distribution>>,
  correlations: [{ a: "x1", b: "x2", r: -0.36 }],
};

test(`32 768 points agree with a million trials within four standard errors of those (seed ${seed})`, () => {
  const plan = planTrials(eight.model, eight.inputs, seed, eight.correlations);
  const quasi = summarize("y", quasiTrials(plan, POINTS)[0]!, 0.95);
  const trials = summarize("y", runTrials(plan, 0, 1_000_000)[0]!, 0.95);
  assert.ok(Math.abs(quasi.y - trials.y) < 4e-3 * trials.u, `${quasi.y}, ${trials.y}`);
  assert.ok(Math.abs(quasi.u / trials.u - 1) < 4e-3, `${quasi.u}, ${trials.u}`);
  for (const end of ["low", "high"] as const)
    assert.ok(
      Math.abs(quasi.symmetric[end] - trials.symmetric[end]) < 0.02 * trials.u,
      `${end} ${quasi.symmetric[end]}`,
    );
});

test("correlated normal inputs come out with their correlation", () => {
  const model = prepareModel({ a: "v", b: "w" }, ["v", "w"]);
  const inputs = { v: { kind: "normal", x: 0, u: 1 }, w: { kind: "normal", x: 0, u: 2 } } as const;
  const plan = planTrials(model, inputs, seed, [{ a: "v", b: "w", r: 0.8 }]);
  const { covariance } = jointSummary(quasiTrials(plan, POINTS));
  assert.ok(Math.abs(covariance[0]![1]! / 2 - 0.8) < 1e-3, `${covariance[0]![1]}`);
});

test.each([
  { a: { kind: "rectangular", x: 3, a: 2 }, b: { kind: "t", x: -2, scale: 0.3, dof: 7.5 }, r: -0.6 },
  { a: { kind: "gamma", shape: 4.5, scale: 0.7 }, b: { kind: "normal", x: 1, u: 2 }, r: 0.4 },
] as const)("correlated $a.kind and $b.kind have the stated r", ({ a, b, r }) => {
  const plan = planTrials(prepareModel({ p: "a", q: "b" }, ["a", "b"]), { a, b }, seed, [{ a: "a", b: "b", r }]);
  const { covariance } = jointSummary(quasiTrials(plan, POINTS));
  const found = covariance[0]![1]! / Math.sqrt(covariance[0]![0]! * covariance[1]![1]!);
  assert.ok(Math.abs(found - r) < 2e-3, `${found}`);
});

// y² = x has the solution √x; x from 4 to 9 gives the mean (2/3)(27 − 8)/5 = 38/15.
test("equations are solved at every point", () => {
  const implicit = { equations: { f: "y**2 - x" }, start: { y: 2.5 }, within: {} };
  const plan = planEquations(implicit, { x: { kind: "rectangular", x: 6.5, a: 2.5 } }, seed);
  const { y } = summarize("y", quasiTrials(plan, POINTS)[0]!, 0.95);
  assert.ok(Math.abs(y - 38 / 15) < 1e-5, `${y}`);
});

test("more inputs than dimensions: the rest are drawn at random, and the sum still has its u", () => {
  const names = Array.from({ length: 40 }, (_, k) => `x${k}`);
  const inputs = Object.fromEntries(names.map((name) => [name, { kind: "normal", x: 1, u: 1 } as const]));
  const plan = planTrials(prepareModel({ y: names.join(" + ") }, names), inputs, seed);
  const { y, u } = summarize("y", quasiTrials(plan, POINTS)[0]!, 0.95);
  // Eight random terms of variance one: five standard errors of their mean and of u.
  assert.ok(Math.abs(y - 40) < 5 * Math.sqrt(8 / POINTS), `${y}`);
  assert.ok(Math.abs(u / Math.sqrt(40) - 1) < 5 / Math.sqrt(2 * POINTS), `${u}`);
});

test("the same seed gives the same bits, another seed other points", () => {
  const plan = (given: number) => planTrials(eight.model, eight.inputs, given, eight.correlations);
  assert.deepEqual(quasiTrials(plan(1), 4096), quasiTrials(plan(1), 4096));
  assert.notDeepEqual(quasiTrials(plan(1), 4096), quasiTrials(plan(2), 4096));
});

test("few points give the figures of the formula itself, and steps that are left give none", () => {
  const names = ["v", "w"];
  const inputs = { v: { kind: "normal", x: 0.2, u: 0.1 }, w: { kind: "rectangular", x: 3, a: 1 } } as const;
  const formula = prepareModel({ y: "exp(v)*w**2", v2: "v", w2: "w" }, names);
  const plan = planTrials(formula, inputs, seed);
  for (const points of [512, 1024]) {
    const [y, v, w] = quasiTrials(plan, points);
    for (let i = 0; i < points; i++) {
      const expected = Math.exp(v![i]!) * w![i]! ** 2;
      assert.ok(Math.abs(y![i]! / expected - 1) < 1e-14, `${points}: ${y![i]} at ${i}, expected ${expected}`);
    }
  }
  // Two inputs, their two distributions, then each block.
  assert.equal([...quasiSteps(plan, 8192)].length, 6);
});
