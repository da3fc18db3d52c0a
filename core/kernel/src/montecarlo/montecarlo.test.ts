import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { prepareModel } from "../model/tape.ts";
import { philox } from "../random/philox.ts";
import { Refusal } from "../refusal.ts";
import { agrees, near } from "../testing/agree.ts";
import { propagate } from "../uncertainty/propagate.ts";
import { adaptiveTrials, numericalTolerance, runAdaptive } from "./adaptive.ts";
import { type Distribution, moments } from "./distribution.ts";
import { planTrials } from "./plan.ts";
import { summarize } from "./summary.ts";
import { runTrials } from "./trials.ts";
import { validatesPropagation } from "./validation.ts";

const seed = 20261125;

// Random123's known answers.
test.each([
  [[0, 0, 0, 0], [0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
  [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], "408f276d 41c83b0e a20bc7c6 6d5451fd"],
  [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], "d16cfe09 94fdcceb 5001e420 24126ea1"],
] as const)("Philox4x32-10 of %j with key %j is %s", (counter, key, expected) => {
  assert.equal(
    philox(counter, key)
      .map((word) => word.toString(16).padStart(8, "0"))
      .join(" "),
    expected,
  );
});

const everyKind: Readonly<Record<string, Distribution>> = {
  normal: { kind: "normal", x: 3, u: 0.5 },
  t: { kind: "t", x: -2, scale: 0.3, dof: 7 },
  rectangular: { kind: "rectangular", x: 1, a: 2 },
  triangular: { kind: "triangular", x: 1, a: 2 },
  arcsine: { kind: "arcsine", x: 0, a: 1.5 },
  trapezoidal: { kind: "trapezoidal", x: 5, a: 1, beta: 0.4 },
  curvilinear: { kind: "curvilinear-trapezoid", x: 0, a: 1, d: 0.25 },
  exponential: { kind: "exponential", x: 2 },
  gamma: { kind: "gamma", shape: 4.5, scale: 0.7 },
  smallGamma: { kind: "gamma", shape: 0.5, scale: 2 },
  samples: { kind: "samples", values: [1, 2, 4, 8] },
  poisson: { kind: "poisson", mean: 3.5 },
  manyEvents: { kind: "poisson", mean: 40_000 },
  discrete: { kind: "discrete", values: [-1, 0, 5], weights: [2, 0, 1] },
};

test.each(Object.entries(everyKind))(
  `%s has the mean and standard deviation it should (seed ${seed})`,
  (name, distribution) => {
    const trials = 400_000;
    const [values] = runTrials(planTrials(prepareModel({ y: "x" }, ["x"]), { x: distribution }, seed), 0, trials);
    const { y, u } = summarize(name, values!, 0.95);
    const expected = moments(name, distribution);
    // Five standard errors; the heaviest tail here has a kurtosis of 15, which makes u uncertain to u·√(14/4/n).
    assert.ok(Math.abs(y - expected.x) < (5 * expected.u) / Math.sqrt(trials), `mean ${y}, expected ${expected.x}`);
    assert.ok(Math.abs(u - expected.u) < 5 * expected.u * Math.sqrt(14 / 4 / trials), `u ${u}, expected ${expected.u}`);
  },
);

describe("JCGM 101, 9.2", () => {
  const sum = prepareModel({ y: "x1+x2+x3+x4" }, ["x1", "x2", "x3", "x4"]);
  const four = (d: Distribution) => ({ x1: d, x2: d, x3: d, x4: d });

  test(`four normal inputs: 0, 2.0 and ±3.92 (seed ${seed})`, () => {
    const plan = planTrials(sum, four({ kind: "normal", x: 0, u: 1 }), seed);
    const [y] = runAdaptive(plan, { probability: 0.95, digits: 2 });
    assert.ok(y?.stable);
    agrees(y.u, "2.0");
    assert.ok(
      Math.abs(y.symmetric.low + 3.92) < 2 * y.tolerance && Math.abs(y.symmetric.high - 3.92) < 2 * y.tolerance,
    );
    assert.equal(y.tolerance, 0.05);
  });

  test(`four rectangular inputs: ±3.88, where the normal distribution says ±3.92 (seed ${seed})`, () => {
    const plan = planTrials(sum, four({ kind: "rectangular", x: 0, a: Math.sqrt(3) }), seed);
    const [values] = runTrials(plan, 0, 1_000_000);
    const { shortest, symmetric } = summarize("y", values!, 0.95);
    for (const { low, high } of [symmetric, shortest])
      assert.ok(Math.abs(low + 3.88) < 0.02 && Math.abs(high - 3.88) < 0.02);
  });
});

