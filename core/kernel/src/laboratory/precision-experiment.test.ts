import assert from "node:assert/strict";
import { test } from "vitest";
import { Refusal } from "../refusal.ts";
import { agrees } from "../testing/agree.ts";
import { cochranCritical, cochranProbability, cochranTest } from "./cochran.ts";
import { grubbsCritical, grubbsDouble, grubbsSingle } from "./grubbs.ts";
import { mandel, mandelHCritical, mandelKCritical } from "./mandel.ts";
import { precision, usualCellSize } from "./precision-experiment.ts";
import { cells, level1, level3 } from "./testing/sulphur-in-coal.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test("sulphur in coal has the published precision", () => {
  const one = precision(level1);
  agrees(one.mean, "0.690");
  agrees(one.repeatabilitySd, "0.015");
  agrees(one.reproducibilitySd, "0.026");
  const three = precision(level3);
  agrees(three.mean, "1.667");
  agrees(three.repeatabilitySd, "0.017");
  agrees(three.reproducibilitySd, "0.035");
});

test("with two laboratories of two results each, the figures can be followed by hand", () => {
  // Means 2 and 6, variances 2 and 2: s_r² = 2; m = 4; s_d² = 2·(4 + 4)/1 = 16; n̄ = 2; s_L² = (16 − 2)/2 = 7.
  const found = precision(
    cells([
      [1, 3],
      [5, 7],
    ]),
  );
  agrees(found.repeatabilitySd ** 2, "2.0");
  agrees(found.betweenSd ** 2, "7.0");
  agrees(found.reproducibilitySd ** 2, "9.0");
  agrees(found.repeatabilityLimit, "3.960");
});

test("a negative variance between laboratories is set to zero and said", () => {
  const found = precision(
    cells([
      [1, 3],
      [1, 3],
    ]),
  );
  assert.equal(found.betweenSd, 0);
  assert.equal(found.betweenSetToZero, true);
  assert.equal(found.reproducibilitySd, found.repeatabilitySd);
});

test("an empty cell is left out and a single result has no variance", () => {
  const found = precision(cells([[1, 3], [], [5, 7], [4]]));
  assert.equal(found.laboratories, 3);
  assert.equal(found.results, 5);
  assert.equal(mandel(cells([[1, 3], [], [5, 7], [4]])).at(-1)?.k, undefined);
  assert.equal(usualCellSize(cells([[1, 3], [], [5, 7], [4]])), 2);
});

test("too little, NaN and equal data are refused", () => {
  assert.throws(() => precision([]), refusal("too-few-values"));
  assert.throws(() => precision(cells([[1, 2]])), refusal("too-few-values"));
  assert.throws(() => precision(cells([[1], [2]])), refusal("too-few-values"));
  assert.throws(() => precision(cells([[1, Number.NaN], [2]])), refusal("not-finite"));
  assert.throws(() => precision(cells([[1e200, -1e200], [2]])), refusal("not-finite"));
  const constant = cells([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  assert.throws(() => cochranTest(constant), refusal("no-variation"));
  assert.throws(() => mandel(constant), refusal("no-variation"));
  assert.equal(precision(constant).repeatabilitySd, 0);
  assert.throws(() => grubbsSingle([1, 1, 1]), refusal("no-variation"));
  assert.throws(() => grubbsSingle([1, 2]), refusal("too-few-values"));
  assert.throws(() => grubbsDouble([1, 2, 3]), refusal("too-few-values"));
});

test("laboratory 5 at level 3 is a straggler by Cochran's test", () => {
  const found = cochranTest(level3);
  assert.equal(found.laboratory, "5");
  agrees(found.statistic, "0.580");
  agrees(found.critical5, "0.516");
  agrees(found.critical1, "0.615");
  assert.equal(found.finding, "straggler");
});

test("critical values are those of the tables", () => {
  agrees(cochranCritical(9, 2, 0.05), "0.638");
  agrees(grubbsCritical(9, 0.05), "2.215");
  agrees(grubbsCritical(9, 0.01), "2.387");
  agrees(mandelHCritical(8, 0.05), "1.75");
  agrees(mandelHCritical(8, 0.01), "2.06");
  agrees(mandelKCritical(8, 3, 0.05), "1.67");
  agrees(mandelKCritical(8, 3, 0.01), "1.96");
  assert.throws(() => cochranCritical(1, 3, 0.05), refusal("outside-domain"));
  assert.throws(() => grubbsCritical(8, 0), refusal("outside-domain"));
});

test("the probability at a critical value is the significance", () => {
  agrees(cochranProbability(cochranCritical(8, 3, 0.05), 8, 3), "0.0500000");
});

test("two values far out hide from the single test and are found by the double test", () => {
  const masked = [10.1, 10.2, 9.9, 10.0, 10.1, 9.8, 13, 13.05];
  assert.equal(grubbsSingle(masked).highFinding, "correct");
  assert.equal(grubbsDouble(masked).highFinding, "outlier");
  assert.equal(grubbsDouble(masked).lowFinding, "correct");
});

test("beyond the table of forty values the double test has no critical value and says so", () => {
  const many = Array.from({ length: 41 }, (_, i) => i);
  assert.equal(grubbsDouble(many).highFinding, "no-critical-value");
});
