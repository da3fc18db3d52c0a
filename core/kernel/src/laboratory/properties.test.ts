import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { fromNumber } from "../decimal.ts";
import { near } from "../testing/agree.ts";
import { algorithmA } from "./algorithm-a.ts";
import { anova } from "./anova.ts";
import { fitCalibration } from "./calibration-curve.ts";
import { cochranTest } from "./cochran.ts";
import { leastSquares, polynomialColumns } from "./least-squares.ts";
import { mandel } from "./mandel.ts";
import { type Cell, precision } from "./precision-experiment.ts";
import { qScale } from "./q-method.ts";

// fast-check prints seed and path of a failure.

/** Readings with three decimals, as balances and burettes give them. */
const reading = fc.integer({ min: 1, max: 99_999 }).map((n) => n / 1000);
const experiment = fc
  .array(fc.array(reading, { minLength: 2, maxLength: 4 }), { minLength: 3, maxLength: 8 })
  .map((rows): Cell[] => rows.map((results, i) => ({ laboratory: String(i), results })))
  .filter((cells) => cells.some(({ results }) => new Set(results).size > 1))
  .filter((cells) => new Set(cells.map(({ results }) => results.reduce((a, b) => a + b) / results.length)).size > 1);

/** Two figures that differ by rounding only. */
function alike(found: number, wanted: number, scale: number): void {
  assert.ok(Math.abs(found - wanted) <= 1e-9 * scale, `${found} is not ${wanted}`);
}

const scaled = (cells: readonly Cell[], a: number, b: number): Cell[] =>
  cells.map(({ laboratory, results }) => ({ laboratory, results: results.map((x) => a + b * x) }));

test("a change of unit and origin changes precision by the unit only", () => {
  fc.assert(
    fc.property(experiment, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 20 }), (cells, a, b) => {
      const [plain, moved] = [precision(cells), precision(scaled(cells, a, b))];
      alike(moved.repeatabilitySd ** 2, b ** 2 * plain.repeatabilitySd ** 2, b ** 2 * 1e4);
      alike(moved.reproducibilitySd ** 2, b ** 2 * plain.reproducibilitySd ** 2, b ** 2 * 1e4);
      alike(cochranTest(scaled(cells, a, b)).statistic, cochranTest(cells).statistic, 1);
    }),
  );
});

test("the order of laboratories and results does not matter", () => {
  fc.assert(
    fc.property(experiment, (cells) => {
      const turned = cells
        .toReversed()
        .map(({ laboratory, results }) => ({ laboratory, results: results.toReversed() }));
      alike(precision(turned).reproducibilitySd, precision(cells).reproducibilitySd, 100);
      const h = mandel(turned).toReversed();
      for (const [i, each] of mandel(cells).entries()) alike(h[i]?.h ?? Number.NaN, each.h, 10);
      alike(qScale(turned), qScale(cells), 100);
    }),
  );
});

test("precision is the analysis of variance of the same cells", () => {
  fc.assert(
    fc.property(experiment, (cells) => {
      const [found, table] = [precision(cells), anova(cells.map(({ results }) => results))];
      alike(found.repeatabilitySd ** 2, table.within.meanSquare, 1e4);
      alike(found.betweenSd, table.betweenSd, 100);
    }),
  );
});

test("Algorithm A moves and scales with the results, and is the mean where nothing is far out", () => {
  const values = fc.array(reading, { minLength: 5, maxLength: 30 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 20 }), (results, b) => {
      const [plain, moved] = [algorithmA(results), algorithmA(results.map((x) => 7 + b * x))];
      assert.equal(moved.kind, plain.kind);
      if (plain.kind === "estimate" && moved.kind === "estimate") {
        alike(moved.location, 7 + b * plain.location, b * 1e3);
        alike(moved.scale, b * plain.scale, b * 1e3);
      }
    }),
  );
});

test("the exact fit and the binary fit agree on a straight line", () => {
  const points = fc.array(fc.tuple(reading, reading), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(points, (pairs) => {
      fc.pre(Math.max(...pairs.map(([x]) => x)) - Math.min(...pairs.map(([x]) => x)) > 1);
      const exact = leastSquares(
        polynomialColumns(
          pairs.map(([x]) => fromNumber(x)),
          1,
        ),
        pairs.map(([, y]) => fromNumber(y)),
      );
      const binary = fitCalibration(pairs.map(([x, y]) => ({ x, y })));
      alike(binary.intercept, exact.coefficients[0] ?? Number.NaN, 1e4);
      alike(binary.slope, exact.coefficients[1] ?? Number.NaN, 1e3);
      near(binary.s + 1, exact.residualSd + 1, 1e-8);
    }),
  );
});
