import assert from "node:assert/strict";
import { describe, test } from "vitest";
import {
  binomialCdf,
  chiSquareCdf,
  chiSquareQuantile,
  fQuantile,
  hypergeometricCdf,
  normalCdf,
  normalQuantile,
  poissonCdf,
  tCdf,
  tQuantile,
} from "./distributions.ts";
import { Refusal } from "./refusal.ts";
import { agrees, near } from "./testing/agree.ts";

describe("normal", () => {
  test("Φ in the centre and far in the tail", () => {
    near(normalCdf(-8), "6.22096057427178412e-16", 1e-13);
    near(normalCdf(-1.4), "0.0807566592337710465", 1e-14);
    near(normalCdf(1.96), "0.975002104851779566", 1e-15);
    assert.equal(normalCdf(0), 0.5);
    assert.equal(normalCdf(-40), 0);
    assert.equal(normalCdf(40), 1);
  });

  test("Φ and χ² at infinity, and where the square of z overflows", () => {
    assert.deepEqual([-Infinity, -1e200, 1e200, Infinity].map(normalCdf), [0, 0, 1, 1]);
    assert.equal(chiSquareCdf(Infinity, 3), 1);
  });

  test("quantiles to the last digit", () => {
    near(normalQuantile(0.975), "1.95996398454005424", 1e-15);
    near(normalQuantile(0.001), "-3.09023230616781354", 1e-15);
    near(normalQuantile(0.999999), "4.75342430882289895", 1e-10);
    near(normalQuantile(1e-300), -37.0471, 1e-6);
  });
});

// JCGM 100:2008, table G.2, as printed.
test.each([
  [1, 0.6827, "1.84"],
  [1, 0.95, "12.71"],
  [2, 0.95, "4.30"],
  [5, 0.95, "2.57"],
  [16, 0.99, "2.92"],
  [20, 0.9545, "2.13"],
  [50, 0.9973, "3.16"],
  [3, 0.9973, "9.22"],
])("GUM table G.2: t for %d degrees of freedom and p = %d is %s", (dof, p, printed) => {
  agrees(tQuantile(0.5 + p / 2, dof), printed);
});

describe("Student's t", () => {
  test("one and two degrees of freedom have closed forms", () => {
    // F(t) = 1/2 + arctan(t)/π for one; t = (2p − 1) √(2 / (4p(1 − p))) for two.
    near(tCdf(3, 1), 0.5 + Math.atan(3) / Math.PI, 1e-14);
    const p = 0.99;
    near(tQuantile(p, 2), (2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p))), 1e-13);
  });

  test("degrees of freedom need not be whole, and many of them are the normal distribution", () => {
    near(tQuantile(0.995, 16.656), "2.905648707088869", 1e-12);
    near(tQuantile(0.975, 1e9), normalQuantile(0.975), 1e-8);
    near(tQuantile(0.975, Infinity), normalQuantile(0.975), 1e-15);
    // t ≈ z (1 + (z² + 1)/4ν) (Abramowitz and Stegun, 26.7.5); what a far smaller source leaves of ν reaches any size.
    for (const dof of [1e8, 1e10, 1e12, 1e14, 1e15, 1e16, 9e16, 1e17, 1e300]) {
      near(tQuantile(0.975, dof), "1.95996398454005424", 2e-8);
      // The tail grows by z φ(z) (z² + 1)/4ν: for ν = 10⁸ by 5.5e-8 of itself.
      near(tCdf(-1.96, dof), "0.0249978951482204", 6e-8);
    }
  });

  test("far tails neither overflow nor vanish", () => {
    near(tQuantile(1e-12, 1), -1 / (Math.PI * 1e-12), 1e-10);
    assert.ok(Number.isFinite(tQuantile(0.999999, 0.1)));
    assert.equal(tCdf(-1e200, 3) >= 0, true);
  });
});

test("quantiles of χ² and F from published tables", () => {
  near(chiSquareQuantile(0.025, 1), "0.00098206911717526", 1e-12);
  near(chiSquareQuantile(0.95, 10), 18.307038053275, 1e-12);
  near(fQuantile(0.95, 2, 10), 4.1028210151304, 1e-12);
  near(fQuantile(0.99, 1, 1), 4052.1806954768, 1e-12);
  // Abramowitz and Stegun, table 26.9, columns and rows of infinite degrees of freedom: χ²/ν and its inverse.
  agrees(fQuantile(0.95, 5, Infinity), "2.21");
  agrees(fQuantile(0.95, Infinity, 5), "4.36");
  for (const dof of [1e8, 1e10, 1e16, 1e100]) {
    near(fQuantile(0.95, 5, dof), chiSquareQuantile(0.95, 5) / 5, 5e-8);
    near(fQuantile(0.95, dof, 5), 5 / chiSquareQuantile(0.05, 5), 5e-8);
  }
  assert.throws(() => fQuantile(0.95, Infinity, Infinity), refused);
});

test("counting distributions", () => {
  near(binomialCdf(0, 20, 0.01), 0.99 ** 20, 1e-13);
  near(poissonCdf(2, 1), 2.5 * Math.exp(-1), 1e-13);
  // Of 50 items 5 are defective; none among 8 drawn: (45·44·43·42·41)(…)/… = C(45, 8) / C(50, 8).
  near(hypergeometricCdf(0, 50, 5, 8), (42 * 41 * 40 * 39 * 38) / (50 * 49 * 48 * 47 * 46), 1e-13);
  assert.equal(binomialCdf(-1, 5, 0.3), 0);
  assert.equal(binomialCdf(5, 5, 0.3), 1);
  assert.equal(poissonCdf(3, 0), 1);
  assert.equal(poissonCdf(Infinity, 2), 1);
  assert.equal(hypergeometricCdf(3, 10, 2, 3), 1);
});

test.each([0, 1, -0.1, 1.1, NaN])("a quantile at probability %d is refused", (p) => {
  assert.throws(() => normalQuantile(p), refused);
  assert.throws(() => tQuantile(p, 5), refused);
});

test.each([0, -1, NaN])("%d degrees of freedom are refused", (dof) => {
  assert.throws(() => tQuantile(0.9, dof), refused);
  assert.throws(() => chiSquareQuantile(0.9, dof), refused);
});

function refused(error: unknown): boolean {
  return error instanceof Refusal && error.code === "outside-domain";
}
