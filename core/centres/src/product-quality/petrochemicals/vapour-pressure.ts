import { needWithin } from "../../method-guards.ts";

/**
 * Dry vapour pressure equivalent from the total pressure of the mini method at 37.8 °C.
 *
 * DVPE = 0.965·p_tot − 3.78
 *
 * @returns [kPa], unrounded; reported to 0.1 kPa
 * @throws Refusal `outside-method-range` unless 7 kPa ≤ p_tot ≤ 200 kPa
 * @source ASTM D5191-22, 14.2 (A = 0.965, B = 3.78 kPa); SH/T 0794-2007 (recalled)
 * @example dryVapourPressure(65.4) // → 59.331 (0.965·65.4 − 3.78)
 */
export function dryVapourPressure(totalKpa: number): number {
  needWithin("totalKpa", totalKpa, { min: 7, max: 200, unit: "kPa" });
  return 0.965 * totalKpa - 3.78;
}
