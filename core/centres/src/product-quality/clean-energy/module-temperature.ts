import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundPlaces } from "@quanheng/kernel/rounding.ts";
import { fitLine } from "@quanheng/kernel/straight-line.ts";
import { needAtLeast, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** One averaged record of a module in the field. */
export type ThermalRecord = {
  readonly irradianceWm2: number;
  readonly ambientC: number;
  readonly windMS: number;
  readonly moduleC: number;
};

/** Conditions of the nominal module operating temperature. @source IEC 61853-2 */
const NOMINAL = { irradianceWm2: 800, ambientC: 20, windMS: 1 } as const;
/** Records that count. [W/m², m/s] @source IEC 61853-2, recalled */
const FILTER = { aboveWm2: 400, lowestMS: 0.25, highestMS: 15 } as const;

/**
 * Nominal module operating temperature by the model of Faiman.
 *
 * G/(T_m − T_a) = u₀ + u₁·v by least squares;  NMOT = 20 + 800/(u₀ + u₁·1)
 *
 * @returns u₀ [W/(m²·K)], u₁ [W·s/(m³·K)], NMOT [°C] with its reported whole degrees, and the records that counted: G above
 *   400 W/m², v from 0.25 m/s to 15 m/s
 * @throws Refusal `module-not-warmer`, `too-few-rows` below three records that count, `outside-method-range`
 * @source IEC 61853-2; Faiman, Prog. Photovolt. 16 (2008) 307
 */
export function nominalTemperature(records: readonly ThermalRecord[]) {
  for (const [row, { irradianceWm2, ambientC, windMS, moduleC }] of records.entries()) {
    needWithin("irradianceWm2", irradianceWm2, { min: 0, max: 1600, unit: "W/m2" });
    needWithin("ambientC", ambientC, { min: -60, max: 70, unit: "Cel" });
    needWithin("windMS", windMS, { min: 0, max: 75, unit: "m/s" });
    needWithin("moduleC", moduleC, { min: -60, max: 130, unit: "Cel" });
    if (!(moduleC > ambientC)) refuse("module-not-warmer", { row: row + 1, module: moduleC, air: ambientC });
  }
  const used = records.filter(
    ({ irradianceWm2, windMS }) =>
      irradianceWm2 > FILTER.aboveWm2 && windMS >= FILTER.lowestMS && windMS <= FILTER.highestMS,
  );
  needAtLeast("records", used, 3);
  const line = fitLine(
    used.map(({ windMS }) => windMS),
    used.map(({ irradianceWm2, moduleC, ambientC }) => irradianceWm2 / (moduleC - ambientC)),
  );
  const { intercept: u0, slope: u1 } = line;
  const nmotC = NOMINAL.ambientC + NOMINAL.irradianceWm2 / (u0 + u1 * NOMINAL.windMS);
  const reportedC = formatDecimal(roundPlaces(cleanNoise(nmotC), 0, "half-even"));
  return { u0, u1, nmotC, reportedC, used: used.length, line };
}

/**
 * Cell temperature from the nominal operating cell temperature: T_c = T_a + (NOCT − 20)/800·G. [°C]
 *
 * @throws Refusal `outside-method-range`
 * @example cellTemperature(44, 31.5, 930) // → 59.4
 * @source IEC 61215:2005, 10.5 (NOCT)
 */
export function cellTemperature(noctC: number, ambientC: number, irradianceWm2: number): number {
  needWithin("noctC", noctC, { min: 20, max: 90, unit: "Cel" });
  needWithin("ambientC", ambientC, { min: -60, max: 70, unit: "Cel" });
  needWithin("irradianceWm2", irradianceWm2, { min: 0, max: 1600, unit: "W/m2" });
  return ambientC + ((noctC - NOMINAL.ambientC) / NOMINAL.irradianceWm2) * irradianceWm2;
}
