import { refuse } from "./refusals.ts";

export type SulphurDioxideReading = {
  readonly absorbance: number;
  readonly blankAbsorbance: number;
  /** Slope of the calibration line through the blank. [1/µg] */
  readonly slopePerUg: number;
  readonly totalMl: number;
  readonly aliquotMl: number;
  readonly massG: number;
};

/**
 * Sulphur dioxide by the rosaniline colour reaction.
 *
 * q = (A − A_0)/b;  w = q·V/(V_a·m), µg/g = mg/kg
 *
 * @returns sulphur dioxide in the aliquot [µg] and in the sugar [mg/kg], unrounded; may be slightly negative near the blank
 * @throws Refusal `outside-method-range` for a slope, volume or mass that is not positive or an aliquot above the total
 * @source ICUMSA GS2/1/7/9-33; GB 5009.34-2022, spectrophotometry
 */
export function sulphurDioxide(reading: SulphurDioxideReading) {
  const { absorbance, blankAbsorbance, slopePerUg, totalMl, aliquotMl, massG } = reading;
  for (const [field, given] of Object.entries({ slopePerUg, totalMl, aliquotMl, massG })) {
    if (!(given > 0)) refuse("outside-method-range", { field, given, min: 0, max: "∞", unit: "1" });
  }
  if (aliquotMl > totalMl) {
    refuse("outside-method-range", { field: "aliquotMl", given: aliquotMl, min: 0, max: totalMl, unit: "mL" });
  }
  const aliquotUg = (absorbance - blankAbsorbance) / slopePerUg;
  return { aliquotUg, mgPerKg: (aliquotUg * totalMl) / (aliquotMl * massG) };
}
