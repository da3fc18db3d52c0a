import { needWithin, POSITIVE } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Whether water of combustion is counted as steam (net) or condensed (gross). Efficiencies of the two never compare. */
export type HeatBasis = "net" | "gross";

/**
 * An efficiency on the other basis.
 *
 * η_HHV = η_LHV·LHV/HHV
 *
 * @throws Refusal `outside-method-range` unless 0 < net ≤ gross
 * @source ASME PTC 4 (gross), EN 12953-11 and GB/T 10180 (net); recalled
 * @example grossEfficiency(93, 35620, 39500) // → 83.86 (93 · 35620/39500)
 */
export function grossEfficiency(netPercent: number, netKj: number, grossKj: number): number {
  needWithin("netPercent", netPercent, POSITIVE);
  needWithin("netKj", netKj, POSITIVE);
  needWithin("grossKj", grossKj, { min: netKj, unit: "kJ" });
  return (netPercent * netKj) / grossKj;
}

/**
 * The heat value of a gas by the volume at 20 °C from that at 0 °C, or the other way round, at one pressure.
 *
 * Q_20 = Q_0·273.15/293.15
 *
 * @param fromC the temperature to which the given value's volume refers; a value without it says nothing
 * @throws Refusal `volume-reference-missing` unless both temperatures are 0 °C, 15 °C or 20 °C
 * @source GB/T 10180-2017, states of reference of gaseous fuels (recalled)
 * @example heatValueAt(38228, 0, 20) // → 35619.9 (38228 · 273.15/293.15)
 */
export function heatValueAt(heatValueKjM3: number, fromC: number | undefined, toC: number): number {
  needWithin("heatValueKjM3", heatValueKjM3, POSITIVE);
  if (fromC === undefined || ![0, 15, 20].includes(fromC))
    return refuse("volume-reference-missing", { field: "fromC" });
  if (![0, 15, 20].includes(toC)) return refuse("volume-reference-missing", { field: "toC" });
  return (heatValueKjM3 * (273.15 + fromC)) / (273.15 + toC);
}
