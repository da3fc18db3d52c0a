import { compare, type Decimal, decimal, minus, times } from "@quanheng/kernel/decimal.ts";
import type { IntervalLimit } from "../selection/limit.ts";
import type { RequirementRow, RowStatus } from "../selection/requirement.ts";
import type { MeasuredResult } from "./result.ts";
import { type DecisionRule, guardOf } from "./rule.ts";
import { type Comparison, type Zone, zoneOf } from "./zone.ts";

/** A requirement as a decision needs it. */
export type DecidableRow = Pick<
  RequirementRow,
  "id" | "market" | "document" | "clause" | "characteristic" | "limit" | "unit"
> & {
  readonly status: RowStatus;
  /** Circumstances under which the row holds; a verdict waits until somebody has said that they do. */
  readonly condition?: string | null;
  /** How the document wants its limit compared; absent is `full` (GB/T 8170-2008, 4.3.1). */
  readonly comparison?: Comparison;
  /** Rounding interval of `rounded`, decimal digits; absent is the last place of the bound. */
  readonly interval?: string;
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
  | "condition-open"
  | "not-detected"
  | "detected"
  | "too-little-examined"
  | "not-a-number-limit";

export type Judgement = { readonly verdict: Verdict; readonly reason: VerdictReason };

/**
 * The verdict on one row and why.
 *
 * @throws Refusal `malformed-rule`
 */
export function judge(row: DecidableRow, result: MeasuredResult | null, rule: DecisionRule): Judgement {
  const guard = guardOf(rule);
  if (result === null) return undecided("no-result");
  if (row.condition) return undecided("condition-open");
  if (row.limit.kind === "not-detected") return judgePresence(result, row.limit.amount);
  if (row.limit.kind !== "interval") return undecided("not-a-number-limit");
  if (result.unit !== row.unit) return undecided("unit-mismatch");
  if (result.expanded === null && rule.kind !== "simple") return undecided("uncertainty-missing");

  const limit = qualityLimit(row.limit, row.betterBeyond);
  const expanded = decimal(result.expanded ?? "0");
  const band = times(decimal(guard), expanded);
  if (result.operator !== "=") return judgeCensored(row, result, limit, band);

  const value = decimal(result.value);
  const small = rule.kind === "jjf1094" && isSmall(expanded, limit);
  const zone = zoneOf(value, limit, small ? ZERO : band, ...reading(row));
  const better = zone === "inside" && zoneOf(value, row.limit, ZERO, ...reading(row)) !== "inside";
  if (better) return { verdict: "pass", reason: "better-than-band" };
  return small ? SMALL_UNCERTAINTY[zone] : OUTCOME[rule.kind][zone];
}

const ZERO = decimal("0");

function reading({ comparison, interval }: DecidableRow): readonly [Comparison, Decimal | undefined] {
  return [comparison ?? "full", interval === undefined ? undefined : decimal(interval)];
}

const SIMPLE: Readonly<Record<Zone, Judgement>> = {
  inside: { verdict: "pass", reason: "inside" },
  "inside-band": { verdict: "pass", reason: "inside" },
  "outside-band": { verdict: "fail", reason: "outside" },
  outside: { verdict: "fail", reason: "outside" },
};
const SMALL_UNCERTAINTY: Readonly<Record<Zone, Judgement>> = {
  ...SIMPLE,
  inside: { verdict: "pass", reason: "small-uncertainty" },
};
/** What each rule makes of each zone. A value measured outside its limit never passes, however wide the band. */
const OUTCOME: Readonly<Record<DecisionRule["kind"], Readonly<Record<Zone, Judgement>>>> = {
  simple: SIMPLE,
  guarded: {
    inside: { verdict: "pass", reason: "inside-by-band" },
    "inside-band": { verdict: "fail", reason: "within-band" },
    "outside-band": { verdict: "fail", reason: "outside" },
    outside: { verdict: "fail", reason: "outside" },
  },
  "non-binary": {
    inside: { verdict: "pass", reason: "inside-by-band" },
    "inside-band": { verdict: "conditional", reason: "within-band" },
    "outside-band": { verdict: "fail", reason: "outside-within-band" },
    outside: { verdict: "fail", reason: "outside-by-band" },
  },
  jjf1094: {
    inside: { verdict: "pass", reason: "inside-by-band" },
    "inside-band": { verdict: "undecided", reason: "between-bands" },
    "outside-band": { verdict: "undecided", reason: "between-bands" },
    outside: { verdict: "fail", reason: "outside-by-band" },
  },
};

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
function judgeCensored(row: DecidableRow, result: MeasuredResult, limit: IntervalLimit, band: Decimal): Judgement {
  const edge = decimal(result.value);
  const [facing, behind] = result.operator === "<" ? [limit.max, limit.min] : [limit.min, limit.max];
  const outside =
    behind !== undefined &&
    (result.operator === "<" ? compare(edge, decimal(behind)) <= 0 : compare(edge, decimal(behind)) >= 0);
  if (outside) return { verdict: "fail", reason: "outside" };
  if (behind !== undefined || facing === undefined) return undecided("censored");
  // The edge itself is excluded, so an exclusive end is met by reaching it.
  const closed: IntervalLimit =
    result.operator === "<" ? { kind: "interval", max: facing } : { kind: "interval", min: facing };
  const zone = zoneOf(edge, closed, band, ...reading(row));
  return zone === "inside" ? { verdict: "pass", reason: "below-quantification" } : undecided("censored");
}

/** The limit without the end beyond which the goods are better. */
export function qualityLimit(limit: IntervalLimit, betterBeyond: DecidableRow["betterBeyond"]): IntervalLimit {
  if (betterBeyond === undefined) return limit;
  const { min, max, minExclusive, maxExclusive } = limit;
  return betterBeyond === "min"
    ? { kind: "interval", ...(max === undefined ? {} : { max }), ...(maxExclusive ? { maxExclusive } : {}) }
    : { kind: "interval", ...(min === undefined ? {} : { min }), ...(minExclusive ? { minExclusive } : {}) };
}

/**
 * Whether U is small beside the permissible deviation: U ≤ MPEV/3, with MPEV the half width of a two-sided limit.
 * A one-sided limit has no MPEV, so its U is never taken as small. That reading is ours; the source speaks of instruments.
 *
 * @source JJF 1094-2002, 5.3.1 (recalled)
 */
function isSmall(expanded: Decimal, { min, max }: IntervalLimit): boolean {
  if (min === undefined || max === undefined) return false;
  return compare(times(expanded, decimal("6")), minus(decimal(max), decimal(min))) <= 0;
}

function undecided(reason: VerdictReason): Judgement {
  return { verdict: "undecided", reason };
}
