import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of biomedicine decline besides what any method may. */
export type BiomedicineRefusal =
  /** A stage of the test takes a fixed number of units. Facts: stage, given, needed. */
  | "unit-count"
  /** A dissolution profile needs more time points. Facts: field, given, needed. */
  | "too-few-points"
  /** The doses do not differ, or their ratio is no positive number. Facts: field, given. */
  | "dose-ratio"
  /** The closed formulas want as many replicates of every dose of every preparation. Facts: field, given, needed. */
  | "unequal-replicates"
  /** A response without a logarithm. Facts: field, given. */
  | "response-not-positive"
  /** Sums of rows, columns or blocks do not add up to the responses. Facts: field, given, needed. */
  | "sums-disagree"
  /** The dose-response line is not significantly inclined, so that no confidence interval exists. Facts: regression, needed. */
  | "slope-not-significant"
  /** The responses do not scatter at all; nothing can be tested against that. Facts: field. */
  | "no-residual-scatter"
  /** Too many colonies on a plate to count them. Facts: field, given, max. */
  | "plate-count-too-high"
  /** No plate has enough colonies, and the count is not marked as estimated. Facts: field, given, min. */
  | "plate-count-too-low"
  /** A microbial acceptance criterion that is not a power of ten. Facts: field, given. */
  | "criterion-not-power-of-ten";

export const refuse: Refuse<MethodRefusal | BiomedicineRefusal> = refuser();
