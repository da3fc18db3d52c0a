import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of machinery and aluminium decline besides what any method may. */
export type MachineryAndAluminiumRefusal =
  /** Force and extension differ in number. Facts: field, given, needed. */
  | "length-mismatch"
  /** The record runs backwards: it ends with less extension than it began with. Facts: field, first, last. */
  | "series-reversed"
  /** The extensometer jumped before the maximum force. Facts: field, row, jump, usual. */
  | "extensometer-slip"
  /** The extensometer gauge length exceeds the original gauge length. Facts: field, given, max. */
  | "gauge-length"
  /** The elastic line does not follow the points well enough. Facts: given, min. */
  | "fit-r2-low"
  /** The elastic line does not rise. Facts: given. */
  | "no-elastic-line"
  /** The curve ends before it meets the parallel of the elastic line. Facts: offset. */
  | "proof-strength-not-reached"
  /** The gauge length after fracture is not above the original one. Facts: field, before, after. */
  | "no-elongation"
  /** The area after fracture is not below the original one. Facts: field, before, after. */
  | "no-reduction"
  /** Fracture outside the gauge length, and the elongation is below the least one required. Facts: field, given, min. */
  | "fracture-outside-gauge"
  /** The stress never drops while the material yields. */
  | "no-yield-point"
  /** The indentation is too small or too large for the ball. Facts: field, given, min, max. */
  | "indent-ratio"
  /** The two diameters or diagonals differ too much. Facts: field, d1, d2, max. */
  | "indent-not-regular"
  /** An element that the alloy's limits name was not determined. Facts: field, item, alloy. */
  | "element-missing"
  /** The background is too loud. Facts: field, given, min. */
  | "background-too-high"
  /** The environmental correction is too large. Facts: field, given, max. */
  | "room-too-reverberant";

export const refuse: Refuse<MethodRefusal | MachineryAndAluminiumRefusal> = refuser();
