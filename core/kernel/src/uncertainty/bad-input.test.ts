import assert from "node:assert/strict";
import { describe, expect, test } from "vitest";
import { prepareModel } from "../model/tape.ts";
import { planTrials } from "../montecarlo/plan.ts";
import { summarize } from "../montecarlo/summary.ts";
import { runTrials } from "../montecarlo/trials.ts";
import { near } from "../testing/agree.ts";
import { evaluation, lawOf } from "./evaluation.ts";
import { propagateImplicit } from "./implicit.ts";
import { readModelFile } from "./model-file.ts";
import { parseModelText } from "./model-text.ts";
import { propagate } from "./propagate.ts";

const refusal = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) as object });

describe("what is refused, with code and position", () => {
  const model = prepareModel({ q: "1/b", y: "2*a + q" }, ["a", "b"]);
  const a = { name: "a", x: 1, u: 0.1 };

  test.each([NaN, Infinity, -Infinity])("an estimate of %d", (x) => {
    expect(() => propagate(model, [a, { name: "b", x, u: 1 }])).toThrow(
      refusal("estimate-invalid", { input: "b", given: x }),
    );
  });

  test.each([NaN, Infinity, -0.1])("a standard uncertainty of %d", (u) => {
    expect(() => propagate(model, [a, { name: "b", x: 1, u }])).toThrow(
      refusal("uncertainty-invalid", { source: "b", u }),
    );
  });

  test.each([NaN, 0, -1])("%d degrees of freedom", (dof) => {
    expect(() => propagate(model, [a, { name: "b", x: 1, u: 1, dof }])).toThrow(
      refusal("uncertainty-invalid", { source: "b", dof }),
    );
  });

  test("a division by zero at the estimates, in the formula where it stands", () => {
    expect(() => propagate(model, [a, { name: "b", x: 0, u: 1 }])).toThrow(
      refusal("model-not-finite", { output: "q", formula: "q", at: 1 }),
    );
  });

  test("a slope without end, though the value is finite", () => {
    const root = prepareModel({ y: "3 + sqrt(a)" }, ["a"]);
    expect(() => propagate(root, [{ name: "a", x: 0, u: 0.1 }])).toThrow(
      refusal("model-not-finite", { output: "y", formula: "y", at: 4 }),
    );
  });

  test("an uncertainty that overflows", () => {
    const steep = prepareModel({ y: "1e300*a" }, ["a"]);
    expect(() => propagate(steep, [{ name: "a", x: 1, u: 1e10 }])).toThrow(
      refusal("model-not-finite", { output: "y" }),
    );
  });

  test("a formula of 100 000 characters, with its name and where it goes too far", () => {
    expect(() => prepareModel({ y: "a", z: `${"a+".repeat(50_000)}a` }, ["a"])).toThrow(
      refusal("expression-too-long", { formula: "z", given: 100_001, limit: 20_000, at: 20_000 }),
    );
  });

  test("nesting within a formula and through formulas that use one another", () => {
    expect(() => prepareModel({ y: `${"(".repeat(300)}a${")".repeat(300)}` }, ["a"])).toThrow(
      refusal("expression-too-long", { formula: "y", at: 200 }),
    );
    const chain = Object.fromEntries(
      Array.from({ length: 400 }, (_, k) => [`f${k}`, `${"sqrt(".repeat(90)}f${k + 1}${")".repeat(90)}`]),
    );
    expect(() => prepareModel({ ...chain, f400: "a" }, ["a"])).toThrow(refusal("expression-too-long"));
  });

  test("circles and unknown names, in which formula and where", () => {
    expect(() => prepareModel({ y: "1 + z", z: "2*y" }, [])).toThrow(
      refusal("cyclic-model", { names: ["y", "z", "y"], formula: "z", at: 2 }),
    );
    expect(() => prepareModel({ y: "y + 1" }, [])).toThrow(
      refusal("cyclic-model", { names: ["y", "y"], formula: "y" }),
    );
    expect(() => prepareModel({ y: "1 + z", z: "a + bb" }, ["a"])).toThrow(
      refusal("unknown-name", { name: "bb", formula: "z", at: 4 }),
    );
    expect(() => prepareModel({ y: "a + (b" }, ["a", "b"])).toThrow(
      refusal("expression-syntax", { formula: "y", at: 6, expected: ")" }),
    );
  });

  test("formulas of 10⁵ characters together are evaluated, of more than twice that refused by name", () => {
    const long = Array.from({ length: 4999 }, () => "a").join(" + ");
    const five = Object.fromEntries([1, 2, 3, 4, 5].map((k) => [`y${k}`, `${k} + ${long}`]));
    expect(prepareModel(five, ["a"]).outputs).toHaveLength(5);
    const twelve = Object.fromEntries(Array.from({ length: 12 }, (_, k) => [`y${k}`, long]));
    expect(() => prepareModel(twelve, ["a"])).toThrow(
      refusal("expression-too-long", { given: 12 * long.length, limit: 200_000, formula: "y10", at: 0 }),
    );
  });

  test("an input called like a formula, an output of equations or another input", () => {
    const twice = (first: string, again: string) => refusal("name-defined-twice", { name: "a", first, again });
    expect(() => prepareModel({ a: "b + 1" }, ["b", "a"])).toThrow(twice("model.a", "inputs[1]"));
    expect(() => prepareModel({ y: "a" }, ["a", "b", "a"])).toThrow(twice("inputs[0]", "inputs[2]"));
    const x = [{ name: "a", x: 1, u: 0.1 }];
    expect(() => propagateImplicit({ equations: { h: "a - 1" }, start: { a: 1 } }, x)).toThrow(
      twice("start.a", "inputs.a"),
    );
    near(propagateImplicit({ equations: { y: "y - 2*a" }, start: { y: 1 } }, x).outputs[0]!.u, 0.2, 1e-14);
  });

  test("correlations that contradict each other, with their distance from any that are possible", () => {
    const inputs = { a: { x: 1, u: 1 }, b: { x: 1, u: 1 }, c: { x: 1, u: 1 } };
    const correlations = [
      { a: "a", b: "b", r: 1 },
      { a: "b", b: "c", r: 1 },
      { a: "a", b: "c", r: -1 },
    ];
    // Eigenvalues of 1 1 −1; 1 1 1; −1 1 1 are −1, 2 and 2.
    const file = readModelFile({ model: { y: "a+b+c" }, inputs, correlations });
    expect(() => evaluation(file).next()).toThrow(
      refusal("correlations-inconsistent", {
        smallestEigenvalue: expect.closeTo(-1, 12) as number,
        distance: expect.closeTo(1, 12) as number,
      }),
    );
  });

  test("a trial without value, by its number", () => {
    const plan = planTrials(prepareModel({ y: "log(a)" }, ["a"]), { a: { kind: "normal", x: 1, u: 0.5 } }, 1);
    expect(() => summarize("y", runTrials(plan, 0, 1000)[0]!, 0.95)).toThrow(
      refusal("model-not-finite", { output: "y", trial: expect.any(Number) as number }),
    );
  });
});

