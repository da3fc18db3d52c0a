import { needAllWithin, needWithin } from "../../method-guards.ts";

/**
 * Total sulphur by ultraviolet fluorescence, from the concentration that the calibration gives for what was injected.
 *
 * S = c·V/m·d; ng/mg are mg/kg
 *
 * @param concentrationNgUl c, in the injected solution
 * @param dilution d, 1 for an undiluted sample
 * @returns [mg/kg], unrounded
 * @throws Refusal `outside-method-range`
 * @source SH/T 0689-2000; ASTM D5453; ISO 20846 (recalled)
 * @example sulphurContent({ concentrationNgUl: 7.4, injectedUl: 20, massMg: 14.8, dilution: 1 }) // → 10.0 (7.4·20/14.8)
 */
export function sulphurContent({
  concentrationNgUl,
  injectedUl,
  massMg,
  dilution,
}: {
  readonly concentrationNgUl: number;
  readonly injectedUl: number;
  readonly massMg: number;
  readonly dilution: number;
}): number {
  needWithin("concentrationNgUl", concentrationNgUl, { min: 0, unit: "ng/uL" });
  needAllWithin({ injectedUl, massMg }, { above: 0 });
  needWithin("dilution", dilution, { min: 1 });
  return ((concentrationNgUl * injectedUl) / massMg) * dilution;
}
