import { REGION_2, REGION_2_IDEAL } from "./coefficients-1-to-3.ts";
import { REGION_5, REGION_5_IDEAL } from "./coefficients-5.ts";
import { needRegion } from "./region.ts";
import { gibbsState, type WaterState } from "./state.ts";
import { type Term, termSum } from "./terms.ts";

/**
 * Steam up to 1073.15 K.
 *
 * γ = ln π + Σ n⁰τ^J⁰ + Σ nπ^I(τ − 0.5)^J;  π = p/1 MPa, τ = 540 K/T
 *
 * @throws Refusal `outside-domain` above saturation, beyond the boundary with region 3, outside 273.15 K to 1073.15 K
 * @source IAPWS R7-97(2012), eq. 15
 * @example steam(0.0035, 300).enthalpyKjKg // → 2549.91145 (IAPWS R7-97(2012), table 15)
 * steam(30, 700).cpKjKgK // → 10.3505092 (IAPWS R7-97(2012), table 15)
 */
export function steam(pressureMpa: number, temperatureK: number): WaterState {
  needRegion(2, pressureMpa, temperatureK);
  return vapour(pressureMpa, temperatureK, { idealTerms: REGION_2_IDEAL, terms: REGION_2, scaleK: 540, shift: 0.5 });
}

/**
 * Steam from 1073.15 K to 2273.15 K.
 *
 * γ = ln π + Σ n⁰τ^J⁰ + Σ nπ^Iτ^J;  π = p/1 MPa, τ = 1000 K/T
 *
 * @throws Refusal `outside-domain` outside those temperatures or above 50 MPa
 * @source IAPWS R7-97(2012), eq. 32
 * @example hotSteam(0.5, 1500).enthalpyKjKg // → 5219.76855 (IAPWS R7-97(2012), table 42)
 * hotSteam(30, 2000).soundMS // → 1067.36948 (IAPWS R7-97(2012), table 42)
 */
export function hotSteam(pressureMpa: number, temperatureK: number): WaterState {
  needRegion(5, pressureMpa, temperatureK);
  return vapour(pressureMpa, temperatureK, { idealTerms: REGION_5_IDEAL, terms: REGION_5, scaleK: 1000, shift: 0 });
}

type Vapour = {
  readonly idealTerms: readonly Term[];
  readonly terms: readonly Term[];
  readonly scaleK: number;
  readonly shift: number;
};

function vapour(pressureMpa: number, temperatureK: number, { idealTerms, terms, scaleK, shift }: Vapour): WaterState {
  const [pi, tau] = [pressureMpa, scaleK / temperatureK];
  const ideal = termSum(idealTerms, 1, tau);
  const rest = termSum(terms, pi, tau - shift);
  return gibbsState(pressureMpa, temperatureK, pi, tau, {
    g: Math.log(pi) + ideal.f + rest.f,
    p: 1 / pi + rest.a,
    pp: -1 / (pi * pi) + rest.aa,
    t: ideal.b + rest.b,
    tt: ideal.bb + rest.bb,
    pt: rest.ab,
  });
}
