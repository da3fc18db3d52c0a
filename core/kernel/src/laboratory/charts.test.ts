import assert from "node:assert/strict";
import { test } from "vitest";
import { decimal, formatDecimal, trimZeros } from "../decimal.ts";
import { Refusal } from "../refusal.ts";
import { agrees } from "../testing/agree.ts";
import { countChart, shareChart } from "./attribute-chart.ts";
import { c4, rangeConstants } from "./chart-constants.ts";
import { chartPatterns, NELSON } from "./chart-patterns.ts";
import { controlStatistics, individualsChart, rangeLimits, sdLimits, subgroupChart } from "./control-chart.ts";
import { cusum } from "./cumulative-sum.ts";
import { agreeWithin, duplicateBand, isWithin, referenceBand } from "./duplicate.ts";
import { ewma } from "./moving-average.ts";
import { type Boundary, judgeControl, judgeRun, type WestgardRule, westgardRule } from "./westgard.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const control = { mean: decimal("100"), sd: decimal("5") };

function judge(values: string, rules: string, boundary: Boundary = "strict") {
  const names = rules.split(" ") as WestgardRule[];
  const { verdict, rule } = judgeControl(control, values.split(" ").map(decimal), names, boundary);
  return `${verdict} ${rule}`;
}

test("Westgard's rules judge the latest value, and the most severe one wins", () => {
  const all = "1-2s 1-3s 2-2s 4-1s 10-x";
  assert.equal(judge("109", all), "accept null");
  assert.equal(judge("89", all), "warning 1-2s");
  assert.equal(judge("112.5 117", all), "reject 1-3s");
  assert.equal(judge("111 112", all), "reject 2-2s");
  assert.equal(judge("89 112", all), "warning 1-2s");
  assert.equal(judge("112.5 109", all), "accept null");
  assert.equal(judge("106 107 108 106", all), "reject 4-1s");
  assert.equal(judge("100.5 101 101.5 102.5 101 102 100.5 101.5 101 102", all), "reject 10-x");
  assert.equal(judge("100.5 101 101.5 102.5 100 102 100.5 101.5 101 102", all), "accept null");
  assert.equal(judge("112 100 112", "2of3-2s"), "reject 2of3-2s");
  assert.equal(judge("97 98 99 100 101 102 103", "7-T"), "reject 7-T");
});

test("exactly on the limit is a named choice, and decimals hit it", () => {
  assert.equal(judge("115", "1-3s"), "accept null");
  assert.equal(judge("115", "1-3s", "inclusive"), "reject 1-3s");
  const fine = { mean: decimal("10.05"), sd: decimal("0.05") };
  assert.equal(judgeControl(fine, [decimal("10.2")], ["1-3s"], "inclusive").verdict, "reject");
  assert.equal(judgeControl(fine, [decimal("10.2")], ["1-3s"]).verdict, "accept");
});

test("a rule without history is not evaluated, which is no pass", () => {
  assert.deepEqual(judgeControl(control, [decimal("112")], ["2-2s"]), {
    verdict: "not-evaluated",
    rule: null,
    outcomes: [{ rule: "2-2s", evaluated: false, violated: false }],
  });
});

test("two controls of one run on opposite sides break R-4s when more than four deviations lie between", () => {
  const run = (...values: string[]) => judgeRun(values.map((value) => ({ ...control, value: decimal(value) })));
  assert.equal(run("112.50", "90.00").violated, true);
  assert.equal(run("115", "85").violated, true);
  assert.equal(run("108", "92").violated, false);
  assert.equal(run("110", "90").violated, false);
  assert.equal(run("118", "97").violated, false);
  assert.deepEqual(run("118"), { rule: "R-4s", evaluated: false, violated: false });
});

test("a control without scatter and a rule that nobody knows are refused", () => {
  const flat = { mean: decimal("100"), sd: decimal("0") };
  assert.throws(() => judgeControl(flat, [decimal("100")], ["1-3s"]), refusal("outside-domain"));
  assert.throws(() => westgardRule("5-5s"), refusal("unknown-rule"));
});

