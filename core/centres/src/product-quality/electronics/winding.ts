import { needEachWithin, needRows, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Inverse temperature coefficient of the resistance at 0 °C. [K] @source IEC 60335-1:2020, 11.3 */
export const INVERSE_COEFFICIENT = { copper: 234.5, aluminium: 225 } as const;

/** Longest time from switching off to the first reading. [s] Chosen by the laboratory's rule for the method. */
const LATEST_S = 60;

export type WindingReading = {
  /** Resistance and room temperature before the test. [Ω, °C] */
  readonly coldOhm: number;
  readonly coldC: number;
  /** Resistance at the moment of switching off and room temperature then. [Ω, °C] */
  readonly hotOhm: number;
  readonly hotC: number;
  /** Inverse temperature coefficient at 0 °C. [K] */
  readonly inverseCoefficientK: number;
  /** Time from switching off to the reading of the hot resistance, where it was not extrapolated. [s] */
  readonly afterS?: number;
};

/**
 * Temperature rise of a winding by its resistance.
 *
 * Δt = (R₂ − R₁)/R₁·(k + t₁) − (t₂ − t₁); winding temperature = Δt + t₂
 *
 * @returns rise [K] and winding temperature [°C], unrounded
 * @throws Refusal `non-positive-resistance`, `too-late-after-switch-off` beyond 60 s, `outside-method-range`
 * @source IEC 60335-1:2020 (GB 4706.1-2024), 11.3; IEC 62368-1:2018 (GB 4943.1-2022), B.1.5
 * @example windingRise({ coldOhm: 12.46, coldC: 22.4, hotOhm: 16.13, hotC: 24.1, inverseCoefficientK: 234.5 }).riseK // → 73.968
 */
export function windingRise({ coldOhm, coldC, hotOhm, hotC, inverseCoefficientK: k, afterS }: WindingReading) {
  needResistance("coldOhm", coldOhm);
  needResistance("hotOhm", hotOhm);
  needWithin("coldC", coldC, { min: -40, max: 100, unit: "Cel" });
  needWithin("hotC", hotC, { min: -40, max: 100, unit: "Cel" });
  needWithin("inverseCoefficientK", k, { min: 200, max: 300, unit: "K" });
  if (afterS !== undefined) needSoonEnough("afterS", afterS);
  const riseK = ((hotOhm - coldOhm) / coldOhm) * (k + coldC) - (hotC - coldC);
  return { riseK, windingC: riseK + hotC };
}

/**
 * Resistance of a winding at the moment of switching off, from three equally spaced readings while it cools.
 *
 * R_∞ = (y₀·y₂ − y₁²)/(y₀ + y₂ − 2·y₁), λ = −ln[(y₁ − R_∞)/(y₀ − R_∞)]/Δt, R₀ = R_∞ + (y₀ − R_∞)·e^{λ·t₀}
 *
 * @returns resistances [Ω] and rate [1/s], unrounded
 * @throws Refusal `columns-differ` unless there are three readings, `spacing-not-equal`, `not-cooling`,
 *   `too-late-after-switch-off`, `non-positive-resistance`, `outside-method-range`
 * @source exponential cooling through three points
 * @example windingAtSwitchOff([5, 15, 25], [16.02, 15.81, 15.63]).atSwitchOffOhm // → 16.1378
 */
export function windingAtSwitchOff(timeS: readonly number[], resistanceOhm: readonly number[]) {
  needRows("timeS", timeS, 3);
  needRows("resistanceOhm", resistanceOhm, 3);
  needEachWithin("timeS", timeS, { min: 0, unit: "s" });
  for (const ohm of resistanceOhm) needResistance("resistanceOhm", ohm);
  const [t0, t1, t2] = timeS as readonly [number, number, number];
  const [y0, y1, y2] = resistanceOhm as readonly [number, number, number];
  needSoonEnough("timeS", t0);
  const step = t1 - t0;
  if (!(step > 0) || Math.abs(t2 - t1 - step) > 1e-6 * step) {
    refuse("spacing-not-equal", { field: "timeS", first: step, second: t2 - t1 });
  }
  // Cooling slows down: each fall is smaller than the one before.
  if (!(y0 > y1 && y1 > y2 && y0 - y1 > y1 - y2)) refuse("not-cooling", { field: "resistanceOhm" });
  const finalOhm = (y0 * y2 - y1 * y1) / (y0 + y2 - 2 * y1);
  const ratePerS = -Math.log((y1 - finalOhm) / (y0 - finalOhm)) / step;
  return { finalOhm, ratePerS, atSwitchOffOhm: finalOhm + (y0 - finalOhm) * Math.exp(ratePerS * t0) };
}

function needResistance(field: string, ohm: number): void {
  if (!(ohm > 0)) refuse("non-positive-resistance", { field, given: String(ohm) });
  needWithin(field, ohm, { max: 1e9, unit: "Ohm" });
}

function needSoonEnough(field: string, seconds: number): void {
  needWithin(field, seconds, { min: 0, unit: "s" });
  if (seconds > LATEST_S) refuse("too-late-after-switch-off", { field, given: seconds, max: LATEST_S });
}
