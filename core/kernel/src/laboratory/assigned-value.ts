import { mean, standardError } from "../statistics.ts";
import { needFinite, needPositive, needWhole } from "./finite.ts";
import type { AssignedValue } from "./proficiency-score.ts";

/**
 * Assigned value from a comparison with a certified reference material: x_pt = x_CRM + d̄, u² = u_CRM² + u²(d̄).
 *
 * @param differences item minus reference material, one per pair of measurements
 * @example 20 differences with mean 1.73 on 21.62: x_pt = 23.35, u = 0.35 (ISO 13528:2022, E.5)
 * @throws Refusal `too-few-values` below two differences, `not-finite`
 * @source ISO 13528:2022, 7.5
 */
export function assignedFromReference(reference: AssignedValue, differences: readonly number[]): AssignedValue {
  needFinite("differences", differences, 2);
  return {
    value: reference.value + mean(differences),
    u: Math.hypot(reference.u, standardError(differences)),
  };
}

/** The uncertainty of the assigned value may be left out of the score where u(x_pt) < 0.3 σ_pt. @source ISO 13528:2022, 9.2.1 */
export function isNegligible(u: number, sigma: number): boolean {
  needPositive("sigma_pt", sigma);
  return u < 0.3 * sigma;
}

/**
 * σ_pt after Horwitz in the form of Thompson, from a mass fraction c (1 = pure).
 *
 * σ = 0.22 c below 1.2·10⁻⁷, 0.02 c^0.8495 to 0.138, 0.01 √c above
 *
 * @example 1.195 mg/kg: 0.186 mg/kg; 2.565 mg/kg: 0.356 mg/kg (ISO 13528:2022, E.9)
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
 * @example s_R = 23.2, s_r = 14.3, m = 2: 20.9 (ISO 13528:2022, E.10)
 * @throws Refusal `outside-domain` unless s_R > 0, m is whole and s_r ≤ s_R
 * @source ISO 13528:2022, 8.5
 */
export function sigmaFromPrecision(reproducibilitySd: number, repeatabilitySd: number, results: number): number {
  needPositive("s_R", reproducibilitySd);
  needWhole("m", results, 1);
  const square = reproducibilitySd ** 2 - repeatabilitySd ** 2 * (1 - 1 / results);
  needPositive("sigma_pt squared", square);
  return Math.sqrt(square);
}
