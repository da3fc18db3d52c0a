import assert from "node:assert/strict";
import { describe, expect, test } from "vitest";
import { tQuantile } from "../distributions.ts";
import { prepareModel } from "../model/tape.ts";
import { correlation, mean } from "../statistics.ts";
import { near } from "../testing/agree.ts";
import { compiledRunner } from "./compiled.ts";
import { type Distribution, moments } from "./distribution.ts";
import { interpretedRunner } from "./interpreted.ts";
import { jointSummary } from "./joint.ts";
import { latentCorrelations } from "./latent-correlation.ts";
import { planTrials } from "./plan.ts";
import { runTrials } from "./trials.ts";

const seed = 20261125;
const pair = prepareModel({ p: "a", q: "b" }, ["a", "b"]);
const rectangular: Distribution = { kind: "rectangular", x: 3, a: 2 };
const normal: Distribution = { kind: "normal", x: -1, u: 0.5 };

describe("the correlation that scores need", () => {
  const latent = (a: Distribution, b: Distribution, r: number) =>
    latentCorrelations({ a, b }, [{ a: "a", b: "b", r }])[0]!.r;

  // Two rectangular quantities on correlated scores: r = (6/π) asin(ρ/2), so ρ = 2 sin(π r/6); Pearson 1907.
  test.each([-1, -0.9, -0.3, 0.2, 0.5, 0.99, 1])("of two rectangular inputs with r = %d is 2 sin(πr/6)", (r) => {
    assert.ok(Math.abs(latent(rectangular, rectangular, r) - 2 * Math.sin((Math.PI * r) / 6)) < 1e-5);
  });

  // E[z·√3(2Φ(z) − 1)] = √(3/π): a normal and a rectangular input.
  test("of a normal and a rectangular one is r √(π/3), and cannot exceed √(3/π) = 0.977", () => {
    near(latent(normal, rectangular, 0.5), 0.5 * Math.sqrt(Math.PI / 3), 1e-6);
    expect(() => latent(normal, rectangular, 0.98)).toThrow(
      expect.objectContaining({ code: "correlation-unattainable", facts: expect.objectContaining({ a: "a", b: "b" }) }),
    );
  });

  // Lognormal by samples has no closed form here; exponential: the strongest opposition is 1 − π²/6 = −0.6449.
  test("of two exponential inputs cannot be below 1 − π²/6", () => {
    const exponential: Distribution = { kind: "exponential", x: 2 };
    expect(() => latent(exponential, exponential, -0.65)).toThrow(
      expect.objectContaining({
        code: "correlation-unattainable",
        facts: expect.objectContaining({ min: expect.closeTo(1 - Math.PI ** 2 / 6, 4) }),
      }),
    );
    assert.ok(latent(exponential, exponential, -0.6) < -0.6);
  });

  test("of two normal inputs is r itself", () => assert.equal(latent(normal, normal, 0.3), 0.3));
});

const everyKind: readonly Distribution[] = [
  normal,
  rectangular,
  { kind: "t", x: -2, scale: 0.3, dof: 7.5 },
  { kind: "triangular", x: 1, a: 2 },
  { kind: "arcsine", x: 0, a: 1.5 },
  { kind: "trapezoidal", x: 5, a: 1, beta: 0.4 },
  { kind: "curvilinear-trapezoid", x: 0, a: 1, d: 0.25 },
  { kind: "exponential", x: 2 },
  { kind: "gamma", shape: 4.5, scale: 0.7 },
  { kind: "gamma", shape: 0.5, scale: 2 },
  { kind: "poisson", mean: 3.5 },
  { kind: "discrete", values: [5, -1, 0], weights: [1, 2, 0] },
  { kind: "samples", values: [8, 1, 4, 2] },
];

describe.each(everyKind)("$kind correlated with a rectangular quantity", (distribution) => {
  const trials = 400_000;
  const plan = planTrials(pair, { a: rectangular, b: distribution }, seed, [{ a: "a", b: "b", r: -0.6 }]);

  test(`keeps its mean and standard deviation and has the stated r (seed ${seed})`, () => {
    const { y, covariance } = jointSummary(runTrials(plan, 0, trials));
    const expected = moments("b", distribution);
    const u = Math.sqrt(covariance[1]![1]!);
    assert.ok(Math.abs(y[1]! - expected.x) < (5 * expected.u) / Math.sqrt(trials), `mean ${y[1]}`);
    assert.ok(Math.abs(u - expected.u) < 5 * expected.u * Math.sqrt(14 / 4 / trials), `u ${u}`);
    near(covariance[0]![1]! / Math.sqrt(covariance[0]![0]!) / u, -0.6, 0.01);
  });

  test("gives the same bits with WebAssembly and without", () => {
    const [compiled, interpreted] = [compiledRunner(plan), interpretedRunner(plan)];
    for (const block of [0, 2 ** 33]) {
      compiled.run(block);
      interpreted.run(block);
      assert.deepEqual(compiled.outputs, interpreted.outputs);
    }
  });
});

