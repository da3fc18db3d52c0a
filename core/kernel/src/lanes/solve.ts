import type { Lanes } from "./lanes.ts";

const SIZE = 0x7fff_ffff_ffff_ffffn;

/**
 * Solves A x = b at two points at once, by elimination with the largest pivot of each column; each lane has its own.
 *
 * @param L the arithmetic: any `Lanes`
 * @param a square, row by row
 * @returns not finite numbers where A is singular
 * @source Golub, Van Loan, "Matrix computations", 4th ed., 3.4 (partial pivoting)
 * @example solveLanes({ bits: () => 0, and: (a) => Math.abs(a), less: (a, b) => a < b, select: (mask, a, b) => (mask ? a : b), subtract: (a, b) => a - b, multiply: (a, b) => a * b, divide: (a, b) => a / b }, [[0, 2], [4, 1]], [6, 7]) // → [1, 3] (2·3 = 6, 4·1 + 3 = 7; one lane)
 */
export function solveLanes<V>(L: Lanes<V>, a: readonly (readonly V[])[], b: readonly V[]): V[] {
  const n = b.length;
  const rows = a.map((row, i) => [...row, b[i]!]);
  for (let k = 0; k < n; k++) {
    for (let i = k + 1; i < n; i++) exchange(L, rows[k]!, rows[i]!, k);
    for (let i = k + 1; i < n; i++) {
      const factor = L.divide(rows[i]![k]!, rows[k]![k]!);
      for (let j = k + 1; j <= n; j++) rows[i]![j] = L.subtract(rows[i]![j]!, L.multiply(factor, rows[k]![j]!));
    }
  }
  const x = [...b];
  for (let i = n - 1; i >= 0; i--) {
    let rest: V = rows[i]![n]!;
    for (let j = i + 1; j < n; j++) rest = L.subtract(rest, L.multiply(rows[i]![j]!, x[j]!));
    x[i] = L.divide(rest, rows[i]![i]!);
  }
  return x;
}

/** Exchanges two rows where the lower one has the larger head. */
function exchange<V>(L: Lanes<V>, upper: V[], lower: V[], k: number): void {
  const larger = L.less(L.and(upper[k]!, L.bits(SIZE)), L.and(lower[k]!, L.bits(SIZE)));
  for (let j = k; j < upper.length; j++) {
    const [one, other] = [upper[j]!, lower[j]!];
    upper[j] = L.select(larger, other, one);
    lower[j] = L.select(larger, one, other);
  }
}
