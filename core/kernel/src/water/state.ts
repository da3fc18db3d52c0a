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
 * @source IAPWS R7-97(2012), tables 3, 12 and 39
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