describe("a multivariate t", () => {
  const t = (x: number, scale: number): Distribution => ({ kind: "t", x, scale, dof: 5 });
  const group = [{ inputs: ["a", "b"], dof: 5 }];
  const plan = planTrials(pair, { a: t(1, 2), b: t(0, 1) }, seed, [{ a: "a", b: "b", r: 0.7 }], group);

  test(`has t margins and the stated correlation (seed ${seed})`, () => {
    const [a, b] = runTrials(plan, 0, 400_000);
    for (const [values, x, scale] of [
      [a!, 1, 2],
      [b!, 0, 1],
    ] as const) {
      const sorted = values.slice().sort();
      for (const p of [0.025, 0.25, 0.75, 0.975]) {
        const wanted = x + scale * tQuantile(p, 5);
        assert.ok(Math.abs(sorted[Math.floor(p * 400_000)]! - wanted) < 0.03 * scale, `${p}`);
      }
    }
    near(correlation([...a!], [...b!]), 0.7, 0.02);
  });

  // A common divisor makes large values come together even without correlation: E[|a||b|] > E|a|·E|b|.
  test(`depends in its tails even where it is not correlated (seed ${seed})`, () => {
    const plain = planTrials(pair, { a: t(0, 1), b: t(0, 1) }, seed, [], group);
    const [a, b] = runTrials(plain, 0, 200_000).map((values) => [...values].map(Math.abs));
    assert.ok(mean(a!.map((value, k) => value * b![k]!)) > 1.08 * mean(a!) * mean(b!));
  });

  test("other distributions in the group keep their margins", () => {
    const mixed = planTrials(pair, { a: rectangular, b: t(0, 1) }, seed, [{ a: "a", b: "b", r: 0.7 }], group);
    const { y, covariance } = jointSummary(runTrials(mixed, 0, 200_000));
    near(y[0]!, 3, 0.003);
    near(Math.sqrt(covariance[0]![0]!), 2 / Math.sqrt(3), 0.005);
  });

  test("needs known inputs and positive degrees of freedom", () => {
    const inputs = { a: rectangular, b: rectangular };
    const code = (name: string) => expect.objectContaining({ code: name });
    expect(() => planTrials(pair, inputs, 1, [], [{ inputs: ["a", "c"], dof: 4 }])).toThrow(code("unknown-name"));
    expect(() => planTrials(pair, inputs, 1, [], [{ inputs: ["a", "b"], dof: 0 }])).toThrow(code("outside-domain"));
  });
});

// Three r of −½ are just possible, but the scores of rectangles need 2 sin(−π/12) = −0.5176: 1 − 2·0.5176 = −0.0353.
test("correlations that only together are out of reach are refused with how far", () => {
  const three = prepareModel({ y: "a+b+c" }, ["a", "b", "c"]);
  const inputs = { a: rectangular, b: rectangular, c: rectangular };
  const all = [
    { a: "a", b: "b", r: -0.5 },
    { a: "a", b: "c", r: -0.5 },
    { a: "b", b: "c", r: -0.5 },
  ];
  expect(() => planTrials(three, inputs, 1, all)).toThrow(
    expect.objectContaining({
      code: "correlations-unattainable",
      facts: {
        smallestEigenvalue: expect.closeTo(-0.0353, 4) as number,
        distance: expect.closeTo(0.0353, 4) as number,
      },
    }),
  );
});

test("full correlation of two rectangular inputs makes them move as one", () => {
  const plan = planTrials(pair, { a: rectangular, b: rectangular }, seed, [{ a: "a", b: "b", r: 1 }]);
  const [a, b] = runTrials(plan, 0, 1000);
  assert.deepEqual(a, b);
});

test("a constant is correlated with nothing, whatever is stated", () => {
  const plan = planTrials(pair, { a: rectangular, b: { kind: "constant", x: 2 } }, seed, [{ a: "a", b: "b", r: 0.9 }]);
  const { covariance } = jointSummary(runTrials(plan, 0, 100_000));
  near(Math.sqrt(covariance[0]![0]!), 2 / Math.sqrt(3), 0.01);
  assert.equal(covariance[1]![1], 0);
});

test("a hundred correlated normal inputs give the same bits within the block and outside of it", () => {
  const names = Array.from({ length: 70 }, (_, k) => `x${k}`);
  const inputs = Object.fromEntries(names.map((name, k) => [name, { kind: "normal", x: k, u: 0.1 } as const]));
  const all = names.flatMap((a, i) => names.slice(i + 1).map((b) => ({ a, b, r: 0.3 })));
  const plan = planTrials(prepareModel({ y: names.join("+") }, names), inputs, 5, all);
  assert.equal(plan.joined?.length, 70);
  const { joined: _joined, ...within } = plan;
  assert.deepEqual(runTrials(plan, 0, 5000), runTrials(within, 0, 5000));
});
