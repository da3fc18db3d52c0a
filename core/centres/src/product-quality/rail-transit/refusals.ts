import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of rail transit decline besides what any method may. */
export type RailTransitRefusal =
  /** The vehicle did not run at the nominal speed. Facts: field, given, nominal, tolerance. */
  | "speed-out-of-tolerance"
  /** The pass-by window does not lie within the record. Facts: field, given, max. */
  | "window-outside-record"
  /** Wind at the microphone, rain, or rails that do not meet their roughness and decay limits. Facts: field, given, max. */
  | "wind-too-strong"
  | "rain-during-measurement"
  | "track-not-qualified"
  /** The background is too loud to be subtracted. Facts: field, given (the difference), min. */
  | "background-too-high"
  /** A comfort zone needs sixty windows of five seconds. Facts: field, given, needed. */
  | "too-few-windows"
  /** The record was sampled too slowly for the weighting. Facts: given, min. */
  | "sampling-rate-too-low"
  /** The window of the track record is not 200 m long. Facts: field, given, needed. */
  | "window-length"
  /** The slope takes away all braking: nothing is left to correct. Facts: field, given. */
  | "gradient-too-steep";

export const refuse: Refuse<MethodRefusal | RailTransitRefusal> = refuser();
