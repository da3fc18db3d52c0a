import type { FurtherOutput, MethodOutput } from "@quanheng/flow/determination/method.ts";
import { type Label, said } from "../../../bench-verdicts.ts";

/**
 * Road load, ambient temperature and driver together, as a standard uncertainty of a range: √(1.25² + 0.3² + 0.5²). [%]
 * Typical of a chassis dynamometer; each laboratory replaces it when it validates the method.
 */
export const ROAD_PERCENT = 1.4;

/** A range, reported in whole kilometres. */
export function rangeKm(label: Label): MethodOutput {
  return {
    characteristic: "ev-range",
    label: said(label),
    unit: "km",
    rounding: { mode: "half-even", places: 0 },
  };
}

/** A consumption from the mains for 100 km, reported in tenths of a kilowatt hour; the unit of the figure is kW·h/(100 km). */
export function consumption(label: Label): FurtherOutput {
  return {
    name: "consumption",
    characteristic: "ev-energy-consumption",
    label: said(label),
    unit: "kW.h/(100.km)",
    rounding: { mode: "half-even", places: 1 },
  };
}
