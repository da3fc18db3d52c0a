import { refuse } from "./refusals.ts";

export type FilterWeights = { readonly emptyG: number; readonly loadedG: number; readonly massG: number };

/**
 * Water-insoluble matter: what stays on the filter.
 *
 * w = 10⁶·(m_loaded − m_empty)/m
 *
 * @param massG sugar dissolved
 * @returns [mg/kg], unrounded
 * @throws Refusal `negative-residue` when the dried filter weighs less than before, `outside-method-range`
 *   for no sugar, or a filter that holds more than was dissolved
 * @source ICUMSA GS2/3-19; GB/T 35887-2018
 */
export function insolubles({ emptyG, loadedG, massG }: FilterWeights): number {
  if (!(massG > 0)) refuse("outside-method-range", { field: "massG", given: massG, min: 0, max: "∞", unit: "g" });
  if (!(loadedG >= emptyG)) refuse("negative-residue", { field: "loadedG", before: emptyG, after: loadedG });
  if (loadedG - emptyG > massG) {
    refuse("outside-method-range", { field: "loadedG", given: loadedG, min: emptyG, max: emptyG + massG, unit: "g" });
  }
  return (1e6 * (loadedG - emptyG)) / massG;
}
