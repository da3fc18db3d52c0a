import assert from "node:assert/strict";
import { describe, expect, test } from "vitest";
import { normalScore } from "../montecarlo/quasi-quantile.ts";
import { isDecided } from "../montecarlo/validation.ts";
import { streamOf } from "../random/xoshiro.ts";
import { evaluation } from "./evaluation.ts";
import { readModelFile } from "./model-file.ts";

const SEEDS = Array.from({ length: 3 }, (_, k) => 1 + k);

const noPairs: readonly object[] = [];

function judged(model: object, inputs: object, seed: number, digits: 1 | 2, most = 10_000_000, correlations = noPairs) {
  const monteCarlo = { digits, seed, mostTrials: most };
  const file = readModelFile({ model, inputs, correlations, probability: 0.95, monteCarlo });
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

  test.each([
    ["a/b", { a: { x: 10, u: 1 }, b: { x: 1, u: 0.25 } }],
    ["a/b", { a: { x: 0, u: 1 }, b: { x: 0.5, u: 1 } }],
    ["1/b", { b: { distribution: "rectangular", x: 1, a: 2 } }],
    // Without a pole that is seen: e^t has no moments where t is drawn from a t.
    ["exp(2*t)", { t: { x: 0, u: 1, dof: 3 } }],
  ])("say nothing of %s, whose variance does not exist", (formula, inputs) => {
    const { first } = judged({ y: formula }, inputs, 1, 1, 200_000);
    expect([first?.valid, first?.reason]).toEqual([null, "output-variance-undefined"]);
  });

  test("say nothing where contributions cancel and nothing varies", () => {
    const inputs = { a: { x: 2, u: 0.1 }, b: { x: 1, u: 0.1 } };
    const correlations = [{ a: "a", b: "b", r: 1 }];
    const { first } = judged({ y: "a - b" }, inputs, 1, 1, 200_000, correlations);
    expect([first?.valid, first?.reason]).toEqual([null, "nothing-varies"]);
  });

  test("are at least ten blocks, whose standard deviation is known", () => {
    const { trials } = judged({ y: "a" }, { a: { x: 1, u: 0.1 } }, 1, 1);
    expect(trials).toBeGreaterThanOrEqual(100_000);
  });

  const FORTY = Array.from({ length: 40 }, (_, k) => 1 + k);
  const rectangular = (a: number) => ({ distribution: "rectangular", x: 0, a: a * Math.sqrt(3) });
  const mass = { dm: "(mRc + dmRc)*(1 + (rhoA - 1.2)*(1/rhoW - 1/rhoR)) - 100000" };
  const masses = {
    mRc: { x: 100_000, u: 0.05 },
    dmRc: { x: 1.234, u: 0.02 },
    rhoA: { distribution: "rectangular", x: 1.2, a: 0.1 },
    rhoW: { distribution: "rectangular", x: 8000, a: 1000 },
    rhoR: { distribution: "rectangular", x: 8000, a: 50 },
  };
  const power = (x: number) => ({ x1: { x, u: 0.005 }, x2: { x: 0, u: 0.005 } });

  test("JCGM 101, 9.2.3: accept four rectangular quantities, d = 0.041 beside δ = 0.05 (seed 1)", () => {
    const inputs = { a: rectangular(1), b: rectangular(1), c: rectangular(1), d: rectangular(1) };
    for (const seed of [1]) {
      const { first, tolerance } = judged({ y: "a + b + c + d" }, inputs, seed, 2);
      expect([tolerance, first?.valid]).toEqual([0.05, true]);
    }
  });

  // The ends of 9.2.3 lie at 2√3(2 − 0.6^¼) = 3.8794, where the density is 0.0328: s = √(0.025·0.975)/0.0328 /√M.
  test("whatever the seed: ends that wander about 3.8794 as those of 9.2.3 do (seeds 1 to 40)", () => {
    const block = Math.sqrt(0.025 * 0.975) / 0.0328 / 100;
    const law = { y: 0, expanded: 1.959964 * 2 };
    const judge = (seed: number) => {
      const stream = streamOf(seed, 0, 0);
      let [low, high] = [0, 0];
      for (let blocks = 1; blocks <= 1000; blocks++) {
        low += -3.87941 + block * normalScore(stream.uniform());
        high += 3.87941 + block * normalScore(stream.uniform());
        if (blocks < 10) continue;
        const s = block / Math.sqrt(blocks);
        const ends = { low: low / blocks, high: high / blocks };
        const look = { tolerance: 0.05, blocks, last: blocks === 1000 };
        if (!isDecided(law, ends, { low: s, high: s }, look)) continue;
        return Math.max(Math.abs(ends.low + law.expanded), Math.abs(law.expanded - ends.high)) < 0.05;
      }
      return null;
    };
    expect(FORTY.map(judge).filter((valid) => valid !== true)).toEqual([]);
  });

  test.each([
    ["9.3.2.4, the mass calibration: first order does not agree, second does", mass, masses, [false, true]],
    ["9.4.2.3, the power meter at 0.010: neither order agrees", { y: "x1**2 + x2**2" }, power(0.01), [false, false]],
    ["9.4.2.4, the power meter at 0.050: neither order agrees", { y: "x1**2 + x2**2" }, power(0.05), [false, false]],
  ])("JCGM 101, %s, by forty seeds", { timeout: 60_000 }, (_name, model, inputs, expected) => {
    for (const seed of FORTY) {
      const { first, second } = judged(model, inputs, seed, 1);
      expect([first?.valid, second?.valid], `seed ${seed}`).toEqual(expected);
    }
  });

  test("need no fifth of δ to reject: the mass calibration with two digits, d = 0.044 beside δ = 0.0005", () => {
    const { first, trials } = judged(mass, masses, 1, 2, 500_000);
    expect([first?.valid, first?.reason, trials <= 500_000]).toEqual([false, null, true]);
  });
});
