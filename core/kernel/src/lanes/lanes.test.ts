import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { prepareModel } from "../model/tape.ts";
import { compiledRunner } from "../montecarlo/compiled.ts";
import type { Distribution } from "../montecarlo/distribution.ts";
import { interpretedRunner } from "../montecarlo/interpreted.ts";
import { planTrials } from "../montecarlo/plan.ts";
import { Xoshiro } from "../random/xoshiro.ts";
import { near } from "../testing/agree.ts";
import { circular, exponential, logarithm } from "./elementary.ts";
import { PLAIN, plain } from "./plain.ts";
import { philoxLanes, step } from "./random.ts";

const seed = 20261125;

const one = (f: (x: ReturnType<typeof plain>) => ReturnType<typeof plain>) => (x: number) => f(plain(x, 1)).f[0]!;
const log = one((x) => logarithm(PLAIN, x));
const exp = one((x) => exponential(PLAIN, x));
const sin = one((x) => circular(PLAIN, "sin", x));
const cos = one((x) => circular(PLAIN, "cos", x));

describe(`elementary functions stay within a unit in the last place of the language's own (seed ${seed})`, () => {
  const unit = (x: number) => Math.max(2 ** (Math.floor(Math.log2(Math.abs(x))) - 52), 5e-324);
  const check = (f: (x: number) => number, wanted: (x: number) => number, min: number, max: number) =>
    fc.assert(
      fc.property(fc.double({ min, max, noNaN: true }), (x) => {
        const [found, expected] = [f(x), wanted(x)];
        assert.ok(
          Object.is(found, expected) || Math.abs(found - expected) <= 1.5 * unit(expected),
          `${x}: ${found} ${expected}`,
        );
      }),
      { seed, numRuns: 2000 },
    );
  test("ln", () => check(log, Math.log, 0, Number.MAX_VALUE));
  test("ln near one", () => check(log, Math.log, 0.5, 2));
  test("exp", () => check(exp, Math.exp, -745, 709.78));
  test("sin", () => check(sin, Math.sin, -1000, 1000));
  test("cos", () => check(cos, Math.cos, -1000, 1000));
  test("sin of large angles", () => check(sin, Math.sin, -1e9, 1e9));
});

test("their edges are those of the language", () => {
  for (const x of [0, -0, 1, -1, Infinity, -Infinity, NaN, 5e-324, 2 ** -1022, Number.MAX_VALUE]) {
    assert.equal(log(x), Math.log(x), `log ${x}`);
    if (Math.abs(x) !== 1) assert.equal(exp(x), Math.exp(x), `exp ${x}`);
  }
  // e lies between these two neighbours; FDLIBM gives the one, others the other.
  assert.ok([Math.E, Math.E + 2 ** -51].includes(exp(1)));
  for (const x of [710, 1000, -746, -1000]) assert.equal(exp(x), Math.exp(x), `exp ${x}`);
  for (const x of [0, Infinity, NaN, Math.PI, 1e22, 710_000, 900_000]) {
    assert.equal(sin(x), Math.sin(x), `sin ${x}`);
    assert.equal(cos(x), Math.cos(x), `cos ${x}`);
  }
});

// Random123's known answers are for one counter; the lanes count 0 to 3 in its last word.
test("Philox in lanes: counter and key of zeros give 6627e8d5 e169c58d bc57ac4c 9b00dbd8 in the first lane", () => {
  const zero = PLAIN.words(0, 0, 0, 0);
  const state = philoxLanes(PLAIN, [zero, zero, zero], [zero, zero]);
  assert.deepEqual(
    state.map(({ w }) => w[0]?.toString(16)),
    ["6627e8d5", "e169c58d", "bc57ac4c", "9b00dbd8"],
  );
});

test("a lane of generators gives the words of the generator alone", () => {
  const alone = new Xoshiro([1, 2, 3, 4]);
  let state: Parameters<typeof step<ReturnType<typeof plain>>>[1] = [
    PLAIN.words(9, 1, 5, 7),
    PLAIN.words(9, 2, 5, 7),
    PLAIN.words(9, 3, 5, 7),
    PLAIN.words(9, 4, 5, 7),
  ];
  for (let k = 0; k < 100; k++) {
    const { words, next } = step(PLAIN, state);
    assert.equal(words.w[1], alone.word());
    state = next;
  }
});

