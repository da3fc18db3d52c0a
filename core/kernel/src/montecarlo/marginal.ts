import { normalPdf, tPdf, tQuantile } from "../distributions.ts";
import { incompleteGamma, logGamma } from "../special/gamma.ts";
import { normalTail } from "../special/normal-tail.ts";
import { solvePositive } from "../special/solve.ts";
import type { Distribution } from "./distribution.ts";
import { poissonTable } from "./draw.ts";

/**
 * Gives a standard normal variable z another distribution: x = F⁻¹(Φ(z)), which rises with z.
 *
 * t and gamma go through a table of the score, between whose points the error is below 1e-9 of the value.
 *
 * @source JCGM 101:2008, C.2 and 6.4.8, note 2 (dependence by a copula; recalled)
 * @example marginalOf({ kind: "rectangular", x: 20, a: 4 })(1.959964) // → 23.8000 (Φ(1.959964) = 0.975: 16 + 8·0.975)
 * marginalOf({ kind: "exponential", x: 2 })(0) // → 1.386294 (the median is 2 ln 2)
 */
export function marginalOf(distribution: Distribution): (z: number) => number {
  switch (distribution.kind) {
    case "constant":
      return () => distribution.x;
    case "normal":
      return (z) => distribution.x + distribution.u * z;
    case "exponential":
      return (z) => -distribution.x * Math.log(normalTail(z));
    case "t": {
      const { x, scale, dof } = distribution;
      const standard = studentOf(dof);
      return (z) => x + scale * standard(z);
    }
    case "gamma": {
      const { shape, scale } = distribution;
      const logarithm = logarithmOfGamma(shape);
      return (z) => scale * Math.exp(logarithm(z));
    }
    case "samples":
      return stepsOf(
        distribution.values.toSorted((a, b) => a - b),
        distribution.values.map(() => 1),
      );
    case "discrete": {
      const order = [...distribution.values.keys()].sort((a, b) => distribution.values[a]! - distribution.values[b]!);
      return stepsOf(
        order.map((k) => distribution.values[k]!),
        order.map((k) => distribution.weights[k]!),
      );
    }
    case "poisson": {
      const { counts, weights } = poissonTable(distribution.mean);
      return stepsOf(counts, weights);
    }
    default:
      return symmetric(distribution);
  }
}

type Symmetric = Extract<
  Distribution,
  { kind: "rectangular" | "triangular" | "arcsine" | "trapezoidal" | "curvilinear-trapezoid" }
>;

/** Distributions on x ± a: how far from the centre a tail probability p ≤ ½ lies, in half widths. */
function symmetric(distribution: Symmetric): (z: number) => number {
  const { x, a } = distribution;
  const from = fromCentre(distribution);
  return (z) => {
    const distance = a * from(normalTail(Math.abs(z)));
    return z < 0 ? x - distance : x + distance;
  };
}

function fromCentre(distribution: Symmetric): (tail: number) => number {
  switch (distribution.kind) {
    case "rectangular":
      return (p) => 1 - 2 * p;
    case "arcsine":
      return (p) => Math.cos(Math.PI * p);
    case "triangular":
      return (p) => 1 - Math.sqrt(2 * p);
    case "trapezoidal": {
      const { beta } = distribution;
      const slopeFrom = (1 - beta) / (2 * (1 + beta));
      return (p) => (p < slopeFrom ? 1 - Math.sqrt(2 * p * (1 - beta * beta)) : (0.5 - p) * (1 + beta));
    }
    case "curvilinear-trapezoid":
      return curvilinear(distribution.a === 0 ? 0 : distribution.d / distribution.a);
  }
}

/**
 * A half width of 1 known to ±d: the density is constant up to 1 − d and falls as ln((1 + d)/v) from there to 1 + d.
 *
 * @source JCGM 101:2008, 6.4.3.2 (density), here integrated and inverted by bisection and Newton's steps
 */
