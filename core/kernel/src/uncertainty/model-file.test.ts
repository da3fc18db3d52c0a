import assert from "node:assert/strict";
import { describe, expect, test } from "vitest";
import { agrees, near } from "../testing/agree.ts";
import { evaluation, lawOf, trialPlanOf } from "./evaluation.ts";
import { propagationOf } from "./file-propagation.ts";
import { readModelFile } from "./model-file.ts";
import { outputCorrelation } from "./propagate.ts";

const code = (name: string, facts: object = {}) =>
  expect.objectContaining({ code: name, facts: expect.objectContaining(facts) as object });

// JCGM 100:2008, table H.2: five sets of simultaneous readings in V, A and rad.
const readings = {
  V: ["5.007", "4.994", "5.005", "4.990", "4.999"],
  I: ["0.019663", "0.019639", "0.019640", "0.019685", "0.019678"],
  phi: ["1.0456", "1.0438", "1.0468", "1.0428", "1.0433"],
};
const impedance = {
  model: { R: "V*cos(phi)/I", X: "V*sin(phi)/I", Z: "V/I" },
  inputs: Object.fromEntries(
    Object.entries(readings).map(([name, values]) => [name, { readings: values, sample: "five sets" }]),
  ),
};

describe("the terms of second order", () => {
  const second = (inputs: object, model: object = { y: "a + b" }) =>
    lawOf(readModelFile({ model, inputs, probability: 0.95 }))[0]!.second!.expanded;

  test("state no U where first order states none", () => {
    expect(second({ a: { x: 1, u: 0.1, dof: 0.5 }, b: { x: 1, u: 0.001, dof: 0.5 } })).toBeNull();
  });

  test("alone take the degrees of freedom of their input, as far as it is known", () => {
    const one = second({ a: { x: 0, u: 0.1, dof: 4 } }, { y: "a^2" });
    near(one!.k, 2.776, 1e-3);
  });
});

describe("readings made together", () => {
  test("GUM H.2 from the raw readings: correlations, uncertainties and four degrees of freedom as printed", () => {
    const file = readModelFile(impedance);
    const r = Object.fromEntries(file.correlations.map(({ a, b, r }) => [`${a},${b}`, r]));
    agrees(r["V,I"]!, "-0.36");
    agrees(r["V,phi"]!, "0.86");
    agrees(r["I,phi"]!, "-0.65");
    const result = propagationOf(file);
    const [R, X, Z] = result.outputs;
    agrees(R!.y, "127.732");
    agrees(R!.u, "0.071");
    agrees(X!.y, "219.847");
    agrees(Z!.y, "254.260");
    agrees(Z!.u, "0.236");
    agrees(outputCorrelation(result, 0, 1), "-0.588");
    agrees(outputCorrelation(result, 1, 2), "0.993");
    for (const { dof } of result.outputs) near(dof!, 4, 1e-12);
    const { first, second } = lawOf(file, result)[0]!;
    agrees(first.expanded!.expanded, "0.20");
    agrees(second!.expanded!.k, "2.78");
    agrees(second!.expanded!.expanded, "0.20");
  });

  test("their trials follow a multivariate t: with n − 1 degrees of freedom, or n − N where asked for", () => {
    const plan = trialPlanOf(readModelFile(impedance));
    assert.deepEqual(plan.scatter, [{ inputs: [0, 1, 2], dof: 4 }]);
    const wider = trialPlanOf(readModelFile({ ...impedance, multivariateDof: "n-N" }));
    assert.deepEqual(wider.scatter, [{ inputs: [0, 1, 2], dof: 2 }]);
    const [one, other] = [plan.distributions[0], wider.distributions[0]];
    assert.ok(one?.kind === "t" && other?.kind === "t");
    // S is divided by n − N in place of n − 1: √(4/2) wider.
    near(other.scale / one.scale, Math.SQRT2, 1e-14);
  });

  test("a stated correlation takes the place of the one from the readings", () => {
    const { correlations } = readModelFile({ ...impedance, correlations: [{ a: "I", b: "V", r: "-0.2" }] });
    assert.equal(correlations.length, 3);
    assert.equal(correlations.find(({ a, b }) => [a, b].includes("V") && [a, b].includes("I"))?.r, -0.2);
  });

  test("that differ in number, or are too few for n − N, are refused with the place", () => {
    const shorter = { ...impedance.inputs, phi: { readings: [1, 2, 3], sample: "five sets" } };
    expect(() => readModelFile({ ...impedance, inputs: shorter })).toThrow(
      code("values-differ-in-number", { given: 3, needed: 5, at: "inputs.phi.readings" }),
    );
    const few = { a: { readings: [1, 2], sample: "s" }, b: { readings: [1, 3], sample: "s" } };
    expect(() => readModelFile({ model: { y: "a+b" }, inputs: few, multivariateDof: "n-N" })).toThrow(
      code("too-few-values", { needed: 3, at: "inputs.a.readings" }),
    );
  });

  test("of which one does not vary are not correlated with it", () => {
    const inputs = { a: { readings: [1, 1, 1], sample: "s" }, b: { readings: [1, 3, 2], sample: "s" } };
    const file = readModelFile({ model: { y: "a+b" }, inputs });
    assert.deepEqual(file.correlations, []);
    near(propagationOf(file).outputs[0]!.dof!, 2, 1e-12);
  });
});

