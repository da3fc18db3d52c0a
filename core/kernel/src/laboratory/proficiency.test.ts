import assert from "node:assert/strict";
import { test } from "vitest";
import { Refusal } from "../refusal.ts";
import { agrees } from "../testing/agree.ts";
import { assignedFromReference, horwitzSigma, isNegligible, sigmaFromPrecision } from "./assigned-value.ts";
import { expandedFactors, expandedLimit, homogeneity, isHomogeneous, stability } from "./homogeneity.ts";
import {
  classOfEn,
  classOfScore,
  enScore,
  percentDifference,
  percentOfAllowed,
  zetaScore,
  zPrimeScore,
  zScore,
} from "./proficiency-score.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

// ISO 13528:2022, E.4: mercury in feed [mg/kg].
const assigned = { value: 0.044, u: 0.0041 };

test("scores of mercury in feed are the published ones", () => {
  agrees(zScore(0.0239, 0.044, 0.0066), "-3.05");
  agrees(zPrimeScore(0.0239, assigned, 0.0066), "-2.59");
  agrees(zetaScore({ value: 0.0135, expanded: 0.00108, k: 1.732 }, assigned), "-7.35");
  agrees(enScore({ value: 0.013, expanded: 0.003 }, { value: 0.044, expanded: 0.0082 }), "-3.55");
  agrees(percentDifference(0.013, 0.044), "-70.5");
  agrees(percentOfAllowed(0.013, 0.044, 3 * 0.0066), "-156.6");
});

test("a score without a spread is refused, not zero", () => {
  assert.throws(() => zScore(75, 70, 0), refusal("outside-domain"));
  assert.throws(() => zScore(75, 70, Number.NaN), refusal("outside-domain"));
  assert.throws(() => enScore({ value: 1, expanded: 0 }, { value: 1, expanded: 0 }), refusal("outside-domain"));
  assert.throws(() => zScore(Number.NaN, 70, 1), refusal("not-finite"));
  assert.throws(() => percentDifference(1, 0), refusal("outside-domain"));
});

test("classes change at 2, 3 and, for E_n, 1", () => {
  assert.deepEqual([2, -2, 2.01, -2.99, 3, -3.5].map(classOfScore), [
    "satisfactory",
    "satisfactory",
    "questionable",
    "questionable",
    "unsatisfactory",
    "unsatisfactory",
  ]);
  assert.deepEqual([1, -1, 1.01].map(classOfEn), ["satisfactory", "satisfactory", "unsatisfactory"]);
});

// ISO 13528:2022, E.2: arsenic in chocolate [mg/kg], ten items measured twice, and two items later.
const chocolate = [
  [0.185, 0.194],
  [0.187, 0.189],
  [0.182, 0.186],
  [0.188, 0.196],
  [0.191, 0.181],
  [0.188, 0.18],
  [0.187, 0.196],
  [0.177, 0.186],
  [0.179, 0.187],
  [0.188, 0.196],
];

test("arsenic in chocolate is homogeneous and stable with the published figures", () => {
  const found = homogeneity(chocolate);
  agrees(found.mean, "0.18715");
  agrees(found.itemMeanSd, "0.00398");
  agrees(found.withinSd, "0.00556");
  agrees(found.betweenSd, "0.00060");
  assert.equal(isHomogeneous(found, 0.02807), true);
  const change = stability(chocolate.flat(), [0.191, 0.198, 0.19, 0.196], 0.02807);
  agrees(change.difference, "0.0066");
  agrees(change.limit, "0.00842");
  assert.equal(change.stable, true);
});

test("the expanded criterion uses the factors of table B.1", () => {
  agrees(expandedFactors(10).f1, "1.88");
  agrees(expandedFactors(10).f2, "1.01");
  agrees(expandedFactors(20).f1, "1.59");
  agrees(expandedFactors(20).f2, "0.57");
  // 0.3 · 0.0280725 = 0.00842175; √(1.879886 · 7.09259e-5 + 1.010191 · 3.09500e-5) = √1.64598e-4 = 0.0128296.
  agrees(expandedLimit(homogeneity(chocolate), 0.0280725, 10), "0.0128296");
});

test("items that scatter less than the test have no scatter between them", () => {
  assert.equal(
    homogeneity([
      [1, 3],
      [3, 1],
    ]).betweenSd,
    0,
  );
});

test("unequal, single and missing results are refused", () => {
  assert.throws(() => homogeneity([[1, 2]]), refusal("too-few-values"));
  assert.throws(() => homogeneity([[1, 2], [1]]), refusal("too-few-values"));
  assert.throws(
    () =>
      homogeneity([
        [1, 2],
        [1, 2, 3],
      ]),
    refusal("values-differ-in-number"),
  );
  assert.throws(() => stability([1], [1, 2], 1), refusal("too-few-values"));
});

test("assigned values and target deviations are the published ones", () => {
  const differences = [
    2.0, 1.05, 0.5, 1.1, 1.75, 2.7, -0.6, -0.35, 2.5, 0.95, 3.1, 1.5, 2.0, 1.05, 2.3, 2.05, 2.8, 3.0, 2.15, 3.0,
  ];
  const found = assignedFromReference({ value: 21.62, u: 0.26 }, differences);
  agrees(found.value, "23.35");
  agrees(found.u, "0.35");
  agrees(horwitzSigma(1.195e-6) * 1e6, "0.186");
  agrees(sigmaFromPrecision(23.2, 14.3, 2), "20.9");
  assert.throws(() => horwitzSigma(0), refusal("outside-domain"));
  assert.throws(() => horwitzSigma(1.1), refusal("outside-domain"));
  assert.throws(() => sigmaFromPrecision(1, 2, 4), refusal("outside-domain"));
  assert.equal(isNegligible(0.29, 1), true);
  assert.equal(isNegligible(0.3, 1), false);
});