function curvilinear(d: number): (tail: number) => number {
  if (d === 0) return (p) => 1 - 2 * p;
  const upper = 1 + d;
  const flat = Math.log1p((2 * d) / (1 - d)) / (4 * d);
  // ∫ from v to 1 + d of ln((1 + d)/w) dw / 4d
  const tailFrom = (v: number) => (upper - v - v * Math.log(upper / v)) / (4 * d);
  const edge = 1 - d;
  return (p) => {
    if (edge > 0 && p >= tailFrom(edge)) return (0.5 - p) / flat;
    let [low, high] = [edge, upper];
    let v = upper - Math.sqrt(Math.min(8 * d * p * upper, (2 * d) ** 2));
    for (let step = 0; step < 60; step++) {
      const error = tailFrom(v) - p;
      if (error > 0) low = v;
      else high = v;
      const next = v + error / (Math.log(upper / v) / (4 * d));
      const chosen = next > low && next < high ? next : 0.5 * (low + high);
      if (Math.abs(chosen - v) < 1e-15) return chosen;
      v = chosen;
    }
    return v;
  };
}

/** Values that rise, each with a share of the probability in proportion to its weight. */
function stepsOf(values: readonly number[], weights: readonly number[]): (z: number) => number {
  let total = 0;
  const sums = weights.map((weight) => (total += weight));
  return (z) => {
    // From the nearer end, so that small probabilities keep their digits.
    const tail = normalTail(Math.abs(z)) * total;
    const beyond = (k: number) => (z < 0 ? sums[k]! > tail : total - sums[k]! < tail);
    let [from, to] = [0, sums.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (beyond(middle)) to = middle;
      else from = middle + 1;
    }
    return values[from]!;
  };
}

function studentOf(dof: number): (z: number) => number {
  const table = tabulated(0, REACH, (z) => {
    if (z === 0) return { value: 0, slope: normalPdf(0) / tPdf(0, dof) };
    const value = -tQuantile(normalTail(z), dof);
    return { value, slope: normalPdf(z) / tPdf(value, dof) };
  });
  return (z) => (z < 0 ? -table(-z) : table(z));
}

/** ln x is smooth in the score also for small shapes. */
function logarithmOfGamma(shape: number): (z: number) => number {
  const density = (x: number) => Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
  return tabulated(-REACH, REACH, (z) => {
    const tail = normalTail(Math.abs(z));
    const at = (x: number) => {
      const { lower, upper } = incompleteGamma(shape, x);
      return z < 0 ? { value: lower, slope: density(x) } : { value: upper, slope: -density(x) };
    };
    const x = solvePositive(at, tail, shape, z < 0);
    return { value: Math.log(x), slope: normalPdf(z) / (density(x) * x) };
  });
}

/** Scores beyond this occur once in 10¹⁵ draws; they are taken as this one. */
const REACH = 8;
const PER_UNIT = 64;

/** A smooth function between its values and slopes at even distances, by Hermite's cubics. */
function tabulated(
  low: number,
  high: number,
  exact: (z: number) => { readonly value: number; readonly slope: number },
): (z: number) => number {
  const count = (high - low) * PER_UNIT;
  const points = Array.from({ length: count + 1 }, (_, k) => exact(low + k / PER_UNIT));
  const values = Float64Array.from(points, ({ value }) => value);
  const slopes = Float64Array.from(points, ({ slope }) => slope / PER_UNIT);
  return (z) => {
    const place = (Math.min(high, Math.max(low, z)) - low) * PER_UNIT;
    const k = Math.min(count - 1, Math.floor(place));
    const t = place - k;
    const [p, q, dp, dq] = [values[k]!, values[k + 1]!, slopes[k]!, slopes[k + 1]!];
    return p + t * (dp + t * (3 * (q - p) - 2 * dp - dq + t * (2 * (p - q) + dp + dq)));
  };
}
