import { liquidWater } from "@quanheng/kernel/water/region-1.ts";
import { saturationTemperature } from "@quanheng/kernel/water/saturation.ts";
import { needAllWithin, needWithin, POSITIVE } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Pressure at which the tables of heat coefficients are made. [MPa] @source EN 1434-1:2015, annex A (recalled) */
export const HEAT_TABLE_MPA = 1.6;

export type HeatTemperatures = {
  readonly supplyC: number;
  readonly returnC: number;
  /** Where the volume is measured. */
  readonly sensor: "supply" | "return";
  readonly pressureMpa: number;
};

/**
 * Heat coefficient of water.
 *
 * k = (1/v)·(h_f − h_r)/(Θ_f − Θ_r), v at the flow sensor
 *
 * @returns [MJ/(m³·K)]
 * @throws Refusal `supply-below-return`, `outside-method-range` outside 0 °C to 200 °C or for water that boils
 * @source EN 1434-1:2015, annex A; properties by IAPWS-IF97
 * @example heatCoefficient({ supplyC: 70, returnC: 40, sensor: "return", pressureMpa: 1.6 }) // → 4.148534 (worked example of the method pack)
 * heatCoefficient({ supplyC: 130, returnC: 70, sensor: "return", pressureMpa: 1.6 }) // → 4.125535 (worked example of the method pack)
 */
export function heatCoefficient({ supplyC, returnC, sensor, pressureMpa }: HeatTemperatures): number {
  needWithin("pressureMpa", pressureMpa, { min: 0.1, max: 4, unit: "MPa" });
  needAllWithin({ supplyC, returnC }, { above: 0, max: boiling(pressureMpa), unit: "Cel" });
  if (!(supplyC > returnC)) refuse("supply-below-return", { field: "supplyC", given: supplyC, return: returnC });
  const [hot, cold] = [liquidWater(pressureMpa, supplyC + 273.15), liquidWater(pressureMpa, returnC + 273.15)];
  const { volumeM3Kg } = sensor === "supply" ? hot : cold;
  return (hot.enthalpyKjKg - cold.enthalpyKjKg) / (volumeM3Kg * (supplyC - returnC) * 1000);
}

/** Heat meters go up to 200 °C, and the water must not boil. */
function boiling(pressureMpa: number): number {
  return Math.min(200, saturationTemperature(pressureMpa) - 273.15);
}

/** Constants of the permissible errors. Kept in `data/methods/heat-meter-mpe.json`. [%] */
export type HeatMeterTable = {
  readonly document: string;
  readonly market: string;
  readonly status: "recalled" | "published";
  /** E_c = base + slope·ΔΘmin/ΔΘ; E_t alike. */
  readonly calculator: { readonly base: number; readonly slope: number };
  readonly sensors: { readonly base: number; readonly slope: number };
  /** E_f = base + slope·q_p/q, at most `most`. */
  readonly flow: Readonly<Record<string, { readonly base: number; readonly slope: number; readonly most: number }>>;
};

export type HeatPoint = {
  readonly accuracyClass: string;
  readonly flowM3H: number;
  readonly permanentM3H: number;
  readonly differenceK: number;
  readonly leastDifferenceK: number;
};

/**
 * Maximum permissible errors of a heat meter and of its parts.
 *
 * E_f = ±(1 + 0.01q_p/q), ±(2 + 0.02q_p/q), ±(3 + 0.05q_p/q) by class, at most 5 %;  E_t = ±(0.5 + 3ΔΘmin/ΔΘ);
 * E_c = ±(0.5 + ΔΘmin/ΔΘ);  E = E_f + E_t + E_c
 *
 * @returns ± [%]
 * @throws Refusal `below-dtheta-min`, `unknown-item` for a class, `outside-method-range`
 * @source Directive 2014/32/EU, annex VI (the sum); EN 1434-1 = OIML R 75 (terms recalled)
 */
export function heatMeterLimits(point: HeatPoint, table: HeatMeterTable) {
  const { accuracyClass, flowM3H, permanentM3H, differenceK, leastDifferenceK } = point;
  needAllWithin({ flowM3H, permanentM3H, differenceK, leastDifferenceK }, POSITIVE);
  if (differenceK < leastDifferenceK) {
    refuse("below-dtheta-min", { field: "differenceK", given: differenceK, min: leastDifferenceK });
  }
  const flow = Object.hasOwn(table.flow, accuracyClass) ? table.flow[accuracyClass] : undefined;
  if (!flow) return refuse("unknown-item", { item: accuracyClass, table: table.document });
  const share = leastDifferenceK / differenceK;
  const flowPercent = Math.min(flow.most, flow.base + (flow.slope * permanentM3H) / flowM3H);
  const sensorsPercent = table.sensors.base + table.sensors.slope * share;
  const calculatorPercent = table.calculator.base + table.calculator.slope * share;
  return {
    flowPercent,
    sensorsPercent,
    calculatorPercent,
    totalPercent: flowPercent + sensorsPercent + calculatorPercent,
  };
}

export type HeatRun = HeatTemperatures &
  Omit<HeatPoint, "differenceK"> & {
    /** Volume that really passed. [m³] */
    readonly volumeM3: number;
    readonly indicatedKwh: number;
  };

/**
 * Error of a complete heat meter.
 *
 * Q = k·V·ΔΘ/3.6 kWh;  E = (Q_i − Q)/Q·100
 *
 * @returns [MJ/(m³·K), kWh, %], unrounded, with the limit and whether it is kept
 * @throws Refusal as `heatCoefficient` and `heatMeterLimits`
 * @source JJG 225-2001; GB/T 32224-2020 (recalled)
 */
export function heatMeterError(run: HeatRun, table: HeatMeterTable) {
  const { volumeM3, indicatedKwh, supplyC, returnC } = run;
  needWithin("volumeM3", volumeM3, { above: 0, unit: "m3" });
  needWithin("indicatedKwh", indicatedKwh, { min: 0, unit: "kW.h" });
  const coefficient = heatCoefficient(run);
  const { totalPercent } = heatMeterLimits({ ...run, differenceK: supplyC - returnC }, table);
  const referenceKwh = (coefficient * volumeM3 * (supplyC - returnC)) / 3.6;
  const errorPercent = (100 * (indicatedKwh - referenceKwh)) / referenceKwh;
  return {
    coefficient,
    referenceKwh,
    errorPercent,
    mpePercent: totalPercent,
    within: Math.abs(errorPercent) <= totalPercent,
  };
}
