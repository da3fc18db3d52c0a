import assert from "node:assert/strict";
import { describe, expect, test } from "vitest";
import { evaluation } from "./evaluation.ts";
import { readModelFile } from "./model-file.ts";

const SEEDS = Array.from({ length: 12 }, (_, k) => 1 + k);

function judged(model: object, inputs: object, seed: number, digits: 1 | 2, most = 10_000_000) {
  const file = readModelFile({ model, inputs, probability: 0.95, monteCarlo: { digits, seed, mostTrials: most } });
  const steps = evaluation(file);
  let next = steps.next();
  while (!next.done) next = steps.next();
  const { trials } = next.value;
  assert.ok(trials && "outputs" in trials);
  return trials.outputs[0]!;
}

describe("JCGM 101, 8.2: the trials that judge the propagation law", () => {
  test(`accept a linear normal model whatever the seed (${SEEDS[0]} to ${SEEDS.at(-1)})`, { timeout: 120_000 }, () => {
    const inputs = { a: { x: 1, u: 0.1 }, b: { x: 2, u: 0.1 } };
    const all = SEEDS.map((seed) => judged({ y: "a + b" }, inputs, seed, 2));
    expect(all.map(({ first }) => first?.valid)).toEqual(SEEDS.map(() => true));
    for (const { standardErrors, tolerance } of all) {
      expect(2 * Math.max(standardErrors.low, standardErrors.high)).toBeLessThanOrEqual(tolerance / 5);
    }
  });

  test("say nothing where the stated most trials leave them unstable", () => {
    const { first, second } = judged({ y: "a" }, { a: { x: 1, u: 0.1 } }, 1, 2, 100_000);
    expect([first?.valid, first?.reason]).toEqual([null, "trials-not-stable"]);
    expect([second?.valid, second?.reason]).toEqual([null, "trials-not-stable"]);
  });

  test("say nothing where an input has no variance", () => {
    const { first } = judged({ y: "a" }, { a: { x: 1, u: 0.1, dof: 2 } }, 1, 1, 200_000);
    expect([first?.valid, first?.reason]).toEqual([null, "variance-undefined"]);
  });

  test("are at least ten blocks, whose standard deviation is known", () => {
    const { trials } = judged({ y: "a" }, { a: { x: 1, u: 0.1 } }, 1, 1);
    expect(trials).toBeGreaterThanOrEqual(100_000);
  });
});
