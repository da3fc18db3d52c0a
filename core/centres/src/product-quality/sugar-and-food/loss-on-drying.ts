import { refuse } from "./refusals.ts";

export type DryingWeights = {
  readonly dishG: number;
  /** Dish with sample before and after 3 h at 105 °C. */
  readonly beforeG: number;
  readonly afterG: number;
};

/**
 * Loss on drying.
 *
 * LOD = 100·(m_before − m_after)/(m_before − m_dish)
 *
 * @returns [g/100 g], unrounded
 * @throws Refusal `no-sample-in-dish`, `negative-loss` when the dried mass exceeds the wet one,
 *   `outside-method-range` when more was lost than was there
 * @source ICUMSA GS2/1/3/9-15; GB/T 35887-2018
 */
export function lossOnDrying({ dishG, beforeG, afterG }: DryingWeights): number {
  if (!(dishG > 0)) refuse("outside-method-range", { field: "dishG", given: dishG, min: 0, max: "∞", unit: "g" });
  if (!(beforeG > dishG)) refuse("no-sample-in-dish", { field: "beforeG", dish: dishG, before: beforeG });
  if (afterG > beforeG) refuse("negative-loss", { field: "afterG", before: beforeG, after: afterG });
  if (!(afterG >= dishG)) {
    refuse("outside-method-range", { field: "afterG", given: afterG, min: dishG, max: beforeG, unit: "g" });
  }
  return (100 * (beforeG - afterG)) / (beforeG - dishG);
}
