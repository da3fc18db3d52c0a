import { needWithin } from "../../method-guards.ts";
import { AIR_O2, needFlueOxygen } from "./flue-gas.ts";
import { refuse } from "./refusals.ts";

/**
 * A pollutant of the flue gas, brought to the oxygen of reference.
 *
 * c = c'(21 − φ_ref)/(21 − φ')
 *
 * @param measuredMgM3 as read, in dry gas at 0 °C and 101.325 kPa
 * @returns [mg/m³], unrounded
 * @throws Refusal `o2-not-below-21`, `outside-method-range`
 * @source GB 13271-2014, 5.2 (recalled)
 * @example emissionAtReference(46, 5.2, 3.5) // → 50.949 (46·17.5/15.8)
 */
export function emissionAtReference(measuredMgM3: number, o2Percent: number, referencePercent: number): number {
  needWithin("measuredMgM3", measuredMgM3, { min: 0, unit: "mg/m3" });
  needFlueOxygen("o2Percent", o2Percent);
  needFlueOxygen("referencePercent", referencePercent);
  return (measuredMgM3 * (AIR_O2 - referencePercent)) / (AIR_O2 - o2Percent);
}

export type Pollutant = "particles" | "sulphurDioxide" | "nitrogenOxides";

/** Limits by fuel. Kept in `data/methods/gb13271-2014.json`; null where a figure is not loaded. [mg/m³] */
export type EmissionTable = {
  readonly document: string;
  readonly market: string;
  readonly status: "recalled" | "published";
  /** Oxygen to which the limits refer. [%] */
  readonly referenceO2: Readonly<Record<string, number>>;
  readonly limits: Readonly<Record<string, Readonly<Record<string, Readonly<Record<Pollutant, number | null>>>>>>;
};

/**
 * What a boiler may emit.
 *
 * @param zone `new` or `special`, as the table names them
 * @returns [mg/m³] at the oxygen of reference [%]
 * @throws Refusal `unknown-item` for a zone or fuel, `limit-not-loaded` for an empty cell
 */
export function emissionLimit(
  table: EmissionTable,
  { zone, fuel, pollutant }: { readonly zone: string; readonly fuel: string; readonly pollutant: Pollutant },
): { readonly limitMgM3: number; readonly referencePercent: number } {
  const row = table.limits[zone]?.[fuel];
  const referencePercent = table.referenceO2[fuel];
  if (!row || referencePercent === undefined) {
    return refuse("unknown-item", { item: `${zone}/${fuel}`, table: table.document });
  }
  const limitMgM3 = row[pollutant];
  if (limitMgM3 === null) return refuse("limit-not-loaded", { item: `${fuel}/${pollutant}`, table: table.document });
  return { limitMgM3, referencePercent };
}
