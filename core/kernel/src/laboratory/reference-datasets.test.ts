import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { type Decimal, decimal, minus, plus, times } from "../decimal.ts";
import { near } from "../testing/agree.ts";
import { anova } from "./anova.ts";
import { leastSquares, polynomialColumns } from "./least-squares.ts";

// NIST Statistical Reference Datasets; the certified values have fifteen digits, of which the last is rounded.
const CERTIFIED = 2e-14;

type Certified = Readonly<Record<"between" | "within" | "f" | "rSquared" | "residualSd", string>>;

function hasCertified(groups: readonly (readonly number[])[], certified: Certified): void {
  const { between, within, f } = anova(groups);
  near(between.squares, certified.between, CERTIFIED);
  near(within.squares, certified.within, CERTIFIED);
  near(f, certified.f, CERTIFIED);
  near(between.squares / (between.squares + within.squares), certified.rSquared, CERTIFIED);
  near(Math.sqrt(within.meanSquare), certified.residualSd, CERTIFIED);
}

describe("analysis of variance", () => {
  // Nine groups: the mean 0.4, then 0.3 and 0.5 in turn; in each a value at the mean, then 0.1 below and above in turn.
  const simulated = (offset: string, repeats: number): number[][] =>
    Array.from({ length: 9 }, (_, group) => {
      const center = group === 0 ? 4 : group % 2 === 1 ? 3 : 5;
      return Array.from({ length: repeats }, (__, i) =>
        Number(`${offset}.${center + (i === 0 ? 0 : i % 2 === 1 ? -1 : 1)}`),
      );
    });

  test.each([
    ["SmLs01 lower, offset 1", "1", 21, "1.68", "1.8", "21", "4.82758620689655e-1"],
    ["SmLs02", "1", 201, "16.08", "18", "201", "4.71830985915493e-1"],
    ["SmLs03", "1", 2001, "160.08", "180", "2001", "4.70712773465067e-1"],
    ["SmLs04 average, offset 10⁶", "1000000", 21, "1.68", "1.8", "21", "4.82758620689655e-1"],
    ["SmLs05", "1000000", 201, "16.08", "18", "201", "4.71830985915493e-1"],
    ["SmLs06", "1000000", 2001, "160.08", "180", "2001", "4.70712773465067e-1"],
    ["SmLs07 higher, offset 10¹²", "1000000000000", 21, "1.68", "1.8", "21", "4.82758620689655e-1"],
    ["SmLs08", "1000000000000", 201, "16.08", "18", "201", "4.71830985915493e-1"],
    ["SmLs09", "1000000000000", 2001, "160.08", "180", "2001", "4.70712773465067e-1"],
  ])("%s", (_, offset, repeats, between, within, f, rSquared) => {
    hasCertified(simulated(offset, repeats), { between, within, f, rSquared, residualSd: "0.1" });
  });

  // The atomic weight of silver by two instruments; the last five decimals.
  test("AtmWtAg", () => {
    const weights = [
      "1568 1465 1572 1785 1446 1903 1526 1494 1616 1587 1519 1486 1419 1569 1508 1672 1385 1518 1662 1424 1360 1333 1610 1477",
      "1079 1344 1513 1197 1604 1385 1642 1365 1151 1082 1517 1448 1198 1482 1334 1609 1101 1512 1469 1360 1254 1261 1450 1368",
    ].map((digits) => digits.split(" ").map((last) => Number(`107.868${last}`)));
    hasCertified(weights, {
      between: "3.63834187500000e-9",
      within: "1.04951729166667e-8",
      f: "1.59467335677930e1",
      rSquared: "2.57426544538321e-1",
      residualSd: "1.51048314446410e-5",
    });
  });

  // JCGM 100:2008, H.5, table H.9: mean [µV above 10 V] and standard deviation [µV] of five readings on each of ten days.
  test("the Zener voltage of GUM H.5 has the printed components, by readings that have the printed moments", () => {
    const days = [
      [172, 60],
      [116, 77],
      [13, 111],
      [144, 101],
      [106, 67],
      [31, 93],
      [60, 80],
      [125, 73],
      [163, 88],
      [41, 86],
    ] as const;
    // −√2, 0, 0, 0, √2 have mean 0 and standard deviation 1.
    const found = anova(days.map(([mean, sd]) => [-1, 0, 0, 0, 1].map((sign) => mean + sign * Math.SQRT2 * sd)));
    assert.equal(Math.round(found.mean), 97);
    assert.equal(Math.round(Math.sqrt(found.between.meanSquare)), 128);
    assert.equal(Math.round(Math.sqrt(found.within.meanSquare)), 85);
    assert.equal(Math.round(found.betweenSd), 43);
    // Printed as 2.25, from 5 · 57²/85².
    assert.ok(Math.abs(found.f - 2.25) < 0.02, `${found.f}`);
    assert.deepEqual([found.between.dof, found.within.dof], [9, 40]);
    assert.ok(found.probability > 0.025 && found.probability < 0.05);
  });

  test("a very large F keeps the digits of its probability, and equal means give F = 0", () => {
    const found = anova([
      [0, 1],
      [1e6, 1e6 + 1],
    ]);
    // F(1, 2): the tail is 1 − √(F/(F + 2)), here 1/F to first order.
    near(found.probability, 1 / found.f, 1e-9);
    const same = anova([
      [1, 2, 3],
      [2, 1, 3],
    ]);
    assert.deepEqual([same.f, same.probability, same.betweenSd], [0, 1, 0]);
  });
});

