import assert from "node:assert/strict";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { describe, test } from "vitest";
import { conformanceProbability, exceedanceLimit, falseAcceptance, probabilityText } from "./probability.ts";

describe("the examples of JCGM 106", () => {
  test("burst strength of a container, lower limit 490 kPa: 0.99 as printed, 0.989 009 547 385 recomputed", () => {
    const probability = conformanceProbability({ y: 509.7, u: 8.6, dof: Infinity }, { lower: 490 });
    assert.equal(probability.toFixed(2), "0.99");
    assert.ok(Math.abs(probability - 0.989009547385) < 1e-11);
  });

  test("breakdown voltage of a Zener diode, upper limit −5.40 V: 0.92 as printed", () => {
    const probability = conformanceProbability({ y: -5.47, u: 0.05, dof: Infinity }, { upper: -5.4 });
    assert.equal(probability.toFixed(2), "0.92");
    assert.ok(Math.abs(probability - 0.919243340766) < 1e-11);
  });

  test("speed enforcement, 2 % relative, 99.9 %: 107 km/h as printed", () => {
    const speed = exceedanceLimit(100, 0.02, 0.999);
    assert.equal(speed.toFixed(0), "107");
    assert.ok(Math.abs(speed - 106.5876095) < 1e-6);
  });
});

test.each([
  ["a negative u", "outside-domain", { y: 1, u: -1, dof: Infinity }, { upper: 2 }],
  ["u of zero, of which nothing is distributed", "outside-domain", { y: 1, u: 0, dof: Infinity }, { upper: 2 }],
  ["y that is no number", "not-finite", { y: Number.NaN, u: 1, dof: Infinity }, { upper: 2 }],
  ["degrees of freedom that are no number", "outside-domain", { y: 1, u: 1, dof: Number.NaN }, { upper: 2 }],
  ["a lower limit above the upper one", "tolerance-invalid", { y: 1, u: 1, dof: Infinity }, { lower: 3, upper: 2 }],
  ["no limit at all", "tolerance-invalid", { y: 1, u: 1, dof: Infinity }, {}],
  ["a limit that is no number", "tolerance-invalid", { y: 1, u: 1, dof: Infinity }, { upper: Number.NaN }],
] as const)("no probability is stated for %s", (_, code, knowledge, tolerance) => {
  for (const stated of [conformanceProbability, falseAcceptance])
    assert.throws(
      () => stated(knowledge, tolerance),
      (error) => error instanceof Refusal && error.code === code,
    );
});

test("a tiny risk keeps its digits", () => {
  const risk = falseAcceptance({ y: 0, u: 1, dof: Infinity }, { upper: 8 });
  assert.ok(risk > 6.2e-16 && risk < 6.3e-16);
});

test("a risk is rounded up and never printed as zero", () => {
  assert.equal(probabilityText(0.02275013), "0.0228");
  assert.equal(probabilityText(0.5), "0.5000");
  assert.equal(probabilityText(6e-16), "<0.0001");
  assert.equal(probabilityText(0.0001), "0.0001");
});
