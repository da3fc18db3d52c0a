import { evaluation } from "@quanheng/kernel/uncertainty/evaluation.ts";
import { readModelFile } from "@quanheng/kernel/uncertainty/model-file.ts";
import { describe, expect, test } from "vitest";
import { decideEvaluated, MODEL_RULES, readModelDecision } from "./model-decision.ts";

const QUICK = { digits: 1, seed: 1, mostTrials: 1_000_000 };

function decided(file: Record<string, unknown>, decision: object) {
  const model = readModelFile(file);
  const steps = evaluation(model);
  let next = steps.next();
  while (!next.done) next = steps.next();
  const stated = readModelDecision(decision, Object.keys(model.formulas))!;
  const { outcome, doubt, probability } = decideEvaluated(next.value.outputs[0]!, stated, next.value);
  return { outcome, doubt, probability };
}

const UNDECIDED = { outcome: "undecided", probability: null };
const normal = (x: number, u: number) => ({ x, u });

describe("what first order gives no ground for is undecided", () => {
  // P(100 cos t ≥ 99.999) = P(|t| ≤ arccos 0.99999) = 2 Φ(0.4472) − 1 = 0.345.
  const cosine = { model: { y: "L*cos(t)" }, inputs: { t: normal(0, 0.01), L: normal(100, 0) } };
  test.each(MODEL_RULES)("a u of zero from sensitivities that vanish, by %s, with trials and without", (rule) => {
    const limits = { lower: "99.999", upper: "100.5", rule };
    for (const monteCarlo of [false, QUICK]) {
      expect(decided({ ...cosine, monteCarlo }, limits)).toEqual({ ...UNDECIDED, doubt: "vanishing-sensitivity" });
    }
  });

  test("a u that nearly vanishes beside second order, and one that the trials reject", () => {
    const nearly = { model: { y: "L*cos(t)" }, inputs: { t: normal(1e-5, 0.01), L: normal(100, 0) } };
    const limits = { lower: "99.999", rule: "specific-risk" };
    expect(decided({ ...nearly, monteCarlo: false }, limits)).toEqual({ ...UNDECIDED, doubt: "second-order-larger" });
    expect(decided({ ...nearly, monteCarlo: QUICK }, limits)).toEqual({ ...UNDECIDED, doubt: "trials-disagree" });
  });

  test("contributions that cancel, a corner, an output without variance", () => {
    const monteCarlo = false;
    const pair = { a: normal(1, 0.1), b: normal(1, 0.1) };
    const together = { correlations: [{ a: "a", b: "b", r: 1 }] };
    const limits = { upper: "3", rule: "guarded" };
    expect(decided({ model: { y: "a - b" }, inputs: pair, ...together, monteCarlo }, limits).doubt).toBe(
      "contributions-cancel",
    );
    expect(decided({ model: { y: "abs(a - 1) + b" }, inputs: pair, monteCarlo }, limits).doubt).toBe("no-derivative");
    const wild = { model: { y: "a/b" }, inputs: { a: normal(10, 1), b: normal(1, 0.25) } };
    expect(decided({ ...wild, monteCarlo: QUICK }, { upper: "20" }).doubt).toBe("output-variance-undefined");
  });

  test("equal readings and nothing else, by every rule; with another contribution they are decided", () => {
    const equal = { readings: ["0.9999", "0.9999", "0.9999"] };
    for (const rule of MODEL_RULES) {
      expect(decided({ model: { y: "a" }, inputs: { a: equal }, monteCarlo: false }, { upper: "1", rule }).doubt).toBe(
        "readings-all-equal",
      );
    }
    const both = { a: equal, b: normal(0, 0.00001) };
    expect(decided({ model: { y: "a + b" }, inputs: both, monteCarlo: false }, { upper: "1" }).outcome).toBe("pass");
  });

  test("constants alone are decided by their value, by no rule that needs U", () => {
    const exact = { model: { y: "a" }, inputs: { a: normal(0.9, 0) }, monteCarlo: false };
    expect(decided(exact, { upper: "1", rule: "simple" }).outcome).toBe("pass");
    expect(decided(exact, { upper: "1", rule: "guarded" })).toEqual({ ...UNDECIDED, doubt: "no-uncertainty" });
  });
});

test.each(["guarded", "specific-risk", "iso-14253-1"])("undefined degrees of freedom leave %s undecided", (rule) => {
  const inputs = { a: { x: 1, u: 0.1, dof: 2.5 }, b: { x: 1, u: 0.1, dof: 2.5 } };
  const file = { model: { y: "a + b" }, inputs, correlations: [{ a: "a", b: "b", r: 0.5 }], monteCarlo: false };
  expect(decided(file, { upper: "2.3", rule })).toEqual({ ...UNDECIDED, doubt: null });
});

test("a linear model that the trials accept is decided as before", () => {
  const file = { model: { y: "a + b" }, inputs: { a: normal(1, 0.1), b: normal(2, 0.1) }, monteCarlo: QUICK };
  expect(decided(file, { upper: "3.5", rule: "guarded" })).toMatchObject({ outcome: "pass", doubt: null });
});