describe("linear regression", () => {
  const series = (text: string): Decimal[] => text.split(" ").map(decimal);

  function fits(x: readonly Decimal[], y: readonly Decimal[], certified: readonly (readonly [string, string])[]) {
    const { coefficients, standardErrors, residualSd } = leastSquares(polynomialColumns(x, certified.length - 1), y);
    for (const [j, [b, se]] of certified.entries()) {
      near(coefficients[j]!, b, CERTIFIED);
      near(standardErrors[j]!, se, CERTIFIED);
    }
    return residualSd;
  }

  // A load cell [deflection against load], loaded twice.
  test("Pontius", () => {
    const loads = Array.from({ length: 40 }, (_, i) => decimal(String(150_000 * ((i % 20) + 1))));
    const deflections = series(
      ".11019 .21956 .32949 .43899 .54803 .65694 .76562 .87487 .98292 1.09146 1.20001 1.30822 1.41599 1.52399 1.63194 " +
        "1.73947 1.84646 1.95392 2.06128 2.16844 .11052 .22018 .32939 .43886 .54798 .65739 .76596 .87474 .98300 1.09150 " +
        "1.20004 1.30818 1.41613 1.52408 1.63159 1.73965 1.84696 1.95445 2.06177 2.16829",
    );
    const residualSd = fits(loads, deflections, [
      ["0.673565789473684e-3", "0.107938612033077e-3"],
      ["0.732059160401003e-6", "0.157817399981659e-9"],
      ["-0.316081871345029e-14", "0.486652849992036e-16"],
    ]);
    near(residualSd, "0.205177424076185e-3", CERTIFIED);
  });

  // 1 + x + … + x⁵ with deviations of up to 25 million.
  test("Wampler5", () => {
    const half = [759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048];
    const x = Array.from({ length: 21 }, (_, i) => decimal(String(i)));
    const y = x.map((value, i) => {
      const polynomial = [0, 1, 2, 3, 4].reduce((sum) => plus(times(sum, value), decimal("1")), decimal("1"));
      return plus(polynomial, decimal(String(10_000 * half[Math.min(i, 20 - i)]!)));
    });
    assert.deepEqual(minus(y[0]!, decimal("7590001")), decimal("0"));
    const residualSd = fits(x, y, [
      ["1", "21523262.4678170"],
      ["1", "23635517.3469681"],
      ["1", "7793435.24331583"],
      ["1", "1014755.07550350"],
      ["1", "56456.6512170752"],
      ["1", "1123.24854679312"],
    ]);
    near(residualSd, "23601450.2379268", CERTIFIED);
  });
});