describe("the adaptive procedure", () => {
  const model = prepareModel({ y: "x**2", z: "x" }, ["x"]);
  const plan = planTrials(model, { x: { kind: "normal", x: 0, u: 1 } }, seed);

  test("shows progress and stops where it is told to, saying that it is not stable", () => {
    const steps = adaptiveTrials(plan, { probability: 0.99, digits: 2, mostTrials: 50_000 });
    const seen: number[] = [];
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        assert.equal(value[0]?.stable, false);
        assert.equal(value[0]?.trials, 50_000);
        break;
      }
      seen.push(value[0]?.trials ?? 0);
    }
    assert.deepEqual(seen, [20_000, 30_000, 40_000]);
  });

  test("ends stable: the square of a standard normal has y = 1 and u = √2", () => {
    const [y] = runAdaptive(plan, { probability: 0.95, digits: 1, interval: "shortest" });
    assert.ok(y?.stable);
    assert.ok(Math.abs(y.y - 1) < y.tolerance && Math.abs(y.u - Math.SQRT2) < y.tolerance);
    assert.ok(y.shortest.low >= 0 && y.shortest.low < 1e-6);
  });

  test("a model without uncertainty is stable at once", () => {
    const constant = planTrials(prepareModel({ y: "x" }, ["x"]), { x: { kind: "constant", x: 3 } }, seed);
    const [y] = runAdaptive(constant, { probability: 0.95, digits: 2 });
    assert.deepEqual([y?.y, y?.u, y?.stable, y?.trials], [3, 0, true, 20_000]);
  });
});

