import { REGION_1 } from "./coefficients-1-to-3.ts";
import { needRegion } from "./region.ts";
import { gibbsState, type WaterState } from "./state.ts";
import { termSum } from "./terms.ts";

/**
 * Liquid water.
 *
 * γ = Σ n(7.1 − π)^I(τ − 1.222)^J;  π = p/16.53 MPa, τ = 1386 K/T
 *
 * @throws Refusal `outside-domain` outside 273.15 K to 623.15 K, and between saturation and 100 MPa
 * @source IAPWS R7-97(2012), eq. 7
 * @example liquidWater(3, 300).enthalpyKjKg // → 115.331273 (IAPWS R7-97(2012), table 5)
 * liquidWater(80, 300).volumeM3Kg // → 0.000971180894 (IAPWS R7-97(2012), table 5)
 */
export function liquidWater(pressureMpa: number, temperatureK: number): WaterState {
  needRegion(1, pressureMpa, temperatureK);
  const [pi, tau] = [pressureMpa / 16.53, 1386 / temperatureK];
  const { f, a, aa, b, bb, ab } = termSum(REGION_1, 7.1 - pi, tau - 1.222);
  return gibbsState(pressureMpa, temperatureK, pi, tau, { g: f, p: -a, pp: aa, t: b, tt: bb, pt: -ab });
}
