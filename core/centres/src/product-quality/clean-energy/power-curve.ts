import { mean, sampleSd } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needWithin } from "../../method-guards.ts";
import { needDensity } from "./air-density.ts";
import { refuse } from "./refusals.ts";

/** A ten-minute record of a turbine. */
export type WindRecord = {
  readonly windMS: number;
  readonly powerKw: number;
  /** Air density of the record. [kg/m³] */
  readonly density: number;
};

export type PowerBin = {
  /** Centre of the bin, a multiple of 0.5. [m/s] */
  readonly centreMS: number;
  readonly records: number;
  readonly windMS: number;
  readonly powerKw: number;
  /** Standard deviation of the power; absent for a single record. [kW] */
  readonly sdKw?: number;
  /** At least three records. */
  readonly valid: boolean;
};

/** Width of a bin [m/s], fewest records of a valid one, hours of a complete data base, minutes of a record. @source IEC 61400-12-1:2017, clause 8 and 9 */
const WIDTH = 0.5;
const FEWEST = 3;
const HOURS = 180;
const RECORD_H = 1 / 6;

/**
 * Power curve by the method of bins, wind speeds normalised to a reference density (pitch-regulated turbines).
 *
 * V_n = V·(ρ/ρ₀)^⅓; a bin takes [c − 0.25, c + 0.25) and reports the means of V_n and P
 *
 * @param sectorsFiltered whether records from the wake of obstacles and of icing were removed; must not be `false`
 * @returns bins that hold a record, rising; hours of records and whether they reach 180 h
 * @throws Refusal `negative-wind`, `air-density-range`, `sectors-not-filtered`, `outside-method-range`, `too-few-rows`
 * @source IEC 61400-12-1:2017, 9.1 and 9.2
 */
export function powerCurve(records: readonly WindRecord[], referenceDensity = 1.225, sectorsFiltered?: boolean) {
  if (sectorsFiltered === false) refuse("sectors-not-filtered", { field: "sectorsFiltered" });
  needAtLeast("records", records, 1);
  needDensity(referenceDensity);
  const bins = new Map<number, { winds: number[]; powers: number[] }>();
  for (const [row, { windMS, powerKw, density }] of records.entries()) {
    if (windMS < 0) refuse("negative-wind", { field: "windMS", row: row + 1, given: windMS });
    needWithin("windMS", windMS, { min: 0, max: 75, unit: "m/s" });
    needWithin("powerKw", powerKw, { min: -1e5, max: 1e5, unit: "kW" });
    needDensity(density);
    const normalised = windMS * Math.cbrt(density / referenceDensity);
    const index = Math.floor(normalised / WIDTH + 0.5);
    const bin = bins.get(index) ?? { winds: [], powers: [] };
    bin.winds.push(normalised);
    bin.powers.push(powerKw);
    bins.set(index, bin);
  }
  const hours = records.length * RECORD_H;
  return {
    bins: [...bins].toSorted(([a], [b]) => a - b).map(([index, bin]) => binOf(index, bin)),
    hours,
    complete: hours >= HOURS,
  };
}

function binOf(
  index: number,
  { winds, powers }: { readonly winds: readonly number[]; readonly powers: readonly number[] },
): PowerBin {
  return {
    centreMS: index * WIDTH,
    records: winds.length,
    windMS: mean(winds),
    powerKw: mean(powers),
    ...(powers.length > 1 ? { sdKw: sampleSd(powers) } : {}),
    valid: winds.length >= FEWEST,
  };
}

/**
 * Power coefficient C_p = P/(½ρ₀·A·V³).
 *
 * @throws Refusal `outside-method-range`, `air-density-range`
 */
export function powerCoefficient(powerKw: number, windMS: number, rotorM2: number, density = 1.225): number {
  needDensity(density);
  needWithin("rotorM2", rotorM2, { above: 0, unit: "m2" });
  needWithin("windMS", windMS, { above: 0, max: 75, unit: "m/s" });
  needWithin("powerKw", powerKw, { unit: "kW" });
  return (powerKw * 1000) / (0.5 * density * rotorM2 * windMS ** 3);
}
