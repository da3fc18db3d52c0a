import { refuse } from "../refusals.ts";

/** A stated correlation of two named quantities, r between −1 and 1. */
export type Correlation = { readonly a: string; readonly b: string; readonly r: number };

/**
 * The correlation matrix of named quantities, ones on its diagonal, zero where nothing is stated.
 *
 * @throws Refusal `correlation-invalid` for an unknown or repeated pair or an r outside −1 to 1;
 * `correlations-inconsistent` where no quantities could be correlated like that, with the smallest eigenvalue
 */
export function correlationMatrix(names: readonly string[], correlations: readonly Correlation[]): Float64Array[] {
  const matrix = names.map((_, i) => Float64Array.from(names, (_name, j) => (i === j ? 1 : 0)));
  const stated = new Set<string>();
  for (const { a, b, r } of correlations) {
    const [i, j] = [names.indexOf(a), names.indexOf(b)];
    const pair = [Math.min(i, j), Math.max(i, j)].join();
    if (i < 0 || j < 0 || i === j || stated.has(pair) || !(r >= -1 && r <= 1)) {
      refuse("correlation-invalid", { a, b, given: r });
    }
    stated.add(pair);
    matrix[i]![j] = matrix[j]![i] = r;
  }
  if (stated.size > 0 && !cholesky(matrix)) {
    refuse("correlations-inconsistent", { smallestEigenvalue: smallestEigenvalue(matrix) });
  }
  return matrix;
}

/** Rounding of stated coefficients and of the arithmetic may push an eigenvalue this far below zero. */
const TOLERANCE = 1e-12;

/**
 * The lower triangle L with L·Lᵀ = matrix; undefined where the matrix is not positive semidefinite.
 * Quantities that are fully correlated with earlier ones leave a zero column.
 */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] | undefined {
  const lower = matrix.map((row) => new Float64Array(row.length));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      if (i === j) {
        if (rest < -TOLERANCE) return undefined;
        lower[i]![i] = rest > TOLERANCE ? Math.sqrt(rest) : 0;
      } else if (lower[j]![j]! > 0) lower[i]![j] = rest / lower[j]![j]!;
      else if (Math.abs(rest) > Math.sqrt(TOLERANCE)) return undefined;
    }
  }
  return lower;
}

/** Smallest eigenvalue of a symmetric matrix, by Jacobi's rotations. */
export function smallestEigenvalue(matrix: readonly Float64Array[]): number {
  const a = matrix.map((row) => Float64Array.from(row));
  for (let sweep = 0; sweep < 60 && rotateAll(a) > 1e-24; sweep++);
  return a.reduce((least, row, i) => Math.min(least, row[i]!), Infinity);
}

/** One sweep over all pairs; returns the sum of squares that was off the diagonal before it. */
function rotateAll(a: readonly Float64Array[]): number {
  let off = 0;
  for (let p = 0; p < a.length; p++) {
    for (let q = p + 1; q < a.length; q++) {
      off += a[p]![q]! ** 2;
      if (a[p]![q] !== 0) rotate(a, p, q);
    }
  }
  return off;
}

function rotate(a: readonly Float64Array[], p: number, q: number): void {
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = c * x - s * y;
    a[k]![q] = s * x + c * y;
  }
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = c * x - s * y;
    a[q]![k] = s * x + c * y;
  }
}
