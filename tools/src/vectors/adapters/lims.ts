import { basename } from "node:path";
import type { CaseResult } from "../adapter.ts";
import type { Case, Check, Members } from "./lims/case.ts";
import { FORMULAS } from "./lims/formulas.ts";
import { NUMBERS } from "./lims/numbers.ts";
import { type PlatformCheck, platformCheck, withPlatform } from "./lims/platform.ts";
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

/** Files that are known to hold no cases. */
const DOCUMENTATION = new Set(["README.md"]);

/** Runs the behaviour cases of laboratory systems; a database is opened only for the few that need one. */
export async function run(path: string, content: unknown): Promise<readonly CaseResult[]> {
  if (DOCUMENTATION.has(basename(path))) return [];
  const given = (content as { readonly cases?: unknown } | null | undefined)?.cases;
  if (!Array.isArray(given) || given.length === 0)
    return [{ id: basename(path), ok: false, message: "holds no cases that are known here" }];
  const cases: readonly Case[] = given;
  const ofPlatform = new Map(
    cases.flatMap(({ id, input, expect }) => {
      const engine = platformCheck(input, expect as Members);
      return engine ? [[id, engine] as const] : [];
    }),
  );
  const shown = await onPlatform(ofPlatform);
  return cases.map((each) => shown.get(each.id) ?? check(each));
}

function check({ id, group, input, expect }: Case): CaseResult {
  const engine = GROUPS[group];
  if (!engine) return { id, ok: false, message: `no engine for ${group}` };
  try {
    return resultOf(id, engine(input, expect as Members));
  } catch (error) {
    // A case that breaks the engine is a failed case, and the cases after it still run.
    return { id, ok: false, message: String(error) };
  }
}

/** One database for all; where none can be started every case that needs it fails and says so. */
async function onPlatform(checks: ReadonlyMap<string, PlatformCheck>): Promise<ReadonlyMap<string, CaseResult>> {
  if (checks.size === 0) return new Map();
  const results = new Map<string, CaseResult>();
  try {
    await withPlatform(async (bench) => {
      for (const [id, engine] of checks) {
        const message = await engine(bench).catch(String);
        results.set(id, resultOf(id, message));
      }
    });
  } catch (error) {
    for (const id of checks.keys())
      if (!results.has(id)) results.set(id, { id, ok: false, message: `no platform: ${String(error)}` });
  }
  return results;
}

function resultOf(id: string, message: string | undefined): CaseResult {
  return message === undefined ? { id, ok: true } : { id, ok: false, message };
}
