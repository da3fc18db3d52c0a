/** Water or steam at one pressure and temperature. */
export type WaterState = {
  readonly pressureMpa: number;
  readonly temperatureK: number;
  readonly volumeM3Kg: number;
  readonly enthalpyKjKg: number;
  readonly energyKjKg: number;
  readonly entropyKjKgK: number;
  /** Isobaric heat capacity. */
  readonly cpKjKgK: number;
  /** Speed of sound. */
  readonly soundMS: number;
};

/** Specific gas constant of water. [kJ/(kg·K)] @source IAPWS R7-97(2012), eq. 1 */
export const WATER_R = 0.461526;

/** The dimensionless Gibbs free energy γ(π, τ) with its derivatives. */
export type Gibbs = {
  readonly g: number;
  readonly p: number;
  readonly pp: number;
  readonly t: number;
  readonly tt: number;
  readonly pt: number;
};

/**
 * All properties from the Gibbs free energy.
 *
 * v = π·γ_π·RT/p,  h = RT·τγ_τ,  u = RT(τγ_τ − πγ_π),  s = R(τγ_τ − γ),  c_p = −Rτ²γ_ττ,
 * w² = RT·γ_π²/[(γ_π − τγ_πτ)²/(τ²γ_ττ) − γ_ππ]
 *
 * @param pressureMpa [MPa]
 * @param temperatureK [K]
 * @param pi reduced pressure, p over reference
 * @param tau inverse reduced temperature, reference over T
 * @param gibbs γ(π, τ) and its derivatives
 * @source IAPWS R7-97(2012), tables 3, 12 and 39
 * @example gibbsState(0.1, 300, 1, 1, { g: 0, p: 1, pp: -1, t: 4, tt: -4, pt: 0 }) // → { volumeM3Kg: 1.384578, enthalpyKjKg: 553.8312, cpKjKgK: 1.846104 } (a perfect gas, γ = ln π + γ°: RT/p = 0.461526·300/100, 4RT, 4R)
 */
export function gibbsState(
  pressureMpa: number,
  temperatureK: number,
  pi: number,
  tau: number,
  gibbs: Gibbs,
): WaterState {
  const { g, p, pp, t, tt, pt } = gibbs;
  const rt = WATER_R * temperatureK;
  return {
    pressureMpa,
    temperatureK,
    volumeM3Kg: (pi * p * rt) / (pressureMpa * 1000),
    enthalpyKjKg: rt * tau * t,
    energyKjKg: rt * (tau * t - pi * p),
    entropyKjKgK: WATER_R * (tau * t - g),
    cpKjKgK: -WATER_R * tau * tau * tt,
    soundMS: Math.sqrt((1000 * rt * p * p) / ((p - tau * pt) ** 2 / (tau * tau * tt) - pp)),
  };
}