describe("WebAssembly gives the same bits as ordinary numbers", () => {
  const same = (formulas: Readonly<Record<string, string>>, inputs: Readonly<Record<string, Distribution>>, r = 0) => {
    const names = Object.keys(inputs);
    const [a = "", b = ""] = names;
    const plan = planTrials(prepareModel(formulas, names), inputs, 2 ** 40 + 7, r === 0 ? [] : [{ a, b, r }]);
    const [compiled, interpreted] = [compiledRunner(plan), interpretedRunner(plan)];
    for (const block of [0, 2 ** 33]) {
      compiled.run(block);
      interpreted.run(block);
      for (const [k, column] of compiled.outputs.entries()) {
        for (let t = 0; t < column.length; t++) {
          assert.ok(Object.is(column[t], interpreted.outputs[k]![t]), `${names.join()} block ${block} trial ${t}`);
        }
      }
    }
  };
  const kinds: readonly Distribution[] = [
    { kind: "normal", x: 3, u: 0.5 },
    { kind: "t", x: -2, scale: 0.3, dof: 7.5 },
    { kind: "rectangular", x: 1, a: 2 },
    { kind: "triangular", x: 1, a: 2 },
    { kind: "arcsine", x: 0, a: 1.5 },
    { kind: "trapezoidal", x: 5, a: 1, beta: 0.4 },
    { kind: "curvilinear-trapezoid", x: 0, a: 1, d: 0.25 },
    { kind: "exponential", x: 2 },
    { kind: "constant", x: 4 },
  ];
  test.each(kinds)("for draws of $kind", (distribution) => same({ y: "x" }, { x: distribution }));

  test("for every operation and function", () =>
    same(
      {
        a: "x + y - x*y/(x - y)",
        b: "-abs(x)**2 + x**3 - x**-2 + y**17 + abs(x)**0.5 + abs(x)**y + 2**x",
        c: "sqrt(y) + exp(x) + log(y) + log10(y) + log(x)",
        d: "sin(x) + cos(100*x) + sin(1e6*x) + tan(x) + atan2(x, y)",
        e: "asin(x/9) + acos(x/9) + atan(x) + sinh(x) + cosh(x) + tanh(x)",
      },
      { x: { kind: "normal", x: 0, u: 1 }, y: { kind: "rectangular", x: 5, a: 1 } },
    ));

  test("for a formula of thousands of functions, which needs more variables than an engine has", () => {
    const terms = Array.from({ length: 1400 }, (_, k) => `exp(-${k + 1}*x)`);
    const x: Distribution = { kind: "rectangular", x: 1, a: 0.5 };
    const { inputs, outputs, run } = compiledRunner(planTrials(prepareModel({ y: terms.join("+") }, ["x"]), { x }, 1));
    run(0);
    // A geometric series: Σ e^(−kx) = (1 − e^(−nx)) / (e^x − 1).
    for (const t of [0, 1, 4095]) {
      const drawn = inputs[0]![t]!;
      near(outputs[0]![t]!, -Math.expm1(-1400 * drawn) / Math.expm1(drawn), 1e-12);
    }
  });

  test("for many inputs that are correlated with one another", () => {
    const names = Array.from({ length: 12 }, (_, k) => `x${k}`);
    const inputs = Object.fromEntries(names.map((name) => [name, { kind: "normal", x: 1, u: 0.1 } as const]));
    const all = names.flatMap((a, i) => names.slice(i + 1).map((b) => ({ a, b, r: 0.3 })));
    const plan = planTrials(prepareModel({ y: names.join("*") }, names), inputs, 5, all);
    const [compiled, interpreted] = [compiledRunner(plan), interpretedRunner(plan)];
    compiled.run(1);
    interpreted.run(1);
    assert.deepEqual(compiled.outputs[0], interpreted.outputs[0]);
  });

  test("for correlated inputs", () =>
    same({ y: "p*q" }, { p: { kind: "normal", x: 1, u: 0.1 }, q: { kind: "normal", x: 2, u: 0.3 } }, -0.7));
});
