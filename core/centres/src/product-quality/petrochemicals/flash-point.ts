import { needWithin } from "../../method-guards.ts";
import { needBarometer, STANDARD_KPA } from "./barometer.ts";

/**
 * Flash point at 101.3 kPa.
 *
 * T = T_obs + 0.25(101.3 − p)
 *
 * @returns [°C], unrounded; reported to 0.5 °C
 * @throws Refusal `barometer-range` outside 80 kPa to 106 kPa, `outside-method-range`
 * @source ISO 2719:2016, 13; GB/T 261-2021 (recalled)
 * @example flashPoint(61.5, 96.4) // → 62.725 (61.5 + 0.25·4.9)
 */
export function flashPoint(observedC: number, barometerKpa: number): number {
  needWithin("observedC", observedC, { min: -30, max: 400, unit: "Cel" });
  needBarometer("barometerKpa", barometerKpa);
  return observedC + 0.25 * (STANDARD_KPA - barometerKpa);
}
