import assert from "node:assert/strict";
import { test } from "vitest";
import { answeringFor } from "./answering-for.ts";
import { describe } from "./describe.ts";
import { evaluate } from "./evaluate.ts";

const label = { zh: "量", en: "Quantity" };
const bar = describe({
  id: "bar",
  title: label,
  normative: [],
  source: "invented for the test",
  validFrom: "2020-01-01",
  inputs: [
    { name: "force", label, unit: "N", kind: "number", uncertainty: { kind: "normal", u: 10 } },
    { name: "area", label, unit: "mm2", kind: "number", uncertainty: { kind: "normal", u: 0.1 } },
  ],
  output: { characteristic: "stress", label, unit: "MPa", rounding: { mode: "half-even", places: 0 } },
  further: [
    { name: "kn", characteristic: "force-kn", label, unit: "kN", rounding: { mode: "half-even", places: 2 } },
    { name: "double", characteristic: "twice", label, unit: "MPa", rounding: { mode: "half-even", places: 1 } },
  ],
  names: {},
  compute: ({ force, area }) => {
    const stress = Number(force) / Number(area);
    return { value: stress, further: { kn: Number(force) / 1000, double: 2 * stress } };
  },
});
const readings = { force: 2000, area: 10 };

test("a further result becomes the first with its own unit, rounding and budget, and the former first follows", () => {
  const seen = answeringFor(bar, "force-kn");
  const evaluation = evaluate(seen, readings);
  assert.equal(seen.output.unit, "kN");
  assert.equal(evaluation.reported, "2.00");
  assert.equal(evaluation.measurement.u.toFixed(6), "0.010000");
  assert.deepEqual(
    evaluation.further.map(({ name, reported }) => [name, reported]),
    [
      ["stress", "200"],
      ["double", "400.0"],
    ],
  );
  assert.deepEqual(
    seen.further?.map(({ name }) => name),
    ["stress", "double"],
  );
});

test("the method stays as it is for its first result and for what it does not determine", () => {
  assert.equal(answeringFor(bar, "stress"), bar);
  assert.equal(answeringFor(bar, "colour"), bar);
});
