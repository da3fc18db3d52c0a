import type { BudgetLine, Measurement } from "@quanheng/kernel/measurement.ts";
import { combine } from "@quanheng/kernel/uncertainty/combine.ts";
import type { Precision } from "./precision.ts";

/**
 * A source known as ± a half width, every value within equally likely: u = a/√3.
 *
 * @param halfWidth a, in the unit of the source
 * @param sensitivity ∂result/∂source
 * @returns a line of the budget with infinite degrees of freedom
 * @example rectangular("resolution", 0.3, 2) // → { u: 0.1732, sensitivity: 2, dof: Infinity, distribution: "rectangular" } (0.3/√3)
 * @source JCGM 100:2008, 4.3.7
 */
export function rectangular(source: string, halfWidth: number, sensitivity: number, more: About = {}): BudgetLine {
  return { source, ...more, distribution: "rectangular", sensitivity, u: halfWidth / Math.sqrt(3), dof: Infinity };
}

/**
 * A source whose standard uncertainty is known, from a certificate or a validation.
 *
 * @param u standard uncertainty, in the unit of the source
 * @param sensitivity ∂result/∂source
 * @returns a line of the budget with infinite degrees of freedom
 * @example normal("certificate", 0.05, 1) // → { source: "certificate", u: 0.05, dof: Infinity, distribution: "normal" } (as stated)
 * @source JCGM 100:2008, 4.3.3
 */
export function normal(source: string, u: number, sensitivity: number, more: About = {}): BudgetLine {
  return { source, ...more, distribution: "normal", sensitivity, u, dof: Infinity };
}

/**
 * The scatter of replicates as a source of its own, in the unit of the result.
 *
 * @example scatter({ mean: 5, u: 0.1, dof: 4 }, "g") // → { source: "repeatability", value: 5, u: 0.1, dof: 4, distribution: "t", sensitivity: 1 } (few degrees of freedom: Student's t)
 * @source JCGM 100:2008, 4.2
 */
export function scatter({ mean, u, dof }: Precision, unit: string): BudgetLine {
  return {
    source: "repeatability",
    value: mean,
    unit,
    distribution: dof === Infinity ? "normal" : "t",
    sensitivity: 1,
    u,
    dof,
  };
}

type About = { readonly value?: number; readonly unit?: string };

/**
 * A value with the uncertainty that its budget makes.
 *
 * @example measured(10, "g", [{ source: "a", sensitivity: 1, u: 3, dof: Infinity }, { source: "b", sensitivity: 2, u: 2, dof: Infinity }]) // → { value: 10, u: 5.000, dof: Infinity, unit: "g" } (√(3² + (2·2)²))
 * @source JCGM 100:2008, 5.1.2 and G.4.1
 */
export function measured(value: number, unit: string, budget: readonly BudgetLine[]): Measurement {
  return { value, ...combine(budget), unit, budget };
}
