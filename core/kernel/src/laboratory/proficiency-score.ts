import { refuse } from "../refusals.ts";
import { needPositive } from "./finite.ts";

/** The assigned value of a round with its standard uncertainty, in the unit of the results. */
export type AssignedValue = { readonly value: number; readonly u: number };

/** A participant's result with its expanded uncertainty U = k u. */
export type ParticipantResult = { readonly value: number; readonly expanded: number; readonly k: number };

export type PerformanceClass = "satisfactory" | "questionable" | "unsatisfactory";

/**
 * z = (x − x_pt) / σ_pt
 *
 * @example mercury in feed, L12: x = 0.0239, x_pt = 0.044, σ_pt = 0.0066: z = −3.05 (ISO 13528:2022, E.4)
 * @throws Refusal `outside-domain` unless σ_pt > 0: without a spread there is no score, and certainly not zero
 * @source ISO 13528:2022, 9.4
 */
export function zScore(value: number, assigned: number, sigma: number): number {
  needPositive("sigma_pt", sigma);
  return finite(value - assigned) / sigma;
}

/**
 * z′ = (x − x_pt) / √(σ_pt² + u²(x_pt)), for an assigned value whose uncertainty is not negligible.
 *
 * @example mercury in feed, L12: z′ = −2.59 (ISO 13528:2022, E.4)
 * @throws Refusal `outside-domain` unless σ_pt > 0
 * @source ISO 13528:2022, 9.5
 */
export function zPrimeScore(value: number, assigned: AssignedValue, sigma: number): number {
  needPositive("sigma_pt", sigma);
  return finite(value - assigned.value) / Math.hypot(sigma, assigned.u);
}

/**
 * ζ = (x − x_pt) / √(u²(x) + u²(x_pt))
 *
 * @example mercury in feed, L23: U = 0.00108, k = 1.732: ζ = −7.35 (ISO 13528:2022, E.4)
 * @throws Refusal `outside-domain` where both uncertainties are zero or k is not positive
 * @source ISO 13528:2022, 9.6
 */
export function zetaScore({ value, expanded, k }: ParticipantResult, assigned: AssignedValue): number {
  needPositive("k", k);
  const u = Math.hypot(expanded / k, assigned.u);
  needPositive("u", u);
  return finite(value - assigned.value) / u;
}

/**
 * E_n = (x − x_pt) / √(U²(x) + U²(x_pt)) with expanded uncertainties.
 *
 * @example mercury in feed, L04: U = 0.003, U(x_pt) = 0.0082: E_n = −3.55 (ISO 13528:2022, E.4)
 * @throws Refusal `outside-domain` where both uncertainties are zero
 * @source ISO 13528:2022, 9.7
 */
export function enScore(
  { value, expanded }: Pick<ParticipantResult, "value" | "expanded">,
  assigned: { readonly value: number; readonly expanded: number },
): number {
  const together = Math.hypot(expanded, assigned.expanded);
  needPositive("U", together);
  return finite(value - assigned.value) / together;
}

/**
 * D% = 100 (x − x_pt) / x_pt
 *
 * @throws Refusal `outside-domain` where the assigned value is zero
 * @source ISO 13528:2022, 9.3.2
 */
export function percentDifference(value: number, assigned: number): number {
  if (assigned === 0) refuse("outside-domain", { name: "x_pt", given: assigned, min: null, max: null });
  return (100 * finite(value - assigned)) / assigned;
}

/** P_A = 100 (x − x_pt) / δ_E, in per cent of the largest error that is allowed. @source ISO 13528:2022, 9.3.6 */
export function percentOfAllowed(value: number, assigned: number, allowed: number): number {
  needPositive("delta_E", allowed);
  return (100 * finite(value - assigned)) / allowed;
}

/** Class of z, z′ or ζ: satisfactory to 2.0, questionable below 3.0. @source ISO/IEC 17043:2010, B.4.1.1 a */
export function classOfScore(score: number): PerformanceClass {
  const size = Math.abs(finite(score));
  if (size <= 2) return "satisfactory";
  return size < 3 ? "questionable" : "unsatisfactory";
}

/** Class of E_n: satisfactory to 1.0. @source ISO/IEC 17043:2010, B.4.1.1 b */
export function classOfEn(score: number): PerformanceClass {
  return Math.abs(finite(score)) <= 1 ? "satisfactory" : "unsatisfactory";
}

function finite(given: number): number {
  return Number.isFinite(given) ? given : refuse("not-finite", { name: "score", at: 1, given: String(given) });
}
