import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of sugar and processed food decline besides what any method may. */
export type SugarAndFoodRefusal =
  /** Refractometric dry substance must be 20 % to 65 %. Facts: field, given, min, max. */
  | "rds-out-of-range"
  /** The sample weighs more after drying than before. Facts: field, before, after. */
  | "negative-loss"
  /** The dish weighs as much as dish and sample together. Facts: field, dish, before. */
  | "no-sample-in-dish"
  /** The water used for the solution conducts too well. Facts: field, given, max. */
  | "water-blank-too-high"
  /** The components of a food exceed 100 g in 100 g. Facts: sum. */
  | "composition-over-100"
  /** The solution absorbs less after filtration than is possible: filtered above unfiltered. Facts: field, before, after. */
  | "filtered-above-unfiltered"
  /** The recovery of the spiked sample is not 70 % to 120 %. Facts: field, given, min, max. */
  | "recovery-out-of-range"
  /** A titration took more than was available, or the blank exceeds the sample. Facts: field, given. */
  | "titration-impossible"
  /** The blank reads clearly more than the sample. Facts: field, sample, blank. */
  | "blank-above-sample"
  /** The control plate reads far from its certificate. Facts: field, read, certified, max. */
  | "plate-disagrees"
  /** The titre does not lie between the two points of the titre table. Facts: field, given, low, high. */
  | "titre-not-bracketed"
  /** The residue on the filter is negative. Facts: field, before, after. */
  | "negative-residue";

export const refuse: Refuse<MethodRefusal | SugarAndFoodRefusal> = refuser();
