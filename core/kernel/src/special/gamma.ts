const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
const STIRLING_FROM = 15;

/** B_2k / (2k(2k−1)) for k = 1 to 8. @source NIST DLMF 5.11.1 */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400] as const;

/**
 * ln Γ(x) for x > 0, to about 1e-15 absolute or relative, whichever is larger.
 *
 * @source NIST DLMF 5.11.1 (Stirling's series), 5.5.1 (recurrence)
 * @example logGamma(0.5) // → 0.5723649429 (NIST DLMF 5.4.6: Γ(½) = √π)
 * logGamma(5) // → 3.1780538303 (NIST DLMF 5.4.1: ln 4! = ln 24)
 */
export function logGamma(x: number): number {
  if (x >= STIRLING_FROM) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingTail(x);
  let product = 1;
  let shifted = x;
  while (shifted < STIRLING_FROM) {
    product *= shifted;
    shifted += 1;
  }
  return logGamma(shifted) - Math.log(product);
}

/** What Stirling's leading terms leave of ln Γ(x); precise for x ≥ 15. */
function stirlingTail(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  return inverse * STIRLING.reduceRight((rest, coefficient) => coefficient + square * rest, 0);
}

/**
 * ln B(a, b) without the cancellation of three large logarithms.
 *
 * @source NIST DLMF 5.12.1
 * @example logBeta(2, 3) // → -2.4849066498 (NIST DLMF 5.12.1: B(2, 3) = 1! 2!/4! = 1/12)
 */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const total = small + large;
  const tails = stirlingTail(large) - stirlingTail(total);
  const falling = -(total - 0.5) * Math.log1p(small / large) + small;
  if (small < STIRLING_FROM) return logGamma(small) - small * Math.log(large) + falling + tails;
  const own = (small - 0.5) * Math.log(small / large) - 0.5 * Math.log(large) - small;
  return own + HALF_LOG_TWO_PI + stirlingTail(small) + falling + tails;
}

const EPSILON = 1e-17;
const MOST_TERMS = 200_000;

export type Tails = { readonly lower: number; readonly upper: number };

/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P, each precise where it is small.
 *
 * @source NIST DLMF 8.7.1 (series), 8.9.2 (continued fraction)
 * @example incompleteGamma(1, 1) // → { lower: 0.6321205588, upper: 0.3678794412 } (NIST DLMF 8.4.9: P(1, x) = 1 − e^−x)
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const front = Math.exp(logGammaDensity(a, x));
  if (x < a + 1) {
    const lower = front * gammaSeries(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = front * gammaFraction(a, x);
  return { lower: 1 - upper, upper };
}

/** ln( x^a e^−x / Γ(a) ), arranged so that large a and x do not cancel. */
function logGammaDensity(a: number, x: number): number {
  if (a < STIRLING_FROM) return a * Math.log(x) - x - logGamma(a);
  const ratio = (x - a) / a;
  const exponent = Math.abs(ratio) < 0.5 ? a * (Math.log1p(ratio) - ratio) : a * Math.log(x / a) - (x - a);
  return exponent + 0.5 * Math.log(a) - HALF_LOG_TWO_PI - stirlingTail(a);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let n = 1; n < MOST_TERMS && term > total * EPSILON; n++) {
    term *= x / (a + n);
    total += term;
  }
  return total;
}

function gammaFraction(a: number, x: number): number {
  return continuedFraction(x + 1 - a, (n) => ({ numerator: -n * (n - a), denominator: x + 2 * n + 1 - a }));
}

/**
 * 1 / (b0 + a1 / (b1 + a2 / (b2 + …))) by the modified Lentz method.
 *
 * @param term numerator a_n and denominator b_n, n from 1
 * @source NIST DLMF 3.10(iii)
 * @example continuedFraction(1, () => ({ numerator: 1, denominator: 1 })) // → 0.6180339887 ((√5 − 1)/2, the golden section, solves x = 1/(1 + x))
 */
export function continuedFraction(
  b0: number,
  term: (n: number) => { readonly numerator: number; readonly denominator: number },
): number {
  const tiny = 1e-300;
  let c = 1 / tiny;
  let d = 1 / b0;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const { numerator, denominator } = term(n);
    d = 1 / nonzero(numerator * d + denominator);
    c = nonzero(denominator + numerator / c);
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;

  function nonzero(x: number): number {
    return Math.abs(x) < tiny ? tiny : x;
  }
}
