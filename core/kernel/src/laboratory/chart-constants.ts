import { normalCdf, normalPdf } from "../distributions.ts";
import { logGamma } from "../special/gamma.ts";
import { needWhole } from "./finite.ts";

/** Largest subgroup for which a range is a sensible measure of scatter. */
const LARGEST = 25;

/**
 * c4 = E(s)/σ for n normal values: √(2/(n − 1)) Γ(n/2)/Γ((n − 1)/2).
 *
 * @example c4(2) // → 0.7979 (ISO 7870-2:2013, table 2)
 * @example c4(5) // → 0.9400 (ISO 7870-2:2013, table 2)
 * @throws Refusal `outside-domain` unless n is whole and at least 2
 * @source ISO 7870-2:2013, table 2 (clause from memory)
 */
export function c4(n: number): number {
  needWhole("n", n, 2);
  return Math.sqrt(2 / (n - 1)) * Math.exp(logGamma(n / 2) - logGamma((n - 1) / 2));
}

/** Mean d2 and standard deviation d3 of the range of n standard normal values. */
export type RangeConstants = { readonly d2: number; readonly d3: number };

/** Integration runs over ±8 standard deviations, and ranges of up to 16, in steps of 1/16. */
const REACH = 8;
const STEP = 1 / 16;
const POINTS = (2 * REACH) / STEP;

/**
 * Mean d2 and standard deviation d3 of the range of n standard normal values.
 *
 * From the distribution of the range, F(r) = n ∫ φ(x) (Φ(x + r) − Φ(x))^{n−1} dx:
 * d2 = ∫ (1 − F) dr and d3² = 2 ∫ r (1 − F) dr − d2².
 *
 * @example rangeConstants(2) // → { d2: 1.128, d3: 0.853 } (ISO 7870-2:2013, table 2)
 * @example rangeConstants(5) // → { d2: 2.326, d3: 0.864 } (ISO 7870-2:2013, table 2)
 * @throws Refusal `outside-domain` unless 2 ≤ n ≤ 25
 * @source L. H. C. Tippett, Biometrika 17 (1925) 364; ISO 7870-2:2013, table 2 (clause from memory)
 */
export function rangeConstants(n: number): RangeConstants {
  needWhole("n", n, 2, LARGEST);
  const x = Array.from({ length: 2 * POINTS + 1 }, (_, i) => -REACH + i * STEP);
  const cdf = x.map(normalCdf);
  const pdf = x.slice(0, POINTS + 1).map(normalPdf);
  const beyond = Array.from({ length: POINTS + 1 }, (_, j) => {
    const inside = pdf.reduce((all, density, i) => all + density * ((cdf[i + j] ?? 1) - (cdf[i] ?? 1)) ** (n - 1), 0);
    return 1 - n * STEP * inside;
  });
  const d2 = simpson(beyond);
  return { d2, d3: Math.sqrt(2 * simpson(beyond.map((share, j) => share * j * STEP)) - d2 * d2) };
}

/** Simpson's rule over values at an even number of steps. */
function simpson(values: readonly number[]): number {
  const weighted = values.map((value, i) => {
    if (i === 0 || i === values.length - 1) return value;
    return value * (i % 2 === 1 ? 4 : 2);
  });
  return (weighted.reduce((all, value) => all + value, 0) * STEP) / 3;
}
