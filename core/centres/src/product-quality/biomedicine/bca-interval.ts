import { normalCdf, normalQuantile } from "@quanheng/kernel/distributions.ts";
import { mean } from "@quanheng/kernel/statistics.ts";

/** Ends of an interval with what corrected them. */
export type BcaInterval = {
  readonly lower: number;
  readonly upper: number;
  readonly bias: number;
  readonly acceleration: number;
};

/**
 * Bias-corrected and accelerated interval of a bootstrapped statistic.
 *
 * ẑ₀ = Φ⁻¹(share of replicates below the estimate);  â = Σ(θ̄ − θ₍ᵢ₎)³ / 6[Σ(θ̄ − θ₍ᵢ₎)²]^1.5;
 * α₁ = Φ(ẑ₀ + (ẑ₀ + z^α)/(1 − â(ẑ₀ + z^α))), the ends are the replicates at those shares
 *
 * @param replicates of the statistic
 * @param jackknife the statistic with one observation left out, each in turn
 * @param probability of the two-sided interval, e.g. 0.9
 * @example bcaInterval([1, 2, 3, 4, 5, 6, 7, 8, 9], 5.5, [4, 5, 6], 0.9).acceleration // → 0 (the three lie evenly)
 * @source B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), 14.3, equations 14.9 to 14.15
 */
export function bcaInterval(
  replicates: readonly number[],
  estimate: number,
  jackknife: readonly number[],
  probability: number,
): BcaInterval {
  const sorted = Float64Array.from(replicates).sort();
  const below = sorted.reduce((count, value) => count + (value < estimate ? 1 : value === estimate ? 0.5 : 0), 0);
  const edge = 0.5 / sorted.length;
  const bias = normalQuantile(Math.min(1 - edge, Math.max(edge, below / sorted.length)));
  const acceleration = accelerationOf(jackknife);
  const end = (share: number): number => {
    const z = bias + normalQuantile(share);
    return at(sorted, normalCdf(bias + z / (1 - acceleration * z)));
  };
  return { lower: end((1 - probability) / 2), upper: end((1 + probability) / 2), bias, acceleration };
}

function accelerationOf(jackknife: readonly number[]): number {
  const centre = mean(jackknife);
  let [squares, cubes] = [0, 0];
  for (const value of jackknife) {
    squares += (centre - value) ** 2;
    cubes += (centre - value) ** 3;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

/** The replicate at a share, between two by their distance: the place is (B + 1)·share. */
function at(sorted: Float64Array, share: number): number {
  const place = Math.min(sorted.length, Math.max(1, (sorted.length + 1) * share));
  const below = Math.floor(place);
  const low = sorted[below - 1]!;
  return low + (place - below) * ((sorted[below] ?? low) - low);
}
