import assert from "node:assert/strict";
import { test } from "vitest";
import { normalScore } from "../montecarlo/quasi-quantile.ts";
import { streamOf } from "../random/xoshiro.ts";
import { Refusal } from "../refusal.ts";
import { agrees, near } from "../testing/agree.ts";
import { qnScale } from "./qn-scale.ts";

const seed = 20261125;

// ISO 13528:2022, E.3 states the results; Qn of them by numpy from the definition.
const chocolate = [
  0.04, 0.055, 0.178, 0.202, 0.206, 0.227, 0.228, 0.23, 0.23, 0.235, 0.236, 0.237, 0.243, 0.244, 0.245, 0.2555, 0.26,
  0.264, 0.267, 0.27, 0.273, 0.274, 0.274, 0.278, 0.2811, 0.287, 0.287, 0.288, 0.289, 0.295, 0.296, 0.311, 0.331,
  0.4246,
];

test("34 results have a Qn of 0.0420, near the 0.0426 of the Q method, and the amendment changes its fourth digit", () => {
  agrees(qnScale(chocolate), "0.042039");
  near(qnScale(chocolate, "amendment-2026") / qnScale(chocolate), 2.2191 / 2.2219, 1e-12);
});

test(`the factors for few results make the mean of Qn one for standard normal ones (seed ${seed})`, () => {
  const stream = streamOf(seed, 0, 0);
  for (const p of [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 15, 20]) {
    let total = 0;
    const rounds = 4000;
    for (let i = 0; i < rounds; i++) total += qnScale(Array.from({ length: p }, () => normalScore(stream.uniform())));
    // The mean of |x₁ − x₂| has a relative standard deviation of 0.76; five standard errors.
    assert.ok(Math.abs(total / rounds - 1) < 5 * Math.sqrt(0.76 ** 2 / rounds), `${p}: ${total / rounds}`);
  }
});

test("Qn follows scale and ignores place, one outlier of nine and order; half equal results give zero", () => {
  const values = [3.1, 2.9, 3.3, 3.0, 3.2, 2.7, 3.05, 3.15, 2.95];
  near(qnScale(values.map((value) => 7 * value - 100)), String(7 * qnScale(values)), 1e-10);
  assert.equal(qnScale(values.toReversed()), qnScale(values));
  assert.ok(qnScale([...values.slice(1), 1e6]) < 3 * qnScale(values));
  assert.equal(qnScale([5, 5, 5, 9]), 0);
});

test("one result, results that are no numbers and more pairs than memory holds are refused", () => {
  const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
  assert.throws(() => qnScale([1]), refusal("too-few-values"));
  assert.throws(() => qnScale([1, Number.NaN]), refusal("not-finite"));
  assert.throws(() => qnScale([1e308, -1e308]), refusal("not-finite"));
  assert.throws(() => qnScale(Array.from({ length: 3001 }, (_, i) => i)), refusal("outside-domain"));
});
