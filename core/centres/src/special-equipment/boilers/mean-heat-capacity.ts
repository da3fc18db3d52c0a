import { needWithin } from "../../method-guards.ts";

/** Gases of the table. */
export type FlueComponent = "CO2" | "N2" | "O2" | "H2O" | "CO" | "airDry" | "airHumid";

/** Mean volumetric heat capacities between 0 °C and t, per m³ at 0 °C and 101.325 kPa. [kJ/(m³·K)] */
export type MeanHeatCapacities = Readonly<Record<FlueComponent, readonly number[]>> & {
  readonly tempC: readonly number[];
  readonly source: string;
  readonly status: "recalled" | "published";
};

/** The classic table of the calculation of boilers. */
export const MEAN_HEAT_CAPACITIES: MeanHeatCapacities = {
  status: "recalled",
  source: "standard method of the thermal calculation of boilers; GB/T 10180-2017, annex",
  tempC: [0, 100, 200, 300, 400],
  CO2: [1.5998, 1.7003, 1.7873, 1.8627, 1.9297],
  N2: [1.2946, 1.2958, 1.2996, 1.3067, 1.3163],
  O2: [1.3059, 1.3176, 1.3352, 1.3561, 1.3775],
  H2O: [1.4943, 1.5052, 1.5223, 1.5424, 1.5654],
  CO: [1.2992, 1.3017, 1.3071, 1.3167, 1.3289],
  airDry: [1.2971, 1.3004, 1.3071, 1.3172, 1.3289],
  airHumid: [1.3188, 1.3243, 1.3318, 1.3423, 1.3544],
};

/**
 * Mean heat capacity of a gas between 0 °C and t, linear between the rows of the table.
 *
 * @returns [kJ/(m³·K)]
 * @throws Refusal `outside-method-range` outside the table; below 0 °C, as winter air may be, the first row holds
 * @example meanHeatCapacity("CO2", 100) // → 1.7003 (table, recalled)
 */
export function meanHeatCapacity(
  gas: FlueComponent,
  tempC: number,
  table: MeanHeatCapacities = MEAN_HEAT_CAPACITIES,
): number {
  const last = table.tempC.at(-1) ?? 0;
  needWithin("tempC", tempC, { min: -40, max: last, unit: "Cel" });
  const at = Math.max(
    0,
    table.tempC.findLastIndex((row) => row <= tempC),
  );
  const [low, high] = [table.tempC[at] ?? 0, table.tempC[at + 1]];
  const [first, next] = [table[gas][at] ?? Number.NaN, table[gas][at + 1]];
  if (high === undefined || next === undefined || tempC <= low) return first;
  return first + ((next - first) * (tempC - low)) / (high - low);
}
