/**
 * Solves A·X = B for several right-hand sides by elimination with row pivots.
 *
 * @param a square; it is left as it is
 * @param b as many rows, a column for each right-hand side; it is left as it is
 * @returns X, undefined where A is singular to the precision of the numbers
 * @source Golub, Van Loan, "Matrix computations", 4th ed., 3.4 (partial pivoting)
 * @example solve([[2, 1], [1, 3]], [[3], [5]]) // → [[0.8], [1.4]] (2·0.8 + 1.4 = 3, 0.8 + 3·1.4 = 5)
 * solve([[1, 2], [2, 4]], [[1], [1]]) // → undefined (the second row is twice the first)
 */
export function solve(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] | undefined {
  const rows = a.map((row, i) => [...row, ...b[i]!]);
  const n = a.length;
  const largest = Math.max(...a.flat().map(Math.abs));
  for (let k = 0; k < n; k++) {
    const rest = rows.slice(k).map((row) => Math.abs(row[k]!));
    const pivot = k + rest.indexOf(Math.max(...rest));
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const head = rows[k]!;
    if (!(Math.abs(head[k]!) > 1e-15 * largest)) return undefined;
    for (const [i, row] of rows.entries()) {
      if (i === k) continue;
      const factor = row[k]! / head[k]!;
      for (let j = k; j < row.length; j++) row[j] = row[j]! - factor * head[j]!;
    }
  }
  return rows.map((row, i) => row.slice(n).map((value) => value / row[i]!));
}
