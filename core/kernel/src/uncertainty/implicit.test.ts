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
