import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of electronic products decline besides what any method may. */
export type ElectronicsRefusal =
  /** No limits are tabulated for this distance, and none are extrapolated. Facts: field, given, known. */
  | "distance-not-tabulated"
  /** The detector has no limit at this frequency, or the bandwidth is not the one it is defined with. Facts: field, given, frequency. */
  | "detector-mismatch"
  /** No reading of the detector decides this frequency. Facts: field, frequency, detector. */
  | "detector-missing"
  /** The antenna was not calibrated at this frequency. Facts: field, given, min, max. */
  | "antenna-factor-missing"
  /** A resistance is not positive. Facts: field, given. */
  | "non-positive-resistance"
  /** The first reading came too long after switching off. Facts: field, given, max. */
  | "too-late-after-switch-off"
  /** The three readings are not equally spaced in time. Facts: field, first, second. */
  | "spacing-not-equal"
  /** The three resistances do not fall as a winding cools. Facts: field. */
  | "not-cooling"
  /** The recorded discharge ends above the cut-off voltage. Facts: field, given, cutoff. */
  | "cutoff-not-reached"
  /** The cell weighs more after the test. Facts: field, before, after. */
  | "mass-gained"
  /** A negative content; the limit of detection is to be stated instead. Facts: field, given. */
  | "negative-result"
  /** A screening result without its standard deviation. Facts: field. */
  | "sigma-missing"
  /** The screening limit is the limit of detection, which was not stated. Facts: field, item. */
  | "detection-limit-missing"
  /** More comes out than goes in. Facts: field, input, output. */
  | "efficiency-above-one"
  /** The load points are not a quarter, half, three quarters and all of the rated power. Facts: field, given, needed. */
  | "load-points"
  /** The lead alone has more resistance than was measured. Facts: field, measured, lead. */
  | "lead-above-reading";

export const refuse: Refuse<MethodRefusal | ElectronicsRefusal> = refuser();
