/** One term n·a^I·b^J of a fundamental or backward equation, as the release tabulates it. */
export type Term = readonly [i: number, j: number, n: number];

/** A sum of terms with its first and second derivatives by a and by b. */
export type TermSum = {
  readonly f: number;
  readonly a: number;
  readonly aa: number;
  readonly b: number;
  readonly bb: number;
  readonly ab: number;
};

/**
 * Σ n·a^I·b^J with its first and second derivatives; neither a nor b may be 0.
 *
 * @param terms as the release tabulates them: I, J, n
 * @source IAPWS R7-97(2012), tables 4, 13 and 14 (derivatives of the free energy)
 * @example termSum([[2, 1, 3]], 2, 5) // → { f: 60, a: 60, aa: 30, b: 12, bb: 0, ab: 12 } (3a²b = 60, 6ab = 60, 6b = 30, 3a² = 12, 0, 6a = 12)
 */
export function termSum(terms: readonly Term[], a: number, b: number): TermSum {
  let [f, fa, faa, fb, fbb, fab] = [0, 0, 0, 0, 0, 0];
  for (const [i, j, n] of terms) {
    const term = n * a ** i * b ** j;
    f += term;
    fa += i * term;
    faa += i * (i - 1) * term;
    fb += j * term;
    fbb += j * (j - 1) * term;
    fab += i * j * term;
  }
  return { f, a: fa / a, aa: faa / (a * a), b: fb / b, bb: fbb / (b * b), ab: fab / (a * b) };
}

/**
 * Σ n·a^I·b^J alone.
 *
 * @param terms as the release tabulates them: I, J, n
 * @source IAPWS R7-97(2012), 6 (sums of the backward equations)
 * @example termValue([[2, 1, 3], [0, 0, 1]], 2, 5) // → 61 (3·2²·5 + 1)
 */
export function termValue(terms: readonly Term[], a: number, b: number): number {
  let f = 0;
  for (const [i, j, n] of terms) f += n * a ** i * b ** j;
  return f;
}
