import { decideRequirement, type RequirementVerdict } from "./decide-requirement.ts";
import type { DecidableRow, Verdict } from "./judge.ts";
import type { MeasuredResult } from "./result.ts";
import type { DecisionRule } from "./rule.ts";

export type MarketSummary = {
  readonly market: string;
  readonly verdict: Verdict;
  /** At least one verdict of the market rests on a row that nobody has verified. */
  readonly indicative: boolean;
  readonly counts: Readonly<Record<Verdict, number>>;
};

export type Verdicts = { readonly verdicts: readonly RequirementVerdict[]; readonly markets: readonly MarketSummary[] };

/**
 * One result set, one verdict per requirement and one per market.
 *
 * A market is as good as its worst requirement: fail, then undecided, then conditional, then pass. The statement covers
 * the rows given, so hand in the rows of the agreement; a row that nothing answers is undecided.
 *
 * @returns verdicts in the order of the rows, markets in the order in which they first appear
 * @example verdictsByMarket([{ id: "r", market: "CN", document: "D", clause: "1", characteristic: "lead", status: "read", limit: { kind: "interval", max: "10.0" }, unit: "mg/kg" }, { ...{ id: "r", market: "CN", document: "D", clause: "1", characteristic: "lead", status: "read", limit: { kind: "interval", max: "10.0" }, unit: "mg/kg" }, id: "s", characteristic: "arsenic" }], [{ characteristic: "lead", operator: "=", value: "9.8", u: "0.05", expanded: "0.10", dof: null, unit: "mg/kg", reported: "9.8" }], { kind: "simple", guard: null, coverageProbability: "0.9545" }).markets // → [{ market: "CN", verdict: "undecided", counts: { pass: 1, undecided: 1 } }] (nothing answers the second row)
 * @throws Refusal `malformed-rule`
 * @source ISO/IEC 17025:2017, 7.8.6.2
 */
export function verdictsByMarket(
  rows: readonly DecidableRow[],
  results: readonly MeasuredResult[],
  rule: DecisionRule,
): Verdicts {
  const clashing = clashingRows(rows);
  const verdicts = rows.map((row) => decideRow(row, results, rule, clashing.has(row.id)));
  const markets = [...new Set(rows.map(({ market }) => market))];
  return { verdicts, markets: markets.map((market) => summary(market, verdicts)) };
}

function decideRow(row: DecidableRow, results: readonly MeasuredResult[], rule: DecisionRule, clashes: boolean) {
  const answering = answers(row, results);
  const decided = decideRequirement(row, answering[0] ?? null, rule);
  if (clashes) return { ...decided, verdict: "undecided", reason: "two-limits", falseAcceptance: null } as const;
  if (answering.length > 1) {
    return { ...decided, verdict: "undecided", reason: "two-results", falseAcceptance: null, result: null } as const;
  }
  return decided;
}

/** A result that names the row answers it before one that answers its characteristic in general. */
function answers({ id, characteristic }: DecidableRow, results: readonly MeasuredResult[]): readonly MeasuredResult[] {
  const named = results.filter(({ covers }) => covers?.includes(id));
  if (named.length > 0) return named;
  return results.filter((result) => result.characteristic === characteristic && result.covers === undefined);
}

/** Rows of one clause that set different limits for one thing in one market: nobody may choose between them silently. */
function clashingRows(rows: readonly DecidableRow[]): ReadonlySet<string> {
  const first = new Map<string, DecidableRow>();
  const clashing = new Set<string>();
  for (const row of rows) {
    const place = JSON.stringify([row.market, row.document, row.clause, row.characteristic, row.condition ?? null]);
    const other = first.get(place);
    if (!other) first.set(place, row);
    else if (JSON.stringify([other.limit, other.unit]) !== JSON.stringify([row.limit, row.unit])) {
      clashing.add(other.id).add(row.id);
    }
  }
  return clashing;
}

/** Worst first. */
const SEVERITY = ["fail", "undecided", "conditional", "pass"] as const satisfies readonly Verdict[];

function summary(market: string, all: readonly RequirementVerdict[]): MarketSummary {
  const own = all.filter((verdict) => verdict.market === market);
  const count = (verdict: Verdict) => own.filter((item) => item.verdict === verdict).length;
  return {
    market,
    verdict: SEVERITY.find((verdict) => count(verdict) > 0) ?? "undecided",
    indicative: own.some(({ indicative }) => indicative),
    counts: {
      pass: count("pass"),
      conditional: count("conditional"),
      fail: count("fail"),
      undecided: count("undecided"),
    },
  };
}
