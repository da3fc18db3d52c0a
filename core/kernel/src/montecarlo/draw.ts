import type { Xoshiro } from "../random/xoshiro.ts";
import { logGamma } from "../special/gamma.ts";
import type { Distribution } from "./distribution.ts";

/** Distributions whose draws come from outside the compiled block: they reject some, or choose from a list. */
export type DrawnOutside = Extract<Distribution, { kind: "gamma" | "samples" | "poisson" | "discrete" }>;

/**
 * Fills an array with draws from a distribution, in the order of the stream.
 *
 * @param out is overwritten
 * @param stream its `uniform()` gives numbers between 0 and 1
 * @source JCGM 101:2008, 6.4.11 (gamma) and C.2 (any distribution); Marsaglia, Tsang, ACM TOMS 26 (2000) 363
 * @example ((out) => { fill(out, { kind: "discrete", values: [1, 2, 3], weights: [1, 1, 2] }, { uniform: () => 0.6 }); return out; })(new Float64Array(2)) // → [3, 3] (0.6 of 4 is 2.4, beyond the running sum 2 of the first two)
 */
export function fill(out: Float64Array, distribution: DrawnOutside, stream: Xoshiro): void {
  switch (distribution.kind) {
    case "gamma":
      fillGamma(out, distribution.shape, distribution.scale, stream);
      break;
    case "samples":
      fillSamples(out, distribution.values, stream);
      break;
    case "discrete":
      fillDiscrete(out, distribution.values, distribution.weights, stream);
      break;
    case "poisson":
      fillPoisson(out, distribution.mean, stream);
  }
}

/**
 * Whether a distribution is drawn by `fill`.
 *
 * @source ours: what rejects draws, or chooses from a list, does not fit into the compiled block
 * @example isDrawnOutside({ kind: "gamma", shape: 2, scale: 1 }) // → true (Marsaglia and Tsang reject some draws)
 * isDrawnOutside({ kind: "normal", x: 0, u: 1 }) // → false (Box and Muller reject none)
 */
export function isDrawnOutside(distribution: Distribution): distribution is DrawnOutside {
  return ["gamma", "samples", "discrete", "poisson"].includes(distribution.kind);
}

/** By the running sum of the weights, in which a draw is found by halving. */
function fillDiscrete(out: Float64Array, values: readonly number[], weights: readonly number[], stream: Xoshiro): void {
  let total = 0;
  const sums = weights.map((weight) => (total += weight));
  for (let i = 0; i < out.length; i++) {
    const wanted = stream.uniform() * total;
    let [from, to] = [0, sums.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sums[middle]! > wanted) to = middle;
      else from = middle + 1;
    }
    out[i] = values[from]!;
  }
}

function fillPoisson(out: Float64Array, mean: number, stream: Xoshiro): void {
  const { counts, weights } = poissonTable(mean);
  fillDiscrete(out, counts, weights, stream);
}

/**
 * The mode and its neighbours with their chances; that beyond ten standard deviations and fifty is below 1e-22.
 *
 * P(n) = e^−μ μⁿ / n!
 *
 * @param mean μ, above 0
 * @source ISO 3534-1:2006, 2.47 (Poisson distribution; recalled); how far the table reaches is ours
 * @example poissonTable(2).weights.slice(0, 3) // → [0.13534, 0.27067, 0.27067] (e^−2, 2e^−2, 2²/2 e^−2)
 */
export function poissonTable(mean: number): {
  readonly counts: readonly number[];
  readonly weights: readonly number[];
} {
  const reach = Math.ceil(10 * Math.sqrt(mean) + 50);
  const first = Math.max(0, Math.floor(mean) - reach);
  const counts = Array.from({ length: Math.floor(mean) + reach - first + 1 }, (_, k) => first + k);
  return { counts, weights: counts.map((count) => Math.exp(count * Math.log(mean) - mean - logGamma(count + 1))) };
}

function fillSamples(out: Float64Array, values: readonly number[], stream: Xoshiro): void {
  for (let i = 0; i < out.length; i++) out[i] = values[Math.floor(stream.uniform() * values.length)]!;
}

/**
 * Fills an array with draws of χ² with so many degrees of freedom: gamma draws of the shape ν/2 and the scale 2.
 *
 * @param out is overwritten
 * @param dof ν, not necessarily whole
 * @param stream its `uniform()` gives numbers between 0 and 1
 * @source Marsaglia, Tsang, ACM TOMS 26 (2000) 363
 * @example ((out) => { fillChiSquare(out, 2, { uniform: () => 0.75 }); return out; })(new Float64Array(1)) // → [3.207] (z = ½√(4 ln 2) = 0.8326 by the polar method; 2·⅔·(1 + z/√6)³)
 */
export function fillChiSquare(out: Float64Array, dof: number, stream: Xoshiro): void {
  fillGamma(out, 0.5 * dof, 2, stream);
}

/** @source Marsaglia, Tsang, ACM TOMS 26 (2000) 363; shapes below one are drawn at shape + 1 and scaled back */
function fillGamma(out: Float64Array, shape: number, scale: number, stream: Xoshiro): void {
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let i = 0; i < out.length; i++) {
    let value = 0;
    while (value === 0) {
      const z = normal(stream);
      const v = (1 + c * z) ** 3;
      if (v > 0 && Math.log(stream.uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) value = d * v;
    }
    out[i] = scale * value * (shape < 1 ? stream.uniform() ** (1 / shape) : 1);
  }
}

/** A standard normal draw by Marsaglia's polar method. */
function normal(stream: Xoshiro): number {
  for (;;) {
    const u = 2 * stream.uniform() - 1;
    const v = 2 * stream.uniform() - 1;
    const square = u * u + v * v;
    if (square < 1 && square > 0) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
