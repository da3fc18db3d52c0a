import assert from "node:assert/strict";
import { describe, expect, test } from "vitest";
import { prepareModel } from "../model/tape.ts";
import { near } from "../testing/agree.ts";
import type { ImplicitModel } from "../uncertainty/equations.ts";
import { compiledRunner } from "./compiled.ts";
import type { Distribution } from "./distribution.ts";
import { interpretedRunner } from "./interpreted.ts";
import { planTrials } from "./plan.ts";
import { planEquations } from "./plan-equations.ts";
import { summarize } from "./summary.ts";
import { runTrials } from "./trials.ts";

const seed = 20261125;
const s: Distribution = { kind: "normal", x: 5, u: 0.01 };
const p: Distribution = { kind: "rectangular", x: 6, a: 0.05 };
const pair: ImplicitModel = { equations: { sum: "a + b - s", product: "a*b - p" }, start: { a: 1, b: 4 } };
const root: ImplicitModel = {
  equations: { h: "y**3 + y - exp(x)" },
  start: { y: 1 },
  within: { y: { low: 0, high: 50 } },
};
const code = (name: string) => expect.objectContaining({ code: name });

test(`each trial solves the equations: as the explicit model does in the same trials (seed ${seed})`, () => {
  const explicit = prepareModel({ a: "(s - sqrt(s**2 - 4*p))/2", b: "(s + sqrt(s**2 - 4*p))/2" }, ["s", "p"]);
  const wanted = runTrials(planTrials(explicit, { s, p }, seed, [{ a: "s", b: "p", r: 0.4 }]), 0, 10_000);
  const found = runTrials(planEquations(pair, { s, p }, seed, [{ a: "s", b: "p", r: 0.4 }]), 0, 10_000);
  for (const k of [0, 1]) for (let t = 0; t < 10_000; t++) near(found[k]![t]!, wanted[k]![t]!, 1e-12);
});

describe.each([
  ["two equations", pair, { s, p }],
  ["a bracketed solution", root, { x: { kind: "normal", x: 1, u: 0.5 } as Distribution }],
  [
    "three equations whose pivots differ from trial to trial",
    {
      equations: { one: "a*x + b + c - 3", two: "a + b*x - c - 1", three: "a - b + c*y - 2" },
      start: { a: 1, b: 1, c: 1 },
    },
    { x: { kind: "normal", x: 0.9, u: 0.3 } as Distribution, y: { kind: "normal", x: 3, u: 0.3 } as Distribution },
  ],
] as const)("%s", (_name, model, inputs) => {
  test("give the same bits with WebAssembly and without", () => {
    const plan = planEquations(model, inputs, 7);
    const [compiled, interpreted] = [compiledRunner(plan), interpretedRunner(plan)];
    compiled.run(3);
    interpreted.run(3);
    assert.deepEqual(compiled.outputs, interpreted.outputs);
    assert.ok(compiled.outputs.every((column) => column.every(Number.isFinite)));
  });

  test("solve to the last digits in every trial", () => {
    const names = Object.keys(inputs);
    const plan = planEquations(model, inputs, 7);
    const outputs = runTrials(plan, 0, 2000);
    const residuals = prepareModel(model.equations, [...names, ...Object.keys(model.start)]);
    const drawn = runTrials(
      planTrials(prepareModel(Object.fromEntries(names.map((n) => [`${n}_`, n])), names), inputs, 7),
      0,
      2000,
    );
    for (let t = 0; t < 2000; t += 400) {
      const point = Object.fromEntries(
        [...drawn, ...outputs].map((values, k) => [residuals.inputs[k]!, { kind: "constant", x: values[t]! } as const]),
      );
      for (const [value] of runTrials(planTrials(residuals, point, 1), 0, 1))
        assert.ok(Math.abs(value!) < 1e-11, String(value));
    }
  });
});

// y³ + y = eˣ with x ~ N(1, 0.5): the derivative is eˣ/(3y² + 1).
test(`the mean and scatter of a bracketed solution follow first order for small u (seed ${seed})`, () => {
  const plan = planEquations(root, { x: { kind: "normal", x: 1, u: 0.01 } }, seed);
  const { y, u } = summarize("y", runTrials(plan, 0, 100_000)[0]!, 0.95);
  // y = 1.13… solves y³ + y = e
  near(y ** 3 + y, Math.E, 1e-3);
  near(u, (0.01 * Math.E) / (3 * y * y + 1), 0.02);
});

describe("trials that have no solution are refused with the first of them", () => {
  test("y² = x where x becomes negative", () => {
    const plan = planEquations(
      { equations: { h: "y**2 - x" }, start: { y: 1 } },
      { x: { kind: "normal", x: 1, u: 0.5 } },
      1,
    );
    expect(() => runTrials(plan, 0, 5000)).toThrow(
      expect.objectContaining({
        code: "equations-unsolved-in-trial",
        facts: { outputs: ["y"], trial: expect.any(Number) as number },
      }),
    );
  });

  test("a bracket that a trial leaves", () => {
    const plan = planEquations(
      { ...root, within: { y: { low: 1, high: 1.3 } } },
      { x: { kind: "normal", x: 1, u: 0.5 } },
      1,
    );
    expect(() => runTrials(plan, 0, 5000)).toThrow(code("equations-unsolved-in-trial"));
  });

  test("bounds of one of several outputs", () => {
    const plan = planEquations(
      { ...pair, start: { a: 2, b: 3 }, within: { a: { low: 1.95, high: 2.05 } } },
      { s, p },
      1,
    );
    expect(() => runTrials(plan, 0, 5000)).toThrow(code("equations-unsolved-in-trial"));
  });

  test("none at the estimates is refused before any trial", () => {
    expect(() => planEquations(pair, { s: { ...s, x: 1 }, p }, 1)).toThrow(code("equations-unsolved"));
  });
});

// y = a − b about zero: the terms are of size 1, and what is left of them cannot be known better than their rounding.
test("an output about zero arrives by the size of its terms", () => {
  const one: Distribution = { kind: "normal", x: 1, u: 1e-6 };
  const plan = planEquations(
    { equations: { h: "exp(y + b) - exp(a)", k: "z - y*a" }, start: { y: 0.5, z: 0 } },
    { a: one, b: one },
    seed,
  );
  const [y, z] = runTrials(plan, 0, 50_000);
  near(summarize("y", y!, 0.95).u, Math.SQRT2 * 1e-6, 0.02);
  near(summarize("z", z!, 0.95).u, Math.SQRT2 * 1e-6, 0.02);
});

test("inputs of every estimate may stand in equations: gamma, counts, choices and samples", () => {
  const inputs: Readonly<Record<string, Distribution>> = {
    g: { kind: "gamma", shape: 4, scale: 0.5 },
    n: { kind: "poisson", mean: 9 },
    d: { kind: "discrete", values: [1, 3], weights: [1, 1] },
    v: { kind: "samples", values: [1, 2, 3] },
  };
  const plan = planEquations({ equations: { h: "y - g - n - d - v" }, start: { y: 0 } }, inputs, seed);
  // 2 + 9 + 2 + 2
  near(plan.equations!.start[0]!, 15, 1e-14);
  const { y } = summarize("y", runTrials(plan, 0, 50_000)[0]!, 0.95);
  near(y, 15, 0.005);
});
