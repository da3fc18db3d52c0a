import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { prepareModel } from "../model/tape.ts";
import { near } from "../testing/agree.ts";
import { propagateImplicit } from "./implicit.ts";
import { outputCorrelation, propagate } from "./propagate.ts";

test("y² − x = 0 with x = 4 and u(x) = 0.1: y = 2 and u(y) = 0.1 / (2·2) = 0.025", () => {
  const [y] = propagateImplicit({ equations: { h: "y**2 - x" }, start: { y: 1 } }, [
    { name: "x", x: 4, u: 0.1, dof: 7 },
  ]).outputs;
  near(y!.y, 2, 1e-15);
  near(y!.u, 0.025, 1e-14);
  near(y!.dof!, 7, 1e-12);
});

describe("two numbers of which sum and product are measured", () => {
  const model = { equations: { sum: "a + b - s", product: "a*b - p" }, start: { a: 1, b: 4 } };
  const inputs = [
    { name: "s", x: 5, u: 0.02 },
    { name: "p", x: 6, u: 0.05 },
  ];

  test("5 and 6 are those of 2 and 3; da = −2 ds + dp and db = 3 ds − dp", () => {
    const result = propagateImplicit(model, inputs);
    const [a, b] = result.outputs;
    near(a!.y, 2, 1e-14);
    near(b!.y, 3, 1e-14);
    near(a!.sensitivities[0]!, -2, 1e-12);
    near(a!.sensitivities[1]!, 1, 1e-12);
    near(b!.u, Math.hypot(3 * 0.02, 0.05), 1e-12);
    // cov = −2·3·u(s)² − u(p)² = −0.0024 − 0.0025
    near(result.covariance[0]![1]!, -0.0049, 1e-12);
    assert.ok(outputCorrelation(result, 0, 1) < -0.9);
  });

  test("the same as the explicit model, also for correlated inputs", () => {
    const correlations = [{ a: "s", b: "p", r: 0.6 }];
    const explicit = prepareModel({ a: "(s - sqrt(s**2 - 4*p))/2", b: "(s + sqrt(s**2 - 4*p))/2" }, ["s", "p"]);
    const expected = propagate(explicit, inputs, correlations);
    const found = propagateImplicit(model, inputs, correlations);
    for (const [k, { y, u }] of expected.outputs.entries()) {
      near(found.outputs[k]!.y, y, 1e-13);
      near(found.outputs[k]!.u, u, 1e-12);
    }
  });

  test("without a solution, at a double one, or with too few equations it is refused", () => {
    const unsolved = { code: "equations-unsolved" };
    const x = [{ name: "x", x: 1, u: 0.1 }];
    assert.throws(() => propagateImplicit({ equations: { h: "y**2 + x" }, start: { y: 1 } }, x), unsolved);
    assert.throws(() => propagateImplicit({ equations: { h: "(y - 1)**2 + 0*x" }, start: { y: 1 } }, x), unsolved);
    assert.throws(() => propagateImplicit({ equations: { h: "y - x" }, start: { y: 1, z: 1 } }, x), {
      code: "values-differ-in-number",
    });
    assert.throws(() => propagateImplicit({ equations: { h: "y - w" }, start: { y: 1 } }, x), { code: "unknown-name" });
  });
});

describe("second order of equations", () => {
  // y = √x: f′ = 1/(2√x), f″ = −1/(4x^1.5), f‴ = 3/(8x^2.5); at x = 4: 1/4, −1/32, 3/256.
  test("y² = x at 4 ± 0.5: y₂ = 2 − ½·0.25/32 and u₂² = u²/16 + (½/32² + ¼·3/256) u⁴", () => {
    const [y] = propagateImplicit({ equations: { h: "y**2 - x" }, start: { y: 1 } }, [
      { name: "x", x: 4, u: 0.5 },
    ]).outputs;
    near(y!.secondOrder!.y, 2 - 0.125 / 32, 1e-14);
    near(y!.secondOrder!.u ** 2, 0.25 / 16 + (0.5 / 1024 + 0.75 / 256) * 0.0625, 1e-13);
  });

  test("the same as of the explicit model with several inputs and outputs", () => {
    const inputs = [
      { name: "s", x: 5, u: 0.2 },
      { name: "p", x: 6, u: 0.1 },
    ];
    const explicit = prepareModel({ a: "(s - sqrt(s**2 - 4*p))/2", b: "(s + sqrt(s**2 - 4*p))/2" }, ["s", "p"]);
    const expected = propagate(explicit, inputs).outputs;
    const found = propagateImplicit(
      { equations: { sum: "a + b - s", product: "a*b - p" }, start: { a: 1, b: 4 } },
      inputs,
    ).outputs;
    for (const [k, { secondOrder }] of expected.entries()) {
      near(found[k]!.secondOrder!.y, secondOrder!.y, 1e-12);
      near(found[k]!.secondOrder!.u, secondOrder!.u, 1e-11);
    }
  });
});

describe("bounds", () => {
  const x = [{ name: "x", x: 2, u: 0.1 }];

  test("a bracket finds the cube root where Newton's first step from near zero leaves it: ∛2 and u = u(x)/(3·2^⅔)", () => {
    const [y] = propagateImplicit(
      { equations: { h: "y**3 - x" }, start: { y: 1e-6 }, within: { y: { low: 0, high: 10 } } },
      x,
    ).outputs;
    near(y!.y, Math.cbrt(2), 1e-14);
    near(y!.u, 0.1 / (3 * 2 ** (2 / 3)), 1e-13);
  });

  test("the right one of several solutions is taken, and none is refused with the bounds", () => {
    const model = (low: number, high: number) => ({
      equations: { h: "y**2 - x" },
      start: { y: (low + high) / 2 },
      within: { y: { low, high } },
    });
    near(propagateImplicit(model(-5, 0), x).outputs[0]!.y, -Math.SQRT2, 1e-14);
    assert.throws(() => propagateImplicit(model(2, 5), x), { code: "solution-not-bracketed" });
    assert.throws(() => propagateImplicit(model(-5, 5), x), { code: "solution-not-bracketed" });
    assert.throws(() => propagateImplicit({ ...model(0, 5), start: { y: 6 } }, x), { code: "outside-domain" });
  });
});