describe("sources in common", () => {
  // JCGM 100:2008, 5.2.2, example: ten resistors calibrated against one standard, in series; R_s = 10 kΩ, u = 10 × 0.1 Ω.
  test("GUM 5.2.2: ten resistors of 1000 Ω with 100 mΩ each from one standard make 1 Ω, not 0.32 Ω", () => {
    const names = Array.from({ length: 10 }, (_, k) => `R${k + 1}`);
    const inputs = (shared: object) =>
      Object.fromEntries(names.map((name) => [name, { x: 1000, u: "0.1", dof: 3, ...shared }]));
    const series = (shared: object) =>
      propagationOf(
        readModelFile({ model: { R: names.join("+") }, inputs: inputs(shared), sources: { standard: { dof: 25 } } }),
      ).outputs[0]!;
    const common = series({ shared: { standard: "0.1" } });
    near(common.u, 1, 1e-12);
    near(common.dof!, 25, 1e-9);
    near(series({}).u, 0.1 * Math.sqrt(10), 1e-12);
  });

  test("the rest of an uncertainty keeps its own degrees of freedom: W–S from the roots", () => {
    // a and b: 0.3 from s (10 degrees), 0.4 of their own (5). Sum: s gives 0.6, the rests 0.4 each.
    const row = { x: 1, u: "0.5", dof: 5, shared: { s: "0.3" } };
    const [y] = propagationOf(
      readModelFile({ model: { y: "a+b" }, inputs: { a: row, b: row }, sources: { s: { dof: 10 } } }),
    ).outputs;
    near(y!.u, Math.sqrt(0.36 + 0.32), 1e-14);
    near(y!.dof!, 0.68 ** 2 / (0.6 ** 4 / 10 + (2 * 0.4 ** 4) / 5), 1e-12);
  });

  test("of opposite sign cancel in a sum", () => {
    const inputs = {
      a: { x: 1, u: 1, shared: { s: 1 } },
      b: { x: 1, u: 1, shared: { s: -1 } },
    };
    const [y] = propagationOf(readModelFile({ model: { y: "a+b" }, inputs })).outputs;
    assert.equal(y!.u, 0);
  });

  test("parts larger than the whole are refused", () => {
    const inputs = { a: { x: 1, u: 1, shared: { s: 0.9, t: 0.9 } } };
    expect(() => readModelFile({ model: { y: "a" }, inputs })).toThrow(code("shared-part-too-large", { input: "a" }));
  });
});

