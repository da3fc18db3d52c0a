import { refuse } from "../refusals.ts";
import { symmetricEigenvalues } from "./eigenvalues.ts";

/** A stated correlation of two named quantities, r between −1 and 1. */
export type Correlation = { readonly a: string; readonly b: string; readonly r: number };

/**
 * The correlation matrix of named quantities, ones on its diagonal, zero where nothing is stated.
 *
 * @returns a row per name, in their order
 * @throws Refusal `correlation-invalid` for an unknown or repeated pair or an r outside −1 to 1, with its place in the
 * list; `correlations-inconsistent` where no quantities could be correlated like that, with how far they are from it at least
 * @source JCGM 100:2008, 5.2.2 (14) and C.3.6
 * @example correlationMatrix(["V", "I", "phi"], [{ a: "V", b: "I", r: -0.36 }, { a: "V", b: "phi", r: 0.86 }, { a: "I", b: "phi", r: -0.65 }])[2] // → [0.86, -0.65, 1] (JCGM 100:2008, table H.2)
 * refusalOf(() => correlationMatrix(["a", "b", "c"], [{ a: "a", b: "b", r: 0.9 }, { a: "b", b: "c", r: 0.9 }, { a: "a", b: "c", r: -0.9 }])) // → "correlations-inconsistent" (what follows b twice cannot oppose itself: the determinant is −2.888)
 */
export function correlationMatrix(names: readonly string[], correlations: readonly Correlation[]): Float64Array[] {
  const matrix = names.map(() => new Float64Array(names.length));
  for (const [i, row] of matrix.entries()) row[i] = 1;
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

/**
 * The lower triangle L of a correlation matrix, L·Lᵀ = R.
 *
 * @throws Refusal `correlations-inconsistent` with the smallest eigenvalue and how far every possible matrix is away at least
 * @source JCGM 101:2008, C.5 (Cholesky's factor)
 * @example triangleOf([[1, 0.6], [0.6, 1]])[1] // → [0.6, 0.8] (0.6² + 0.8² = 1)
 */
export function triangleOf(matrix: readonly Float64Array[]): Float64Array[] {
  return cholesky(matrix) ?? refuse("correlations-inconsistent", indefiniteness(matrix));
}

/** Rounding of stated coefficients and of the arithmetic may push an eigenvalue this far below zero. */
const TOLERANCE = 1e-12;

/**
 * The lower triangle L with L·Lᵀ = matrix; undefined where the matrix is not positive semidefinite.
 * Quantities that are fully correlated with earlier ones leave a zero column.
 *
 * @param matrix symmetric; only its lower half is read
 * @source Golub, Van Loan, "Matrix computations", 4th ed., 4.2 (Cholesky's factor; semidefinite matrices); JCGM 101:2008, C.5
 * @example cholesky([[4, 2], [2, 5]]) // → [[2, 0], [1, 2]] (2·2 = 4, 2·1 = 2, 1² + 2² = 5)
 * cholesky([[1, 2], [2, 1]]) // → undefined (its eigenvalues are 3 and −1)
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
 * nearest such matrix in Frobenius's norm, √Σ λ² over the negative eigenvalues. That matrix need not have ones on its
 * diagonal, so that the nearest correlation matrix is as far away or farther.
 *
 * @source Higham, Linear Algebra Appl. 103 (1988) 103, theorem 2.1
 * @example indefiniteness([[1, 2], [2, 1]]) // → { smallestEigenvalue: -1, distance: 1 } (its eigenvalues are 3 and −1)
 */
export function indefiniteness(matrix: readonly Float64Array[]): {
  readonly smallestEigenvalue: number;
  readonly distance: number;
} {
  const values = symmetricEigenvalues(matrix);
  const smallestEigenvalue = values.reduce((least, value) => Math.min(least, value), Infinity);
  return { smallestEigenvalue, distance: Math.hypot(...values.filter((value) => value < 0)) };
}
