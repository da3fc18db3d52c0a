import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of measuring tools decline besides what any method may. */
export type MeasuringToolsRefusal =
  /** Standard and item do not have one nominal length. Facts: field, standard, nominal. */
  | "nominal-mismatch"
  /** The measuring wire does not touch the flanks near the pitch line. Facts: field, given, min, max. */
  | "wire-size"
  /** Too far from 20 °C. Facts: field, given, min, max. */
  | "temperature-out-of-range"
  /** The certificate of the standard had expired on the day of the measurement. Facts: field, validUntil, measuredOn. */
  | "standard-expired"
  /** The certificate of the standard states no uncertainty. Facts: field. */
  | "standard-uncertainty-missing"
  /** The upper deviation of the hole or shaft is not above the lower one. Facts: field, lower, upper. */
  | "deviations-reversed"
  /** The gauge tolerances do not fit into the tolerance of the workpiece. Facts: field, given, max. */
  | "gauge-tolerance-too-wide"
  /** A window of the dial indicator is shorter than the step or longer than the range. Facts: field, given, min, max. */
  | "window-not-covered";

export const refuse: Refuse<MethodRefusal | MeasuringToolsRefusal> = refuser();
