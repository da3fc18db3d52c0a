import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { transformCovariance } from "../linear/transform-covariance.ts";
import { prepareModel } from "../model/tape.ts";
import { runAdaptive } from "../montecarlo/adaptive.ts";
import { jointRegions, jointSummary } from "../montecarlo/joint.ts";
import { planTrials } from "../montecarlo/plan.ts";
import { runTrials } from "../montecarlo/trials.ts";
import { agrees, near } from "../testing/agree.ts";
import { boxFactor, ellipsoidFactor } from "./joint-coverage.ts";
import { observedTogether } from "./observed-together.ts";
import { propagate } from "./propagate.ts";

// JCGM 100:2008, tables H.2 and H.4: five sets of simultaneous readings in V, A and rad.
const impedance = prepareModel({ R: "V*cos(phi)/J", X: "V*sin(phi)/J", Z: "V/J" }, ["V", "J", "phi"]);
const readings = {
  V: [5.007, 4.994, 5.005, 4.99, 4.999],
  J: [0.019663, 0.019639, 0.01964, 0.019685, 0.019678],
  phi: [1.0456, 1.0438, 1.0468, 1.0428, 1.0433],
};

test("GUM H.2.4: evaluating each set gives R, X, Z with their uncertainties and correlations as printed", () => {
  const { outputs, correlation, dof } = observedTogether(impedance, readings);
  const [R, X, Z] = outputs;
  assert.deepEqual(
    R?.values.map((value) => value.toFixed(2)),
    ["127.67", "127.89", "127.51", "127.71", "127.88"],
  );
  agrees(R?.y ?? NaN, "127.732");
  agrees(R?.u ?? NaN, "0.071");
  agrees(X?.u ?? NaN, "0.295");
  agrees(Z?.u ?? NaN, "0.236");
  agrees(correlation[0]![1]!, "-0.588");
  agrees(correlation[1]![2]!, "0.993");
  assert.equal(dof, 4);
});

test("JCGM 102, 6.5: two outputs at 95 % need 2.45 for the ellipse and 2.24 for the box; one needs 1.96 for either", () => {
  agrees(ellipsoidFactor(2, 0.95), "2.45");
  agrees(boxFactor(2, 0.95), "2.24");
  agrees(ellipsoidFactor(1, 0.95), "1.96");
  agrees(boxFactor(1, 0.95), "1.96");
  assert.throws(() => boxFactor(0, 0.95), { code: "outside-domain" });
  assert.throws(() => ellipsoidFactor(2, 1), { code: "outside-domain" });
});

