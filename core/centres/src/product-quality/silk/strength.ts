import { mean } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { CN_DTEX_PER_GF_DENIER } from "./units.ts";

/**
 * Tenacity of a skein.
 *
 * F/(n·D); the ends of a skein are counted once (400 for 800 threads)
 *
 * @returns [gf/den] and [cN/dtex], unrounded
 * @throws Refusal `outside-method-range`
 * @source GB/T 1798-2008, tenacity (recalled)
 * @example tenacity(33.9, 400, 21).gfDen // → 4.0357 (33900/(400·21))
 * tenacity(33.9, 400, 21).cnDtex // → 3.5619 (4.0357·0.8825985)
 */
export function tenacity(forceKgf: number, ends: number, sizeDen: number) {
  needWithin("forceKgf", forceKgf, { above: 0, unit: "kgf" });
  needWithin("ends", ends, { min: 1 });
  needWithin("sizeDen", sizeDen, { above: 0, unit: "den" });
  const gfDen = (1000 * forceKgf) / (ends * sizeDen);
  return { gfDen, cnDtex: gfDen * CN_DTEX_PER_GF_DENIER };
}

/**
 * Elongation at break, the mean of the skeins.
 *
 * @throws Refusal `too-few-rows`, `outside-method-range` outside 0 % to 100 %
 * @source GB/T 1798-2008, elongation (recalled)
 */
export function elongation(percents: readonly number[]): number {
  needAtLeast("percents", percents, 1);
  needEachWithin("percents", percents, { above: 0, max: 100, unit: "%" });
  return mean(percents);
}

/**
 * Cohesion, the mean number of strokes until the threads part.
 *
 * @throws Refusal `too-few-rows`, `outside-method-range`
 * @source GB/T 1798-2008, cohesion (recalled)
 */
export function cohesion(strokes: readonly number[]): number {
  needAtLeast("strokes", strokes, 1);
  needEachWithin("strokes", strokes, { min: 1, max: 10000 });
  return mean(strokes);
}
