import { liquidWater } from "@quanheng/kernel/water/region-1.ts";
import { steam } from "@quanheng/kernel/water/region-2.ts";
import { saturationTemperature } from "@quanheng/kernel/water/saturation.ts";
import { isWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

export const ZERO_CELSIUS_K = 273.15;

/** Rated pressure below which the standard holds. [MPa] @source GB/T 10180-2017, 1 */
export const SCOPE_MPA = 3.8;

/** @throws Refusal `out-of-range` unless the figure is finite and `min` ≤ figure < `below` */
export function needScope(field: string, given: number, min: number, below: number, unit: string): void {
  if (isWithin(given, { min, below })) return;
  refuse("out-of-range", { field, given: Number.isFinite(given) ? given : String(given), min, max: below, unit });
}

/** The same with both ends included. @throws Refusal `out-of-range` */
export function needUpTo(field: string, given: number, min: number, max: number, unit: string): void {
  if (isWithin(given, { min, max })) return;
  refuse("out-of-range", { field, given: Number.isFinite(given) ? given : String(given), min, max, unit });
}

/** Water and dry steam on the line of saturation. @throws Refusal `out-of-range` */
export function saturated(field: string, pressureMpa: number) {
  needScope(field, pressureMpa, 0.001, SCOPE_MPA + 0.2, "MPa");
  const temperatureK = saturationTemperature(pressureMpa);
  return {
    temperatureK,
    liquidKjKg: liquidWater(pressureMpa, temperatureK).enthalpyKjKg,
    vapourKjKg: steam(pressureMpa, temperatureK).enthalpyKjKg,
  };
}

/**
 * Enthalpy of feed or hot water.
 *
 * @throws Refusal `out-of-range`, `water-boils`
 */
export function waterEnthalpy(field: string, pressureMpa: number, tempC: number): number {
  needScope(`${field}C`, tempC, 0, 300, "Cel");
  needScope(`${field}Mpa`, pressureMpa, 0.001, 22.064, "MPa");
  const saturationK = saturationTemperature(pressureMpa);
  if (tempC + ZERO_CELSIUS_K > saturationK) {
    refuse("water-boils", { field: `${field}C`, given: tempC, saturation: saturationK - ZERO_CELSIUS_K });
  }
  return liquidWater(pressureMpa, tempC + ZERO_CELSIUS_K).enthalpyKjKg;
}
