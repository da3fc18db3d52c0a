import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";

/** Light that an eye can see. [µm] */
const VISIBLE = { min: 0.38, max: 0.78, unit: "um" } as const;

/**
 * Flatness of a measuring face from the interference bands under an optical flat.
 *
 * f = n·λ/2
 *
 * @param bands by how many band spacings the bands bend, or how many closed rings there are
 * @returns [µm], unrounded
 * @throws Refusal `outside-method-range` for negative bands or a wavelength that is not visible
 * @source JJG 21-2008, 7.3 (recalled); ISO 3611:2023
 * @example interferenceFlatness(1.5, 0.6) // → 0.45
 */
export function interferenceFlatness(bands: number, wavelengthUm: number): number {
  needWithin("bands", bands, { min: 0, unit: "1" });
  needWithin("wavelengthUm", wavelengthUm, VISIBLE);
  return 0.5 * bands * wavelengthUm;
}

/**
 * Parallelism of two measuring faces: the greatest sum of bands on both faces over four plane-parallel glasses whose
 * lengths differ by a quarter turn of the spindle.
 *
 * @param bands of the two faces, one pair a glass
 * @returns [µm], unrounded
 * @throws Refusal `too-few-rows` below four glasses, `outside-method-range`
 * @source JJG 21-2008, 7.3 (recalled)
 * @example interferenceParallelism([[1, 1], [2, 1], [0, 2], [1, 0]], 0.6) // → 0.9
 */
export function interferenceParallelism(bands: readonly (readonly [number, number])[], wavelengthUm: number): number {
  needAtLeast("bands", bands, 4);
  needEachWithin("bands", bands.flat(), { min: 0, unit: "1" });
  return interferenceFlatness(Math.max(...bands.map(([fixed, moving]) => fixed + moving)), wavelengthUm);
}
