import { refuse } from "../refusals.ts";
import { symmetricEigenvalues } from "./eigenvalues.ts";

/** A stated correlation of two named quantities, r between −1 and 1. */
export type Correlation = { readonly a: string; readonly b: string; readonly r: number };

/**
 * The correlation matrix of named quantities, ones on its diagonal, zero where nothing is stated.
 *
 * @throws Refusal `correlation-invalid` for an unknown or repeated pair or an r outside −1 to 1, with its place in the
 * list; `correlations-inconsistent` where no quantities could be correlated like that, with how far they are from it
 */
export function correlationMatrix(names: readonly string[], correlations: readonly Correlation[]): Float64Array[] {
  const matrix = names.map((_, i) => Float64Array.from(names, (_name, j) => (i === j ? 1 : 0)));
  const places = new Map(names.map((name, place) => [name, place]));
  const stated = new Set<number>();
  for (const [place, { a, b, r }] of correlations.entries()) {
    const [i, j] = [places.get(a) ?? -1, places.get(b) ?? -1];
    const pair = Math.min(i, j) * names.length + Math.max(i, j);
    if (i < 0 || j < 0 || i === j || stated.has(pair) || !(r >= -1 && r <= 1)) {
      refuse("correlation-invalid", { a, b, given: r, at: place });
    }
    stated.add(pair);
    matrix[i]![j] = matrix[j]![i] = r;
  }
  if (correlations.some(({ r }) => r !== 0)) triangleOf(matrix);
  return matrix;
}

/** The lower triangle of a correlation matrix. @throws Refusal `correlations-inconsistent` */
export function triangleOf(matrix: readonly Float64Array[]): Float64Array[] {
  return cholesky(matrix) ?? refuse("correlations-inconsistent", indefiniteness(matrix));
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

/**
 * How far a symmetric matrix is from a positive semidefinite one: its smallest eigenvalue, and the distance to the
 * nearest such matrix in Frobenius's norm, √Σ λ² over the negative eigenvalues.
 *
 * @source Higham, Linear Algebra Appl. 103 (1988) 103, theorem 2.1
 */
export function indefiniteness(matrix: readonly Float64Array[]): {
  readonly smallestEigenvalue: number;
  readonly distance: number;
} {
  const values = symmetricEigenvalues(matrix);
  const smallestEigenvalue = values.reduce((least, value) => Math.min(least, value), Infinity);
  return { smallestEigenvalue, distance: Math.hypot(...values.filter((value) => value < 0)) };
}
