import assert from "node:assert/strict";
import { describe, expect, test } from "vitest";
import { near } from "../testing/agree.ts";
import { findingsOf } from "./evaluation.ts";
import { inputFindings } from "./findings.ts";
import { readModelFile } from "./model-file.ts";

const found = (model: Record<string, string>, inputs: Record<string, object>, more: object = {}) =>
  findingsOf(readModelFile({ model, inputs, ...more }));
const normal = (x: number, u: number) => ({ x, u });
const rectangular = (x: number, a: number) => ({ distribution: "rectangular", x, a });

describe("a quotient, logarithm or root near its edge", () => {
  test.each([
    ["a/b", 1],
    ["1 + a*b**-1", 7],
    ["a + log(b)", 4],
    ["a*sqrt(b)", 2],
    ["a*b**0.5", 3],
    ["a + b**a", 5],
    ["asin(1 - b)", 0],
    ["tan(pi/2 - b) + a", 0],
  ])("%s is flagged at %d where b = 1 ± 0.5 reaches zero within six u", (formula, at) => {
    const [first, ...more] = found({ y: formula }, { a: normal(2, 0.1), b: normal(1, 0.5) });
    assert.deepEqual(more, []);
    assert.equal(first?.code, "singular-in-support");
    assert.deepEqual([first.facts["output"], first.facts["formula"], first.facts["at"]], ["y", "y", at]);
    near(Number(first.facts["distance"]), 2, 1e-9);
  });

  test("is not flagged where it stays away", () => {
    assert.deepEqual(found({ y: "a/b" }, { a: normal(2, 0.1), b: normal(1, 0.1) }), []);
    assert.deepEqual(found({ y: "a/b" }, { a: normal(2, 0.1), b: rectangular(1, 0.99) }), []);
    assert.deepEqual(
      found({ y: "a/(b - c)" }, { a: normal(1, 0.1), b: rectangular(2, 0.5), c: rectangular(1, 0.4) }),
      [],
    );
  });

  test("is flagged for bounded inputs that reach it together, inside an intermediate quantity, once", () => {
    const inputs = { a: normal(1, 0.1), b: rectangular(2, 0.6), c: rectangular(1, 0.5) };
    const findings = found({ y: "a*q", q: "1/(b - c)", z: "q" }, inputs);
    expect(findings).toEqual([
      { code: "singular-in-support", facts: expect.objectContaining({ output: "y", formula: "q", at: 1 }) as object },
    ]);
  });

  test("counts correlation: what moves together keeps its distance", () => {
    const inputs = { a: normal(1, 0.1), b: normal(3, 0.5), c: normal(1, 0.5) };
    assert.equal(found({ y: "a/(b - c)" }, inputs).length, 1);
    assert.deepEqual(found({ y: "a/(b - c)" }, inputs, { correlations: [{ a: "b", b: "c", r: "0.99" }] }), []);
  });
});

test("no uncertainty at all, equal readings, a t without variance and a corner are said", () => {
  assert.deepEqual(found({ y: "a*2" }, { a: normal(1, 0) }), [{ code: "no-uncertainty", facts: { output: "y" } }]);
  expect(found({ y: "a+b" }, { a: { readings: [2, 2, 2] }, b: normal(1, 1) })).toEqual([
    { code: "readings-all-equal", facts: { name: "a" } },
  ]);
  expect(found({ y: "a" }, { a: { x: 1, u: 1, dof: 2 } })).toEqual([
    { code: "variance-undefined", facts: { input: "a", dof: 2 } },
  ]);
  // |a|^1.5 has no second derivative at zero.
  expect(found({ y: "a**1.5" }, { a: rectangular(0, 0.1) })).toEqual([
    { code: "vanishing-sensitivity", facts: { output: "y", inputs: ["a"] } },
    { code: "second-order-not-finite", facts: { output: "y" } },
    { code: "singular-in-support", facts: expect.objectContaining({ distance: 0 }) as object },
  ]);
});

test.each([
  [1e-200, 3e-202],
  [1.2e29, 0.1],
])("%s ± %s is named: trials cannot show it", (x, u) =>
  assert.deepEqual(inputFindings([{ name: "a", x, u, distribution: { kind: "normal", x, u } }]), [
    { code: "below-resolution", facts: { input: "a", x, u } },
  ]),
);

test("a u of zero where inputs are uncertain, and a corner, are said", () => {
  // cos t at t = 0: first order gives 0, though cos t < 1 with certainty.
  expect(found({ y: "cos(t)*L" }, { t: normal(0, 0.01), L: normal(100, 0) })).toEqual([
    { code: "vanishing-sensitivity", facts: { output: "y", inputs: ["t"] } },
  ]);
  const together = { correlations: [{ a: "a", b: "b", r: 1 }] };
  expect(found({ y: "a - b" }, { a: normal(2, 0.1), b: normal(1, 0.1) }, together)).toEqual([
    { code: "contributions-cancel", facts: { output: "y", inputs: ["a", "b"] } },
  ]);
  expect(found({ y: "abs(a - 1) + b" }, { a: normal(1, 0.1), b: normal(2, 0.1) })).toEqual([
    { code: "no-derivative", facts: { output: "y", formula: "y", at: 0 } },
  ]);
  assert.deepEqual(found({ y: "abs(a - 1) + b" }, { a: normal(1, 0), b: normal(2, 0.1) }), []);
  assert.deepEqual(found({ y: "a", z: "2*b" }, { a: normal(1, 1), b: normal(2, 0) }), [
    { code: "no-uncertainty", facts: { output: "z" } },
  ]);
});