test("a sum and a difference of independent quantities: variances add, and their difference is the covariance", () => {
  // C = (1 1; 1 −1), U_x = diag(4, 1): (5 3; 3 5).
  assert.deepEqual(
    transformCovariance(
      [
        [1, 1],
        [1, -1],
      ],
      [
        [4, 0],
        [0, 1],
      ],
    ),
    [
      [5, 3],
      [3, 5],
    ],
  );
  assert.throws(
    () =>
      transformCovariance(
        [[1]],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    { code: "values-differ-in-number" },
  );
});

describe("the angle of a point", () => {
  const model = prepareModel({ phase: "atan2(y, x)" }, ["x", "y"]);
  const at = (x: number, y: number) =>
    propagate(model, [
      { name: "x", x, u: 0.01 },
      { name: "y", x: y, u: 0.02 },
    ]).outputs[0]!;

  test("lies in its quadrant, also straight up and to the left", () => {
    near(at(-1, 1).y, (3 * Math.PI) / 4, 1e-15);
    near(at(0, 2).y, Math.PI / 2, 1e-15);
    near(at(-1, 0).y, Math.PI, 1e-15);
  });

  test("at (3, 4) its slopes are −y/r² = −0.16 and x/r² = 0.12", () => {
    const { sensitivities, u } = at(3, 4);
    near(sensitivities[0]!, -0.16, 1e-15);
    near(sensitivities[1]!, 0.12, 1e-15);
    near(u, Math.hypot(0.16 * 0.01, 0.12 * 0.02), 1e-15);
  });

  test("second order is the same for a steep and a flat point that mirror each other", () => {
    const mirrored = prepareModel({ phase: "pi/2 - atan2(x, y)" }, ["x", "y"]);
    const inputs = [
      { name: "x", x: 0.3, u: 0.1 },
      { name: "y", x: 0.5, u: 0.1 },
    ];
    const one = propagate(model, inputs).outputs[0]!;
    const other = propagate(mirrored, inputs).outputs[0]!;
    near(one.y, other.y, 1e-15);
    near(one.secondOrder?.u ?? NaN, other.secondOrder?.u ?? 0, 1e-15);
  });

  test("needs both of its arguments", () => {
    for (const formula of ["atan2(y)", "atan2(y, x", "atan2 y, x", "(y, x)"]) {
      assert.throws(() => prepareModel({ p: formula }, ["x", "y"]), { code: "expression-syntax" }, formula);
    }
  });
});

test("what trials say together: three trials worked by hand", () => {
  // a = 1, 2, 3 and b = 2, 2, 5: means 2 and 3; variances 1 and 3; covariance ((−1)(−1) + 0 + (1)(2)) / 2 = 1.5.
  const { y, covariance } = jointSummary([Float64Array.of(1, 2, 3), Float64Array.of(2, 2, 5)]);
  assert.deepEqual(y, [2, 3]);
  assert.deepEqual(covariance, [
    [1, 1.5],
    [1.5, 3],
  ]);
  assert.throws(() => jointSummary([Float64Array.of(1)]), { code: "too-few-values" });
  assert.throws(() => jointSummary([Float64Array.of(1, 2), Float64Array.of(1)]), { code: "values-differ-in-number" });
  assert.throws(() => jointSummary([Float64Array.of(1, NaN)]), { code: "model-not-finite" });
});

test("sets that do not belong together are refused", () => {
  assert.throws(() => observedTogether(impedance, { V: [1, 2], J: [1, 2] }), { code: "unknown-name" });
  assert.throws(() => observedTogether(impedance, { V: [1, 2], J: [1, 2], phi: [1] }), {
    code: "values-differ-in-number",
  });
  assert.throws(() => observedTogether(impedance, { V: [1], J: [1], phi: [1] }), { code: "too-few-values" });
  assert.throws(() => observedTogether(impedance, { V: [1, 2], J: [0, 1], phi: [1, 1] }), { code: "model-not-finite" });
});

describe("regions that hold a share of the trials (seed 20261125)", () => {
  const pair = prepareModel({ a: "x + y", b: "x - y" }, ["x", "y"]);
  const drawn = (kind: "normal" | "rectangular", formulas = pair) => {
    const input = kind === "normal" ? ({ kind, x: 1, u: 2 } as const) : ({ kind, x: 1, a: 2 } as const);
    return runTrials(planTrials(formulas, { x: input, y: input }, 20261125), 0, 400_000);
  };

  // Sum and difference of two equal independent normal quantities are independent again: (2Φ(k) − 1)² = 0.95 at k = 2.2365.
  test("two normal outputs: 2.45 for the ellipse; independent ones need 2.24 for the box", () => {
    const { ellipsoid, box } = jointRegions(drawn("normal"), 0.95);
    assert.ok(Math.abs(ellipsoid! - 2.448) < 0.01, String(ellipsoid));
    assert.ok(Math.abs(box - 2.2365) < 0.01, String(box));
  });

  // On a square of half width √3 in units of u the box with (k/√3)² = 0.95 is k = √2.85 = 1.688.
  test("two independent rectangles need 1.69 for the box", () => {
    const plain = prepareModel({ a: "x", b: "y" }, ["x", "y"]);
    const { box } = jointRegions(drawn("rectangular", plain), 0.95);
    assert.ok(Math.abs(box - Math.sqrt(2.85)) < 0.005, String(box));
  });

  test("an output that follows from the others has no ellipsoid; one that does not vary is in any region", () => {
    const tied = prepareModel({ a: "x", b: "2*x", c: "0*y" }, ["x", "y"]);
    const { ellipsoid, box } = jointRegions(drawn("normal", tied), 0.95);
    assert.equal(ellipsoid, null);
    assert.ok(Math.abs(box - 1.96) < 0.01);
    assert.throws(() => jointRegions(drawn("normal"), 1), { code: "outside-domain" });
  });

  test("the adaptive procedure tells the covariance of several outputs", () => {
    const plan = planTrials(pair, { x: { kind: "normal", x: 1, u: 2 }, y: { kind: "normal", x: 1, u: 1 } }, 20261125);
    const outputs = runAdaptive(plan, { probability: 0.95, digits: 1 });
    // Var = 5 for both, covariance 4 − 1.
    near(outputs[0]!.covariance![0]!, 5, 0.05);
    near(outputs[0]!.covariance![1]!, 3, 0.05);
    assert.equal(outputs[1]!.covariance![0], outputs[0]!.covariance![1]);
  });
});
