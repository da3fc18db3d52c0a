import type { ConformityRule } from "@quanheng/flow/decision/conformity/rule.ts";
import {
  conformityRule,
  type DecidedOutput,
  decideEvaluated,
  statedDecision,
} from "@quanheng/flow/decision/model-decision.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { type Facts, Refusal } from "@quanheng/kernel/refusal.ts";
import type { EvaluatedOutput, Evaluation } from "@quanheng/kernel/uncertainty/evaluation.ts";
import type { StatedDecision } from "@quanheng/kernel/uncertainty/stated-decision.ts";
import type { Limits } from "../../workers/uncertainty-messages.ts";
import type { Workbench } from "./workbench.ts";

/** The rule of the workbench as conformity is stated by it. */
export function ruleOf({ rule, guard }: Workbench["decision"]): ConformityRule {
  return conformityRule({ rule, guard: digits(guard) ?? "1" });
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

/** What a decision rests on: every output, what must be known of them, and trials where they have run. */
export type Evaluated = Pick<Evaluation, "outputs" | "findings" | "trials">;

/** The decision on an output, or what is wrong with the rule. Compared are all digits of y and U, unrounded. */
export function decided(
  output: EvaluatedOutput,
  decision: Workbench["decision"],
  evaluated: Evaluated,
): DecidedOutput | { readonly code: string; readonly facts: Facts } {
  const [lower, upper] = [digits(decision.lower), digits(decision.upper)];
  const { rule, guard } = decision;
  const limits = { ...(lower ? { lower } : {}), ...(upper ? { upper } : {}) };
  try {
    return decideEvaluated(output, { ...limits, rule, guard: digits(guard) ?? "1" }, evaluated);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, facts: error.facts };
    throw error;
  }
}

/** The same as the exports state it, on whichever output it is; null without limits or where the rule is wrong. */
export function statedOf(
  decision: Workbench["decision"],
  evaluated: Evaluated,
  language: "zh" | "en",
): StatedDecision | null {
  const { outputs } = evaluated;
  const names = outputs.map(({ name }) => name);
  const limits = limitsOf(decision, names);
  const output = limits && outputs.find(({ name }) => name === limits.output);
  const verdict = output && decided(output, decision, evaluated);
  if (!verdict || "code" in verdict) return null;
  const [lower, upper] = [digits(decision.lower), digits(decision.upper)];
  const stated = { ...(lower ? { lower } : {}), ...(upper ? { upper } : {}), guard: digits(decision.guard) ?? "1" };
  return statedDecision({ output: output.name, rule: decision.rule, ...stated }, verdict, language);
}

function digits(text: string): string | undefined {
  const parsed = parseNumber(text);
  return parsed.ok && parsed.operator === "=" ? parsed.text : undefined;
}