describe("what is not refused is right", () => {
  test("no uncertainty anywhere: u = 0, trials agree, and it is said", () => {
    const file = readModelFile({
      model: { y: "exp(a)/3 + sin(a)" },
      inputs: { a: { x: "0.7", u: 0 } },
    });
    const steps = evaluation(file);
    let next = steps.next();
    while (!next.done) next = steps.next();
    const { outputs, trials, findings } = next.value;
    assert.deepEqual(
      [outputs[0]?.first.u, outputs[0]?.first.dof, outputs[0]?.first.expanded?.expanded],
      [0, Infinity, 0],
    );
    assert.ok(trials && "outputs" in trials);
    assert.deepEqual(
      [trials.outputs[0]?.u, trials.outputs[0]?.stable, trials.outputs[0]?.first?.valid],
      [0, true, true],
    );
    assert.deepEqual(
      findings.map(({ code }) => code),
      ["no-uncertainty"],
    );
  });

  test("very small and very large units neither vanish nor overflow", () => {
    for (const scale of [1e-200, 1e200]) {
      const model = prepareModel({ y: "a + b" }, ["a", "b"]);
      const [y] = propagate(model, [
        { name: "a", x: scale, u: 3 * scale, dof: 4 },
        { name: "b", x: scale, u: 4 * scale, dof: 9 },
      ]).outputs;
      near(y!.u, 5 * scale, 1e-14);
      near(y!.dof!, 625 / (81 / 4 + 256 / 9), 1e-12);
    }
  });
});

