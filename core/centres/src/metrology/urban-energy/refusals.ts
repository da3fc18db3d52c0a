import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of urban energy metering decline besides what any method may. */
export type UrbanEnergyRefusal =
  /** Counted pulses that are not above zero. Facts: field, given. */
  | "non-positive-count"
  /** The class of the meter does not exist for its kind of connection. Facts: accuracyClass, connection. */
  | "class-connection-mismatch"
  /** The current lies outside the range for which the class has a limit. Facts: field, given, min, max. */
  | "current-out-of-range"
  /** A test of a water meter without a point in one of the zones of Q1, Q2 and Q3. Facts: missing. */
  | "missing-flow-points"
  /** A flow outside the range of the water meter. Facts: field, given, min, max. */
  | "flow-out-of-range"
  /** The volume is too small for the resolution of the meter. Facts: field, given, min. */
  | "volume-too-small"
  /** The temperature difference is below the least one of the meter. Facts: field, given, min. */
  | "below-dtheta-min"
  /** The supply is not hotter than the return. Facts: field, given, return. */
  | "supply-below-return"
  /** Facts: field, given, max. */
  | "flow-above-qmax"
  /** Facts: field, given, min. */
  | "flow-below-qmin"
  /** The flows of a meter are not in their order. Facts: field, given. */
  | "flow-range-invalid"
  /** A flow is given twice. Facts: field, row. */
  | "duplicate-flow"
  /** A pressure so low that it is a gauge pressure. Facts: field, given, min. */
  | "pressure-not-absolute"
  /** A compression factor that is not above zero. Facts: field, given. */
  | "compressibility-invalid";

export const refuse: Refuse<MethodRefusal | UrbanEnergyRefusal> = refuser();
