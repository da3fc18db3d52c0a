import { type Refuse, refuser } from "@quanheng/kernel/refusal.ts";
import type { MethodRefusal } from "../../method-refusals.ts";

/** What the methods of goods sold online decline besides what any method may. */
export type ECommerceRefusal =
  /** A volume cannot be had from a mass without the density at 20 °C. Facts: field. */
  | "density-missing"
  /** An AQL is not one of the tabulated ones. Facts: field, given, known. */
  | "aql-not-preferred"
  /** A number holds something that is no digit. Facts: field, given. */
  | "not-numeric"
  /** The contents take more room than the package has. Facts: field, given, max. */
  | "content-exceeds-package"
  /** An offer stands in the list twice. Facts: field, given. */
  | "duplicate-offer"
  /** More is to be drawn than the list holds. Facts: field, given, max. */
  | "sample-exceeds-list"
  /** The seed was known before the hash of the list was published. Facts: field, seed, list. */
  | "seed-before-list"
  /** The seed is empty. Facts: field. */
  | "seed-missing";

export const refuse: Refuse<MethodRefusal | ECommerceRefusal> = refuser();