describe("a thousand inputs", () => {
  const names = Array.from({ length: 1000 }, (_, k) => `x${k}`);
  const started = () => performance.now();

  test("in a product: first and second order by hand, within seconds", () => {
    const from = started();
    const model = prepareModel({ y: names.join("*") }, names);
    const u = 1e-3;
    const [y] = propagate(
      model,
      names.map((name) => ({ name, x: 1, u, dof: 10 })),
    ).outputs;
    near(y!.u, u * Math.sqrt(1000), 1e-12);
    near(y!.dof!, 10_000, 1e-9);
    // Independent factors with mean 1: Var = (1 + u²)ⁿ − 1 = n u² + n(n − 1)/2 u⁴ + …; here Σ_ij ½ f_ij² counts every pair once.
    near(y!.secondOrder!.u ** 2, 1000 * u ** 2 + (1000 * 999 * u ** 4) / 2, 1e-12);
    assert.ok(performance.now() - from < 120_000, `${performance.now() - from} ms`);
  });

  test("with correlations of neighbours: u² = Σu² + 2Σru², and trials that agree", () => {
    const from = started();
    const model = prepareModel({ y: names.join("+") }, names);
    const correlations = names.slice(1).map((b, k) => ({ a: names[k]!, b, r: 0.3 }));
    const [y] = propagate(
      model,
      names.map((name) => ({ name, x: 1, u: 0.1 })),
      correlations,
    ).outputs;
    near(y!.u, 0.1 * Math.sqrt(1000 + 2 * 999 * 0.3), 1e-12);
    const inputs = Object.fromEntries(names.map((name) => [name, { kind: "normal", x: 1, u: 0.1 } as const]));
    const { u } = summarize("y", runTrials(planTrials(model, inputs, 1, correlations), 0, 20_000)[0]!, 0.95);
    assert.ok(Math.abs(u / y!.u - 1) < 5 / Math.sqrt(2 * 20_000), `${u}`);
    assert.ok(performance.now() - from < 120_000, `${performance.now() - from} ms`);
  });

  test("whose correlations contradict each other are told how far", () => {
    const from = started();
    const model = prepareModel({ y: names.join("+") }, names);
    const correlations = names.slice(1).map((b) => ({ a: "x0", b, r: 0.05 }));
    // A star: eigenvalues 1 ± 0.05·√999 and 1.
    expect(() =>
      propagate(
        model,
        names.map((name) => ({ name, x: 1, u: 0.1 })),
        correlations,
      ),
    ).toThrow(
      refusal("correlations-inconsistent", {
        smallestEigenvalue: expect.closeTo(1 - 0.05 * Math.sqrt(999), 9) as number,
        distance: expect.closeTo(0.05 * Math.sqrt(999) - 1, 9) as number,
      }),
    );
    assert.ok(performance.now() - from < 30_000, `${performance.now() - from} ms`);
  });
});

test.each([
  [{ a: { x: "1", u: "1e-400" } }, "inputs.a.u"],
  [{ a: { x: "1e400", u: "0.1" } }, "inputs.a.x"],
  [{ a: { x: "1e-301", u: "0.1" } }, "inputs.a.x"],
  [{ a: { x: "1", u: "NaN" } }, "inputs.a.u"],
  [{ a: { x: "1", u: "-Infinity" } }, "inputs.a.u"],
])("what no binary number holds is refused by its member: %j", (inputs, at) => {
  const refused = expect.objectContaining({
    code: "model-file-invalid",
    facts: expect.objectContaining({ at }) as object,
  });
  expect(() => readModelFile({ model: { y: "a" }, inputs })).toThrow(refused);
});

test.each(["1e-400", "-0.5e-999", "1e400"])("the JSON number %s is not read as zero or infinity", (digits) => {
  const refused = expect.objectContaining({ facts: expect.objectContaining({ at: "inputs.a.x" }) as object });
  expect(() => parseModelText(`{"inputs":{"a":{"x":${digits}}}}`)).toThrow(refused);
  expect(parseModelText('{"inputs":{"a":{"x":0.0e5,"u":1e-300}}}')).toEqual({ inputs: { a: { x: 0, u: 1e-300 } } });
});

test("a slope beyond the numbers is no division by zero: a/b = 10³⁰⁰ has ∂y/∂b = −10³⁵⁰", () => {
  const inputs = { a: { x: "1e250", u: "1e248" }, b: { x: "1e-50", u: "1e-52" } };
  const refused = (formula: string) => () => lawOf(readModelFile({ model: { y: formula }, inputs, monteCarlo: false }));
  expect(refused("a/b")).toThrow(expect.objectContaining({ code: "slope-too-large" }));
  expect(refused("a/(b - b)")).toThrow(expect.objectContaining({ code: "model-not-finite" }));
});
