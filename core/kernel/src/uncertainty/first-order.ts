/** Covariance of first order of several outputs, and their standard uncertainties. */
export type FirstOrder = {
  readonly covariance: readonly (readonly number[])[];
  readonly u: readonly number[];
};

/**
 * What weighted contributions make together.
 *
 * cov(y_k, y_l) = Σ_i Σ_j c_ki u_i c_lj u_j r_ij
 *
 * Uncertainties are scaled by their largest contribution, so that very large and very small units lose nothing.
 *
 * @param weighted c_ki u(x_i): a row per output
 * @param r correlation matrix of the inputs
 * @source JCGM 100:2008, 5.2.2 (16); JCGM 102:2011, 6.2.1.3
 * @example firstOrder([[3, 4]], [Float64Array.of(1, 0), Float64Array.of(0, 1)]) // → { u: [5], covariance: [[25]] } (√(3² + 4²))
 * firstOrder([[3, 4]], [Float64Array.of(1, 1), Float64Array.of(1, 1)]).u // → [7] (JCGM 100:2008, 5.2.2, note 1: fully correlated contributions add, 3 + 4)
 */
export function firstOrder(weighted: readonly (readonly number[])[], r: readonly Float64Array[]): FirstOrder {
  const scales = weighted.map((row) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1);
  const scaled = weighted.map((row, k) => row.map((value) => value / scales[k]!));
  const correlated = r.map(othersOf);
  const carried = scaled.map((row) =>
    row.map((own, i) => correlated[i]!.reduce((total, j) => total + r[i]![j]! * row[j]!, own)),
  );
  const together = (k: number, l: number) =>
    scaled[k]!.reduce((total, value, i) => (value === 0 ? total : total + value * carried[l]![i]!), 0);
  return {
    covariance: scales.map((one, k) => scales.map((other, l) => together(k, l) * one * other)),
    u: scales.map((scale, k) => scale * Math.sqrt(Math.max(0, together(k, k)))),
  };
}

/** Places beside the diagonal that are not zero. */
function othersOf(row: Float64Array, i: number): number[] {
  const others: number[] = [];
  for (let j = 0; j < row.length; j++) if (row[j] !== 0 && j !== i) others.push(j);
  return others;
}
