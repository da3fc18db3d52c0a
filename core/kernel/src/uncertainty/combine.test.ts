import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { decimal, formatDecimal } from "../decimal.ts";
import { Refusal } from "../refusal.ts";
import { agrees, near } from "../testing/agree.ts";
import { combine } from "./combine.ts";
import { coverageFactor } from "./coverage.ts";
import { reportedPair } from "./reported.ts";

// JCGM 100:2008, H.1: a 50 mm end gauge calibrated by comparison. Lengths in nm, temperatures in °C.
// The gauge's expansion and the mean bath temperature drop out at first order.
const endGauge = [
  { source: "reference length", sensitivity: 1, u: 25, dof: 18 },
  { source: "repeated comparison", sensitivity: 1, u: 5.8, dof: 24 },
  { source: "comparator, random", sensitivity: 1, u: 3.9, dof: 5 },
  { source: "comparator, systematic", sensitivity: 1, u: 6.7, dof: 8 },
  { source: "difference in expansion", sensitivity: 5e7 * 0.1, u: 1e-6 / Math.sqrt(3), dof: 50 },
  { source: "difference in temperature", sensitivity: -5e7 * 11.5e-6, u: 0.05 / Math.sqrt(3), dof: 2 },
];

describe("GUM H.1, the end gauge", () => {
  const length = combine(endGauge);

  test("has u = 32 nm and 16 effective degrees of freedom", () => {
    agrees(length.u, "32");
    assert.equal(Math.floor(length.dof), 16);
  });

  test("is stated with U = 93 nm at 99 %, with k = 2.92", () => {
    const k = coverageFactor(length.dof, 0.99);
    agrees(k, "2.92");
    agrees(k * 31.71, "93"); // the GUM combines d into 9.7 nm and has u = 31.7 nm
  });
});

describe("Welch and Satterthwaite", () => {
  const line = (u: number, dof: number) => ({ source: "x", sensitivity: 1, u, dof });

  test("1.0 with one and 0.5 with endless degrees of freedom: 1.25² = 1.5625", () => {
    near(combine([line(1, 1), line(0.5, Infinity)]).dof, 1.5625, 1e-14);
  });

  test("without finite degrees of freedom, or without uncertainty, there are endlessly many", () => {
    assert.equal(combine([line(1, Infinity)]).dof, Infinity);
    assert.deepEqual(combine([line(0, 3)]), { u: 0, dof: Infinity });
    assert.deepEqual(combine([]), { u: 0, dof: Infinity });
  });

  test("tiny and huge uncertainties do not under- or overflow", () => {
    near(combine([line(3e-200, 4), line(4e-200, Infinity)]).u, 5e-200, 1e-14);
    near(combine([line(3e-200, 4), line(4e-200, Infinity)]).dof, (5 / 3) ** 4 * 4, 1e-13);
  });

  test.each([
    [-1, 5],
    [NaN, 5],
    [Infinity, 5],
    [1, 0],
    [1, -2],
    [1, NaN],
  ])("u = %d with %d degrees of freedom is refused", (u, dof) => {
    assert.throws(
      () => combine([line(u, dof)]),
      (error) => error instanceof Refusal && error.code === "uncertainty-invalid",
    );
  });
});

describe("coverage", () => {
  test("95.45 % is k = 2 from 50 degrees of freedom on, Student's t below", () => {
    assert.equal(coverageFactor(Infinity, 0.9545), 2);
    assert.equal(coverageFactor(50, 0.9545), 2);
    agrees(coverageFactor(20, 0.9545), "2.13");
    agrees(coverageFactor(20.9, 0.9545), "2.13");
  });

  test("a probability next to one keeps its tail: 2⁻⁵⁴ on each side, by erfc and by the cotangent of one degree of freedom", () => {
    const next = 1 - 2 ** -53;
    near(coverageFactor(Infinity, next), 8.292361075813597, 1e-12);
    near(coverageFactor(1, next) * Math.tan(Math.PI * 2 ** -54), 1, 1e-9);
  });

  test("interpolating uses the degrees of freedom as they are", () => {
    near(coverageFactor(16.656, 0.99, "interpolate"), 2.905648707088869, 1e-12);
  });

  test("noise does not cost a degree of freedom", () => {
    assert.equal(coverageFactor(0.9999999999999998, 0.95), coverageFactor(1, 0.95));
  });

  test("less than one degree of freedom has no coverage factor", () => {
    const tooFew = (error: unknown) => error instanceof Refusal && error.code === "too-few-degrees-of-freedom";
    assert.throws(() => coverageFactor(0.5, 0.95), tooFew);
    assert.throws(() => coverageFactor(NaN, 0.95), tooFew);
    assert.throws(() => coverageFactor(10, 1), Refusal);
  });
});

// JCGM 100:2008, 7.2.6; the rule of the Particle Data Group; carries at the edges.
test.each([
  ["10.05762", "0.027", 2, "10.058", "0.027"],
  ["999.951", "0.0997", 2, "999.95", "0.10"],
  ["999.951", "0.0997", 1, "1000.0", "0.1"],
  ["-12.3456", "0.95", 2, "-12.35", "0.95"],
  ["0.827", "0.119", "pdg", "0.83", "0.12"],
  ["0.827", "0.367", "pdg", "0.8", "0.4"],
  ["123456", "9994", "pdg", "123000", "10000"],
  // 950 to 999 become 1000 with two digits, also where rounding to two digits would leave 95.
  ["0.827", "0.954", "pdg", "0.8", "1.0"],
  ["0.827", "0.949", "pdg", "0.8", "0.9"],
  ["123456", "954", "pdg", "123500", "1000"],
  ["100.27", "9.5", "pdg", "100", "10"],
  ["5.5", "0", 2, "5.5", "0"],
] as const)("%s ± %s with %s digits is %s ± %s", (y, u, digits, value, uncertainty) => {
  const pair = reportedPair(decimal(y), decimal(u), { digits, mode: "half-even" });
  assert.deepEqual([formatDecimal(pair.value), formatDecimal(pair.uncertainty)], [value, uncertainty]);
});
