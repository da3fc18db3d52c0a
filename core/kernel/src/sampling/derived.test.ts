import assert from "node:assert/strict";
import { test } from "vitest";
import { type Decimal, decimal } from "../decimal.ts";
import { Refusal } from "../refusal.ts";
import { agrees, near } from "../testing/agree.ts";
import { limitingQualityPlan } from "./limiting-quality.ts";
import { type Count, judgeMicrobiological, microbiologicalAcceptance } from "./microbiological-plan.ts";
import { afterInspectedLot, EVERY_LOT, type SkipLotState, skipLotCharacteristic } from "./skip-lot.ts";
import {
  acceptanceKnownSigma,
  acceptanceUnknownSigma,
  derivedFromAttributes,
  derivedKnownSigma,
  derivedUnknownSigma,
} from "./variables-derivation.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

const points = { p1: 0.01, alpha: 0.05, p2: 0.06, beta: 0.1 };

test("the plan for 1 % and 6 % has about the forty items and the k = 1.9 of the nomograph", () => {
  const plan = derivedUnknownSigma(points);
  agrees(plan.k, "1.9");
  // SciPy's noncentral t finds 42 the smallest sample: with 41 and k = 1.90085 the risk at 6 % is still 0.10098.
  assert.equal(plan.n, 42);
  agrees(plan.k, "1.90529");
  assert.ok(acceptanceUnknownSigma(plan, 0.01) >= 0.95);
  assert.ok(acceptanceUnknownSigma(plan, 0.06) <= 0.1);
  agrees(acceptanceUnknownSigma({ n: 41, k: 1.9008538902303322 }, 0.06), "0.1009838501");
});

test("acceptance with unknown σ agrees with an independent noncentral t distribution (SciPy)", () => {
  agrees(acceptanceUnknownSigma({ n: 40, k: 1.9 }, 0.01), "0.948374625169");
  agrees(acceptanceUnknownSigma({ n: 5, k: 1.2 }, 0.1), "0.607528797034");
  agrees(acceptanceUnknownSigma({ n: 3, k: 0.5 }, 0.2), "0.740233156697");
  agrees(acceptanceUnknownSigma({ n: 200, k: 2 }, 0.02), "0.678080053383");
});

test("known σ needs fewer items and keeps both risks", () => {
  const plan = derivedKnownSigma(points);
  assert.ok(plan.n < derivedUnknownSigma(points).n);
  assert.ok(acceptanceKnownSigma(plan, 0.01) >= 0.95 - 1e-9);
  assert.ok(acceptanceKnownSigma(plan, 0.06) <= 0.1 + 1e-9);
  // p1 = 1 %, α = 5 %, p2 = 5 %, β = 10 %: ((1.6449 + 1.2816)/(2.3263 − 1.6449))² = 18.45.
  assert.equal(derivedKnownSigma({ p1: 0.01, alpha: 0.05, p2: 0.05, beta: 0.1 }).n, 19);
});

test("at k = z_p a lot of quality p is accepted half of the time with known σ", () =>
  near(acceptanceKnownSigma({ n: 9, k: 1.6448536269514722 }, 0.05), 0.5, 1e-12));

test("with two items the noncentral t has a closed form at p = ½", () => {
  // z = 0, n = 2: T is Student's t with one degree of freedom; P(T ≥ k√2) at k = 1/√2 is ¼.
  near(acceptanceUnknownSigma({ n: 2, k: Math.SQRT1_2 }, 0.5), 0.25, 1e-9);
});

test("points that no plan can separate are refused", () => {
  assert.throws(() => derivedKnownSigma({ ...points, p2: 0.01 }), refusal("outside-domain"));
  assert.throws(() => derivedUnknownSigma({ ...points, beta: 0 }), refusal("outside-domain"));
  assert.throws(() => derivedUnknownSigma({ ...points, p2: 0.0101 }), refusal("no-sampling-plan"));
  assert.throws(() => acceptanceUnknownSigma({ n: 1, k: 1 }, 0.1), refusal("outside-domain"));
});

test("a plan by variables does what a plan by attributes does, with fewer items", () => {
  const attributes = { n: 125, acceptance: 3 };
  const [unknown, known] = [derivedFromAttributes(attributes, "unknown"), derivedFromAttributes(attributes, "known")];
  assert.ok(known.n < unknown.n && unknown.n < 125, `${known.n} ${unknown.n}`);
  // 1.10 % and 5.27 % are the qualities that K accepts with 95 % and 10 %.
  assert.ok(acceptanceUnknownSigma(unknown, 0.011) > 0.949);
  assert.ok(acceptanceUnknownSigma(unknown, 0.0527) < 0.1005);
  assert.throws(() => derivedFromAttributes({ n: 2, acceptance: 2 }, "known"), refusal("outside-domain"));
});