describe("who computes what does not matter", () => {
  const model = prepareModel({ y: "a*b + c", z: "a/c" }, ["a", "b", "c"]);
  const plan = planTrials(
    model,
    {
      a: { kind: "normal", x: 1, u: 0.1 },
      b: { kind: "t", x: 0, scale: 1, dof: 5 },
      c: { kind: "normal", x: 5, u: 0.1 },
    },
    7,
    [{ a: "a", b: "c", r: -0.5 }],
  );
  const whole = runTrials(plan, 0, 20_000);

  test(`any cut of the trials gives the same bits (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19_999 }), (cut) => {
        const parts = [runTrials(plan, 0, cut), runTrials(plan, cut, 20_000 - cut)];
        for (const k of [0, 1]) assert.deepEqual([...parts[0]![k]!, ...parts[1]![k]!], [...whole[k]!]);
      }),
      { seed, numRuns: 10 },
    );
  });

  test("another seed gives other values", () =>
    assert.notDeepEqual(runTrials({ ...plan, seed: 8 }, 0, 10)[0], whole[0]!.slice(0, 10)));

  test("stated correlations come out", () => {
    const pairs = prepareModel({ a: "p", b: "q" }, ["p", "q"]);
    const normal: Distribution = { kind: "normal", x: 0, u: 1 };
    const correlated = planTrials(pairs, { p: normal, q: normal }, seed, [{ a: "p", b: "q", r: 0.8 }]);
    const [p, q] = runTrials(correlated, 0, 100_000);
    const product = p!.reduce((total, value, i) => total + value * q![i]!, 0) / 100_000;
    assert.ok(Math.abs(product - 0.8) < 0.02, String(product));
  });
});

test(`a linear model with normal inputs agrees with the propagation law (seed ${seed})`, () => {
  const model = prepareModel({ y: "2*a - 3*b + c/4" }, ["a", "b", "c"]);
  const law = propagate(model, [
    { name: "a", x: 1, u: 0.2 },
    { name: "b", x: -1, u: 0.1 },
    { name: "c", x: 8, u: 2 },
  ]).outputs[0]!;
  const plan = planTrials(
    model,
    { a: { kind: "normal", x: 1, u: 0.2 }, b: { kind: "normal", x: -1, u: 0.1 }, c: { kind: "normal", x: 8, u: 2 } },
    seed,
  );
  const n = 500_000;
  const { y, u, symmetric } = summarize("y", runTrials(plan, 0, n)[0]!, 0.95);
  assert.ok(Math.abs(y - law.y) < (5 * law.u) / Math.sqrt(n));
  assert.ok(Math.abs(u - law.u) < (5 * law.u) / Math.sqrt(2 * n));
  assert.ok(validatesPropagation({ y: law.y, expanded: 1.96 * law.u }, symmetric, numericalTolerance(u, 2)).valid);
});

test("weights 2 : 1 on −1 and 5 have the mean 1 and the variance (2·4 + 16)/3 = 8", () => {
  const { x, u } = moments("x", { kind: "discrete", values: [-1, 0, 5], weights: [2, 0, 1] });
  near(x, 1, 1e-15);
  near(u, Math.sqrt(8), 1e-15);
});

test("the tolerance follows the digits of u, also where rounding carries", () => {
  near(numericalTolerance(0.035, 2), 0.0005, 1e-12);
  near(numericalTolerance(2, 1), 0.5, 1e-12);
  near(numericalTolerance(9.97, 2), 0.5, 1e-12);
  assert.equal(numericalTolerance(0, 2), 0);
});

// JCGM 101:2008, 9.3.2.4: first order is off by 0.0451 and 0.0430 from the trials, second by 0.0036 and 0.0015; δ = 0.005.
test("clause 8 rejects first order for the mass calibration and accepts second order", () => {
  const trials = { low: 1.0834, high: 1.3825 };
  const first = validatesPropagation({ y: 1.234, expanded: 1.96 * 0.0539 }, trials, 0.005);
  assert.equal(first.valid, false);
  agrees(first.low, "0.045");
  assert.equal(validatesPropagation({ y: 1.234, expanded: 1.96 * 0.075 }, trials, 0.005).valid, true);
});

describe("what cannot be drawn", () => {
  const model = prepareModel({ y: "1/x" }, ["x"]);
  const code = (expected: string) => (error: unknown) => error instanceof Refusal && error.code === expected;
  const bad: readonly Distribution[] = [
    { kind: "normal", x: NaN, u: 1 },
    { kind: "normal", x: 0, u: -1 },
    { kind: "rectangular", x: 0, a: Infinity },
    { kind: "t", x: 0, scale: 1, dof: 0 },
    { kind: "trapezoidal", x: 0, a: 1, beta: 1.1 },
    { kind: "curvilinear-trapezoid", x: 0, a: 1, d: 2 },
    { kind: "exponential", x: 0 },
    { kind: "gamma", shape: 0, scale: 1 },
    { kind: "samples", values: [] },
    { kind: "poisson", mean: 0 },
    { kind: "discrete", values: [1, 2], weights: [1] },
    { kind: "discrete", values: [1, 2], weights: [0, 0] },
    { kind: "discrete", values: [1, 2], weights: [2, -1] },
    { kind: "samples", values: [1, NaN] },
  ];

  test.each(bad)("%j", (x) => assert.throws(() => planTrials(model, { x }, 1), code("distribution-invalid")));

  test("a t with two degrees of freedom has no standard uncertainty, but can be drawn", () => {
    const t: Distribution = { kind: "t", x: 0, scale: 1, dof: 2 };
    assert.throws(() => moments("x", t), code("distribution-invalid"));
    assert.equal(runTrials(planTrials(model, { x: t }, 1), 0, 5)[0]!.length, 5);
  });

  test("a model that is infinite in a trial, a missing input, a bad seed, too few trials", () => {
    const zero = planTrials(model, { x: { kind: "constant", x: 0 } }, 1);
    assert.throws(() => summarize("y", runTrials(zero, 0, 100)[0]!, 0.95), code("model-not-finite"));
    assert.throws(() => planTrials(model, {}, 1), code("unknown-name"));
    assert.throws(() => planTrials(model, { x: { kind: "constant", x: 1 } }, -1), code("outside-domain"));
    assert.throws(() => summarize("y", new Float64Array(10), 0.95), code("too-few-values"));
  });
});
