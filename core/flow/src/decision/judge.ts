import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { compare, type Decimal, decimal } from "@quanheng/kernel/decimal.ts";
import type { RoundingConvention } from "@quanheng/kernel/limit-comparison.ts";
import type { IntervalLimit } from "../selection/limit.ts";
import type { RequirementRow, RowStatus } from "../selection/requirement.ts";
import { type AppliedRule, applyRule } from "./conformity/apply-rule.ts";
import { OUTCOMES, type Outcome, type OutcomeReason, outerEdge } from "./conformity/outcome.ts";
import type { ConformityRule } from "./conformity/rule.ts";
import type { MeasuredResult } from "./result.ts";
import { conformityRuleOf, type DecisionRule } from "./rule.ts";
import { type Comparison, type LimitRounding, zoneOf } from "./zone.ts";

/** A requirement as a decision needs it. */
export type DecidableRow = Pick<
  RequirementRow,
  "id" | "market" | "document" | "clause" | "characteristic" | "limit" | "unit"
> & {
  readonly status: RowStatus;
  /** Circumstances under which the row holds; a verdict waits until somebody has said that they do. */
  readonly condition?: string | null;
  /** What was found out about the condition; absent while nobody has said anything. */
  readonly standing?: "holds" | "other-limit";
  /** What must be stated before the condition can be settled, in words. */
  readonly asks?: Bilingual;
  /** How the document wants its limit compared; absent is `full` (GB/T 8170-2008, 4.3.1). */
  readonly comparison?: Comparison;
  /** Rounding interval of `rounded`, decimal digits; absent is the last place of the bound. */
  readonly interval?: string;
  /** Whose rounding `rounded` follows; absent is that of GB/T 8170. */
  readonly convention?: RoundingConvention;
  /** An end of a grade band that is no quality limit: beyond it the goods are better, not worse. */
  readonly betterBeyond?: "min" | "max";
};

export type Verdict = "pass" | "conditional" | "fail" | "undecided";

/** Why a verdict is what it is: a key of the sentences in `because.ts`. */
export type VerdictReason =
  | "inside"
  | "inside-by-band"
  | "within-band"
  | "outside"
  | "outside-within-band"
  | "outside-by-band"
  | "small-uncertainty"
  | "better-than-band"
  | "below-quantification"
  | "no-result"
  | "two-results"
  | "two-limits"
  | "unit-mismatch"
  | "uncertainty-missing"
  | "censored"
  | "between-bands"
  | "not-shown-to-fail"
  | "risk-low-enough"
  | "risk-too-high"
  | "risk-out-of-reach"
  | "needs-two-limits"
  | "condition-open"
  | "condition-other"
  | "not-detected"
  | "detected"
  | "too-little-examined"
  | "not-a-number-limit";

export type Judgement = { readonly verdict: Verdict; readonly reason: VerdictReason };

/**
 * The verdict on one row and why.
 *
 * @example judge({ id: "r", market: "CN", document: "D", clause: "1", characteristic: "lead", status: "read", limit: { kind: "interval", max: "10.0" }, unit: "mg/kg" }, { characteristic: "lead", operator: "=", value: "10.0", u: "0.05", expanded: "0.10", dof: null, unit: "mg/kg", reported: "10.0" }, { kind: "simple", guard: null, coverageProbability: "0.9545" }) // → { verdict: "pass", reason: "inside" } (a value on the limit is within it)
 * @example judge({ id: "r", market: "CN", document: "D", clause: "1", characteristic: "lead", status: "read", limit: { kind: "interval", max: "10.0" }, unit: "mg/kg" }, { characteristic: "lead", operator: "=", value: "10.04", u: "0.05", expanded: "0.10", dof: null, unit: "mg/kg", reported: "10.04" }, { kind: "non-binary", guard: "1", coverageProbability: "0.9545" }) // → { verdict: "fail", reason: "outside-within-band" } (beyond by 0.04 < U = 0.10)
 * @throws Refusal `malformed-rule`
 * @source ILAC-G8:09/2019, 4.2; JCGM 106:2012; GB/T 8170-2008, 4.3
 */
export function judge(row: DecidableRow, result: MeasuredResult | null, rule: DecisionRule): Judgement {
  const agreed = conformityRuleOf(rule, row.characteristic);
  if (result === null) return undecided("no-result");
  if (row.condition && row.standing !== "holds")
    return undecided(row.standing === "other-limit" ? "condition-other" : "condition-open");
  if (row.limit.kind === "not-detected") return judgePresence(result, row.limit.amount);
  if (row.limit.kind !== "interval") return undecided("not-a-number-limit");
  if (result.unit !== row.unit) return undecided("unit-mismatch");
  return judgeInterval(row, row.limit, result, agreed);
}

