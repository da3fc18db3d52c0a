import { chiSquareQuantile, normalCdf, tQuantile } from "../distributions.ts";
import type { Xoshiro } from "../random/xoshiro.ts";
import type { Distribution } from "./distribution.ts";
import { fill, isDrawnOutside } from "./draw.ts";

/** Uniform numbers of an input, and of a second dimension where its distribution needs one. */
export type Uniforms = { readonly first: Float64Array; readonly second: Float64Array | undefined };

/** Whether a distribution takes two uniform numbers a draw, for want of a closed inverse. */
export function needsTwo({ kind }: Distribution): boolean {
  return kind === "curvilinear-trapezoid";
}

/**
 * Turns uniform numbers into values of a distribution by its inverse, so that evenly spread ones stay evenly spread.
 *
 * @param into may be the array of the uniform numbers itself
 * @source JCGM 101:2008, 6.4.2 to 6.4.10 for the distributions, C.3.2 for the method
 */
export function quantiles(distribution: Distribution, { first, second }: Uniforms, into: Float64Array): void {
  if (isDrawnOutside(distribution) && distribution.kind !== "gamma") {
    let next = 0;
    const given: Pick<Xoshiro, "uniform"> = { uniform: () => first[next++]! };
    fill(into, distribution, given as Xoshiro);
    return;
  }
  const inverse = inverseOf(distribution);
  for (let i = 0; i < into.length; i++) into[i] = inverse(first[i]!, second?.[i] ?? 0.5);
}

type Inverse = (p: number, second: number) => number;

function inverseOf(distribution: Distribution): Inverse {
  switch (distribution.kind) {
    case "normal":
      return (p) => distribution.x + distribution.u * normalScore(p);
    case "t": {
      const { x, scale, dof } = distribution;
      const half = tabulated((z) => (z === 0 ? 0 : tQuantile(normalCdf(z), dof)), -REACH, 0);
      return (p) => (p < 0.5 ? x + scale * half(normalScore(p)) : x - scale * half(normalScore(1 - p)));
    }
    case "gamma": {
      const { shape, scale } = distribution;
      const squares = tabulated((z) => chiSquareQuantile(normalCdf(z), 2 * shape), -REACH, REACH);
      return (p) => 0.5 * scale * squares(normalScore(p));
    }
    case "exponential":
      return (p) => -distribution.x * Math.log1p(-p);
    case "curvilinear-trapezoid": {
      const { x, a, d } = distribution;
      return (p, second) => x + (a + d * (2 * second - 1)) * (2 * p - 1);
    }
    default:
      return symmetric(distribution);
  }
}

/** Distributions on x ± a. */
function symmetric(distribution: Distribution): Inverse {
  switch (distribution.kind) {
    case "rectangular":
      return (p) => distribution.x + distribution.a * (2 * p - 1);
    case "arcsine":
      return (p) => distribution.x + distribution.a * Math.sin(Math.PI * (p - 0.5));
    case "triangular":
      return trapezoid(distribution.x, distribution.a, 0);
    case "trapezoidal":
      return trapezoid(distribution.x, distribution.a, distribution.beta);
    default:
      return () => ("x" in distribution ? distribution.x : 0);
  }
}

/** The inverse from the nearer end: a parabola up to the flat top of the half width β·a, then a straight line. */
function trapezoid(x: number, a: number, beta: number): Inverse {
  const flatFrom = (1 - beta) / (2 * (1 + beta));
  const below = (p: number) => (p < flatFrom ? -1 + Math.sqrt(2 * p * (1 - beta * beta)) : (p - 0.5) * (1 + beta));
  return (p) => (p < 0.5 ? x + a * below(p) : x - a * below(1 - p));
}

/** Scores beyond this occur once in 10¹⁰ draws; they are taken as this one. */
const REACH = 6.5;
const PER_UNIT = 16;

/** A smooth function of the normal score from a table, between whose points it is a cubic. */
function tabulated(exact: (z: number) => number, low: number, high: number): (z: number) => number {
  const last = Math.round((high - low) * PER_UNIT);
  const table = Float64Array.from({ length: last + 1 }, (_, k) => exact(low + k / PER_UNIT));
  return (z) => {
    const place = (Math.min(high, Math.max(low, z)) - low) * PER_UNIT;
    const from = Math.min(last - 3, Math.max(0, Math.floor(place) - 1));
    const t = place - from;
    const [a, b, c, d] = [table[from]!, table[from + 1]!, table[from + 2]!, table[from + 3]!];
    return (
      (-a * (t - 1) * (t - 2) * (t - 3)) / 6 +
      (b * t * (t - 2) * (t - 3)) / 2 -
      (c * t * (t - 1) * (t - 3)) / 2 +
      (d * t * (t - 1) * (t - 2)) / 6
    );
  };
}

// Rational approximations of the normal quantile near the centre, in the tail and far out.
const A = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const B = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
];
const C = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const D = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const E = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const F = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
];

/**
 * The standard normal quantile in some nanoseconds, within 1e-15 of itself: for many draws. `normalQuantile` of
 * distributions.ts is the one for single figures.
 *
 * @source Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Appl. Statist. 37 (1988) 477
 */
export function normalScore(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(A, r)) / polynomial(B, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const tail = r <= 5 ? polynomial(C, r - 1.6) / polynomial(D, r - 1.6) : polynomial(E, r - 5) / polynomial(F, r - 5);
  return q < 0 ? -tail : tail;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let k = 7; k >= 0; k--) value = value * x + coefficients[k]!;
  return value;
}
