import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of new energy vehicles decline besides what any method may. */
export type NewEnergyVehiclesRefusal =
  /** A procedure needs more driving cycles. Facts: given, needed. */
  | "cycle-count"
  /** A cycle was driven too far from its nominal distance. Facts: field, row, given, nominal, tolerance. */
  | "cycle-distance"
  /** Energies that cannot be: the cycles took more than the battery gave, or it gave more than was charged. Facts: given, total. */
  | "energy-inconsistent"
  /** A whole cycle that charged the battery. Facts: row, given. */
  | "negative-cycle-energy"
  /** The record has fewer points than the method needs in a second. Facts: field, row, given, max. */
  | "sampling-too-slow"
  /** More repetitions of the capacity test than the method allows. Facts: given, max. */
  | "too-many-repetitions"
  /** The discharge current was not the one that was set. Facts: given, set, tolerance. */
  | "current-deviates"
  /** The record ends too early, and nothing happened before that decides the test. Facts: given, needed. */
  | "observation-too-short"
  /** The voltage rose when the resistor was put in. Facts: field, before, after. */
  | "voltage-rise"
  /** The resistor is on the side with the lower voltage. Facts: side, negative, positive. */
  | "resistor-on-wrong-side"
  /** A duty cycle that no charging equipment may send. Facts: given. */
  | "duty-invalid"
  /** A duty cycle that announces a digital message instead of a current. Facts: field, given. */
  | "duty-digital"
  /** The record holds no thermal runaway. Facts: field. */
  | "no-thermal-runaway";

export const refuse: Refuse<MethodRefusal | NewEnergyVehiclesRefusal> = refuser();
