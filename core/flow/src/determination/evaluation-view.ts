import type { BudgetLine } from "@quanheng/kernel/measurement.ts";
import type { ExpandedEvaluation, ExpandedResult } from "./evaluate.ts";
import type { Finding, Flag } from "./method.ts";
import { computedDigits } from "./reported.ts";

/** An evaluation as it is stored, sent and shown: every figure as decimal digits, at most 12 significant ones. */
export type EvaluationView = {
  readonly value: string;
  readonly u: string;
  readonly k: string;
  readonly expanded: string;
  /** Effective degrees of freedom with two decimals, or "∞". */
  readonly dof: string;
  readonly unit: string;
  readonly reported: string;
  readonly reportedExpanded: string;
  readonly intermediate: { readonly name: string; readonly value: string; readonly unit: string }[];
  readonly budget: BudgetLineView[];
  readonly flags: Flag[];
  /** Results that came from the same readings; absent in evaluations stored before there were any. */
  readonly further?: FurtherView[];
  readonly findings?: Finding[];
};
export type FurtherView = {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly u: string;
  readonly k: string;
  readonly expanded: string;
  readonly reported: string;
  readonly reportedExpanded: string;
};
export type BudgetLineView = {
  readonly source: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly distribution: string | null;
  readonly u: string;
  readonly sensitivity: string;
  /** |sensitivity|·u, in the unit of the result. */
  readonly contribution: string;
  /** Share of u², one decimal. [%] */
  readonly percent: number;
  readonly dof: string;
};

/**
 * The wire form of an evaluation; the server keeps it and the bench shows it while readings are typed.
 *
 * @example evaluationView({ measurement: { value: 10, u: 5, dof: 4, unit: "g", budget: [{ source: "a", sensitivity: 1, u: 3, dof: 4 }] }, k: 2.7764, expanded: 13.882, reported: "10", reportedExpanded: "14", intermediate: [], flags: [], further: [] }) // → { value: "10", k: "2.78", dof: "4.00", budget: [{ contribution: "3", percent: 36 }] } (t_0.975(4) = 2.776; 3²/5² = 36 %)
 * @source JCGM 100:2008, 7.2.7 (what a budget lists)
 */
export function evaluationView(evaluation: ExpandedEvaluation): EvaluationView {
  const { measurement, k, expanded, reported, reportedExpanded, intermediate, flags } = evaluation;
  return {
    value: computedDigits(measurement.value),
    u: computedDigits(measurement.u),
    k: k.toFixed(2),
    expanded: computedDigits(expanded),
    dof: dofText(measurement.dof),
    unit: measurement.unit,
    reported,
    reportedExpanded,
    intermediate: intermediate.map(({ name, value, unit }) => ({ name, value: computedDigits(value), unit })),
    budget: measurement.budget.map((line) => budgetLineView(line, measurement.u)),
    flags: [...flags],
    further: evaluation.further.map(furtherView),
    findings: [...(evaluation.findings ?? [])],
  };
}

function furtherView({ name, measurement, k, expanded, reported, reportedExpanded }: ExpandedResult): FurtherView {
  return {
    name,
    value: computedDigits(measurement.value),
    unit: measurement.unit,
    u: computedDigits(measurement.u),
    k: k.toFixed(2),
    expanded: computedDigits(expanded),
    reported,
    reportedExpanded,
  };
}

function budgetLineView(line: BudgetLine, total: number): BudgetLineView {
  const contribution = Math.abs(line.sensitivity) * line.u;
  const share = total > 0 ? (contribution / total) ** 2 : 0;
  return {
    source: line.source,
    value: line.value === undefined ? null : computedDigits(line.value),
    unit: line.unit ?? null,
    distribution: line.distribution ?? null,
    u: computedDigits(line.u),
    sensitivity: computedDigits(line.sensitivity),
    contribution: computedDigits(contribution),
    percent: Math.round(share * 1000) / 10,
    dof: dofText(line.dof),
  };
}

function dofText(dof: number): string {
  return Number.isFinite(dof) ? dof.toFixed(2) : "∞";
}
