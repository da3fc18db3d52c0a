import type { AdaptiveOutput } from "../montecarlo/adaptive.ts";
import { type LawInterval, validatesPropagation } from "../montecarlo/validation.ts";

/**
 * Why trials do not judge: their ends are not known to δ/5, or not well enough to tell d from δ; an input has no
 * variance, or the output may have none; nothing varies in the trials, so that δ is zero.
 */
export type Unjudged =
  | "trials-not-stable"
  | "too-close-to-tell"
  | "variance-undefined"
  | "output-variance-undefined"
  | "nothing-varies";

/** How the intervals of propagation compare with that of the trials (JCGM 101:2008, 8). */
export type Verdict = {
  readonly low: number;
  readonly high: number;
  /** Null where the trials do not judge, for the reason beside it. */
  readonly valid: boolean | null;
  readonly reason: Unjudged | null;
};

/** One value that holds this part of Σ(v − y)² tells that u goes on growing with the trials (our choice). */
const HEAVIEST = { share: 0.1, trials: 100_000 } as const;

/** What trials said of an output, as far as it judges. */
export type Judging = Pick<
  AdaptiveOutput,
  "trials" | "u" | "symmetric" | "tolerance" | "fitToJudge" | "decided" | "heaviest"
>;

/**
 * What is known of an output beside its trials: why it has no variance, whether any input is uncertain, and the largest
 * |c_i u_i|.
 */
export type Beside = { readonly heavy: Unjudged | null; readonly varies: boolean; readonly largest: number };

/** Below this part of the largest contribution u of the trials is rounding (our choice). */
const CANCELLED = 2 ** -26;

/**
 * How each interval of the propagation law compares with the trials, or why the trials do not judge it.
 *
 * @source JCGM 101:2008, 8.1 and 8.2 (recalled); 5.10.1, notes (a variance need not exist)
 * @example verdicts({ trials: 200000, u: 0, symmetric: { low: 1, high: 1 }, tolerance: 0, fitToJudge: true, decided: [true], heaviest: 0 }, [{ y: 1, expanded: 0 }], { heavy: null, varies: true, largest: 0.1 }) // → [{ valid: null, reason: "nothing-varies" }] (a − b with r = 1: 0 beside 0 tells nothing)
 * verdicts({ trials: 200000, u: 0.0754, symmetric: { low: 1.0834, high: 1.3825 }, tolerance: 0.005, fitToJudge: true, decided: [true], heaviest: 0.0001 }, [{ y: 1.234, expanded: 0.1056 }], { heavy: null, varies: true, largest: 0.1 }) // → [{ valid: false, reason: null }] (JCGM 101:2008, 9.3.2.4)
 */
export function verdicts(output: Judging, laws: readonly LawInterval[], beside: Beside): readonly Verdict[] {
  return laws.map((law, k) => {
    const { low, high, valid } = validatesPropagation(law, output.symmetric, output.tolerance);
    const reason = unjudged(output, output.decided[k], beside);
    return { low, high, valid: reason === null ? valid : null, reason };
  });
}

function unjudged(output: Judging, decided: boolean | undefined, { heavy, varies, largest }: Beside): Unjudged | null {
  const { trials, u, fitToJudge, heaviest } = output;
  if (heavy) return heavy;
  if (varies && u <= CANCELLED * largest) return "nothing-varies";
  if (trials >= HEAVIEST.trials && heaviest > HEAVIEST.share) return "output-variance-undefined";
  if (decided) return null;
  return fitToJudge ? "too-close-to-tell" : "trials-not-stable";
}
