import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of petrochemicals decline besides what any method may. */
export type PetrochemicalsRefusal =
  /** The density at 60 °F lies outside the tables. Facts: given, min, max. */
  | "density-range"
  /** Recovery, residue and loss do not make 100 %. Facts: sum. */
  | "balance-not-100"
  /** A temperature of the distillation is below the one before it. Facts: field, row. */
  | "distillation-not-monotonic"
  /** The viscosity at 100 °C is below 2 mm²/s. Facts: given. */
  | "nu100-below-2"
  /** The viscosity at 40 °C is not above that at 100 °C. Facts: field, given, min. */
  | "viscosity-order"
  /** The sample's knock intensity does not lie between those of the reference fuels. Facts: field, given, low, high. */
  | "not-bracketed"
  /** The reference fuels are too far apart, or in the wrong order. Facts: low, high, max. */
  | "references-apart"
  /** The parts of a blend do not add up to 1. Facts: sum. */
  | "blend-sum"
  /** A pressure of the air that no laboratory has. Facts: field, given, min, max. */
  | "barometer-range"
  /** The repeatability exceeds the reproducibility, or a precision is missing. Facts: r, R. */
  | "precision-invalid";

export const refuse: Refuse<MethodRefusal | PetrochemicalsRefusal> = refuser();
