/**
 * Solves A·X = B for several right-hand sides by elimination with row pivots.
 *
 * @param a square, @param b as many rows; both are left as they are
 * @returns undefined where A is singular to the precision of the numbers
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
