import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { prepareModel } from "../model/tape.ts";
import { Refusal } from "../refusal.ts";
import { agrees, near } from "../testing/agree.ts";
import { coverageFactor } from "./coverage.ts";
import { outputCorrelation, propagate } from "./propagate.ts";

const seed = 20261125;

describe("JCGM 100, H.1: the end gauge", () => {
  const model = prepareModel({ l: "ls + d - ls*(da*theta + alpha*dt)" }, ["ls", "d", "da", "theta", "alpha", "dt"]);
  const { outputs } = propagate(model, [
    { name: "ls", x: 50000623, u: 25, dof: 18 },
    { name: "d", x: 215, u: 9.7, dof: 25.6 },
    { name: "da", x: 0, u: 0.58e-6, dof: 50 },
    { name: "theta", x: -0.1, u: 0.41 },
    { name: "alpha", x: 11.5e-6, u: 1.2e-6 },
    { name: "dt", x: 0, u: 0.029, dof: 2 },
  ]);
  const [length] = outputs;

  test("50 000 838 nm, u = 32 nm, 16 degrees of freedom, U99 = 93 nm", () => {
    assert.ok(length?.dof);
    agrees(length.y, "50000838");
    agrees(length.u, "32");
    assert.equal(Math.floor(length.dof), 16);
    agrees(coverageFactor(length.dof, 0.99) * length.u, "93");
  });

  test("the terms of second order raise u from 32 nm to 34 nm (H.1.7)", () =>
    agrees(length?.secondOrder?.u ?? NaN, "34"));
});

describe("JCGM 100, H.2: resistance and reactance observed together", () => {
  const model = prepareModel({ R: "V*cos(phi)/I", X: "V*sin(phi)/I", Z: "V/I" }, ["V", "I", "phi"]);
  const correlations = [
    { a: "V", b: "I", r: -0.35531121981751196 },
    { a: "V", b: "phi", r: 0.8576242108399619 },
    { a: "I", b: "phi", r: -0.6451112176892567 },
  ];
  const inputs = (sample?: string) => [
    { name: "V", x: 4.999, u: 0.00320936130717618, dof: 4, ...(sample ? { sample } : {}) },
    { name: "I", x: 0.019661, u: 9.47100839404134e-6, dof: 4, ...(sample ? { sample } : {}) },
    { name: "phi", x: 1.04446, u: 0.000752063827078537, dof: 4, ...(sample ? { sample } : {}) },
  ];

  test("values, uncertainties and correlations as printed", () => {
    const result = propagate(model, inputs("five sets"), correlations);
    const [r, x, z] = result.outputs;
    agrees(r?.y ?? NaN, "127.732");
    agrees(r?.u ?? NaN, "0.071");
    agrees(x?.y ?? NaN, "219.847");
    agrees(z?.y ?? NaN, "254.260");
    agrees(z?.u ?? NaN, "0.236");
    agrees(outputCorrelation(result, 0, 1), "-0.588");
    agrees(outputCorrelation(result, 0, 2), "-0.485");
    agrees(outputCorrelation(result, 1, 2), "0.993");
  });

  test("what was observed together in five sets keeps four degrees of freedom", () => {
    near(propagate(model, inputs("five sets"), correlations).outputs[0]?.dof ?? NaN, 4, 1e-12);
  });

  test("correlated inputs of unknown kinship have no effective degrees of freedom", () => {
    assert.equal(propagate(model, inputs(), correlations).outputs[0]?.dof, undefined);
  });
});

test("JCGM 101, 9.3: first order misses the air buoyancy, second order finds it", () => {
  const model = prepareModel({ dm: "(mR + dmR)*(1 + (ra - 1.2)*(1/rW - 1/rR)) - 100000" }, [
    "mR",
    "dmR",
    "ra",
    "rW",
    "rR",
  ]);
  const { outputs } = propagate(model, [
    { name: "mR", x: 100000, u: 0.05 },
    { name: "dmR", x: 1.234, u: 0.02 },
    { name: "ra", x: 1.2, u: 0.1 / Math.sqrt(3) },
    { name: "rW", x: 8000, u: 1000 / Math.sqrt(3) },
    { name: "rR", x: 8000, u: 50 / Math.sqrt(3) },
  ]);
  agrees(outputs[0]?.u ?? NaN, "0.0539");
  agrees(outputs[0]?.secondOrder?.u ?? NaN, "0.0750");
});

