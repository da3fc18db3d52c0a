import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of industrial boilers decline besides what any method may. */
export type BoilersRefusal =
  /** A pressure or temperature outside the scope of the standard or of the properties of water. Facts: field, given, min, max, unit. */
  | "out-of-range"
  /** The composition of a fuel does not add up to 100 %. Facts: sum. */
  | "ultimate-sum"
  /** Oxygen of the flue gas as high as in air. Facts: field, given. */
  | "o2-not-below-21"
  /** More RO₂ beside the oxygen than the fuel can give. Facts: field, given, max. */
  | "flue-sum-impossible"
  /** The ash found in slag, riddlings and fly ash is not the ash of the fuel. Facts: sum, min, max. */
  | "ash-balance"
  /** Superheated steam below its temperature of saturation. Facts: field, given, saturation. */
  | "not-superheated"
  /** Feed water hotter than the steam's temperature of saturation. Facts: field, given, saturation. */
  | "feed-above-saturation"
  /** The hot water would boil at its pressure. Facts: field, given, saturation. */
  | "water-boils"
  /** The outlet is not hotter than the inlet. Facts: field, given, inlet. */
  | "no-heat-gained"
  /** The flue gas is not hotter than the air that came in. Facts: field, given, air. */
  | "flue-below-air"
  /** The calorific value of a gas lacks the temperature of its volume. Facts: field. */
  | "volume-reference-missing"
  /** The test was shorter than its kind of firing asks for. Facts: field, given, min. */
  | "test-too-short"
  /** The efficiency found is impossible. Facts: given. */
  | "efficiency-impossible";

export const refuse: Refuse<MethodRefusal | BoilersRefusal> = refuser();
