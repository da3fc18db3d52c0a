import { refuse } from "./refusals.ts";
import { incompleteBeta } from "./special/beta.ts";
import { incompleteGamma, logBeta, logGamma, type Tails } from "./special/gamma.ts";
import { solvePositive } from "./special/solve.ts";

/**
 * Density of the standard normal distribution, e^(−z²/2) / √(2π).
 *
 * @source JCGM 100:2008, C.2.14
 * @example normalPdf(0) // → 0.398942280401433 (Abramowitz and Stegun, table 26.1)
 */
export function normalPdf(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/**
 * Probability that a standard normal variable does not exceed z; both tails keep their relative precision.
 *
 * @source NIST DLMF 7.2.1 and 7.11.1 (by the incomplete gamma function); JCGM 100:2008, C.2.14
 * @example normalCdf(1) // → 0.841344746068543 (Abramowitz and Stegun, table 26.1)
 */
export function normalCdf(z: number): number {
  const { upper } = incompleteGamma(0.5, 0.5 * z * z);
  return z < 0 ? 0.5 * upper : 1 - 0.5 * upper;
}

/**
 * The z that a standard normal variable exceeds with probability 1 − p.
 *
 * @throws Refusal `outside-domain` unless 0 < p < 1
 * @source the inverse of `normalCdf` by Halley's steps from Abramowitz and Stegun, 26.2.23
 * @example normalQuantile(0.975) // → 1.960 (JCGM 100:2008, table G.1)
 */
export function normalQuantile(p: number): number {
  needProbability(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  let z = roughNormalTail(tail);
  for (let step = 0; step < 3; step++) {
    const error = (normalCdf(-z) - tail) / normalPdf(z);
    z += error / (1 - 0.5 * z * error);
  }
  return p < 0.5 ? -z : z;
}

/** Start for the iteration, within 5e-4. @source Abramowitz and Stegun, 26.2.23 */
function roughNormalTail(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  return t - numerator / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

/**
 * From these degrees of freedom on t is the normal distribution and F is χ² over its degrees of freedom, within 1e-8 of the
 * quantile. The continued fraction loses about 1e-18 for each degree and at 1e16 has no digit left.
 */
const LIMIT_FROM_DOF = 1e9;

/**
 * Density of Student's t.
 *
 * (1 + t²/ν)^(−(ν + 1)/2) / (√ν B(½, ν/2))
 *
 * @param dof ν, not necessarily whole
 * @throws Refusal `outside-domain` unless dof > 0
 * @source JCGM 100:2008, C.3.8
 * @example tPdf(0, 1) // → 0.3183099 (one degree of freedom is Cauchy's distribution: 1/π)
 */
export function tPdf(t: number, dof: number): number {
  needPositive("dof", dof);
  if (dof >= LIMIT_FROM_DOF) return normalPdf(t);
  return Math.exp(-0.5 * (dof + 1) * Math.log1p((t / dof) * t) - 0.5 * Math.log(dof) - logBeta(0.5, 0.5 * dof));
}

/**
 * Probability that Student's t with (not necessarily whole) degrees of freedom does not exceed t.
 *
 * @throws Refusal `outside-domain` unless dof > 0
 * @source JCGM 100:2008, C.3.8; NIST DLMF 8.17
 * @example tCdf(1, 1) // → 0.75 (Cauchy's distribution: ½ + arctan(1)/π)
 * tCdf(2.228, 10) // → 0.975 (Abramowitz and Stegun, table 26.10)
 */
export function tCdf(t: number, dof: number): number {
  const upper = tUpperTail(Math.abs(t), dof);
  return t < 0 ? upper : 1 - upper;
}

function tUpperTail(t: number, dof: number): number {
  needPositive("dof", dof);
  if (dof >= LIMIT_FROM_DOF) return normalCdf(-t);
  const square = (t / dof) * t;
  if (square === Infinity) return 0;
  const x = 1 / (1 + square);
  return 0.5 * incompleteBeta(0.5 * dof, 0.5, x, square * x).lower;
}

/**
 * The t that Student's t exceeds with probability 1 − p.
 *
 * @param dof not necessarily whole
 * @throws Refusal `outside-domain` unless 0 < p < 1 and dof > 0
 * @source the inverse of `tCdf`; JCGM 100:2008, G.3.2
 * @example tQuantile(0.975, 10) // → 2.23 (JCGM 100:2008, table G.2)
 * tQuantile(0.975, Infinity) // → 1.960 (JCGM 100:2008, table G.2)
 */
export function tQuantile(p: number, dof: number): number {
  needProbability(p);
  needPositive("dof", dof);
  if (p === 0.5) return 0;
  if (dof >= LIMIT_FROM_DOF) return normalQuantile(p);
  const tail = Math.min(p, 1 - p);
  const at = (x: number) => ({ value: tUpperTail(x, dof), slope: -tPdf(x, dof) });
  const t = solvePositive(at, tail, -normalQuantile(tail), false);
  return p < 0.5 ? -t : t;
}

/**
 * Probability that χ² with dof degrees of freedom does not exceed x: P(dof/2, x/2).
 *
 * @throws Refusal `outside-domain` unless dof > 0
 * @source Abramowitz and Stegun, 26.4.19; NIST DLMF 8.2.4
 * @example chiSquareCdf(2, 2) // → 0.6321 (two degrees of freedom are an exponential distribution: 1 − e^−1)
 */
export function chiSquareCdf(x: number, dof: number): number {
  needPositive("dof", dof);
  return incompleteGamma(0.5 * dof, 0.5 * x).lower;
}

/**
 * The x that χ² exceeds with probability 1 − p.
 *
 * @throws Refusal `outside-domain` unless 0 < p < 1 and dof > 0
 * @source the inverse of `chiSquareCdf`
 * @example chiSquareQuantile(0.95, 10) // → 18.3070 (Abramowitz and Stegun, table 26.8)
 */
export function chiSquareQuantile(p: number, dof: number): number {
  needProbability(p);
  needPositive("dof", dof);
  const a = 0.5 * dof;
  const density = (x: number) => 0.5 * Math.exp((a - 1) * Math.log(0.5 * x) - 0.5 * x - logGamma(a));
  return quantile(p, (x) => incompleteGamma(a, 0.5 * x), density, wilsonHilferty(p, dof));
}

/** Start for the iteration. @source Abramowitz and Stegun, 26.4.17 */
function wilsonHilferty(p: number, dof: number): number {
  const spread = 2 / (9 * dof);
  return dof * Math.max(1 - spread + normalQuantile(p) * Math.sqrt(spread), 0.1) ** 3;
}

/**
 * Probability that F with dof1 and dof2 degrees of freedom does not exceed x: I_y(dof1/2, dof2/2), y = dof1 x / (dof1 x + dof2).
 *
 * @throws Refusal `outside-domain` unless both degrees of freedom are positive and at most one is infinite
 * @source Abramowitz and Stegun, 26.6.2; NIST DLMF 8.17
 * @example fCdf(1, 7, 7) // → 0.5 (F and 1/F have the same distribution)
 */
export function fCdf(x: number, dof1: number, dof2: number): number {
  return fTails(x, dof1, dof2).lower;
}

function fTails(x: number, dof1: number, dof2: number): Tails {
  needPositive("dof1", dof1);
  needPositive("dof2", dof2);
  if (dof1 === Infinity && dof2 === Infinity) refuse("outside-domain", { name: "dof1, dof2", given: dof1, min: 0 });
  if (dof2 >= LIMIT_FROM_DOF) return incompleteGamma(0.5 * dof1, 0.5 * dof1 * x);
  if (dof1 >= LIMIT_FROM_DOF) {
    const { lower, upper } = incompleteGamma(0.5 * dof2, (0.5 * dof2) / x);
    return { lower: upper, upper: lower };
  }
  const total = dof1 * x + dof2;
  return incompleteBeta(0.5 * dof1, 0.5 * dof2, (dof1 * x) / total, dof2 / total);
}

/**
 * The x that F exceeds with probability 1 − p.
 *
 * @throws Refusal `outside-domain` unless 0 < p < 1, both degrees of freedom are positive and at most one is infinite
 * @source the inverse of `fCdf`
 * @example fQuantile(0.95, 5, 10) // → 3.33 (Abramowitz and Stegun, table 26.9)
 * fQuantile(0.95, 5, Infinity) // → 2.21 (Abramowitz and Stegun, table 26.9)
 */
export function fQuantile(p: number, dof1: number, dof2: number): number {
  needProbability(p);
  // The slope only leads the search; where F is its limit, that of many degrees of freedom does.
  const [a, b] = [0.5 * Math.min(dof1, LIMIT_FROM_DOF), 0.5 * Math.min(dof2, LIMIT_FROM_DOF)];
  const density = (x: number) => {
    const ratio = (a / b) * x;
    return Math.exp(a * Math.log(ratio) - (a + b) * Math.log1p(ratio) - Math.log(x) - logBeta(a, b));
  };
  return quantile(p, (x) => fTails(x, dof1, dof2), density, 1);
}

/** Solves on the smaller tail, so that neither end loses digits. */
function quantile(p: number, tails: (x: number) => Tails, density: (x: number) => number, start: number): number {
  if (p > 0.5) return solvePositive((x) => ({ value: tails(x).upper, slope: -density(x) }), 1 - p, start, false);
  return solvePositive((x) => ({ value: tails(x).lower, slope: density(x) }), p, start, true);
}

/**
 * Probability of at most k successes in n trials of probability p: Σ_{i ≤ k} C(n, i) p^i (1 − p)^(n − i).
 *
 * @throws Refusal `outside-domain` unless 0 ≤ p ≤ 1
 * @source Abramowitz and Stegun, 26.5.24 (by the incomplete beta function)
 * @example binomialCdf(1, 4, 0.5) // → 0.3125 ((1 + 4)/2⁴)
 */
export function binomialCdf(k: number, n: number, p: number): number {
  needWithin("p", p, 0, 1);
  if (k < 0) return 0;
  if (k >= n) return 1;
  const whole = Math.floor(k);
  return incompleteBeta(n - whole, whole + 1, 1 - p, p).lower;
}

/**
 * Probability of at most k events where μ are expected.
 *
 * Σ_{i ≤ k} e^−μ μ^i / i!
 *
 * @param mu μ, from 0 on
 * @throws Refusal `outside-domain` for a negative or infinite μ
 * @source Abramowitz and Stegun, 26.4.21 (by the incomplete gamma function)
 * @example poissonCdf(2, 2) // → 0.67668 (e^−2·(1 + 2 + 2); Abramowitz and Stegun, table 26.7)
 */
export function poissonCdf(k: number, mu: number): number {
  needWithin("mu", mu, 0, Number.MAX_VALUE);
  if (k === Infinity) return 1;
  return k < 0 ? 0 : incompleteGamma(Math.floor(k) + 1, mu).upper;
}

/**
 * Probability of at most k defectives among `drawn` items of a population with so many `defectives`.
 *
 * Σ_{i ≤ k} C(D, i) C(N − D, n − i) / C(N, n)
 *
 * @throws Refusal `outside-domain` where drawn or defectives exceed the population
 * @source ISO 3534-1:2006, 2.48 (hypergeometric distribution; recalled)
 * @example hypergeometricCdf(0, 10, 2, 3) // → 0.46667 (C(8, 3)/C(10, 3) = 56/120)
 */
export function hypergeometricCdf(k: number, population: number, defectives: number, drawn: number): number {
  needWithin("defectives", defectives, 0, population);
  needWithin("drawn", drawn, 0, population);
  const first = Math.max(0, drawn + defectives - population);
  if (k >= Math.min(drawn, defectives)) return 1;
  const last = Math.floor(k);
  const all = logChoose(population, drawn);
  let total = 0;
  for (let i = first; i <= last; i++) {
    total += Math.exp(logChoose(defectives, i) + logChoose(population - defectives, drawn - i) - all);
  }
  return Math.min(1, total);
}

/** ln of the number of ways to choose k of n. */
function logChoose(n: number, k: number): number {
  return k === 0 || k === n ? 0 : -Math.log(n + 1) - logBeta(n - k + 1, k + 1);
}

function needProbability(p: number): void {
  if (!(p > 0 && p < 1)) refuse("outside-domain", { name: "p", given: p, min: 0, max: 1 });
}

function needPositive(name: string, given: number): void {
  if (!(given > 0)) refuse("outside-domain", { name, given, min: 0 });
}

function needWithin(name: string, given: number, min: number, max: number): void {
  if (!(given >= min && given <= max)) refuse("outside-domain", { name, given, min, max });
}
