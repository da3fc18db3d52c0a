import { normalCdf, normalQuantile } from "../distributions.ts";
import { needPositive, needProbability, needWhole } from "../laboratory/finite.ts";
import { refuse } from "../refusals.ts";
import { logGamma } from "../special/gamma.ts";
import { qualityAt, type SinglePlan } from "./acceptance-probability.ts";

/** Accept where (U − x̄)/s ≥ k, or with σ in place of s. */
export type DerivedPlan = { readonly n: number; readonly k: number };

/** Two points of an operating characteristic: at p1 accepted with 1 − α or more, at p2 with β or less. */
export type RiskPoints = {
  readonly p1: number;
  readonly alpha: number;
  readonly p2: number;
  readonly beta: number;
};

/**
 * Smallest plan by variables with known σ through two points of the operating characteristic.
 *
 * n ≥ ((z_α + z_β)/(z_p1 − z_p2))², and k between z_p2 + z_β/√n and z_p1 − z_α/√n; the middle is taken.
 *
 * @example derivedKnownSigma({ p1: 0.01, alpha: 0.05, p2: 0.05, beta: 0.1 }) // → { n: 19, k: 1.94 } (((1.6449 + 1.2816)/(2.3263 − 1.6449))² = 18.45)
 * @throws Refusal `outside-domain` unless 0 < p1 < p2 < 1 and the risks are probabilities
 * @source ISO 3951-1:2013, annex on the construction of plans; A. J. Duncan, Quality Control and Industrial Statistics
 */
export function derivedKnownSigma(points: RiskPoints): DerivedPlan {
  const { z1, z2, zAlpha, zBeta } = normalPoints(points);
  const n = Math.ceil(((zAlpha + zBeta) / (z1 - z2)) ** 2 - 1e-9);
  return { n, k: 0.5 * (z2 + zBeta / Math.sqrt(n) + z1 - zAlpha / Math.sqrt(n)) };
}

/** Beyond this sample size nobody inspects by variables; it bounds the search. */
const LARGEST = 5000;

/**
 * Smallest plan by variables with unknown σ through two points, exact by the noncentral t distribution; k is the
 * largest
 * that keeps the producer's risk.
 *
 * These plans are derived from risks and named so. The printed plans of ISO 3951-1 are matched to the curves of
 * ISO 2859-1 in the same way but rounded by its authors; they are not reproduced here.
 *
 * @example derivedUnknownSigma({ p1: 0.01, alpha: 0.05, p2: 0.06, beta: 0.1 }).k // → 1.9 (Montgomery, nomograph of plans by variables: about 40 items and k = 1.9)
 * @throws Refusal `outside-domain` as above; `no-sampling-plan` where more than 5000 items would be needed
 * @source ISO 3951-1:2013; G. J. Lieberman and G. J. Resnikoff, JASA 50 (1955) 457; the example: D. C. Montgomery,
 *   Introduction to Statistical Quality Control, variables sampling plans
 */