test("correlated inputs that share neither sample nor source leave degrees of freedom undefined, and say which", () => {
  const file = readModelFile({
    model: { y: "a+b+c" },
    inputs: { a: { x: 1, u: 1, dof: 5 }, b: { x: 1, u: 1, dof: 9 }, c: { x: 1, u: 1 } },
    correlations: [{ a: "a", b: "b", r: "0.5" }],
    monteCarlo: false,
  });
  const { outputs, findings } = evaluation(file).next().value as {
    outputs: ReturnType<typeof lawOf>;
    findings: unknown;
  };
  assert.deepEqual([outputs[0]?.first.dof, outputs[0]?.first.dofBetween], [null, ["a", "b"]]);
  assert.equal(outputs[0]?.first.expanded, null);
  assert.deepEqual(findings, [{ code: "dof-undefined", facts: { output: "y", a: "a", b: "b" } }]);
});

describe("an uncertainty that follows the value", () => {
  const file = (u: string, values = {}) =>
    readModelFile({ model: { y: "L" }, inputs: { L: { x: "100", u }, T: { x: "20", u: "0.1" } } }, values).inputs[0]!.u;

  test("is evaluated at the estimate, by its own name or x, and at other estimates where asked for", () => {
    near(file("0.2 + 0.003*L"), 0.5, 1e-15);
    near(file("0.2 + 0.003*x"), 0.5, 1e-15);
    near(file("0.2 + 0.003*L", { L: 1000 }), 3.2, 1e-15);
    near(file("0.01*abs(L - T)", { T: 60 }), 0.4, 1e-15);
    near(file("1.5e-3"), 0.0015, 1e-15);
  });

  test("also for U and half widths", () => {
    const inputs = {
      a: { x: 50, U: "0.1 + x/100", k: 2 },
      b: { distribution: "rectangular", x: 10, a: "0.02*b" },
    };
    const [a, b] = readModelFile({ model: { y: "a+b" }, inputs }).inputs;
    near(a!.u, 0.3, 1e-15);
    near(b!.u, 0.2 / Math.sqrt(3), 1e-15);
  });

  test("that cannot be read is refused with its place", () => {
    expect(() => file("0.2 + 0.003*M")).toThrow(code("unknown-name", { name: "M", formula: "inputs.L.u", at: 12 }));
    expect(() => file("0.2 +* L")).toThrow(code("expression-syntax", { formula: "inputs.L.u", at: 5 }));
    expect(() => file("1/(L - 100)")).toThrow(code("model-not-finite", { output: "inputs.L.u" }));
    expect(() => propagationOf(readModelFile({ model: { y: "L" }, inputs: { L: { x: 1, u: "x - 2" } } }))).toThrow(
      code("uncertainty-invalid", { source: "L", u: -1 }),
    );
    expect(() => file("0.1", { Q: 1 })).toThrow(code("unknown-name", { name: "Q" }));
    expect(() => readModelFile(impedance, { V: 1 })).toThrow(code("model-file-invalid", { at: "inputs.V.readings" }));
  });
});

describe("equations in a file", () => {
  const content = {
    equations: { h: "y**2 - x" },
    start: { y: "1" },
    within: { y: ["0", "10"] },
    inputs: { x: { x: "4", u: "0.1", dof: 9 } },
    monteCarlo: { digits: 1, seed: 3 },
  };

  test("are propagated to first and second order and solved in the trials", () => {
    const steps = evaluation(readModelFile(content));
    let next = steps.next();
    while (!next.done) next = steps.next();
    const { outputs, trials } = next.value;
    near(outputs[0]!.first.u, 0.025, 1e-13);
    near(outputs[0]!.second!.y, 2 - 0.01 / 64, 1e-12);
    assert.ok(trials && "outputs" in trials);
    // t with 9 degrees of freedom: √(9/7) wider.
    near(trials.outputs[0]!.u, 0.025 * Math.sqrt(9 / 7), 0.03);
  });

  test("need a start, as many as outputs, and bounds of known outputs", () => {
    expect(() => readModelFile({ ...content, start: undefined })).toThrow(code("model-file-invalid", { at: "start" }));
    expect(() => readModelFile({ ...content, model: { z: "x" } })).toThrow(code("model-file-invalid", { at: "model" }));
    expect(() => readModelFile({ ...content, within: { z: [0, 1] } })).toThrow(
      code("model-file-invalid", { at: "within.z" }),
    );
    expect(() => readModelFile({ ...content, within: { y: [0] } })).toThrow(
      code("model-file-invalid", { at: "within.y[1]" }),
    );
    const two = readModelFile({ ...content, start: { y: 1, z: 1 } });
    expect(() => propagationOf(two)).toThrow(code("values-differ-in-number"));
  });
});

