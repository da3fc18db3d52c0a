import type { CaseResult } from "../adapter.ts";
import type { Case, Check, Members } from "./lims/case.ts";
import { FORMULAS } from "./lims/formulas.ts";
import { NUMBERS } from "./lims/numbers.ts";
import { RECORDS } from "./lims/records.ts";
import { RESULTS } from "./lims/results.ts";
import { RULES } from "./lims/rules.ts";
import { WORKFLOW } from "./lims/workflow.ts";
import { QUALITY_CONTROL } from "./metrology/quality-control.ts";

/** The groups of cases by what they are about. */
const GROUPS: Readonly<Record<string, Check>> = {
  ...NUMBERS,
  ...RESULTS,
  ...RULES,
  ...FORMULAS,
  ...RECORDS,
  ...WORKFLOW,
  ...QUALITY_CONTROL,
};

/** Runs the behaviour cases of laboratory systems. */
export function run(_path: string, content: unknown): readonly CaseResult[] {
  const cases = (content as { readonly cases?: readonly Case[] } | undefined)?.cases ?? [];
  return cases.map(check);
}

function check({ id, group, input, expect }: Case): CaseResult {
  const engine = GROUPS[group];
  if (!engine) return { id, ok: false, message: `no engine for ${group}` };
  try {
    const message = engine(input, expect as Members);
    return message === undefined ? { id, ok: true } : { id, ok: false, message };
  } catch (error) {
    // A case that breaks the engine is a failed case, and the cases after it still run.
    return { id, ok: false, message: String(error) };
  }
}
