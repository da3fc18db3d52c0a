import { evaluate } from "@quanheng/flow/selection/planner/cost.ts";
import { type CoverageMap, coverage } from "@quanheng/flow/selection/planner/coverage.ts";
import type { PlanInstance } from "@quanheng/flow/selection/planner/instance.ts";
import { marketByMarket } from "@quanheng/flow/selection/planner/market-by-market.ts";
import { readInstance } from "@quanheng/flow/selection/planner/read-instance.ts";
import { type PlanResult, solve } from "@quanheng/flow/selection/planner/solve.ts";
import type { CaseResult } from "../adapter.ts";

/** What a planner case may state about its answer. */
type Expected = {
  readonly coverage?: Readonly<Record<string, readonly string[]>>;
  readonly evidenceCoverage?: Readonly<Record<string, readonly string[]>>;
  readonly status: "optimal" | "infeasible";
  readonly objective?: readonly number[];
  readonly uncoverable?: readonly string[];
  readonly optimalSelections?: number;
  readonly selections?: readonly (readonly string[])[];
  /** Figures of the first of `selections`. */
  readonly exampleEvaluation?: { readonly cost: number; readonly days: number; readonly sample: number };
  readonly marketByMarketCost?: number;
};

/** One case per stated fact of an instance, so that a failing line says what is wrong. */
export function run(_path: string, content: unknown): readonly CaseResult[] {
  if (typeof content !== "object" || content === null || !("expected" in content)) return [];
  const { id, expected } = content as { id: string; expected: Expected };
  const instance = readInstance(content);
  const covered = coverage(instance);
  const result = solve(instance, { coverage: covered });
  return [
    ...coverageCases(id, expected, covered),
    check(`${id}: status`, result.status, expected.status),
    ...resultCases(id, expected, result),
    ...evaluationCases(id, expected, instance),
    ...(expected.marketByMarketCost === undefined
      ? []
      : [check(`${id}: market by market`, marketByMarket(instance).costSum, expected.marketByMarketCost)]),
  ];
}

function coverageCases(id: string, expected: Expected, covered: CoverageMap): readonly CaseResult[] {
  const cases: CaseResult[] = [];
  if (expected.coverage) {
    cases.push(check(`${id}: coverage`, sorted(covered.byOffer), sorted(new Map(Object.entries(expected.coverage)))));
  }
  if (expected.evidenceCoverage) {
    const wanted = new Map(Object.entries(expected.evidenceCoverage));
    cases.push(check(`${id}: evidence`, sorted(covered.byEvidence), sorted(wanted)));
  }
  return cases;
}

function resultCases(id: string, expected: Expected, result: PlanResult): readonly CaseResult[] {
  const cases: CaseResult[] = [];
  if (expected.uncoverable) {
    const found = "uncoverable" in result ? [...result.uncoverable].sort() : [];
    cases.push(check(`${id}: uncoverable`, found, [...expected.uncoverable].sort()));
  }
  if (expected.objective) {
    cases.push(check(`${id}: objective`, "objective" in result ? result.objective : null, expected.objective));
  }
  const only = expected.optimalSelections === 1 ? expected.selections?.[0] : undefined;
  if (only) {
    const found = "selection" in result ? [...result.selection].sort() : [];
    cases.push(check(`${id}: the only optimal selection`, found, [...only].sort()));
  }
  return cases;
}

function evaluationCases(id: string, expected: Expected, instance: PlanInstance): readonly CaseResult[] {
  const selection = expected.selections?.[0];
  if (!selection || !expected.exampleEvaluation) return [];
  const { cost, days, sample } = evaluate(instance, new Set(selection));
  const wanted = expected.exampleEvaluation;
  return [check(`${id}: evaluation`, [cost, days, sample], [wanted.cost, wanted.days, wanted.sample])];
}

function sorted(map: ReadonlyMap<string, readonly string[]>): readonly (readonly [string, readonly string[]])[] {
  return [...map].map(([key, values]) => [key, [...values].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

function check(id: string, found: unknown, wanted: unknown): CaseResult {
  const [have, need] = [JSON.stringify(found), JSON.stringify(wanted)];
  return have === need ? { id, ok: true } : { id, ok: false, message: `expected ${brief(need)}, found ${brief(have)}` };
}

function brief(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
