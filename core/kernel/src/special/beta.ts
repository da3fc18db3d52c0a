import { continuedFraction, logBeta, type Tails } from "./gamma.ts";

/**
 * Regularised incomplete beta function I_x(a, b) and its complement, each precise where it is small; for a or b beyond 10⁵ the
 * relative error grows, to about 1e-9 at 10⁹.
 *
 * I_x(a, b) = x^a (1 − x)^b / (a B(a, b)) · 1/(1 + d₁/(1 + d₂/(1 + …)))
 *
 * @param x from 0 to 1
 * @param y its complement 1 − x, given as well so that neither loses digits near 0
 * @source NIST DLMF 8.17.22 (continued fraction), 8.17.4 (symmetry)
 * @example incompleteBeta(2, 3, 0.5, 0.5) // → { lower: 0.6875, upper: 0.3125 } (NIST DLMF 8.17.5: two or more heads of four, 11/16)
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const front = Math.exp(a * logOf(x, y) + b * logOf(y, x) - logBeta(a, b));
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = (front / a) * betaFraction(a, b, x);
    return { lower, upper: 1 - lower };
  }
  const upper = (front / b) * betaFraction(b, a, y);
  return { lower: 1 - upper, upper };
}

/** ln x, taken from the complement where x is close to one. */
function logOf(x: number, complement: number): number {
  return complement < 0.5 ? Math.log1p(-complement) : Math.log(x);
}

function betaFraction(a: number, b: number, x: number): number {
  return continuedFraction(1, (n) => ({ numerator: coefficient(n), denominator: 1 }));

  function coefficient(n: number): number {
    const m = n >> 1;
    if (n % 2 === 0) return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  }
}
