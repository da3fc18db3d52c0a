import { expect, test } from "vitest";
import { evaluation, lawOf } from "./evaluation.ts";
import { readModelFile } from "./model-file.ts";

function trialsOf(model: object, inputs: object) {
  const file = readModelFile({ model, inputs, monteCarlo: { digits: 1, seed: 1, mostTrials: 200_000 } });
  const steps = evaluation(file);
  let next = steps.next();
  while (!next.done) next = steps.next();
  return { second: lawOf(file)[0]!.second?.u, trials: next.value.trials };
}

// Binary64 has 53 bits: neighbours of 10²⁰ lie 2¹⁴ = 16384 apart, those of 1 lie 2.2·10⁻¹⁶ apart.
test.each([
  ["an input that is coarser than its u", { y: "a" }, { a: { x: 1e20, u: 1 } }, 1],
  ["the same brought back to zero", { y: "a - 1e20" }, { a: { x: 1e20, u: 1 } }, 1],
  ["a constant that swallows its addend", { y: "1e20 + a" }, { a: { x: 1, u: 1 } }, 1],
  ["a sum on the way that swallows it", { y: "(1e20 + a) - 1e20" }, { a: { x: 1, u: 1 } }, 1],
  ["a function that is flat to the last digit", { y: "exp(a)" }, { a: { x: 1e-20, u: 1e-19 } }, 1e-19],
  ["a curvature that is lost beside a constant", { y: "(a - 5)**2 + 1e20" }, { a: { x: 5, u: 1 } }, Math.SQRT2],
  ["an uncertainty whose square is no number", { y: "a" }, { a: { x: 0, u: 1e-200 } }, 1e-200],
  ["an uncertainty whose square is infinite", { y: "a" }, { a: { x: 0, u: 1e200 } }, 1e200],
])("%s: second order has u, the trials say that they cannot show it", (_what, model, inputs, u) => {
  const { second, trials } = trialsOf(model, inputs);
  expect(second! / u).toBeCloseTo(1, 9);
  expect(trials).toMatchObject({ refused: "beyond-resolution", facts: { output: "y" } });
});

test.each([
  ["a large number known to 10⁵ of it", { y: "a" }, { a: { x: 1e20, u: 1e5 } }],
  ["a step without weight", { y: "1 + 1e-20*a + b" }, { a: { x: 1, u: 1 }, b: { x: 1, u: 0.1 } }],
  ["a large constant that is nowhere near an uncertain part", { y: "a + (1e20 - 1e20)" }, { a: { x: 1, u: 1 } }],
])("%s is drawn as ever", (_what, model, inputs) => {
  const { second, trials } = trialsOf(model, inputs);
  const [output] = trials && "outputs" in trials ? trials.outputs : [];
  expect(output!.u / second!).toBeCloseTo(1, 1);
});

test("equations are looked at by their inputs and solutions", () => {
  const steps = evaluation(
    readModelFile({ equations: { e: "y - a" }, start: { y: 1e20 }, inputs: { a: { x: 1e20, u: 1 } }, monteCarlo: {} }),
  );
  let next = steps.next();
  while (!next.done) next = steps.next();
  expect(next.value.trials).toMatchObject({ refused: "beyond-resolution" });
});
