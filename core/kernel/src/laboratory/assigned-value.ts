import { mean, standardError } from "../statistics.ts";
import { needFinite, needNotNegative, needPositive, needWhole } from "./finite.ts";
import type { AssignedValue } from "./proficiency-score.ts";

/**
 * Assigned value from a comparison with a certified reference material: x_pt = x_CRM + d̄, u² = u_CRM² + u²(d̄).
 *
 * @param differences item minus reference material, one per pair of measurements
 * @example assignedFromReference({ value: 21.62, u: 0.3 }, [1.7, 1.9]) // → { value: 23.42, u: 0.316 } (21.62 + 1.8; √(0.3² + 0.1²))
 * @example assignedFromReference({ value: 21.62, u: 0.26 }, [2.0, 1.05, 0.5, 1.1, 1.75, 2.7, -0.6, -0.35, 2.5, 0.95, 3.1, 1.5, 2.0, 1.05, 2.3, 2.05, 2.8, 3.0, 2.15, 3.0]) // → { value: 23.35, u: 0.35 } (ISO 13528:2022, E.5)
 * @throws Refusal `too-few-values` below two differences; `not-finite`; `outside-domain` for a negative u_CRM
 * @source ISO 13528:2022, 7.5
 */
export function assignedFromReference(reference: AssignedValue, differences: readonly number[]): AssignedValue {
  needFinite("differences", differences, 2);
  needFinite("x_CRM", [reference.value]);
  needNotNegative("u_CRM", reference.u);
  return {
    value: reference.value + mean(differences),
    u: Math.hypot(reference.u, standardError(differences)),
  };
}

/**
 * The uncertainty of the assigned value may be left out of the score where u(x_pt) < 0.3 σ_pt.
 *
 * @example isNegligible(0.2, 1) // → true (0.2 < 0.3·1)
 * @example isNegligible(0.3, 1) // → false (0.3 is not below 0.3·1)
 * @throws Refusal `outside-domain` unless σ_pt > 0 and u is not negative
 * @source ISO 13528:2022, 9.2.1
 */
export function isNegligible(u: number, sigma: number): boolean {
  needPositive("sigma_pt", sigma);
  needNotNegative("u", u);
  return u < 0.3 * sigma;
}

/**
 * σ_pt after Horwitz in the form of Thompson, from a mass fraction c (1 = pure).
 *
 * σ = 0.22 c below 1.2·10⁻⁷, 0.02 c^0.8495 to 0.138, 0.01 √c above
 *
 * @example horwitzSigma(1.195e-6) // → 1.86e-7 (ISO 13528:2022, E.9)
 * @example horwitzSigma(2.565e-6) // → 3.56e-7 (ISO 13528:2022, E.9)
 * @example horwitzSigma(0.25) // → 0.0050 (0.01 √0.25)
 * @throws Refusal `outside-domain` unless 0 < c ≤ 1
 * @source ISO 13528:2022, 8.4.2
 */
export function horwitzSigma(massFraction: number): number {
  needPositive("c", massFraction);
  needPositive("1 - c", 1 - massFraction + Number.EPSILON);
  if (massFraction < 1.2e-7) return 0.22 * massFraction;
  return massFraction <= 0.138 ? 0.02 * massFraction ** 0.8495 : 0.01 * Math.sqrt(massFraction);
}

/**
 * σ_pt from the precision of the method, for a mean of m results: √(s_R² − s_r² (1 − 1/m)).
 *
 * @example sigmaFromPrecision(23.2, 14.3, 2) // → 20.9 (ISO 13528:2022, E.10)
 * @throws Refusal `outside-domain` unless s_R > 0, s_r ≥ 0, m is whole and s_r ≤ s_R
 * @source ISO 13528:2022, 8.5
 */
export function sigmaFromPrecision(reproducibilitySd: number, repeatabilitySd: number, results: number): number {
  needPositive("s_R", reproducibilitySd);
  needNotNegative("s_r", repeatabilitySd);
  needWhole("m", results, 1);
  const square = reproducibilitySd ** 2 - repeatabilitySd ** 2 * (1 - 1 / results);
  needPositive("sigma_pt squared", square);
  return Math.sqrt(square);
}