test("an isolated lot gets the smallest sample that keeps the risk", () => {
  // One bad in four: n items miss it with probability 1 − n/4.
  assert.deepEqual(limitingQualityPlan(4, 0.25, 0, 0.3).n, 3);
  const plan = limitingQualityPlan(1000, 0.05);
  assert.ok(plan.risk <= 0.1 && plan.risk > 0.09);
  assert.throws(() => limitingQualityPlan(10, 0.1, 1), refusal("no-sampling-plan"));
  assert.throws(() => limitingQualityPlan(0, 0.1), refusal("outside-domain"));
});

test("lots are skipped after so many accepted in a row, until one is not", () => {
  const plan = { clearance: 3, frequency: 4 };
  const series = (...lots: boolean[]): SkipLotState =>
    lots.reduce((state, accepted) => afterInspectedLot(plan, state, accepted), EVERY_LOT);
  assert.equal(series(true, true).skipping, false);
  assert.equal(series(true, true, true).skipping, true);
  assert.equal(series(true, true, false, true, true).skipping, false);
  assert.equal(series(true, true, true, true).skipping, true);
  assert.deepEqual(series(true, true, true, false), EVERY_LOT);
  assert.throws(() => afterInspectedLot({ clearance: 3, frequency: 1 }, EVERY_LOT, true), refusal("outside-domain"));
});

test("skipping accepts a little more and samples much less", () => {
  const plan = { clearance: 4, frequency: 4 };
  const perfect = skipLotCharacteristic(plan, { n: 20, acceptance: 0 }, 0);
  assert.deepEqual(perfect, { acceptance: 1, sampleNumber: 5 });
  // P = 0.5 with n = 1, p = 0.5: (0.125 + 0.75/16)/(0.25 + 0.75/16) = 0.171875/0.296875.
  near(skipLotCharacteristic(plan, { n: 1, acceptance: 0 }, 0.5).acceptance, 0.171875 / 0.296875, 1e-12);
});

const counts = (text: string): Count[] =>
  text.split(" ").map((each) => {
    const operator = each.startsWith("<") ? "<" : each.startsWith(">") ? ">" : "=";
    return { operator, value: decimal(each.replace(/[<>]/, "")) };
  });
const three = { n: 5, c: 2, m: decimal("10"), M: decimal("100") };
const judge = (text: string, plan: { n: number; c: number; m: Decimal; M?: Decimal } = three) =>
  judgeMicrobiological(plan, counts(text)).verdict;

test("three classes: up to c units between m and M, none above M", () => {
  assert.equal(judge("10 <10 50 20 10"), "acceptable");
  assert.equal(judge("10 <10 50 100 10"), "acceptable");
  assert.equal(judge("11 11 11 <10 10"), "not-acceptable");
  assert.equal(judge("0 0 0 0 101"), "not-acceptable");
});

test("two classes: so many above m, however far", () => {
  const two = { n: 5, c: 1, m: decimal("0") };
  assert.equal(judge("0 0 0 0 7", two), "acceptable");
  assert.equal(judge("0 0 0 1 7", two), "not-acceptable");
});

test("a bound that leaves the limit open decides nothing, unless it does not matter", () => {
  assert.equal(judge("<100 0 0 0 0"), "acceptable");
  assert.equal(judge("<100 <100 <100 0 0"), "undecided");
  assert.equal(judge("<1000 0 0 0 0"), "undecided");
  assert.equal(judge(">100 0 0 0 0"), "not-acceptable");
  assert.equal(judge(">50 0 0 0 0"), "undecided");
  assert.equal(judge(">50 >50 >50 0 0"), "not-acceptable");
  assert.equal(judge("<1000 0 0 0 101"), "not-acceptable");
});

test("plans and counts that do not fit are refused", () => {
  assert.throws(() => judge("0 0 0"), refusal("values-differ-in-number"));
  assert.throws(() => judge("0 0 0 0 0", { ...three, c: 5 }), refusal("outside-domain"));
  assert.throws(() => judge("0 0 0 0 0", { ...three, M: decimal("1") }), refusal("outside-domain"));
});

test("the probability of acceptance of three classes", () => {
  near(microbiologicalAcceptance({ n: 5, c: 0 }, { marginal: 0.1, above: 0 }), 0.9 ** 5, 1e-12);
  // n = 2, c = 1: (1 − 0.2 − 0.1)² + 2 · 0.2 · 0.7 = 0.77.
  near(microbiologicalAcceptance({ n: 2, c: 1 }, { marginal: 0.2, above: 0.1 }), 0.77, 1e-12);
  assert.throws(
    () => microbiologicalAcceptance({ n: 5, c: 1 }, { marginal: 0.9, above: 0.2 }),
    refusal("outside-domain"),
  );
});
