import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Gas constants of dry air and water vapour [J/(kg·K)], and the vapour pressure P_w = 0.0000205·exp(0.0631846·T) [Pa]. @source IEC 61400-12-1:2017, 9.1.5 */
const DRY = 287.05;
const VAPOUR = 461.5;
const VAPOUR_PRESSURE = { factor: 0.0000205, perK: 0.0631846 } as const;

const POSSIBLE = { min: 0.8, max: 1.4 } as const;

/**
 * Density of moist air at the hub. [kg/m³]
 *
 * ρ = (1/T)·[B/R₀ − φ·P_w·(1/R₀ − 1/R_w)]
 *
 * @param humidity relative, 0 to 1; 0 gives dry air
 * @throws Refusal `outside-method-range`; `air-density-range` outside 0.8 to 1.4
 * @example airDensity(299.15, 99850, 0.72) // → 1.152280
 * @source IEC 61400-12-1:2017, 9.1.5, equation 3
 */
export function airDensity(temperatureK: number, pressurePa: number, humidity: number): number {
  needWithin("temperatureK", temperatureK, { min: 220, max: 330, unit: "K" });
  needWithin("pressurePa", pressurePa, { min: 40000, max: 110000, unit: "Pa" });
  needWithin("humidity", humidity, { min: 0, max: 1 });
  const vapourPa = VAPOUR_PRESSURE.factor * Math.exp(VAPOUR_PRESSURE.perK * temperatureK);
  const density = (pressurePa / DRY - humidity * vapourPa * (1 / DRY - 1 / VAPOUR)) / temperatureK;
  needDensity(density);
  return density;
}

/** @throws Refusal `air-density-range` */
export function needDensity(given: number): void {
  const { min, max } = POSSIBLE;
  if (!(given >= min && given <= max)) refuse("air-density-range", { given: String(given), min, max });
}