function judgeInterval(
  row: DecidableRow,
  stated: IntervalLimit,
  result: MeasuredResult,
  rule: ConformityRule,
): Judgement {
  const limit = qualityLimit(stated, row.betterBeyond);
  if (limit.min === undefined && limit.max === undefined) return undecided("not-a-number-limit");
  const dof = result.dof === null ? Infinity : Number(result.dof);
  const applied = applyRule({ value: result.value, u: result.u, expanded: result.expanded, dof }, limit, rule);
  if (applied.kind === "missing") return undecided(REASONS[applied.reason]);
  if (result.operator !== "=") return judgeCensored(row, result, limit, applied);
  if (applied.kind === "settled") return judgement(applied.outcome, applied.reason);

  const value = decimal(result.value);
  const zone = zoneOf(value, limit, applied.band, ...reading(row), outerEdge(applied.reading));
  const better = zone === "inside" && zoneOf(value, stated, ZERO, ...reading(row)) !== "inside";
  if (better) return { verdict: "pass", reason: "better-than-band" };
  const [outcome, reason] = OUTCOMES[applied.reading][zone];
  const small = rule.kind === "jjf1094" && applied.reading === "simple" && reason === "inside";
  return small ? { verdict: "pass", reason: "small-uncertainty" } : judgement(outcome, reason);
}

const ZERO = decimal("0");

function reading({ comparison, interval, convention }: DecidableRow): readonly [Comparison, LimitRounding] {
  return [
    comparison ?? "full",
    { ...(interval === undefined ? {} : { interval: decimal(interval) }), ...(convention ? { convention } : {}) },
  ];
}

/** A value measured outside its limit is never a conditional pass, however wide the band. */
const VERDICTS: Readonly<Record<Outcome, Verdict>> = {
  pass: "pass",
  "conditional-pass": "conditional",
  "conditional-fail": "fail",
  fail: "fail",
  undecided: "undecided",
};
const REASONS: Readonly<Record<OutcomeReason, VerdictReason>> = {
  inside: "inside",
  "inside-by-band": "inside-by-band",
  "within-band": "within-band",
  "outside-within-band": "outside-within-band",
  outside: "outside",
  "outside-by-band": "outside-by-band",
  "neither-proven": "between-bands",
  "not-shown-to-fail": "not-shown-to-fail",
  "risk-low-enough": "risk-low-enough",
  "risk-too-high": "risk-too-high",
  "risk-out-of-reach": "risk-out-of-reach",
  "uncertainty-missing": "uncertainty-missing",
  "needs-two-limits": "needs-two-limits",
  "no-limit": "not-a-number-limit",
};

function judgement(outcome: Outcome, reason: OutcomeReason): Judgement {
  return { verdict: VERDICTS[outcome], reason: REASONS[reason] };
}

/** Nothing found passes where at least the stated amount was examined; anything found fails. */
function judgePresence({ value, examined, operator }: MeasuredResult, amount: string): Judgement {
  if (operator !== "=" || examined === undefined) return undecided("not-a-number-limit");
  if (compare(decimal(value), ZERO) > 0) return { verdict: "fail", reason: "detected" };
  const [have, need] = [amountOf(examined), amountOf(amount)];
  const enough = have && need && have.unit === need.unit && compare(have.quantity, need.quantity) >= 0;
  return enough ? { verdict: "pass", reason: "not-detected" } : undecided("too-little-examined");
}

/** "250 g" as digits and unit; undefined for any other form. */
function amountOf(text: string): { readonly quantity: Decimal; readonly unit: string } | undefined {
  const match = /^(\d+(?:\.\d+)?) ?([A-Za-z]+)$/.exec(text);
  return match ? { quantity: decimal(match[1] ?? ""), unit: match[2] ?? "" } : undefined;
}

/** A result known only as "less than" or "more than" decides where the whole of what is left lies on one side. */
function judgeCensored(
  row: DecidableRow,
  result: MeasuredResult,
  limit: IntervalLimit,
  applied: Exclude<AppliedRule, { kind: "missing" }>,
): Judgement {
  const edge = decimal(result.value);
  const [facing, behind] = result.operator === "<" ? [limit.max, limit.min] : [limit.min, limit.max];
  const outside =
    behind !== undefined &&
    (result.operator === "<" ? compare(edge, decimal(behind)) <= 0 : compare(edge, decimal(behind)) >= 0);
  if (outside) return { verdict: "fail", reason: "outside" };
  if (behind !== undefined || facing === undefined || applied.kind === "settled") return undecided("censored");
  // The edge itself is excluded, so an exclusive end is met by reaching it.
  const closed: IntervalLimit =
    result.operator === "<" ? { kind: "interval", max: facing } : { kind: "interval", min: facing };
  const zone = zoneOf(edge, closed, applied.band, ...reading(row));
  return zone === "inside" ? { verdict: "pass", reason: "below-quantification" } : undecided("censored");
}

/**
 * The limit without the end beyond which the goods are better.
 *
 * @example qualityLimit({ kind: "interval", min: "1", max: "3" }, "min") // → { kind: "interval", max: "3" } (beyond min the goods are better)
 * @source ours: the end of a grade band towards the better grade is no limit of quality
 */
export function qualityLimit(limit: IntervalLimit, betterBeyond: DecidableRow["betterBeyond"]): IntervalLimit {
  if (betterBeyond === undefined) return limit;
  const { min, max, minExclusive, maxExclusive } = limit;
  return betterBeyond === "min"
    ? { kind: "interval", ...(max === undefined ? {} : { max }), ...(maxExclusive ? { maxExclusive } : {}) }
    : { kind: "interval", ...(min === undefined ? {} : { min }), ...(minExclusive ? { minExclusive } : {}) };
}

function undecided(reason: VerdictReason): Judgement {
  return { verdict: "undecided", reason };
}