describe("exact relations", () => {
  const at = (x: number, u: number) => ({ name: "x", x, u });
  const only = (formula: string, x: number, u: number) =>
    propagate(prepareModel({ y: formula }, ["x"]), [at(x, u)]).outputs[0];

  test("x − x is exactly zero, x + x has twice the uncertainty", () => {
    assert.equal(only("x - x", 3, 0.1)?.u, 0);
    near(only("x + x", 3, 0.1)?.u ?? NaN, 0.2, 1e-15);
  });

  test("x² at zero: first order says nothing, second order u² and √2 u²", () => {
    // E[x²] = u², Var[x²] = 2u⁴ for a normal x about zero.
    const y = only("x**2", 0, 0.3);
    assert.equal(y?.u, 0);
    near(y?.secondOrder?.y ?? NaN, 0.09, 1e-14);
    near(y?.secondOrder?.u ?? NaN, Math.SQRT2 * 0.09, 1e-14);
  });

  test.each([
    ["sin(x)", Math.cos(0.7)],
    ["tan(x)", 1 / Math.cos(0.7) ** 2],
    ["asin(x)", 1 / Math.sqrt(1 - 0.49)],
    ["acos(x)", -1 / Math.sqrt(1 - 0.49)],
    ["atan(x)", 1 / 1.49],
    ["tanh(x)", 1 / Math.cosh(0.7) ** 2],
    ["log10(x)", 1 / (0.7 * Math.LN10)],
    ["sqrt(x)", 0.5 / Math.sqrt(0.7)],
    ["2**x", Math.LN2 * 2 ** 0.7],
    ["x**x", 0.7 ** 0.7 * (Math.log(0.7) + 1)],
    ["abs(-x)", 1],
    ["-x^2", -1.4],
  ])("the slope of %s is the one of the textbook", (formula, slope) => {
    near(only(formula, 0.7, 0.01)?.sensitivities[0] ?? NaN, slope, 1e-14);
  });

  test(`second order of every function agrees with differences of its slope (seed ${seed})`, () => {
    const formulas = ["sin(x)", "cos(x)", "tan(x)", "asin(x)", "acos(x)", "atan(x)", "sinh(x)", "cosh(x)", "tanh(x)"];
    const more = ["exp(x)", "log(x)", "log10(x)", "sqrt(x)", "x**2.5", "1/x", "x**x", "2**x"];
    const slope = (formula: string, x: number) => only(formula, x, 0)?.sensitivities[0] ?? NaN;
    fc.assert(
      fc.property(
        fc.constantFrom(...formulas, ...more),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        (formula, x) => {
          const h = 1e-4;
          const second = (slope(formula, x + h) - slope(formula, x - h)) / (2 * h);
          const third = (slope(formula, x + h) - 2 * slope(formula, x) + slope(formula, x - h)) / (h * h);
          const u = 0.05;
          const y = only(formula, x, u);
          near(y?.secondOrder?.y ?? NaN, (only(formula, x, 0)?.y ?? NaN) + 0.5 * second * u * u, 1e-6);
          const expected = (slope(formula, x) * u) ** 2 + (0.5 * second ** 2 + slope(formula, x) * third) * u ** 4;
          near((y?.secondOrder?.u ?? NaN) ** 2, expected, 1e-4);
        },
      ),
      { seed },
    );
  });

  test(`a change of unit changes nothing but the unit (seed ${seed})`, () => {
    const model = prepareModel({ y: "a*exp(-b)/c" }, ["a", "b", "c"]);
    const scaled = prepareModel({ y: "(a/1000)*exp(-b)/c" }, ["a", "b", "c"]);
    const number = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const inputs = (k: number) => [
          { name: "a", x: k * a, u: 0.01 * k * a, dof: 3 },
          { name: "b", x: b, u: 0.02, dof: 8 },
          { name: "c", x: c, u: 0.03 * c },
        ];
        const [one] = propagate(model, inputs(1)).outputs;
        const [other] = propagate(scaled, inputs(1000)).outputs;
        assert.ok(one?.dof && other?.dof && one.secondOrder && other.secondOrder);
        near(other.u, one.u, 1e-12);
        near(other.dof, one.dof, 1e-11);
        near(other.secondOrder.u, one.secondOrder.u, 1e-12);
      }),
      { seed },
    );
  });
});

describe("what cannot be propagated", () => {
  const model = prepareModel({ y: "a/b" }, ["a", "b"]);
  const fine = [
    { name: "a", x: 1, u: 0.1 },
    { name: "b", x: 2, u: 0.1 },
  ];
  const code = (expected: string) => (error: unknown) => error instanceof Refusal && error.code === expected;

  test("a division by zero at the estimates", () => {
    assert.throws(() => propagate(model, [fine[0]!, { name: "b", x: 0, u: 1 }]), code("model-not-finite"));
  });

  test("an input without estimate, and one that is no number", () => {
    assert.throws(() => propagate(model, [fine[0]!]), code("unknown-name"));
    assert.throws(() => propagate(model, [fine[0]!, { name: "b", x: NaN, u: 1 }]), code("estimate-invalid"));
    assert.throws(() => propagate(model, [fine[0]!, { name: "b", x: 1, u: -1 }]), code("uncertainty-invalid"));
  });

  test("correlations of strangers, with oneself, twice, or beyond one", () => {
    for (const wrong of [
      [{ a: "a", b: "z", r: 0.1 }],
      [{ a: "a", b: "a", r: 1 }],
      [{ a: "a", b: "b", r: 1.01 }],
      [{ a: "a", b: "b", r: NaN }],
      [
        { a: "a", b: "b", r: 0.1 },
        { a: "b", b: "a", r: 0.1 },
      ],
    ])
      assert.throws(() => propagate(model, fine, wrong), code("correlation-invalid"));
  });

  test("three quantities cannot all run against each other: the smallest eigenvalue is 1 − 2·0.9 = −0.8", () => {
    const three = prepareModel({ y: "a+b+c" }, ["a", "b", "c"]);
    const against = [
      { a: "a", b: "b", r: -0.9 },
      { a: "a", b: "c", r: -0.9 },
      { a: "b", b: "c", r: -0.9 },
    ];
    assert.throws(
      () => propagate(three, [...fine, { name: "c", x: 1, u: 1 }], against),
      (error) =>
        code("correlations-inconsistent")(error) &&
        Math.abs(Number((error as Refusal).facts["smallestEigenvalue"]) + 0.8) < 1e-12 &&
        Math.abs(Number((error as Refusal).facts["distance"]) - 0.8) < 1e-12,
    );
  });

  test("full correlation is allowed", () => {
    near(
      propagate(prepareModel({ y: "a+b" }, ["a", "b"]), fine, [{ a: "a", b: "b", r: 1 }]).outputs[0]?.u ?? NaN,
      0.2,
      1e-14,
    );
  });
});
