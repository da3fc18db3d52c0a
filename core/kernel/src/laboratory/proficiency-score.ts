import { refuse } from "../refusals.ts";
import { needNotNegative, needPositive } from "./finite.ts";

/** The assigned value of a round with its standard uncertainty, in the unit of the results. */
export type AssignedValue = { readonly value: number; readonly u: number };

/** A participant's result with its expanded uncertainty U = k u. */
export type ParticipantResult = { readonly value: number; readonly expanded: number; readonly k: number };

export type PerformanceClass = "satisfactory" | "questionable" | "unsatisfactory";

/**
 * Score of a result against the standard deviation for proficiency assessment.
 *
 * z = (x − x_pt) / σ_pt
 *
 * @example zScore(0.0239, 0.044, 0.0066) // → -3.05 (ISO 13528:2022, E.4)
 * @throws Refusal `outside-domain` unless σ_pt > 0: without a spread there is no score, and certainly not zero
 * @source ISO 13528:2022, 9.4
 */
export function zScore(value: number, assigned: number, sigma: number): number {
  needPositive("sigma_pt", sigma);
  return finite(value - assigned) / sigma;
}

/**
 * Score against σ_pt widened by the uncertainty of the assigned value, where that is not negligible.
 *
 * z′ = (x − x_pt) / √(σ_pt² + u²(x_pt))
 *
 * @example zPrimeScore(0.0239, { value: 0.044, u: 0.0041 }, 0.0066) // → -2.59 (ISO 13528:2022, E.4)
 * @throws Refusal `outside-domain` unless σ_pt > 0 and u(x_pt) is not negative
 * @source ISO 13528:2022, 9.5
 */
export function zPrimeScore(value: number, assigned: AssignedValue, sigma: number): number {
  needPositive("sigma_pt", sigma);
  needNotNegative("u(x_pt)", assigned.u);
  return finite(value - assigned.value) / Math.hypot(sigma, assigned.u);
}

/**
 * Score against the standard uncertainties of result and assigned value.
 *
 * ζ = (x − x_pt) / √(u²(x) + u²(x_pt))
 *
 * @example zetaScore({ value: 0.0135, expanded: 0.00108, k: 1.732 }, { value: 0.044, u: 0.0041 }) // → -7.35 (ISO 13528:2022, E.4)
 * @throws Refusal `outside-domain` where both uncertainties are zero, one is negative or k is not positive
 * @source ISO 13528:2022, 9.6
 */
export function zetaScore({ value, expanded, k }: ParticipantResult, assigned: AssignedValue): number {
  needPositive("k", k);
  needNotNegative("U", expanded);
  needNotNegative("u(x_pt)", assigned.u);
  const u = Math.hypot(expanded / k, assigned.u);
  needPositive("u", u);
  return finite(value - assigned.value) / u;
}

/**
 * Score against the expanded uncertainties of result and assigned value.
 *
 * E_n = (x − x_pt) / √(U²(x) + U²(x_pt))
 *
 * @example enScore({ value: 0.013, expanded: 0.003 }, { value: 0.044, expanded: 0.0082 }) // → -3.55 (ISO 13528:2022, E.4)
 * @throws Refusal `outside-domain` where both uncertainties are zero or one is negative
 * @source ISO 13528:2022, 9.7
 */
export function enScore(
  { value, expanded }: Pick<ParticipantResult, "value" | "expanded">,
  assigned: { readonly value: number; readonly expanded: number },
): number {
  needNotNegative("U", expanded);
  needNotNegative("U(x_pt)", assigned.expanded);
  const together = Math.hypot(expanded, assigned.expanded);
  needPositive("U", together);
  return finite(value - assigned.value) / together;
}

/**
 * Difference from the assigned value in per cent of it.
 *
 * D% = 100 (x − x_pt) / x_pt
 *
 * @returns [%]
 * @example percentDifference(0.013, 0.044) // → -70.5 (ISO 13528:2022, E.4)
 * @throws Refusal `outside-domain` where the assigned value is zero
 * @source ISO 13528:2022, 9.3.2
 */
export function percentDifference(value: number, assigned: number): number {
  if (assigned === 0) refuse("outside-domain", { name: "x_pt", given: assigned, min: null, max: null });
  return (100 * finite(value - assigned)) / assigned;
}

/**
 * Difference from the assigned value in per cent of the largest error δ_E that is allowed.
 *
 * P_A = 100 (x − x_pt) / δ_E
 *
 * @returns [%]
 * @example percentOfAllowed(0.013, 0.044, 0.0198) // → -156.6 (ISO 13528:2022, E.4, with δ_E = 3·0.0066)
 * @throws Refusal `outside-domain` unless δ_E > 0; `not-finite`
 * @source ISO 13528:2022, 9.3.6
 */
export function percentOfAllowed(value: number, assigned: number, allowed: number): number {
  needPositive("delta_E", allowed);
  return (100 * finite(value - assigned)) / allowed;
}

/**
 * Class of z, z′ or ζ: satisfactory to 2.0, questionable below 3.0.
 *
 * @example classOfScore(-2.59) // → "questionable" (2.0 < 2.59 < 3.0)
 * @example classOfScore(3) // → "unsatisfactory" (3.0 and more)
 * @throws Refusal `not-finite`
 * @source ISO/IEC 17043:2010, B.4.1.1 a (clause from memory)
 */
export function classOfScore(score: number): PerformanceClass {
  const size = Math.abs(finite(score));
  if (size <= 2) return "satisfactory";
  return size < 3 ? "questionable" : "unsatisfactory";
}

/**
 * Class of E_n: satisfactory to 1.0.
 *
 * @example classOfEn(1) // → "satisfactory" (|E_n| ≤ 1.0)
 * @example classOfEn(-3.55) // → "unsatisfactory" (|E_n| > 1.0)
 * @throws Refusal `not-finite`
 * @source ISO/IEC 17043:2010, B.4.1.1 b (clause from memory)
 */
export function classOfEn(score: number): PerformanceClass {
  return Math.abs(finite(score)) <= 1 ? "satisfactory" : "unsatisfactory";
}

function finite(given: number): number {
  return Number.isFinite(given) ? given : refuse("not-finite", { name: "score", at: 1, given: String(given) });
}