describe("other spellings and members", () => {
  test("the short form of an exchange file means the same", () => {
    const file = readModelFile({
      model: { Y: "V/I" },
      inputs: {
        V: { x: "5", unit: "V", eval: "A", n: 5, u: "0.0032", nu: 4 },
        I: { x: "0.02", dist: "rectangular", a: "0.0001" },
      },
      p: "0.9545",
      methods: ["lpu", "mcm"],
      mcm: { ndig: 1, seed: "77", engine: "qh-mcm/2" },
    });
    assert.deepEqual([file.inputs[0]!.dof, file.inputs[1]!.distribution.kind], [4, "rectangular"]);
    assert.deepEqual([file.probability, file.trials], [0.9545, { digits: 1, seed: 77, most: 10_000_000 }]);
    assert.equal(readModelFile({ model: { y: "a" }, inputs: { a: { x: 1, u: 1 } }, methods: ["lpu"] }).trials, null);
  });

  test("a t copula joins all that are correlated", () => {
    const row = { distribution: "rectangular", x: 0, a: 1 };
    const file = (copula: unknown) =>
      readModelFile({
        model: { y: "a+b" },
        inputs: { a: row, b: row },
        correlations: [{ a: "a", b: "b", r: 0.5 }],
        copula,
      });
    assert.deepEqual(file({ t: 4 }).scatter, [{ inputs: ["a", "b"], dof: 4 }]);
    assert.deepEqual(file("gaussian").scatter, []);
    expect(() => file("clayton")).toThrow(code("model-file-invalid", { at: "copula" }));
  });

  test.each([
    [{ x: 1, u: 1, dofs: 3 }, "inputs.a.dofs"],
    [{ x: 1, u: 1, U: 2, k: 2 }, "inputs.a.u"],
    [{ distribution: "rectangular", x: 1, a: 1, beta: 1 }, "inputs.a.beta"],
    [{ readings: [1, 2], u: 3 }, "inputs.a.u"],
    [{ x: 1, u: 1, sample: 3 }, "inputs.a.sample"],
    [{ x: 1, u: 1, shared: { s: "much" } }, "inputs.a.shared.s"],
    [{ x: "1,5", u: 1 }, "inputs.a.x"],
    [{ x: 1, u: null }, "inputs.a.u"],
    [{ readings: ["1", "?"] }, "inputs.a.readings[1]"],
  ])("%j is refused at %s", (row, at) => {
    expect(() => readModelFile({ model: { y: "a" }, inputs: { a: row } })).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ at }) as object }),
    );
  });

  test("none or one reading is refused with the place", () => {
    for (const given of [0, 1]) {
      const inputs = { a: { readings: Array.from({ length: given }, () => 1) } };
      expect(() => readModelFile({ model: { y: "a" }, inputs })).toThrow(
        code("too-few-values", { given, needed: 2, at: "inputs.a.readings" }),
      );
    }
  });
});

test("a misspelt member is refused by its name, for it would change the result without a word", () => {
  const content = { model: { y: "a+b" }, inputs: { a: { x: 1, u: 1 }, b: { x: 1, u: 1 } } };
  expect(() => readModelFile({ ...content, corelations: [{ a: "a", b: "b", r: 1 }] })).toThrow(
    expect.objectContaining({ code: "model-file-invalid", facts: expect.objectContaining({ at: "corelations" }) }),
  );
  expect(readModelFile({ ...content, title: "Sum", note: "as drawn" }).inputs).toHaveLength(2);
});
