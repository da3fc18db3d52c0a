import { refuse } from "../refusals.ts";
import { BOUNDARY_23, boundary23Pressure } from "./boundary-23.ts";
import { REGION_3 } from "./coefficients-1-to-3.ts";
import { CRITICAL } from "./saturation.ts";
import { WATER_R, type WaterState } from "./state.ts";
import { termSum } from "./terms.ts";

/** Coefficient of the logarithm. @source IAPWS R7-97(2012), table 30 */
const N1 = 1.0658070028513;
const CRITICAL_DENSITY = 322;

/** The equations of two regions differ that much in pressure on their border. */
const BORDER = 1e-3;

/**
 * Water around its critical point, by density.
 *
 * φ = n₁ ln δ + Σ nδ^Iτ^J;  δ = ρ/322 kg/m³, τ = 647.096 K/T;  p = ρRTδφ_δ,
 * w² = RT·[2δφ_δ + δ²φ_δδ − (δφ_δ − δτφ_δτ)²/(τ²φ_ττ)]
 *
 * @param densityKgM3 of one stable phase
 * @throws Refusal `outside-domain` outside 623.15 K to 863.15 K, between the boundary with region 2 and 100 MPa
 * @source IAPWS R7-97(2012), eq. 28, table 31
 * @example denseWater(500, 650).enthalpyKjKg // → 1863.43019 (IAPWS R7-97(2012), table 33)
 * denseWater(200, 650).pressureMpa // → 22.2930643 (IAPWS R7-97(2012), table 33)
 */
export function denseWater(densityKgM3: number, temperatureK: number): WaterState {
  const { fromK, toK, toMpa } = BOUNDARY_23;
  if (!(temperatureK >= fromK && temperatureK <= toK)) {
    refuse("outside-domain", { name: "temperatureK", given: String(temperatureK), min: fromK, max: toK });
  }
  if (!(densityKgM3 > 0 && densityKgM3 < 1000)) outside(densityKgM3);
  const state = helmholtzState(densityKgM3, temperatureK);
  const stable = state.soundMS > 0 && state.cpKjKgK > 0;
  const least = boundary23Pressure(temperatureK) * (1 - BORDER);
  if (!stable || !(state.pressureMpa >= least && state.pressureMpa <= toMpa * (1 + BORDER))) outside(densityKgM3);
  return state;
}

function helmholtzState(densityKgM3: number, temperatureK: number): WaterState {
  const [delta, tau] = [densityKgM3 / CRITICAL_DENSITY, CRITICAL.temperatureK / temperatureK];
  const sum = termSum(REGION_3, delta, tau);
  const phi = N1 * Math.log(delta) + sum.f;
  const d = delta * (N1 / delta + sum.a);
  const dd = delta * delta * (-N1 / (delta * delta) + sum.aa);
  const [t, tt, dt] = [tau * sum.b, tau * tau * sum.bb, delta * tau * sum.ab];
  const rt = WATER_R * temperatureK;
  return {
    pressureMpa: (densityKgM3 * rt * d) / 1000,
    temperatureK,
    volumeM3Kg: 1 / densityKgM3,
    enthalpyKjKg: rt * (t + d),
    energyKjKg: rt * t,
    entropyKjKgK: WATER_R * (t - phi),
    cpKjKgK: WATER_R * (-tt + (d - dt) ** 2 / (2 * d + dd)),
    soundMS: Math.sqrt(1000 * rt * (2 * d + dd - (d - dt) ** 2 / tt)),
  };
}

function outside(densityKgM3: number): never {
  return refuse("outside-domain", { name: "densityKgM3", given: String(densityKgM3), min: null, max: null });
}
