import { tQuantile } from "../distributions.ts";
import { sum } from "../statistics.ts";
import { anova } from "./anova.ts";
import { horwitzSigma } from "./assigned-value.ts";
import { needFinite, needNotNegative, needPositive, needProbability } from "./finite.ts";

/** Precision of a method in one laboratory, in the unit of the results. */
export type WithinPrecision = {
  readonly mean: number;
  readonly results: number;
  readonly repeatabilitySd: number;
  readonly betweenDaysSd: number;
  /** Intermediate precision √(s_r² + s_between²). */
  readonly intermediateSd: number;
  /** Standard uncertainty of the mean of all results: √(s_between² Σn_i²/n² + s_r²/n). */
  readonly uMean: number;
  /** Degrees of freedom of the days, which limit what is known of the mean. */
  readonly dof: number;
};

/**
 * Repeatability and intermediate precision from results grouped by day (or analyst, or instrument).
 *
 * @example (({ mean, repeatabilitySd, betweenDaysSd, uMean, dof }) => [mean, repeatabilitySd, betweenDaysSd, uMean, dof].map(Math.round))(withinPrecision([[172, 60], [116, 77], [13, 111], [144, 101], [106, 67], [31, 93], [60, 80], [125, 73], [163, 88], [41, 86]].map(([m, s]) => [-1, 0, 0, 0, 1].map((z) => m + z * Math.SQRT2 * s)))) // → [97, 85, 43, 18, 9] (JCGM 100:2008, H.5, table H.9: readings in µV above 10 V that have the printed means and standard deviations)
 * @throws Refusal `too-few-values` below two days or without repeats; `not-finite`; `no-variation`
 * @source ISO 5725-3:1994, 8.2 (clause from memory); Eurachem, Fitness for Purpose (2014), 6.6 and annex C
 */
export function withinPrecision(days: readonly (readonly number[])[]): WithinPrecision {
  const { mean, within, between, betweenSd } = anova(days);
  const n = sum(days.map((day) => day.length));
  const days2 = sum(days.map((day) => day.length ** 2)) / n ** 2;
  return {
    mean,
    results: n,
    repeatabilitySd: Math.sqrt(within.meanSquare),
    betweenDaysSd: betweenSd,
    intermediateSd: Math.hypot(Math.sqrt(within.meanSquare), betweenSd),
    uMean: Math.sqrt(betweenSd ** 2 * days2 + within.meanSquare / n),
    dof: between.dof,
  };
}

/** Trueness of a method against a reference value. */
export type Trueness = {
  readonly bias: number;
  /** u(bias) = √(u²(x̄) + u²(ref)). */
  readonly u: number;
  /** Recovery x̄/ref with its standard uncertainty [1]. */
  readonly recovery: number;
  readonly uRecovery: number;
  /** |bias|/u(bias), the critical value at the chosen confidence, and whether it is exceeded. */
  readonly t: number;
  readonly critical: number;
  readonly significant: boolean;
};

/**
 * Compares the mean of a validation with a certified or spiked value.
 *
 * @param reference value and standard uncertainty, in the unit of the results
 * @example trueness({ mean: 98, uMean: 0.6, dof: 9 }, { value: 100, u: 0.8 }) // → { bias: -2, u: 1.00, recovery: 0.98, t: 2.00, critical: 2.262, significant: false } (√(0.6² + 0.8²) = 1; t_0.975(9) = 2.262)
 * @throws Refusal `outside-domain` unless the reference is positive and some uncertainty is, or where one is negative or no
 *   degrees of freedom are left; `not-finite`
 * @source Eurachem/CITAC QUAM:2012, 7.7 and 7.15; Eurachem, Fitness for Purpose (2014), 6.5
 */
export function trueness(
  found: { readonly mean: number; readonly uMean: number; readonly dof: number },
  reference: { readonly value: number; readonly u: number },
  confidence = 0.95,
): Trueness {
  needFinite("mean", [found.mean, reference.value]);
  needPositive("reference", reference.value);
  needNotNegative("u(mean)", found.uMean);
  needNotNegative("u(ref)", reference.u);
  needProbability("confidence", confidence);
  const bias = found.mean - reference.value;
  const u = Math.hypot(found.uMean, reference.u);
  needPositive("u", u);
  const recovery = found.mean / reference.value;
  const uRecovery = Math.hypot(found.uMean / reference.value, (recovery * reference.u) / reference.value);
  const t = Math.abs(bias) / u;
  const critical = tQuantile(0.5 + confidence / 2, found.dof);
  return { bias, u, recovery, uRecovery, t, critical, significant: t > critical };
}

/**
 * HorRat: the relative reproducibility standard deviation found over that which Horwitz predicts; 0.5 to 2 is usual.
 *
 * @param massFraction the level (1 = pure)
 * @param reproducibilitySd as a mass fraction too
 * @example horRat(1e-9, 2.2e-10) // → 1.00 (Horwitz predicts 22 % below 1.2·10⁻⁷)
 * @throws Refusal `outside-domain` unless 0 < massFraction ≤ 1
 * @source M. Thompson, Analyst 125 (2000) 385; AOAC Official Methods, appendix D
 */
export function horRat(massFraction: number, reproducibilitySd: number): number {
  needPositive("s_R", reproducibilitySd);
  return reproducibilitySd / horwitzSigma(massFraction);
}
