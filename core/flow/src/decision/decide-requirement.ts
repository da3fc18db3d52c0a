import { decimal, toNumber } from "@quanheng/kernel/decimal.ts";
import type { RoundingConvention } from "@quanheng/kernel/limit-comparison.ts";
import { mayDecide } from "../selection/requirement.ts";
import { type DecidableRow, judge, qualityLimit, type Verdict, type VerdictReason } from "./judge.ts";
import { falseAcceptance } from "./probability.ts";
import type { MeasuredResult } from "./result.ts";
import type { DecisionRule } from "./rule.ts";
import type { Comparison } from "./zone.ts";

export type RequirementVerdict = {
  readonly rowId: string;
  readonly market: string;
  readonly document: string;
  readonly clause: string;
  readonly characteristic: string;
  readonly comparison: Comparison;
  /** Whose rounding the comparison followed, where the row names one. */
  readonly convention?: RoundingConvention;
  readonly verdict: Verdict;
  /** The row has not been verified against its source: the verdict is indicative. */
  readonly indicative: boolean;
  /** Probability that a stated pass is false; null where none is stated or it cannot be known. */
  readonly falseAcceptance: number | null;
  readonly reason: VerdictReason;
  /** The result the verdict rests on; null where there is none. */
  readonly result: MeasuredResult | null;
};

/**
 * Decides one requirement on one result under the agreed rule. What cannot be decided is `undecided`, never a pass.
 *
 * @param result the result that answers the row, or null where none does
 * @example decideRequirement({ id: "r", market: "CN", document: "D", clause: "1", characteristic: "lead", status: "read", limit: { kind: "interval", max: "10.0" }, unit: "mg/kg" }, { characteristic: "lead", operator: "=", value: "9.92", u: "0.05", expanded: "0.10", dof: null, unit: "mg/kg", reported: "9.92" }, { kind: "non-binary", guard: "1", coverageProbability: "0.9545" }) // → { verdict: "conditional", reason: "within-band", falseAcceptance: 0.0548, indicative: false } (ILAC-G8:09/2019, 4.2.3: 9.92 lies within U = 0.10 of 10.0; Φ(−0.08/0.05) = Φ(−1.6))
 * @example decideRequirement({ id: "r", market: "CN", document: "D", clause: "1", characteristic: "lead", status: "read", limit: { kind: "interval", max: "10.0" }, unit: "mg/kg" }, null, { kind: "non-binary", guard: "1", coverageProbability: "0.9545" }).verdict // → "undecided" (no result)
 * @throws Refusal `malformed-rule`
 * @source ILAC-G8:09/2019, 4.2; JCGM 106:2012; JJF 1094-2002, 5.3.1 (recalled); GB/T 8170-2008, 4.3
 */
export function decideRequirement(
  row: DecidableRow,
  result: MeasuredResult | null,
  rule: DecisionRule,
): RequirementVerdict {
  const { verdict, reason } = judge(row, result, rule);
  const stated = verdict === "pass" || verdict === "conditional";
  return {
    rowId: row.id,
    market: row.market,
    document: row.document,
    clause: row.clause,
    characteristic: row.characteristic,
    comparison: row.comparison ?? "full",
    ...(row.convention ? { convention: row.convention } : {}),
    verdict,
    indicative: !mayDecide(row.status),
    falseAcceptance: stated && result ? risk(row, result) : null,
    reason,
    result,
  };
}

function risk(row: DecidableRow, result: MeasuredResult): number | null {
  if (result.operator !== "=" || result.u === null || row.limit.kind !== "interval") return null;
  const u = Number(result.u);
  if (!(u > 0)) return null;
  const { min, max } = qualityLimit(row.limit, row.betterBeyond);
  if (min === undefined && max === undefined) return null;
  return falseAcceptance(
    { y: toNumber(decimal(result.value)), u, dof: result.dof === null ? Infinity : Number(result.dof) },
    {
      ...(min === undefined ? {} : { lower: Number(min) }),
      ...(max === undefined ? {} : { upper: Number(max) }),
    },
  );
}