export function derivedUnknownSigma(points: RiskPoints): DerivedPlan {
  normalPoints(points);
  let [low, high] = [2, 4];
  const fits = (n: number): boolean =>
    acceptanceUnknownSigma({ n, k: producerConstant(n, points) }, points.p2) <= points.beta;
  while (!fits(high)) {
    if (high >= LARGEST) return refuse("no-sampling-plan", { name: "n", given: LARGEST });
    [low, high] = [high, Math.min(LARGEST, 2 * high)];
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return { n: low, k: producerConstant(low, points) };
}

/**
 * The plan by variables that does what a plan by attributes does: accepted with 95 % and with 10 % at the same
 * qualities.
 * This is how ISO 3951-1 is tied to ISO 2859-1; the plan is derived, not read from its tables.
 *
 * @example derivedFromAttributes({ n: 1, acceptance: 0 }, "known") // → { n: 1, k: 0.000 } (p1 = 5 %, p2 = 90 %: (2.9264/(1.6449 + 1.2816))² = 1, k = 1.6449 − 1.6449)
 * @throws Refusal `outside-domain` where the plan accepts every quality; `no-sampling-plan` above 5000 items
 * @source ISO 3951-1:2013, introduction (plans matched to ISO 2859-1); derived, not read from its tables
 */
export function derivedFromAttributes(plan: SinglePlan, sigma: "known" | "unknown"): DerivedPlan {
  const points = {
    p1: qualityAt(plan, 0.95, "process"),
    alpha: 0.05,
    p2: qualityAt(plan, 0.1, "process"),
    beta: 0.1,
  };
  return sigma === "known" ? derivedKnownSigma(points) : derivedUnknownSigma(points);
}

/**
 * Probability of acceptance with known σ and one limit: Φ(√n (z_p − k)), z_p the normal quantile exceeded by p.
 *
 * @param p share of nonconforming items
 * @example acceptanceKnownSigma({ n: 1, k: 0 }, 0.05) // → 0.9500 (Φ(1.645))
 * @example acceptanceKnownSigma({ n: 9, k: 1.645 }, 0.05) // → 0.500 (z_p = k)
 * @throws Refusal `outside-domain` unless 0 < p < 1
 * @source ISO 3951-1:2013, annex on operating characteristics; A. J. Duncan, Quality Control and Industrial Statistics
 */
export function acceptanceKnownSigma({ n, k }: DerivedPlan, p: number): number {
  needProbability("p", p);
  needWhole("n", n, 1);
  return normalCdf(Math.sqrt(n) * (-normalQuantile(p) - k));
}

/**
 * Probability of acceptance with unknown σ and one limit: P(T' ≥ k√n) for noncentral t with n − 1 degrees of freedom
 * and
 * noncentrality z_p √n, as the integral of Φ(√n (z_p − k s)) over the distribution of s.
 *
 * @param p share of nonconforming items
 * @example acceptanceUnknownSigma({ n: 2, k: 0 }, 0.05) // → 0.9900 (k = 0 leaves s out: Φ(√2·1.6449) = Φ(2.3262))
 * @example acceptanceUnknownSigma({ n: 40, k: 1.9 }, 0.01) // → 0.948374625169 (noncentral t of SciPy)
 * @throws Refusal `outside-domain` unless 0 < p < 1 and n ≥ 2
 * @source G. J. Lieberman and G. J. Resnikoff, JASA 50 (1955) 457
 */
export function acceptanceUnknownSigma({ n, k }: DerivedPlan, p: number): number {
  needProbability("p", p);
  needWhole("n", n, 2);
  const root = Math.sqrt(n);
  const z = -normalQuantile(p);
  return overSd(n - 1, (s) => normalCdf(root * (z - k * s)));
}

function producerConstant(n: number, { p1, alpha }: RiskPoints): number {
  // The probability falls with k; bisection between values that accept and refuse nearly everything.
  let [low, high] = [-20, 20 - normalQuantile(p1)];
  for (let step = 0; step < 48; step++) {
    const k = 0.5 * (low + high);
    if (acceptanceUnknownSigma({ n, k }, p1) >= 1 - alpha) low = k;
    else high = k;
  }
  return low;
}

/**
 * Mean of a function of s where s²ν ~ χ²(ν), by the trapezoidal rule in ln s, whose integrand falls off on both sides so
 * fast that the rule is exact to rounding.
 */
function overSd(dof: number, value: (s: number) => number): number {
  const low = -9 / Math.sqrt(2 * dof) - 40 / dof;
  const high = 0.5 * Math.log(1 + 13 / Math.sqrt(dof) + 80 / dof);
  const points = 200;
  const step = (high - low) / points;
  const constant = Math.log(2) + 0.5 * dof * Math.log(0.5 * dof) - logGamma(0.5 * dof);
  let all = 0;
  for (let i = 0; i <= points; i++) {
    const u = low + i * step;
    all += Math.exp(constant + dof * u - 0.5 * dof * Math.exp(2 * u)) * value(Math.exp(u));
  }
  return all * step;
}

function normalPoints({ p1, alpha, p2, beta }: RiskPoints) {
  for (const [name, value] of Object.entries({ p1, alpha, p2, beta })) needProbability(name, value);
  needPositive("p2 - p1", p2 - p1);
  needPositive("1 - alpha - beta", 1 - alpha - beta);
  return {
    z1: -normalQuantile(p1),
    z2: -normalQuantile(p2),
    zAlpha: -normalQuantile(alpha),
    zBeta: -normalQuantile(beta),
  };
}
