import { tQuantile } from "../distributions.ts";
import type { Interval } from "./summary.ts";

/** Estimate and half width of the interval that the propagation law states. */
export type LawInterval = { readonly y: number; readonly expanded: number };

const ROUNDING = 1e-13;

/**
 * Whether the interval y ± U of the propagation law agrees with the trials within the tolerance.
 *
 * @example validatesPropagation({ y: 1.234, expanded: 1.96 * 0.0539 }, { low: 1.0834, high: 1.3825 }, 0.005).valid // → false (JCGM 101:2008, 9.3.2.4)
 * @source JCGM 101:2008, 8.1
 */
export function validatesPropagation(
  law: LawInterval,
  trials: Interval,
  tolerance: number,
): { readonly low: number; readonly high: number; readonly valid: boolean } {
  const { low, high } = distances(law, trials);
  const limit = limitOf(law, tolerance);
  return { low, high, valid: low <= limit && high <= limit };
}

/**
 * Chance that one look at the trials finds a difference on the wrong side of a tolerance that it equals: small for the
 * many looks on the way, larger for the last one, after which nothing better comes (our choice).
 */
const WRONG_SIDE = { look: 1e-4, last: 5e-3 } as const;

/** δ, how many blocks there are, and whether no more will come. */
export type Look = { readonly tolerance: number; readonly blocks: number; readonly last: boolean };

/** To agree with the propagation law, trials are known to δ over this. @source JCGM 101:2008, 8.2 (recalled) */
const JUDGING = 5;

/**
 * Whether both ends are known to a fifth of δ, in the sense of 7.9.4: 2 s ≤ δ/5.
 *
 * @param interval standard deviations of the means of both ends, in the unit of the output
 * @example isFine({ low: 0.004, high: 0.005 }, 0.05) // → true (2·0.005 ≤ 0.05/5)
 * isFine({ low: 0.004, high: 0.006 }, 0.05) // → false (2·0.006 > 0.05/5)
 * @source JCGM 101:2008, 7.9.4 and 8.2 (a fifth of δ is recalled)
 */
export function isFine({ low, high }: Interval, tolerance: number): boolean {
  return 2 * Math.max(low, high) <= tolerance / JUDGING;
}

/**
 * Whether the trials tell if the interval of the propagation law agrees with theirs.
 *
 * The ends of the trials vary from run to run by s, the standard deviation of their mean over h blocks, and d varies
 * with them. A difference counts as known to be below the tolerance, or above it, only where
 *
 * |d − δ| ≥ t(1 − 10⁻⁴; h − 1) · s
 *
 * and at the last look, once the trials are used up, with 1 − 0.005. One end known above δ is enough against agreement;
 * for it both must be known below, and to δ/5 as well. Without this rule d = 0.041 beside
 * δ = 0.05 (9.2.3) is judged by chance where s is 0.005, which the δ/5 of 8.2 alone allows. With it, d is on the wrong
 * side only where it errs by more than |d − δ| and this margin together.
 *
 * @param ends of the trials
 * @param errors s of either end
 * @source JCGM 101:2008, 7.9.4 (s of the ends), 8.1 (d and δ) and 8.2 (δ/5; recalled); the factor is our choice, which the source leaves open
 * @example isDecided({ y: 0, expanded: 3.92 }, { low: -3.879, high: 3.879 }, { low: 0.005, high: 0.005 }, { tolerance: 0.05, blocks: 90, last: false }) // → false (JCGM 101:2008, 9.2.3: d = 0.041, and |0.041 − 0.05| = 0.009 is not even 2 s)
 * @example isDecided({ y: 0, expanded: 3.92 }, { low: -3.879, high: 3.879 }, { low: 0.0018, high: 0.0018 }, { tolerance: 0.05, blocks: 700, last: false }) // → true (five s)
 */
export function isDecided(
  law: LawInterval,
  ends: Interval,
  errors: Interval,
  { tolerance, blocks, last }: Look,
): boolean {
  const factor = tQuantile(1 - WRONG_SIDE[last ? "last" : "look"], blocks - 1);
  const d = distances(law, ends);
  const limit = limitOf(law, tolerance);
  const sides = (["low", "high"] as const).map((end) =>
    Math.abs(d[end] - limit) < factor * errors[end] ? "unknown" : d[end] > limit ? "above" : "below",
  );
  return sides.includes("above") || (!sides.includes("unknown") && isFine(errors, tolerance));
}

function distances({ y, expanded }: LawInterval, { low, high }: Interval): Interval {
  return { low: Math.abs(y - expanded - low), high: Math.abs(y + expanded - high) };
}

/** Where nothing is uncertain the two engines may still round their last digit differently. */
function limitOf({ y }: LawInterval, tolerance: number): number {
  return Math.max(tolerance, ROUNDING * Math.abs(y));
}
