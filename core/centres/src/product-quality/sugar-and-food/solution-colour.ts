import { refuse } from "./refusals.ts";
import { solutionDensity } from "./solution-density.ts";

export type ColourReading = {
  /** Absorbance of the filtered solution at 420 nm. */
  readonly absorbance: number;
  readonly cellCm: number;
  /** Refractometric dry substance. [g/100 g] */
  readonly rdsPercent: number;
};

/**
 * ICUMSA solution colour: absorbance index at 420 nm times 1000.
 *
 * c = ρ(w)·w/1000, w = RDS/100;  IU = 1000·A/(b·c)
 *
 * @returns concentration [g/mL] and colour [IU], unrounded
 * @throws Refusal `rds-out-of-range` outside 20 % to 65 %, `outside-method-range` for a cell outside 1 cm to 10 cm
 *   or a negative absorbance
 * @source ICUMSA GS2/3-9 and GS2/3-10
 */
export function solutionColour({ absorbance, cellCm, rdsPercent }: ColourReading) {
  absorbing("absorbance", absorbance);
  const concentration = sucroseConcentration(rdsPercent);
  return { concentration, colour: index(absorbance, cellCm, concentration) };
}

export type TurbidityReading = {
  readonly unfiltered: number;
  readonly filtered: number;
  readonly cellCm: number;
  readonly rdsPercent: number;
};

/**
 * Turbidity of a sugar solution: what filtration takes away from its attenuation at 420 nm.
 *
 * MAU = 1000·(A_unfiltered − A_filtered)/(b·c)
 *
 * @returns concentration [g/mL] and turbidity [MAU], unrounded
 * @throws Refusal as `solutionColour`, and `filtered-above-unfiltered`
 * @source GB/T 35887-2018; ICUMSA GS2/3-18
 */
export function solutionTurbidity({ unfiltered, filtered, cellCm, rdsPercent }: TurbidityReading) {
  absorbing("unfiltered", unfiltered);
  absorbing("filtered", filtered);
  if (filtered > unfiltered) {
    refuse("filtered-above-unfiltered", { field: "filtered", before: unfiltered, after: filtered });
  }
  const concentration = sucroseConcentration(rdsPercent);
  return { concentration, turbidity: index(unfiltered - filtered, cellCm, concentration) };
}

/** Sucrose in a solution of the given dry substance at 20 °C. [g/mL] @throws Refusal `rds-out-of-range` */
export function sucroseConcentration(rdsPercent: number): number {
  if (!(rdsPercent >= 20 && rdsPercent <= 65)) {
    refuse("rds-out-of-range", { field: "rdsPercent", given: rdsPercent, min: 20, max: 65 });
  }
  const w = rdsPercent / 100;
  return (solutionDensity(w) * w) / 1000;
}

function index(absorbance: number, cellCm: number, concentration: number): number {
  if (!(cellCm >= 1 && cellCm <= 10)) {
    refuse("outside-method-range", { field: "cellCm", given: cellCm, min: 1, max: 10, unit: "cm" });
  }
  return (1000 * absorbance) / (cellCm * concentration);
}

function absorbing(field: string, given: number): void {
  if (!(given >= 0 && given <= 4)) refuse("outside-method-range", { field, given, min: 0, max: 4, unit: "1" });
}
