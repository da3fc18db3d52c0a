import type { BudgetLine, Measurement } from "@quanheng/kernel/measurement.ts";
import { combine } from "@quanheng/kernel/uncertainty/combine.ts";
import type { Precision } from "./precision.ts";

/** A source known as ± a half width, every value within equally likely: u = a/√3. @source JCGM 100:2008, 4.3.7 */
export function rectangular(source: string, halfWidth: number, sensitivity: number, more: About = {}): BudgetLine {
  return { source, ...more, distribution: "rectangular", sensitivity, u: halfWidth / Math.sqrt(3), dof: Infinity };
}

/** A source whose standard uncertainty is known, from a certificate or a validation. @source JCGM 100:2008, 4.3.3 */
export function normal(source: string, u: number, sensitivity: number, more: About = {}): BudgetLine {
  return { source, ...more, distribution: "normal", sensitivity, u, dof: Infinity };
}

/** The scatter of replicates as a source of its own, in the unit of the result. */
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

/** A value with the uncertainty that its budget makes. */
export function measured(value: number, unit: string, budget: readonly BudgetLine[]): Measurement {
  return { value, ...combine(budget), unit, budget };
}
