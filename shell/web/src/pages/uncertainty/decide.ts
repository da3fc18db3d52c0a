import { conform } from "@quanheng/flow/decision/conformity/conform.ts";
import type { Outcome, OutcomeReason } from "@quanheng/flow/decision/conformity/outcome.ts";
import { type ConformityRule, ISO_14253_FACTOR } from "@quanheng/flow/decision/conformity/rule.ts";
import { conformanceProbability } from "@quanheng/flow/decision/probability.ts";
import { computedDigits } from "@quanheng/flow/determination/reported.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { type Facts, Refusal } from "@quanheng/kernel/refusal.ts";
import type { EvaluatedOutput } from "@quanheng/kernel/uncertainty/evaluation.ts";
import type { Limits } from "../../workers/uncertainty-messages.ts";
import type { Workbench } from "./workbench.ts";

/** Probability of a false pass that the rule of specific risk allows here. */
const CONSUMER = "0.05";

/** The rule of the workbench as conformity is stated by it. */
export function ruleOf({ rule, guard }: Workbench["decision"]): ConformityRule {
  switch (rule) {
    case "guarded":
    case "non-binary":
    case "relaxed":
      return { kind: rule, guard: digits(guard) ?? "1" };
    case "iso-14253-1":
      return { kind: rule, factor: ISO_14253_FACTOR };
    case "specific-risk":
      return { kind: rule, consumer: CONSUMER };
    case "ratio":
      return { kind: rule, method: "managed-risk" };
    default:
      return { kind: rule };
  }
}

/** The limits that are stated and are numbers; null where there are none. */
export function limitsOf({ output, lower, upper }: Workbench["decision"], outputs: readonly string[]): Limits | null {
  const [low, high] = [digits(lower), digits(upper)];
  const decided = outputs.includes(output) ? output : outputs[0];
  if (decided === undefined || (low === undefined && high === undefined)) return null;
  return {
    output: decided,
    lower: low === undefined ? null : Number(low),
    upper: high === undefined ? null : Number(high),
  };
}

export type Decided = {
  readonly outcome: Outcome;
  readonly reason: OutcomeReason;
  /** Probability of conformity by first order: normal, or t with the effective degrees of freedom. */
  readonly probability: number | null;
};

/** The decision on an output, or what is wrong with the rule. Compared are all digits of y and U, unrounded. */
export function decided(
  { first }: EvaluatedOutput,
  decision: Workbench["decision"],
): Decided | { readonly code: string; readonly facts: Facts } {
  const [min, max] = [digits(decision.lower), digits(decision.upper)];
  const limit = { kind: "interval", ...(min ? { min } : {}), ...(max ? { max } : {}) } as const;
  const tolerance = { ...(min ? { lower: Number(min) } : {}), ...(max ? { upper: Number(max) } : {}) };
  const { y, u, dof, expanded } = first;
  try {
    const measured = {
      value: computedDigits(y),
      u: computedDigits(u),
      expanded: expanded ? computedDigits(expanded.expanded) : null,
      ...(dof === null ? {} : { dof }),
    };
    const { outcome, reason } = conform(measured, limit, ruleOf(decision));
    const probability = u > 0 && dof !== null ? conformanceProbability({ y, u, dof }, tolerance) : null;
    return { outcome, reason, probability };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, facts: error.facts };
    throw error;
  }
}

function digits(text: string): string | undefined {
  const parsed = parseNumber(text);
  return parsed.ok && parsed.operator === "=" ? parsed.text : undefined;
}
