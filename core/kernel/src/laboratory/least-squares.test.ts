import assert from "node:assert/strict";
import { test } from "vitest";
import { type Decimal, decimal } from "../decimal.ts";
import { Refusal } from "../refusal.ts";
import { near } from "../testing/agree.ts";
import { decimalMoments } from "./decimal-moments.ts";
import { leastSquares, polynomialColumns } from "./least-squares.ts";

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const decimals = (text: string): Decimal[] => text.split(" ").map(decimal);

test("NIST StRD NumAcc4: a scatter of 0.1 on ten million, exactly", () => {
  const readings = [decimal("10000000.2")];
  for (let i = 0; i < 500; i++) readings.push(decimal("10000000.1"), decimal("10000000.3"));
  assert.deepEqual(decimalMoments(readings), { mean: 10000000.2, sd: 0.1, autocorrelation: -0.999 });
});

test("equal readings have no autocorrelation, and one reading no scatter", () => {
  assert.deepEqual(decimalMoments(decimals("5.0 5.00 5")), { mean: 5, sd: 0, autocorrelation: undefined });
  assert.throws(() => decimalMoments(decimals("5.0")), refusal("too-few-values"));
  assert.throws(() => decimalMoments(decimals("1e-600 1")), refusal("number-too-long"));
});

test("NIST StRD NoInt1 has the certified slope, standard error and residual scatter", () => {
  const x = decimals("60 61 62 63 64 65 66 67 68 69 70");
  const y = decimals("130 131 132 133 134 135 136 137 138 139 140");
  const { coefficients, standardErrors, residualSd } = leastSquares(polynomialColumns(x, 1, false), y);
  near(coefficients[0] ?? 0, 2.07438016528926, 1e-14);
  near(standardErrors[0] ?? 0, 0.0165289256198347, 1e-14);
  near(residualSd, 3.56753034006338, 1e-14);
});

test("NIST StRD Wampler1: the fifth degree is found without a trace of scatter", () => {
  const x = Array.from({ length: 21 }, (_, i) => decimal(String(i)));
  const y = Array.from({ length: 21 }, (_, i) => decimal(String(1 + i + i ** 2 + i ** 3 + i ** 4 + i ** 5)));
  const found = leastSquares(polynomialColumns(x, 5), y);
  assert.deepEqual(found.coefficients, [1, 1, 1, 1, 1, 1]);
  assert.deepEqual(found.standardErrors, [0, 0, 0, 0, 0, 0]);
});

test("columns that depend on each other are named, however nearly they do", () => {
  const x = decimals("1 2 3 4");
  const double = decimals("2 4 6 8");
  assert.throws(() => leastSquares([x, double], x), refusal("fit-singular"));
  const almost = decimals("2 4 6 8.0000000000000000000001");
  assert.deepEqual(leastSquares([x, almost], x).coefficients, [1, 0]);
});

test("as many points as columns, and columns of unequal length, are refused", () => {
  const x = decimals("1 2");
  assert.throws(() => leastSquares(polynomialColumns(x, 1), x), refusal("too-few-values"));
  assert.throws(() => leastSquares([], x), refusal("too-few-values"));
  assert.throws(
    () =>
      leastSquares(
        Array.from({ length: 31 }, () => x),
        x,
      ),
    refusal("outside-domain"),
  );
  assert.throws(() => leastSquares([decimals("1 2")], decimals("1 2 3")), refusal("values-differ-in-number"));
});
