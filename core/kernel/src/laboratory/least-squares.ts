import { type Decimal, times } from "../decimal.ts";
import { refuse } from "../refusals.ts";
import { quotientNumber, rootNumber, total, wholeSeries } from "./exact-number.ts";

/** A linear least squares fit; the arrays follow the columns. */
export type LeastSquares = {
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  /** Residual standard deviation, with n − p degrees of freedom. */
  readonly residualSd: number;
  readonly dof: number;
};

/**
 * Ordinary least squares y = Σ b_j x_j on decimals as they are written, solved without rounding.
 *
 * The normal equations, whose condition ruins binary arithmetic, are solved in whole numbers (fraction-free
 * Gauss–Jordan elimination) and every figure is rounded once. Meant for calibration functions: some columns, up to
 * thousands of points.
 *
 * s² = (yᵀy − bᵀXᵀy)/(n − p),  u²(b_j) = s² [(XᵀX)⁻¹]_jj
 *
 * @param columns one per coefficient; the intercept is a column of ones
 * @example leastSquares(polynomialColumns(Array.from({ length: 11 }, (_, i) => decimal(String(60 + i))), 1, false), Array.from({ length: 11 }, (_, i) => decimal(String(130 + i)))) // → { coefficients: [2.07438016528926], standardErrors: [0.0165289256198347], residualSd: 3.56753034006338, dof: 10 } (NIST StRD NoInt1)
 * @throws Refusal `too-few-values` unless there are more points than columns; `values-differ-in-number`; `fit-singular`
 *   with the column that depends on those before it; `number-too-long`; `outside-domain` above thirty columns
 * @source NIST Statistical Reference Datasets, linear regression; E. H. Bareiss, Math. Comp. 22 (1968) 565
 */
export function leastSquares(columns: readonly (readonly Decimal[])[], y: readonly Decimal[]): LeastSquares {
  const [n, p] = [y.length, columns.length];
  if (p > MOST_COLUMNS) refuse("outside-domain", { name: "columns", given: p, min: 1, max: MOST_COLUMNS });
  if (p < 1 || n <= p) refuse("too-few-values", { given: n, needed: p + 1 });
  for (const { length } of columns) if (length !== n) refuse("values-differ-in-number", { given: length, needed: n });
  const xs = columns.map(wholeSeries);
  const ys = wholeSeries(y);
  const moments = xs.map((column) => dot(column.digits, ys.digits));
  const rows = xs.map((a, j) => [
    ...xs.map((b) => dot(a.digits, b.digits)),
    moments[j] ?? 0n,
    ...xs.map((_, k) => (j === k ? 1n : 0n)),
  ]);
  const determinant = eliminate(rows);
  const solution = rows.map((row) => row[p] ?? 0n);
  // The residual sum of squares times the determinant; exact, so never negative.
  const residual = dot(ys.digits, ys.digits) * determinant - dot(solution, moments);
  const dof = n - p;
  const inverse = rows.map((row, j) => row[p + 1 + j] ?? 0n);
  return {
    coefficients: solution.map((b, j) => quotientNumber(b, determinant, (xs[j]?.scale ?? 0) - ys.scale)),
    standardErrors: inverse.map((v, j) =>
      rootNumber(residual * v, determinant * determinant * BigInt(dof), (xs[j]?.scale ?? 0) - ys.scale),
    ),
    residualSd: rootNumber(residual, determinant * BigInt(dof), -ys.scale),
    dof,
  };
}

/** Exact elimination grows with the cube of the columns and the digits; calibration functions have a dozen. */
const MOST_COLUMNS = 30;

/**
 * The columns 1, x, x², … of a polynomial; without the first where the curve passes through zero.
 *
 * @example polynomialColumns([decimal("3")], 2).map(([value]) => formatDecimal(value)) // → ["1", "3", "9"] (3⁰, 3¹, 3²)
 * @source NIST Statistical Reference Datasets, linear regression (Wampler, Filip)
 */
export function polynomialColumns(x: readonly Decimal[], degree: number, intercept = true): Decimal[][] {
  const powers: Decimal[][] = [x.map(() => ({ digits: 1n, scale: 0 }))];
  for (let k = 1; k <= degree; k++) powers.push(x.map((value, i) => times(powers[k - 1]?.[i] ?? value, value)));
  return intercept ? powers : powers.slice(1);
}

function dot(a: readonly bigint[], b: readonly bigint[]): bigint {
  return total(a.map((value, i) => value * (b[i] ?? 0n)));
}

/** Brings the square part of the rows to determinant · identity, in place, and returns the determinant. */
function eliminate(rows: bigint[][]): bigint {
  let before = 1n;
  for (const [k, pivotRow] of rows.entries()) {
    const pivot = pivotRow[k] ?? 0n;
    if (pivot === 0n) refuse("fit-singular", { column: k + 1 });
    for (const [i, row] of rows.entries()) {
      if (i === k) continue;
      const factor = row[k] ?? 0n;
      // The division leaves no remainder: that is the theorem of Bareiss.
      for (const [j, value] of row.entries()) row[j] = (pivot * value - factor * (pivotRow[j] ?? 0n)) / before;
    }
    before = pivot;
  }
  return before;
}
