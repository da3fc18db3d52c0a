import { refuse } from "../refusals.ts";

/** @source IAPWS R7-97(2012), table 34 */
const N = [
  1167.0521452767, -724213.16703206, -17.073846940092, 12020.82470247, -3232555.0322333, 14.91510861353,
  -4823.2657361591, 405113.40542057, -0.23855557567849, 650.17534844798,
] as const;

/** Where liquid and steam meet no more. [K, MPa] @source IAPWS R7-97(2012), eqs. 2 and 3 */
export const CRITICAL = { temperatureK: 647.096, pressureMpa: 22.064 } as const;

/** Pressure of saturation at 273.15 K, the lowest temperature of the formulation. [MPa] @source IAPWS R7-97(2012), 8.2 */
export const LEAST_SATURATION_MPA = 0.000611212677;

/**
 * Pressure at which water of a temperature boils.
 *
 * p_s = [2C/(−B + √(B² − 4AC))]⁴;  ϑ = T + n₉/(T − n₁₀), A = ϑ² + n₁ϑ + n₂, B = n₃ϑ² + n₄ϑ + n₅, C = n₆ϑ² + n₇ϑ + n₈
 *
 * @returns [MPa]
 * @throws Refusal `outside-domain` outside 273.15 K to 647.096 K
 * @source IAPWS R7-97(2012), eq. 30
 * @example saturationPressure(300) // → 0.00353658941 (IAPWS R7-97(2012), table 35)
 * saturationPressure(600) // → 12.3443146 (IAPWS R7-97(2012), table 35)
 */
export function saturationPressure(temperatureK: number): number {
  if (!(temperatureK >= 273.15 && temperatureK <= CRITICAL.temperatureK)) {
    refuse("outside-domain", {
      name: "temperatureK",
      given: String(temperatureK),
      min: 273.15,
      max: CRITICAL.temperatureK,
    });
  }
  const theta = temperatureK + N[8] / (temperatureK - N[9]);
  const a = theta * theta + N[0] * theta + N[1];
  const b = N[2] * theta * theta + N[3] * theta + N[4];
  const c = N[5] * theta * theta + N[6] * theta + N[7];
  return ((2 * c) / (-b + Math.sqrt(b * b - 4 * a * c))) ** 4;
}

/**
 * Temperature at which water boils under a pressure.
 *
 * T_s = [n₁₀ + D − √((n₁₀ + D)² − 4(n₉ + n₁₀D))]/2;  D = 2G/(−F − √(F² − 4EG)), β = p^¼,
 * E = β² + n₃β + n₆, F = n₁β² + n₄β + n₇, G = n₂β² + n₅β + n₈
 *
 * @returns [K]
 * @throws Refusal `outside-domain` outside 0.000611212677 MPa to 22.064 MPa
 * @source IAPWS R7-97(2012), eq. 31
 * @example saturationTemperature(0.1) // → 372.755919 (IAPWS R7-97(2012), table 36)
 * saturationTemperature(10) // → 584.149488 (IAPWS R7-97(2012), table 36)
 */
export function saturationTemperature(pressureMpa: number): number {
  if (!(pressureMpa >= LEAST_SATURATION_MPA && pressureMpa <= CRITICAL.pressureMpa)) {
    refuse("outside-domain", {
      name: "pressureMpa",
      given: String(pressureMpa),
      min: LEAST_SATURATION_MPA,
      max: CRITICAL.pressureMpa,
    });
  }
  const beta = pressureMpa ** 0.25;
  const e = beta * beta + N[2] * beta + N[5];
  const f = N[0] * beta * beta + N[3] * beta + N[6];
  const g = N[1] * beta * beta + N[4] * beta + N[7];
  const d = (2 * g) / (-f - Math.sqrt(f * f - 4 * e * g));
  const sum = N[9] + d;
  return (sum - Math.sqrt(sum * sum - 4 * (N[8] + N[9] * d))) / 2;
}
