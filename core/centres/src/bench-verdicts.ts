import type { DescribedInput, InputUncertainty } from "@quanheng/flow/determination/description.ts";
import type { Bilingual, Finding, MethodInput } from "@quanheng/flow/determination/method.ts";
import type { BudgetLine } from "@quanheng/kernel/measurement.ts";

export type Label = readonly [zh: string, en: string];

export function said([zh, en]: Label): Bilingual {
  return { zh, en };
}

/** The words of a choice, each as value, Chinese and English. */
export function words(
  list: readonly (readonly [value: string, zh: string, en: string])[],
): NonNullable<MethodInput["choices"]> {
  return list.map(([value, zh, en]) => ({ value, label: { zh, en } }));
}

/** Yes or no; absent is no. */
export function yesNo(name: string, label: Label, more: Pick<DescribedInput, "hint" | "group"> = {}): DescribedInput {
  return { name, label: said(label), unit: "1", kind: "flag", ...more };
}

/** A standard uncertainty as a share of the reading. [%] */
export function share(percent: number): InputUncertainty {
  return { kind: "percent", percent, distribution: "normal" };
}

/** ± a half width in the unit of the reading. */
export function within(halfWidth: number): InputUncertainty {
  return { kind: "rectangular", halfWidth };
}

/** A line of the budget that no reading carries, as a standard uncertainty in the unit of the result. */
export function effect(source: string, u: number, dof = Infinity): BudgetLine {
  return { source, distribution: dof === Infinity ? "normal" : "t", sensitivity: 1, u: Math.abs(u), dof };
}

/** Where the limits of a finding stand and whether somebody read them there. */
export type Basis = { readonly document: string; readonly status: string };

/** A verdict that the method itself reaches. */
export function verdict(name: string, label: Label, kept: boolean, basis: Basis, outcomes: Outcomes = MET): Finding {
  return { ...note(name, label, kept ? outcomes.kept : outcomes.broken, basis), kept };
}

/** A grade, a stage or another outcome that is neither good nor bad. */
export function note(name: string, label: Label, outcome: Label, { document, status }: Basis): Finding {
  const basis = status === "published" ? "published" : "recalled";
  return { name, label: said(label), outcome: said(outcome), basis, source: document };
}

type Outcomes = { readonly kept: Label; readonly broken: Label };
const MET: Outcomes = { kept: ["符合", "met"], broken: ["不符合", "not met"] };
