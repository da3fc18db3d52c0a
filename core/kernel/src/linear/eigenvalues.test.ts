import assert from "node:assert/strict";
import fc from "fast-check";
import { expect, test } from "vitest";
import { near } from "../testing/agree.ts";
import { correlationMatrix, indefiniteness } from "./correlation-matrix.ts";
import { symmetricEigenvalues } from "./eigenvalues.ts";

const seed = 20261125;
const rows = (values: readonly (readonly number[])[]) => values.map((row) => Float64Array.from(row));

test("2 1 1; 1 2 1; 1 1 2 has the eigenvalues 1, 1 and 4", () => {
  const found = symmetricEigenvalues(
    rows([
      [2, 1, 1],
      [1, 2, 1],
      [1, 1, 2],
    ]),
  ).toSorted();
  for (const [k, wanted] of [1, 1, 4].entries()) near(found[k]!, wanted, 1e-14);
});

// −1 2 −1 along the diagonals: λ_k = 2 − 2 cos(kπ/(n + 1)).
test("the second difference of 50 points has the eigenvalues that are known in closed form", () => {
  const n = 50;
  const matrix = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_x, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
  );
  const found = symmetricEigenvalues(matrix).toSorted();
  for (let k = 1; k <= n; k++) near(found[k - 1]!, 2 - 2 * Math.cos((k * Math.PI) / (n + 1)), 1e-11);
});

test(`trace and sum of squares of any symmetric matrix are those of its eigenvalues (seed ${seed})`, () => {
  const entry = fc.double({ min: -10, max: 10, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.array(entry, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 9 }), (given) => {
      const n = given.length;
      const matrix = rows(given.map((_, i) => given.map((_row, j) => given[Math.min(i, j)]![Math.max(i, j)]!)));
      const values = [...symmetricEigenvalues(matrix)];
      const trace = matrix.reduce((total, row, i) => total + row[i]!, 0);
      const squares = matrix.reduce((total, row) => total + row.reduce((sum, x) => sum + x * x, 0), 0);
      assert.ok(Math.abs(values.reduce((a, b) => a + b, 0) - trace) < 1e-12 * (n + Math.sqrt(squares) * n));
      assert.ok(Math.abs(values.reduce((a, b) => a + b * b, 0) - squares) <= 1e-12 * (1 + squares));
    }),
    { seed },
  );
});

// r = −0.9 three times: eigenvalues 1 − 2·0.9 = −0.8 and twice 1.9, so that the nearest semidefinite matrix is 0.8 away.
test("contradicting correlations say how far they are from any that are possible", () => {
  const all = [
    { a: "a", b: "b", r: -0.9 },
    { a: "a", b: "c", r: -0.9 },
    { a: "b", b: "c", r: -0.9 },
  ];
  const refused = (() => {
    try {
      correlationMatrix(["a", "b", "c"], all);
      return undefined;
    } catch (error) {
      return error as { code: string; facts: Record<string, number> };
    }
  })();
  expect(refused?.code).toBe("correlations-inconsistent");
  near(refused!.facts["smallestEigenvalue"]!, -0.8, 1e-14);
  near(refused!.facts["distance"]!, 0.8, 1e-14);
});

test("two negative eigenvalues count both: −3 and −4 are 5 away", () => {
  const { smallestEigenvalue, distance } = indefiniteness(
    rows([
      [-3, 0],
      [0, -4],
    ]),
  );
  assert.deepEqual([smallestEigenvalue, distance], [-4, 5]);
});

test("a wrong correlation is named with its place in the list", () => {
  expect(() =>
    correlationMatrix(
      ["a", "b"],
      [
        { a: "a", b: "b", r: 0.1 },
        { a: "b", b: "c", r: 0.1 },
      ],
    ),
  ).toThrow(expect.objectContaining({ code: "correlation-invalid", facts: { a: "b", b: "c", given: 0.1, at: 1 } }));
});
