import { normalCdf, normalQuantile, tCdf } from "@quanheng/kernel/distributions.ts";
import { needFinite, needPositive } from "@quanheng/kernel/laboratory/finite.ts";
import { refuse } from "./refusals.ts";

/** What is known of the measured quantity: best estimate, standard uncertainty and its degrees of freedom. */
export type Knowledge = { readonly y: number; readonly u: number; readonly dof: number };

/** Tolerance limits; a side that is absent is unbounded. */
export type Tolerance = { readonly lower?: number; readonly upper?: number };

/**
 * Probability that the quantity conforms, given its measured value and nothing known before.
 *
 * p_c = F((T_U − y)/u) − F((T_L − y)/u), F normal, or Student's t where u has few degrees of freedom
 *
 * @example conformanceProbability({ y: 509.7, u: 8.6, dof: Infinity }, { lower: 490 }) // → 0.99 (JCGM 106:2012, 7.3.3, burst strength of a container)
 * @example conformanceProbability({ y: -5.47, u: 0.05, dof: Infinity }, { upper: -5.4 }) // → 0.92 (JCGM 106:2012, 7.3.3, breakdown voltage of a Zener diode)
 * @throws Refusal as `falseAcceptance`
 * @source JCGM 106:2012, 7.3 and 7.4
 */
export function conformanceProbability(knowledge: Knowledge, tolerance: Tolerance): number {
  return Math.max(0, 1 - falseAcceptance(knowledge, tolerance));
}

/**
 * Probability that the quantity does not conform, hence that a stated pass is false: the two tails outside the limits.
 *
 * @example falseAcceptance({ y: 9.9, u: 0.05, dof: Infinity }, { upper: 10 }) // → 0.0228 (Φ(−0.1/0.05) = Φ(−2))
 * @example falseAcceptance({ y: 0, u: 1, dof: 1 }, { lower: -1, upper: 1 }) // → 0.500 (two quarters of Student's t with one degree of freedom)
 * @throws Refusal `not-finite` for y; `outside-domain` unless u and its degrees of freedom are above zero;
 * `tolerance-invalid` without a limit, for one that is NaN, and where the lower one lies above the upper one
 * @source JCGM 106:2012, 9 (specific consumer's risk)
 */
export function falseAcceptance({ y, u, dof }: Knowledge, { lower, upper }: Tolerance): number {
  needFinite("y", [y]);
  needPositive("u", u);
  if (dof !== Infinity) needPositive("dof", dof);
  needTolerance(lower, upper);
  const tail = (distance: number) => (Number.isFinite(dof) ? tCdf(-distance / u, dof) : normalCdf(-distance / u));
  const above = upper === undefined ? 0 : tail(upper - y);
  const below = lower === undefined ? 0 : tail(y - lower);
  return Math.min(1, above + below);
}

function needTolerance(lower: number | undefined, upper: number | undefined): void {
  const known = lower !== undefined || upper !== undefined;
  if (!known || !((lower ?? -Infinity) <= (upper ?? Infinity)))
    refuse("tolerance-invalid", { lower: String(lower ?? "–"), upper: String(upper ?? "–") });
}

/**
 * The measured value from which a limit is exceeded with the given probability, for a relative standard uncertainty.
 *
 * v = L/(1 − u_rel·z_p)
 *
 * @param relativeU u_rel [1]
 * @param probability p with which the limit is exceeded [1]
 * @example exceedanceLimit(100, 0.02, 0.999) // → 106.6 (JCGM 106:2012, 8.3.3, speed enforcement: prints 107 km/h; 100/(1 − 0.02·3.0902))
 * @source JCGM 106:2012, 8.3.3 (speed enforcement)
 */
export function exceedanceLimit(limit: number, relativeU: number, probability: number): number {
  return limit / (1 - relativeU * normalQuantile(probability));
}

/**
 * A probability for people: four places, rounded up so that a risk is never understated.
 *
 * @example probabilityText(0.02275013) // → "0.0228" (0.02275 rounded up)
 * @example probabilityText(6e-16) // → "<0.0001" (never printed as zero)
 * @source ours: a risk is never understated
 */
export function probabilityText(probability: number): string {
  if (probability < 0.0001) return "<0.0001";
  return Math.min(1, Math.ceil(probability * 1e4 - 1e-9) / 1e4).toFixed(4);
}
