import { refuse } from "../refusals.ts";
import { T_PH_1, T_PH_2A, T_PH_2B, T_PH_2C, T_PS_1, T_PS_2A, T_PS_2B, T_PS_2C } from "./coefficients-backward.ts";
import { termValue } from "./terms.ts";

/**
 * Temperature of liquid water by pressure and enthalpy, without iteration.
 *
 * θ = Σ nπ^I(η + 1)^J;  π = p/1 MPa, η = h/2500 kJ/kg
 *
 * @returns [K], within 25 mK of region 1
 * @throws Refusal `outside-domain` where the result is no temperature of region 1
 * @source IAPWS R7-97(2012), eq. 11
 * @example liquidTemperatureByEnthalpy(3, 500) // → 391.798509 (IAPWS R7-97(2012), table 7)
 * liquidTemperatureByEnthalpy(80, 1500) // → 611.041229 (IAPWS R7-97(2012), table 7)
 */
export function liquidTemperatureByEnthalpy(pressureMpa: number, enthalpyKjKg: number): number {
  needPressure(pressureMpa);
  return liquid(termValue(T_PH_1, pressureMpa, enthalpyKjKg / 2500 + 1), "enthalpyKjKg", enthalpyKjKg);
}

/**
 * Temperature of liquid water by pressure and entropy, without iteration.
 *
 * θ = Σ nπ^I(σ + 2)^J;  π = p/1 MPa, σ = s/1 kJ/(kg·K)
 *
 * @returns [K], within 25 mK of region 1
 * @throws Refusal `outside-domain` where the result is no temperature of region 1
 * @source IAPWS R7-97(2012), eq. 13
 * @example liquidTemperatureByEntropy(80, 3) // → 565.899909 (IAPWS R7-97(2012), table 9)
 */
export function liquidTemperatureByEntropy(pressureMpa: number, entropyKjKgK: number): number {
  needPressure(pressureMpa);
  return liquid(termValue(T_PS_1, pressureMpa, entropyKjKgK + 2), "entropyKjKgK", entropyKjKgK);
}

/**
 * Pressure on the boundary of the parts 2b and 2c of steam by enthalpy.
 *
 * π = n₁ + n₂η + n₃η²
 *
 * @returns [MPa]
 * @source IAPWS R7-97(2012), eq. 20
 * @example boundary2bc(3516.004323) // → 100.000000 (IAPWS R7-97(2012), 6.3)
 */
export function boundary2bc(enthalpyKjKg: number): number {
  return 905.84278514723 - 0.67955786399241 * enthalpyKjKg + 1.2809002730136e-4 * enthalpyKjKg * enthalpyKjKg;
}

/**
 * Temperature of steam by pressure and enthalpy, without iteration.
 *
 * 2a (p ≤ 4 MPa): Σ nπ^I(η − 2.1)^J;  2b: Σ n(π − 2)^I(η − 2.6)^J;  2c: Σ n(π + 25)^I(η − 1.8)^J;  η = h/2000 kJ/kg
 *
 * @returns [K], within 10 mK (2a, 2b) or 25 mK (2c) of region 2
 * @throws Refusal `outside-domain` where the result is no temperature of region 2
 * @source IAPWS R7-97(2012), eqs. 22 to 24
 * @example steamTemperatureByEnthalpy(3, 4000) // → 1010.77577 (IAPWS R7-97(2012), table 24)
 * steamTemperatureByEnthalpy(60, 2700) // → 791.137067 (IAPWS R7-97(2012), table 24)
 */
export function steamTemperatureByEnthalpy(pressureMpa: number, enthalpyKjKg: number): number {
  needPressure(pressureMpa);
  const eta = enthalpyKjKg / 2000;
  return vapour(byEnthalpy(pressureMpa, enthalpyKjKg, eta), "enthalpyKjKg", enthalpyKjKg);
}

function byEnthalpy(pressureMpa: number, enthalpyKjKg: number, eta: number): number {
  if (pressureMpa <= 4) return termValue(T_PH_2A, pressureMpa, eta - 2.1);
  return pressureMpa < boundary2bc(enthalpyKjKg)
    ? termValue(T_PH_2B, pressureMpa - 2, eta - 2.6)
    : termValue(T_PH_2C, pressureMpa + 25, eta - 1.8);
}

/**
 * Temperature of steam by pressure and entropy, without iteration.
 *
 * 2a (p ≤ 4 MPa): Σ nπ^I(s/2 − 2)^J;  2b (s ≥ 5.85): Σ nπ^I(10 − s/0.7853)^J;  2c: Σ nπ^I(2 − s/2.9251)^J
 *
 * @returns [K], within 10 mK (2a, 2b) or 25 mK (2c) of region 2
 * @throws Refusal `outside-domain` where the result is no temperature of region 2
 * @source IAPWS R7-97(2012), eqs. 25 to 27
 * @example steamTemperatureByEntropy(0.1, 7.5) // → 399.517097 (IAPWS R7-97(2012), table 29)
 * steamTemperatureByEntropy(8, 6) // → 600.48404 (IAPWS R7-97(2012), table 29)
 */
export function steamTemperatureByEntropy(pressureMpa: number, entropyKjKgK: number): number {
  needPressure(pressureMpa);
  return vapour(byEntropy(pressureMpa, entropyKjKgK), "entropyKjKgK", entropyKjKgK);
}

/** Between 2b and 2c. [kJ/(kg·K)] @source IAPWS R7-97(2012), 6.3 */
const ENTROPY_2BC = 5.85;

function byEntropy(pressureMpa: number, s: number): number {
  if (pressureMpa <= 4) return termValue(T_PS_2A, pressureMpa, s / 2 - 2);
  return s >= ENTROPY_2BC
    ? termValue(T_PS_2B, pressureMpa, 10 - s / 0.7853)
    : termValue(T_PS_2C, pressureMpa, 2 - s / 2.9251);
}

function needPressure(pressureMpa: number): void {
  if (!(pressureMpa > 0 && pressureMpa <= 100)) {
    refuse("outside-domain", { name: "pressureMpa", given: String(pressureMpa), min: 0, max: 100 });
  }
}

const liquid = (temperatureK: number, name: string, given: number) => within(temperatureK, 623.15, name, given);
const vapour = (temperatureK: number, name: string, given: number) => within(temperatureK, 1073.15, name, given);

/** The equations are exact to 25 mK, so that a state on the edge may come out as much beyond it. */
function within(temperatureK: number, maxK: number, name: string, given: number): number {
  if (temperatureK >= 273.15 - 0.025 && temperatureK <= maxK + 0.025) return temperatureK;
  return refuse("outside-domain", { name, given: String(given), min: null, max: null });
}
