import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of clean energy decline besides what any method may. */
export type CleanEnergyRefusal =
  /** A parameter of the diode model that must be positive is not. Facts: field, given. */
  | "non-positive-parameter"
  /** The voltages of a sweep do not rise from point to point. Facts: field, row. */
  | "voltage-not-sorted"
  /** The irradiance is too low or too far from the target. Facts: field, given, min, max. */
  | "irradiance-range"
  /** A temperature step that needs the curve correction factor κ. Facts: given, max. */
  | "kappa-missing"
  /** Procedure 2 needs its irradiance correction factor. Facts: field. */
  | "factor-missing"
  /** No record falls into the bin that is asked for. Facts: field, given. */
  | "bin-empty"
  /** A temperature coefficient far too large: percent were given where A/K, V/K or 1/K belong. Facts: field, given, max. */
  | "coefficient-unit"
  /** The largest power lies at an end of the sweep. Facts: voltage. */
  | "peak-at-end"
  /** The ends of the sweep do not lead to short circuit and open circuit. Facts: field. */
  | "sweep-incomplete"
  /** The five equations have no solution near the start. Facts: residual. */
  | "fit-not-converged"
  /** The solution has a negative resistance. Facts: field, given. */
  | "fit-unphysical"
  /** A weighted efficiency needs a load that was not measured. Facts: load, weighting. */
  | "load-not-measured"
  /** An efficiency that is no share of one. Facts: load, given. */
  | "efficiency-out-of-range"
  /** A record with a wind speed below zero. Facts: field, row, given. */
  | "negative-wind"
  /** An air density that no site has. Facts: given, min, max. */
  | "air-density-range"
  /** Records of the wake or of icing were not removed. Facts: field. */
  | "sectors-not-filtered"
  /** The module is not warmer than the air. Facts: row, module, air. */
  | "module-not-warmer";

export const refuse: Refuse<MethodRefusal | CleanEnergyRefusal> = refuser();