test("patterns are found at the point that completes them", () => {
  const unit = { center: 0, sigma: 1 };
  assert.deepEqual(chartPatterns([2.1, 0, 2.2], unit), [{ pattern: "2-of-3-beyond-2s", at: 2 }]);
  assert.deepEqual(chartPatterns([3, 3.1], unit), [{ pattern: "1-beyond-3s", at: 1 }]);
  assert.deepEqual(chartPatterns([1.1, 1.2, 0.5, 1.3, 1.4], unit), [{ pattern: "4-of-5-beyond-1s", at: 4 }]);
  assert.deepEqual(chartPatterns([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], unit, NELSON), [{ pattern: "6-trend", at: 5 }]);
  const alternating = Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? 1.5 : -1.5));
  assert.deepEqual(chartPatterns(alternating, unit, ["14-alternating"]), [{ pattern: "14-alternating", at: 13 }]);
  assert.deepEqual(chartPatterns(alternating.slice(0, 8), unit, ["8-outside-1s"]), [
    { pattern: "8-outside-1s", at: 7 },
  ]);
  const close = Array.from({ length: 15 }, (_, i) => (i % 3) * 0.1);
  assert.deepEqual(chartPatterns(close, unit, ["15-within-1s"]), [{ pattern: "15-within-1s", at: 14 }]);
  assert.deepEqual(chartPatterns([], unit), []);
  assert.throws(() => chartPatterns([1], { center: 0, sigma: 0 }), refusal("outside-domain"));
  assert.throws(() => chartPatterns([Number.NaN], unit), refusal("not-finite"));
});

test("constants of control charts are those of ISO 7870-2", () => {
  const printed: [number, string, string, string][] = [
    [2, "1.128", "0.853", "0.7979"],
    [3, "1.693", "0.888", "0.8862"],
    [5, "2.326", "0.864", "0.9400"],
    [10, "3.078", "0.797", "0.9727"],
    [25, "3.931", "0.708", "0.9896"],
  ];
  for (const [n, d2, d3, c] of printed) {
    agrees(rangeConstants(n).d2, d2);
    agrees(rangeConstants(n).d3, d3);
    agrees(c4(n), c);
  }
  assert.throws(() => rangeConstants(26), refusal("outside-domain"));
});

// D. C. Montgomery, Introduction to Statistical Quality Control: piston rings, subgroups of five [mm].
test("limits of the piston rings by range and by standard deviation", () => {
  const byRange = rangeLimits(74.001176, 0.02324, 5);
  agrees(byRange.location.upper, "74.015");
  agrees(byRange.location.lower, "73.988");
  agrees(byRange.spread.upper, "0.049");
  assert.equal(byRange.spread.lower, 0);
  const bySd = sdLimits(74.001, 0.0094, 5);
  agrees(bySd.location.upper, "74.014");
  agrees(bySd.location.lower, "73.988");
  agrees(bySd.spread.upper, "0.0196");
});

test("single values stand in 2.66 mean moving ranges", () => {
  const found = individualsChart([10, 12, 11, 13]);
  // Moving ranges 2, 1, 2: mean 1.6667; 11.5 ± 2.6587 · 1.6667.
  agrees(found.location.upper, "15.931");
  agrees(found.spread.upper, "5.444");
  assert.throws(() => individualsChart([1]), refusal("too-few-values"));
  assert.throws(() => individualsChart([1, 1]), refusal("no-variation"));
  assert.throws(() => subgroupChart([[1, 2]]), refusal("too-few-values"));
  assert.throws(
    () =>
      subgroupChart([
        [1, 2],
        [1, 2, 3],
      ]),
    refusal("values-differ-in-number"),
  );
});

