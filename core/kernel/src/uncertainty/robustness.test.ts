import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { Refusal } from "../refusal.ts";
import { evaluation, findingsOf, lawOf } from "./evaluation.ts";
import { readModelFile } from "./model-file.ts";

const seed = 20261125;

const good = fc.constantFrom<unknown>("1", "0.5", 3, 0.25, "2.5e3", "0.1*x");
const wild = fc.constantFrom<unknown>("", "-2", 0, "1/(x-x)", "nan", null, true, [], {}, 1e308, "9".repeat(400), "b*a");
const value = fc.oneof({ weight: 24, arbitrary: good }, { weight: 1, arbitrary: wild });
const number = fc.oneof(
  { weight: 24, arbitrary: fc.constantFrom<unknown>("1", 0.5, "4", 7) },
  { weight: 1, arbitrary: wild },
);
const kin = {
  sample: fc.constantFrom("s", "t"),
  shared: fc.dictionary(fc.constantFrom("p", "q"), number, { maxKeys: 1 }),
};

const row = fc.oneof(
  fc.record({ x: number, u: value, dof: number, ...kin }, { requiredKeys: ["x", "u"] }),
  fc.record({ x: number, U: value, k: number }),
  fc.record({ readings: fc.array(number, { minLength: 1, maxLength: 4 }), ...kin }, { requiredKeys: ["readings"] }),
  fc.record({ distribution: fc.constantFrom("rectangular", "arcsine", "triangular"), x: number, a: value }),
  fc.record({ distribution: fc.constant("t"), x: number, scale: value, dof: number }),
  fc.record({ distribution: fc.constant("trapezoidal"), x: number, a: value, beta: number }),
  fc.record({ distribution: fc.constant("curvilinear-trapezoid"), x: number, a: number, d: fc.constant("0.5") }),
  fc.record({ distribution: fc.constant("discrete"), values: fc.array(number), weights: fc.array(number) }),
);
const formula = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("a + b", "a/b", "sqrt(a)*b", "a**b", "exp(-a)*b", "a*b**2") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("log(a - b)", "constructor", "2**2**a", "(a", "tan(a)*asin(b)", "y", "z + 1"),
  },
);
const model = fc.oneof(
  fc.record({ model: fc.dictionary(fc.constantFrom("y", "z", "__proto__"), formula, { minKeys: 1, maxKeys: 2 }) }),
  fc.record(
    {
      equations: fc.constantFrom({ h: "y**3 - a*b" }, { h: "y - a*b" }, { y: "y**2 - a" }),
      start: fc.constantFrom({ y: 1 }, { y: "x" }, { y: 1, z: 1 }),
      within: fc.constantFrom({ y: [0, 1e4] }, { y: [5, 0] }),
    },
    { requiredKeys: ["equations", "start"] },
  ),
);
const rest = fc.record(
  {
    inputs: fc.record({ a: row, b: row, 体积: row }, { requiredKeys: ["a", "b"] }),
    correlations: fc.array(
      fc.record({
        a: fc.constantFrom("a", "b"),
        b: fc.constantFrom("a", "b", "c"),
        r: fc.constantFrom("0.4", -0.9, 1, 2),
      }),
      { maxLength: 1 },
    ),
    probability: fc.constantFrom<unknown>("0.95", 0.9, "0.5", 1),
    copula: fc.constantFrom<unknown>("gaussian", { t: 3 }, { t: -1 }),
    multivariateDof: fc.constantFrom("n-1", "n-N"),
    monteCarlo: fc.constant({ digits: 1, mostTrials: 20_000 }),
  },
  { requiredKeys: ["inputs", "monteCarlo"] },
);
const file = fc.tuple(model, rest).map(([one, other]) => ({ ...one, ...other }));

test(`any file is evaluated with finite figures or refused with a code (seed ${seed})`, () => {
  const seen = { evaluated: 0, refused: 0 };
  fc.assert(
    fc.property(file, (content) => {
      try {
        const read = readModelFile(content);
        for (const { first, second } of lawOf(read)) {
          assert.ok(Number.isFinite(first.y) && first.u >= 0 && Number.isFinite(first.u));
          assert.ok(!first.expanded || Number.isFinite(first.expanded.expanded));
          assert.ok(!second || (Number.isFinite(second.y) && Number.isFinite(second.u)));
        }
        findingsOf(read);
        const steps = evaluation(read);
        let next = steps.next();
        while (!next.done) next = steps.next();
        const { trials } = next.value;
        if (trials && "outputs" in trials)
          for (const { y, u } of trials.outputs) assert.ok(Number.isFinite(y) && Number.isFinite(u));
        seen.evaluated += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        seen.refused += 1;
      }
    }),
    { seed, numRuns: 600 },
  );
  assert.ok(seen.evaluated > 30 && seen.refused > 30, JSON.stringify(seen));
});
