import type { Correlation } from "../linear/correlation-matrix.ts";
import { refuse } from "../refusals.ts";
import type { Distribution } from "./distribution.ts";
import { marginalOf } from "./marginal.ts";

/**
 * The correlations that standard normal variables must have so that, once each is given its distribution, the
 * quantities themselves have the correlations that are stated.
 *
 * r = Σ_k a_k b_k ρ^k, where a_k and b_k are the coefficients of the two standardised quantities in Hermite's
 * polynomials of their scores
 *
 * A stated r is taken as Pearson's coefficient, the one of JCGM 100:2008, 5.2.2. A t with two or fewer degrees of
 * freedom has none; there r is taken as that of the scores.
 *
 * @throws Refusal `correlation-unattainable` where no dependence of the two distributions reaches r, with its range
 * @source Nataf, C. R. Acad. Sci. 225 (1962) 42; Mehler's formula for the series (NIST DLMF 18.18.28)
 * @example latentCorrelations({ a: { kind: "rectangular", x: 0, a: 1 }, b: { kind: "rectangular", x: 5, a: 2 } }, [{ a: "a", b: "b", r: 0.5 }])[0].r // → 0.51764 (Pearson, "Mathematical contributions to the theory of evolution XVI" (1907): 2 sin(πr/6) for rectangular quantities)
 */
export function latentCorrelations(
  inputs: Readonly<Record<string, Distribution>>,
  correlations: readonly Correlation[],
): Correlation[] {
  const known = new Map<string, Coefficients | undefined>();
  const coefficients = (name: string) => {
    const distribution = inputs[name]!;
    const key = JSON.stringify(distribution);
    if (!known.has(key)) known.set(key, hasVariance(distribution) ? expansionOf(distribution) : undefined);
    return known.get(key);
  };
  return correlations.map((each) => {
    const kinds = [inputs[each.a]!.kind, inputs[each.b]!.kind];
    if (each.r === 0 || kinds.includes("constant") || kinds.every((kind) => kind === "normal")) return each;
    const [one, other] = [coefficients(each.a), coefficients(each.b)];
    return one && other ? { ...each, r: scoreCorrelation(each, one, other) } : each;
  });
}

/** Coefficients of Hermite's polynomials, and the standardised quantity itself at the points of integration. */
type Coefficients = { readonly series: Float64Array; readonly values: Float64Array };

const TERMS = 60;
const REACH = 9;
const POINTS = 6001;
const STEP = (2 * REACH) / (POINTS - 1);

function hasVariance(distribution: Distribution): boolean {
  return distribution.kind !== "t" || distribution.dof > 2;
}

function expansionOf(distribution: Distribution): Coefficients | undefined {
  const marginal = marginalOf(distribution);
  const values = Float64Array.from({ length: POINTS }, (_, i) => marginal(score(i)));
  const mean = integral((i) => values[i]!);
  const spread = Math.sqrt(integral((i) => (values[i]! - mean) ** 2));
  if (!(spread > 0)) return undefined;
  for (const [i, value] of values.entries()) values[i] = (value - mean) / spread;
  // Hermite's polynomials of unit norm: h_k+1 = (z h_k − √k h_k−1) / √(k + 1).
  let [before, now] = [new Float64Array(POINTS), new Float64Array(POINTS).fill(1)];
  const series = new Float64Array(TERMS);
  for (let k = 0; k < TERMS; k++) {
    const next = now.map((h, i) => (score(i) * h - Math.sqrt(k) * before[i]!) / Math.sqrt(k + 1));
    [before, now] = [now, next];
    series[k] = integral((i) => values[i]! * next[i]!);
  }
  return { series, values };
}

function score(i: number): number {
  return i * STEP - REACH;
}

/** ∫ f φ dz; the rule of trapezoids is as good as any for what vanishes with all derivatives at both ends. */
function integral(f: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < POINTS; i++) total += WEIGHTS[i]! * f(i);
  return total;
}

const WEIGHTS = Float64Array.from(
  { length: POINTS },
  (_, i) => (STEP * Math.exp(-0.5 * score(i) ** 2)) / Math.sqrt(2 * Math.PI),
);

/** Stated coefficients may exceed what is possible by the error of the series, and no more. */
const TOLERANCE = 1e-4;

function scoreCorrelation({ a, b, r }: Correlation, one: Coefficients, other: Coefficients): number {
  const max = Math.min(
    1,
    integral((i) => one.values[i]! * other.values[i]!),
  );
  const min = Math.max(
    -1,
    integral((i) => one.values[i]! * other.values[POINTS - 1 - i]!),
  );
  if (r > max + TOLERANCE || r < min - TOLERANCE) {
    return refuse("correlation-unattainable", { a, b, given: r, min, max });
  }
  const reached = (rho: number) => {
    let [total, power] = [0, 1];
    for (let k = 0; k < TERMS; k++) {
      power *= rho;
      total += one.series[k]! * other.series[k]! * power;
    }
    return total;
  };
  if (r >= Math.min(max - 1e-12, reached(1))) return 1;
  if (r <= Math.max(min + 1e-12, reached(-1))) return -1;
  let [low, high] = [-1, 1];
  for (let step = 0; step < 60; step++) {
    const middle = 0.5 * (low + high);
    if (reached(middle) < r) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