test("limits are established from the first or the latest results, never from too few", () => {
  const values = Array.from({ length: 20 }, (_, i) => 95 + i);
  agrees(controlStatistics(values, 20)?.sd ?? 0, "5.9161");
  assert.equal(controlStatistics(values.slice(0, 15), 20), undefined);
  assert.equal(controlStatistics([...values, 500], 20)?.mean, 104.5);
  assert.equal(controlStatistics([...Array.from({ length: 19 }, () => 100), 200], 20, "latest")?.mean, 105);
});

// Montgomery, table 9.1: twenty values with mean 10 and ten with mean 11, both with standard deviation 1.
const shifted = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62, 10.31,
  8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
];

test("the cumulative sum finds the shift at observation 29", () => {
  const points = cusum(shifted, { target: 10, sigma: 1, k: 0.5, h: 5 });
  agrees(points[28]?.above ?? 0, "5.28");
  agrees(points[29]?.above ?? 0, "5.30");
  assert.equal(
    points.findIndex(({ signal }) => signal === "above"),
    28,
  );
  assert.throws(() => cusum([1], { target: 0, sigma: 0, k: 0.5, h: 5 }), refusal("outside-domain"));
});

test("the moving average starts at 9.945 and signals the shift", () => {
  const points = ewma(shifted, { target: 10, sigma: 1, weight: 0.1, limit: 2.7 });
  agrees(points[0]?.average ?? 0, "9.945");
  agrees(points[0]?.lower ?? 0, "9.73");
  agrees(points[29]?.upper ?? 0, "10.62");
  agrees(points[1]?.average ?? 0, "9.7495");
  assert.ok(points.findIndex(({ signal }) => signal) >= 20);
  assert.throws(() => ewma([1], { target: 0, sigma: 1, weight: 1.1, limit: 3 }), refusal("outside-domain"));
});

test("duplicates and reference samples have a range whose ends belong to it", () => {
  const band = duplicateBand(decimal("-7.0"), decimal("0.5"));
  assert.equal(isWithin(band, decimal("-7.035")), true);
  assert.equal(isWithin(band, decimal("-6.465")), false);
  const { min, max } = referenceBand(decimal("-0.9"), decimal("20"));
  assert.deepEqual(
    [min, max].map((end) => formatDecimal(trimZeros(end))),
    ["-1.08", "-0.72"],
  );
  assert.equal(agreeWithin(decimal("0.71"), decimal("0.68"), decimal("0.03")), true);
  assert.throws(() => duplicateBand(decimal("1"), decimal("-1")), refusal("outside-domain"));
});

test("a pattern on a scaled chart is the same pattern", () => {
  const patterns = chartPatterns(shifted, { center: 10, sigma: 1 }, NELSON);
  const scaled = shifted.map((x) => 3 + 7 * x);
  assert.deepEqual(chartPatterns(scaled, { center: 73, sigma: 7 }, NELSON), patterns);
});

test("limits of shares and counts are the published ones", () => {
  // Montgomery: 347 nonconforming cans in thirty samples of fifty; 516 nonconformities on twenty-six boards.
  const cans = Array.from({ length: 30 }, (_, i) => ({ found: i < 17 ? 12 : 11, size: 50 }));
  agrees(shareChart(cans)[0]?.center ?? 0, "0.2313");
  agrees(shareChart(cans)[0]?.lower ?? 0, "0.0524");
  agrees(shareChart(cans)[0]?.upper ?? 0, "0.4102");
  const boards = Array.from({ length: 26 }, (_, i) => ({ found: i < 22 ? 20 : 19, size: 1 }));
  agrees(countChart(boards)[0]?.center ?? 0, "19.85");
  agrees(countChart(boards)[0]?.lower ?? 0, "6.48");
  assert.equal(shareChart([{ found: 0, size: 5 }])[0]?.lower, 0);
  assert.throws(() => shareChart([{ found: 6, size: 5 }]), refusal("outside-domain"));
  assert.throws(() => countChart([{ found: 1, size: 0 }]), refusal("outside-domain"));
  assert.throws(() => countChart([]), refusal("too-few-values"));
});
