import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "vitest";
import { acceptanceValue, reportedAcceptanceValue, uniformityOfUnits } from "./acceptance-value.ts";
import { contentUniformityChp } from "./content-uniformity-chp.ts";
import { type ChpDissolutionRule, dissolutionChp } from "./dissolution-chp.ts";
import { compareProfiles, pointsUsed } from "./dissolution-profile.ts";
import { type DissolutionStage, type DissolutionTable, dissolutionStages } from "./dissolution-stages.ts";
import { gelClot } from "./endotoxin-gel-clot.ts";
import { microbialLimit } from "./microbial-limit.ts";
import { pooledDissolution } from "./pooled-dissolution.ts";
import { profileSimilarity } from "./profile-similarity.ts";

const data = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../data/methods/${name}.json`, import.meta.url), "utf8")) as T;
const USP711 = data<DissolutionTable & { readonly tables: Readonly<Record<string, readonly DissolutionStage[]>> }>(
  "usp-711",
);
const usp711 = (name: string): DissolutionTable => ({ ...USP711, stages: USP711.tables[name]! });
const CHP0931 = data<ChpDissolutionRule>("chp-0931");
const USP905 = data<{ L1: string; L2: string }>("usp-905");

const TEN = [92.1, 88.4, 97.6, 85.2, 95.0, 90.3, 99.8, 86.7, 93.4, 91.5];
const TWENTY = [
  94.0, 96.5, 89.9, 92.7, 95.8, 91.1, 93.9, 90.6, 97.0, 92.2, 94.8, 88.9, 96.1, 93.2, 91.9, 95.5, 90.2, 94.4, 92.8,
  93.7,
];

function near(actual: number | undefined, expected: number, relative = 1e-9): void {
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= relative * Math.abs(expected),
    `${actual} is not ${expected}`,
  );
}

describe("uniformity of dosage units", () => {
  test("the example of the USP: mean 105.9, s 5.0 give 16.4, and thirty such units still fail at 15.0", () => {
    const ten = acceptanceValue({ units: 10, meanPercent: 105.9, sdPercent: 5.0 });
    assert.equal(ten.referencePercent, 101.5);
    assert.equal(reportedAcceptanceValue(ten.acceptanceValue), "16.4");
  });

  test("a target above 101.5 moves the upper end of the reference value, one below does not", () => {
    const summary = { units: 10, meanPercent: 103, sdPercent: 1 } as const;
    assert.equal(acceptanceValue(summary, 104).referencePercent, 103);
    assert.equal(acceptanceValue(summary, 102).referencePercent, 102);
    assert.equal(acceptanceValue(summary, 95).referencePercent, 101.5);
    assert.equal(acceptanceValue({ ...summary, meanPercent: 90 }).referencePercent, 98.5);
  });

  test("ten units that fail pass with twenty more: 17.63, then 12.18", () => {
    assert.equal(uniformityOfUnits(TEN, undefined, USP905).verdict, "continue");
    const both = uniformityOfUnits(TEN, TWENTY, USP905);
    near(both.stage1.acceptanceValue, 17.6312173638);
    near(both.stage2?.acceptanceValue, 12.1771603717);
    assert.deepEqual([both.unitRange?.low, both.unitRange?.high], [73.875, 123.125]);
    assert.equal(both.verdict, "pass");
  });

  test("one unit outside 25 % of the reference value fails the thirty", () => {
    // Nineteen units of 100 bring the acceptance value to about 14.6; the last one lies under 0.75 · 98.5 = 73.875.
    const wide = [...Array.from({ length: 19 }, () => 100), 73.8];
    const both = uniformityOfUnits(TEN, wide, USP905);
    assert.ok((both.stage2?.acceptanceValue ?? 99) < 15);
    assert.equal(both.verdict, "fail");
  });

  test("the acceptance value is rounded half up before it is compared: 15.04 passes, 15.05 does not", () => {
    assert.equal(reportedAcceptanceValue(15.04), "15.0");
    assert.equal(reportedAcceptanceValue(15.05), "15.1");
  });

  test.each([
    ["nine units", () => uniformityOfUnits(TEN.slice(1), undefined, USP905), "unit-count"],
    ["nineteen more", () => uniformityOfUnits(TEN, TWENTY.slice(1), USP905), "unit-count"],
    ["a negative content", () => uniformityOfUnits([-1, ...TEN.slice(1)], undefined, USP905), "outside-method-range"],
    [
      "a content that is no number",
      () => uniformityOfUnits([Number.NaN, ...TEN.slice(1)], undefined, USP905),
      "outside-method-range",
    ],
    [
      "a target of 111",
      () => acceptanceValue({ units: 10, meanPercent: 100, sdPercent: 1 }, 111),
      "outside-method-range",
    ],
  ])("%s is refused", (_, attempt, code) => {
    assert.throws(attempt, { code });
  });
});

describe("content uniformity by the Chinese Pharmacopoeia", () => {
  test("the same units: 18.20 asks for a retest, thirty pass with 12.70", () => {
    const ten = contentUniformityChp(TEN, "15.0");
    near(ten.index, 18.2036159168);
    assert.equal(ten.verdict, "retest");
    const thirty = contentUniformityChp([...TEN, ...TWENTY], "15.0");
    near(thirty.index, 12.6995863159);
    assert.equal(thirty.verdict, "pass");
  });

  test("A + S above L fails at once", () => {
    assert.equal(
      contentUniformityChp(
        TEN.map((unit) => unit - 10),
        "15.0",
      ).verdict,
      "fail",
    );
  });

  test("near the middle the squares count: A² + S² ≤ 0.25 L²", () => {
    // 15 units at 92.8 and 15 at 107.2: A = 0, S = 7.2·√(30/29) = 7.323 ≤ 7.5
    const spread = (half: number) => Array.from({ length: 30 }, (_, k) => 100 + (k % 2 ? half : -half));
    assert.equal(contentUniformityChp(spread(7.2), "15.0").verdict, "pass");
    assert.equal(contentUniformityChp(spread(7.4), "15.0").verdict, "fail");
  });

  test("eleven units are refused", () => {
    assert.throws(() => contentUniformityChp([...TEN, 90], "15.0"), { code: "unit-count" });
  });
});

describe("dissolution by USP <711>", () => {
  const immediate = usp711("immediate");

  test("three units under Q + 5 go on to the second stage, whose mean decides", () => {
    const first = [82, 86, 84, 88, 79, 85];
    assert.equal(dissolutionStages([first], { low: 80 }, immediate).verdict, "continue");
    const both = dissolutionStages([first, [81, 78, 83, 85, 80, 84]], { low: 80 }, immediate);
    assert.deepEqual([both.stage, both.units, both.verdict], ["S2", 12, "pass"]);
    near(both.meanPercent, 82.9166666667);
  });

  test("exactly Q − 15 is allowed at the second stage", () => {
    const outcome = dissolutionStages(
      [
        [96, 88, 65, 110, 66, 65],
        [90, 84, 72, 88, 79, 81],
      ],
      { low: 80 },
      immediate,
    );
    assert.deepEqual([outcome.stage, outcome.verdict], ["S2", "pass"]);
  });

  test("at the third stage two units may lie below Q − 15 and none below Q − 25", () => {
    const good = Array.from({ length: 12 }, () => 90);
    const six = Array.from({ length: 6 }, () => 90);
    const of = (first: number[]) =>
      dissolutionStages([[...first, ...six].slice(0, 6), six, good], { low: 80 }, immediate);
    assert.equal(of([60, 60]).verdict, "pass");
    assert.equal(of([60, 60, 60]).verdict, "fail");
    assert.equal(of([54]).verdict, "fail");
    assert.equal(of([55]).verdict, "pass");
  });

  test("figures are rounded half up to the places of Q: 84.5 reaches 85, 84.4 does not", () => {
    const of = (unit: number) => dissolutionStages([[unit, 90, 90, 90, 90, 90]], { low: 80 }, immediate).verdict;
    assert.deepEqual([of(84.5), of(84.4)], ["pass", "continue"]);
  });

  test("extended release has a range, the acid stage a ceiling, a pool only means", () => {
    const extended = (units: number[]) => dissolutionStages([units], { low: 30, high: 50 }, usp711("extended")).verdict;
    assert.deepEqual([extended([30, 40, 50, 35, 45, 41]), extended([29, 40, 50, 35, 45, 41])], ["pass", "continue"]);
    const acid = (units: number[]) => dissolutionStages([units], { high: 10 }, usp711("delayed-acid")).verdict;
    assert.deepEqual([acid([10, 3, 2, 1, 0, 5]), acid([11, 3, 2, 1, 0, 5])], ["pass", "continue"]);
    assert.equal(pooledDissolution([90], 80, usp711("pooled")).stage, "S1");
    assert.equal(pooledDissolution([86, 84], 80, usp711("pooled")).verdict, "pass");
    // (6·76 + 6·78 + 12·82)/24 = 79.5, half up 80
    assert.equal(pooledDissolution([76, 78, 82], 80, usp711("pooled")).verdict, "pass");
  });

  test.each([
    ["five units", [[90, 90, 90, 90, 90]], { low: 80 }, "unit-count"],
    ["no units", [], { low: 80 }, "unit-count"],
    ["a negative amount", [[-1, 90, 90, 90, 90, 90]], { low: 80 }, "outside-method-range"],
    ["no Q", [[90, 90, 90, 90, 90, 90]], {}, "limit-not-loaded"],
    ["Q above the label", [[90, 90, 90, 90, 90, 90]], { low: 101 }, "outside-method-range"],
  ])("%s is refused", (_, tested, stated, code) => {
    assert.throws(() => dissolutionStages(tested, stated, immediate), { code });
  });
});

describe("dissolution by the Chinese Pharmacopoeia", () => {
  test("the six units that USP sends on pass at once", () => {
    const outcome = dissolutionChp([[82, 86, 84, 88, 79, 85]], 80, CHP0931);
    assert.deepEqual([outcome.verdict, outcome.rule, outcome.meanPercent], ["pass", "few-slightly-below", 84]);
  });

  test("one unit below Q − 10 asks for six more, which may pass", () => {
    const first = [82, 86, 84, 88, 66, 85];
    assert.equal(dissolutionChp([first], 80, CHP0931).verdict, "retest");
    const both = dissolutionChp([first, [83, 79, 86, 88, 84, 90]], 80, CHP0931);
    assert.deepEqual([both.verdict, both.units], ["pass", 12]);
    assert.equal(dissolutionChp([first, [83, 79, 79, 79, 84, 90]], 80, CHP0931).verdict, "fail");
  });

  test.each<[string, number[]]>([
    ["three units below Q", [79, 79, 79, 95, 95, 95]],
    ["a unit below Q − 20", [59, 95, 95, 95, 95, 95]],
    ["two units below Q − 10", [69, 69, 95, 95, 95, 95]],
    ["a mean below Q", [71, 71, 80, 80, 80, 80]],
  ])("%s fails at once", (_, units) => {
    assert.equal(dissolutionChp([units], 80, CHP0931).verdict, "fail");
  });
});

describe("comparison of dissolution profiles", () => {
  test("the published f₂ of Shah et al.", () => {
    const reference = [34.9166666667, 59.5, 79.2666666667, 95.075];
    const f2 = (points: number[]) => profileSimilarity(reference, points).f2Reported;
    assert.equal(f2([40.3391666667, 67.1458333333, 87.0075, 97.725]), "60.03");
    assert.equal(f2([49.3333333333, 65.3333333333, 86.75, 102.833333333]), "51.08");
    assert.equal(f2([25.7916666667, 50.6416666667, 66.9916666667, 88.6]), "51.19");
  });

  test("equal profiles give 100, a constant gap of 10 just below 50", () => {
    assert.equal(profileSimilarity([20, 50, 80], [20, 50, 80]).f2, 100);
    const apart = profileSimilarity([20, 50, 80], [30, 60, 90]);
    // 50·lg(100/√101) = 49.8920
    near(apart.f2, 49.892, 1e-5);
    assert.equal(apart.similar, false);
  });

  test("one point after the first product passed 85 % (EMA) or after both have (FDA)", () => {
    const [R, T] = [
      [46.8, 60.1, 67.3, 72.0, 78.1, 84.8, 89.1, 91.4],
      [23.1, 39.6, 49.7, 57.2, 68.1, 84.1, 92.5, 96.4],
    ];
    assert.equal(pointsUsed(R, T, "EMA"), 7);
    assert.equal(pointsUsed([50, 86, 90, 95], [40, 70, 84, 90], "EMA"), 2);
    assert.equal(pointsUsed([50, 86, 90, 95], [40, 70, 84, 90], "FDA"), 4);
  });

  test("fast products are similar without f₂, scattered ones need the bootstrap", () => {
    const run = (levels: number[], spread: number) =>
      Array.from({ length: 12 }, (_, unit) => levels.map((level) => level + (unit % 2 ? spread : -spread)));
    const times = [15, 30, 45];
    assert.equal(compareProfiles(times, run([90, 95, 98], 1), run([86, 95, 98], 1), "EMA").verdict, "similar-fast");
    assert.equal(compareProfiles(times, run([40, 60, 80], 1), run([42, 61, 80], 1), "EMA").verdict, "similar");
    assert.equal(compareProfiles(times, run([40, 60, 80], 1), run([60, 80, 84], 1), "EMA").verdict, "different");
    assert.equal(compareProfiles(times, run([40, 60, 80], 12), run([42, 61, 80], 1), "EMA").verdict, "bootstrap");
    assert.throws(() => compareProfiles(times, run([1, 2, 3], 0).slice(1), run([1, 2, 3], 0), "EMA"), {
      code: "unit-count",
    });
    assert.throws(() => compareProfiles([30, 15, 45], run([1, 2, 3], 0), run([1, 2, 3], 0), "EMA"), {
      code: "not-ascending",
    });
  });

  test.each([
    ["two points", [35, 60], [33, 58], "too-few-points"],
    ["unmatched times", [35, 60, 80], [33, 58], "columns-differ"],
    ["nothing dissolved", [0, 0, 0], [1, 2, 3], "outside-method-range"],
    ["infinity", [1, 2, Number.POSITIVE_INFINITY], [1, 2, 3], "outside-method-range"],
  ])("%s is refused", (_, reference, points, code) => {
    assert.throws(() => profileSimilarity(reference, points), { code });
  });
});

describe("microbes and endotoxins", () => {
  const plates = { colonies: [142, 158], dilution: 10, criterion: 1000 };

  test("1500 CFU/g meet 10³, which allows 2000", () => {
    assert.deepEqual(microbialLimit(plates), { count: 1500, greatest: 2000, pass: true });
    assert.equal(microbialLimit({ ...plates, colonies: [201, 200] }).pass, false);
  });

  test("a count on few colonies must be called estimated", () => {
    assert.equal(microbialLimit({ ...plates, colonies: [3, 5], estimated: true }).count, 40);
    assert.throws(() => microbialLimit({ ...plates, colonies: [3, 5] }), { code: "plate-count-too-low" });
  });

  test.each([
    ["crowded plates", { colonies: [420, 395] }, "plate-count-too-high"],
    ["crowded moulds", { organisms: "moulds" as const }, "plate-count-too-high"],
    ["half a colony", { colonies: [30.5] }, "not-whole"],
    ["no plate", { colonies: [] }, "too-few-rows"],
    ["a concentration instead of a dilution", { dilution: 0.1 }, "outside-method-range"],
    ["a criterion of 500", { criterion: 500 }, "criterion-not-power-of-ten"],
  ])("%s are refused", (_, wrong, code) => {
    assert.throws(() => microbialLimit({ ...plates, ...wrong }), { code });
  });

  test("the geometric mean confirms λ, the limit gives the greatest dilution", () => {
    const lysate = {
      endpointsEuMl: [0.03, 0.06, 0.03, 0.03],
      sensitivityEuMl: 0.03,
      limitEuMg: 0.5,
      concentrationMgMl: 10,
    };
    const outcome = gelClot(lysate);
    near(outcome.geometricMeanEuMl, 0.0356762134501);
    near(outcome.greatestDilution, 166.666666667);
    assert.equal(outcome.sensitivityConfirmed, true);
    assert.equal(gelClot({ ...lysate, endpointsEuMl: [0.06, 0.07] }).sensitivityConfirmed, false);
    assert.throws(() => gelClot({ ...lysate, endpointsEuMl: [0] }), { code: "outside-method-range" });
  });
});
