import assert from "node:assert/strict";
import { describe as group, test } from "vitest";
import { describe } from "./describe.ts";
import type { Description } from "./description.ts";
import { evaluate, evaluateRaw } from "./evaluate.ts";
import { single } from "./readings.ts";
import { refuse } from "./refusals.ts";

/** A resistor by Ohm's law: U = 10 V ± 0.1 V (rectangular), I = 2 A with u = 0.01 A. */
const resistor: Description = {
  id: "test.resistor",
  title: { zh: "电阻", en: "Resistor" },
  normative: [],
  source: "Ohm's law",
  validFrom: "2020-01-01",
  inputs: [
    {
      name: "voltageV",
      label: { zh: "电压", en: "Voltage" },
      unit: "V",
      kind: "number",
      uncertainty: { kind: "rectangular", halfWidth: 0.1 },
    },
    {
      name: "currentA",
      label: { zh: "电流", en: "Current" },
      unit: "A",
      kind: "number",
      uncertainty: { kind: "normal", u: 0.01 },
    },
  ],
  output: {
    characteristic: "resistance",
    label: { zh: "电阻", en: "Resistance" },
    unit: "Ohm",
    rounding: { mode: "half-even", places: 2 },
  },
  further: [
    {
      name: "power",
      characteristic: "power",
      label: { zh: "功率", en: "Power" },
      unit: "W",
      rounding: { mode: "half-even", places: 1 },
    },
  ],
  names: {},
  compute: (readings) => {
    const [volts, amperes] = [single(readings, "voltageV"), single(readings, "currentA")];
    if (!(amperes > 0))
      refuse("reading-out-of-range", { field: "currentA", given: amperes, min: 0, max: null, unit: "A" });
    return { value: volts / amperes, further: { power: volts * amperes } };
  },
};

group("a described method", () => {
  const { measurement, reported, further } = describe(resistor).evaluate({ voltageV: 10, currentA: 2 });

  test("propagates what is known about each reading: u² = (0.1/√3/2)² + (10/4·0.01)² Ω²", () => {
    assert.equal(reported, "5.00");
    assert.ok(Math.abs(measurement.u - Math.hypot(0.1 / Math.sqrt(3) / 2, 0.025)) < 1e-6);
    assert.deepEqual(
      measurement.budget.map(({ source, distribution }) => [source, distribution]),
      [
        ["voltageV", "rectangular"],
        ["currentA", "normal"],
      ],
    );
    assert.ok(Math.abs(measurement.budget[1]!.sensitivity + 2.5) < 1e-3);
  });

  test("gives further results with budgets of their own: u(P)² = (2·0.1/√3)² + (10·0.01)² W²", () => {
    const [power] = further!;
    assert.equal(power!.reported, "20.0");
    assert.ok(Math.abs(power!.measurement.u - Math.hypot(0.2 / Math.sqrt(3), 0.1)) < 1e-9);
  });

  test("takes one side alone where the other leaves what the model allows", () => {
    const near = describe({
      ...resistor,
      inputs: [{ ...resistor.inputs[0]! }, { ...resistor.inputs[1]!, uncertainty: { kind: "normal", u: 3 } }],
    }).evaluate({ voltageV: 10, currentA: 2 });
    // f(2 + 3) − f(2) = 2 − 5 Ω; 2 − 3 A is impossible.
    assert.ok(Math.abs(near.measurement.budget[1]!.sensitivity * 3 + 3) < 1e-12);
  });

  test("lets a refusal of the model through, at the field it names", () => {
    const outcome = evaluateRaw(describe(resistor), { voltageV: "10", currentA: "0" });
    assert.ok(!outcome.ok && outcome.problems[0]?.field === "currentA");
  });
});

group("portions of a described method", () => {
  const portions = describe({
    ...resistor,
    inputs: resistor.inputs.map((input) => ({ ...input, portion: true, replicates: { min: 1, max: 4 } })),
  });

  test("the result is the mean, and without a repeatability limit their own scatter counts", () => {
    const { measurement } = portions.evaluate({ voltageV: [10, 12], currentA: [2, 2] });
    assert.equal(measurement.value, 5.5);
    // s = 1/√2 Ω of 5 and 6 Ω, u = s/√2 = 0.5 Ω, with one degree of freedom.
    assert.deepEqual([measurement.budget[0]!.source, measurement.budget[0]!.dof], ["repeatability", 1]);
    assert.ok(Math.abs(measurement.budget[0]!.u - 0.5) < 1e-12);
  });

  test("a single portion is flagged", () => {
    assert.deepEqual(evaluate(portions, { voltageV: [10], currentA: [2] }).flags, [{ code: "single-determination" }]);
  });
});

group("uncertainty of a reading", () => {
  const u = (
    uncertainty: Description["inputs"][number]["uncertainty"],
    more: Readonly<Record<string, number>> = {},
  ) => {
    const inputs = [{ ...resistor.inputs[0]!, ...(uncertainty ? { uncertainty } : {}) }, { ...resistor.inputs[1]! }];
    return describe({ ...resistor, inputs }).evaluate({ voltageV: 10, currentA: 2, ...more }).measurement.budget[0]!.u;
  };

  test.each([
    ["half width", u({ kind: "rectangular", halfWidth: 0.3 }), 0.3 / Math.sqrt(3)],
    ["share of the reading", u({ kind: "percent", percent: 2, distribution: "normal" }), 0.2],
    ["greatest error a + b·|x|", u({ kind: "affine", a: 0.1, b: 0.02 }), 0.3 / Math.sqrt(3)],
    ["stated with k = 2", u({ kind: "stated", input: "voltageU", coverage: 2 }, { voltageU: 0.4 }), 0.2],
    ["stated in percent", u({ kind: "stated", input: "voltageU", percent: true }, { voltageU: 1 }), 0.1],
  ])("%s", (_, found, wanted) => {
    assert.ok(Math.abs(found - wanted) < 1e-12, `${found} is not ${wanted}`);
  });
});

test("columns of a table have equally many rows, and a column may hold choices", () => {
  const table = describe({
    ...resistor,
    inputs: [
      {
        name: "f",
        label: { zh: "频率", en: "Frequency" },
        unit: "MHz",
        kind: "number",
        table: "t",
        replicates: { min: 1, max: 9 },
      },
      {
        name: "detector",
        label: { zh: "检波器", en: "Detector" },
        unit: "1",
        kind: "choice",
        table: "t",
        replicates: { min: 1, max: 9 },
        choices: [{ value: "QP", label: { zh: "准峰值", en: "Quasi-peak" } }],
      },
    ],
    compute: (readings) => ({ value: (readings["detector"] as readonly string[]).length, further: { power: 0 } }),
  });
  const complete = evaluateRaw(table, { f: ["1", "2"], detector: ["QP", "准峰值"] });
  assert.ok(complete.ok && complete.evaluation.measurement.value === 2);
  const uneven = evaluateRaw(table, { f: ["1", "2", "3"], detector: ["QP", "QP"] });
  assert.deepEqual(!uneven.ok && uneven.problems.map(({ field, index, code }) => [field, index, code]), [
    ["detector", 2, "reading-missing"],
  ]);
  const unknown = evaluateRaw(table, { f: ["1", "2"], detector: ["QP", "AV"] });
  assert.deepEqual(!unknown.ok && unknown.problems.map(({ index, code }) => [index, code]), [[1, "unknown-choice"]]);
});
