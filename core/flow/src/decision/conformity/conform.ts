import {
  absolute,
  compare,
  type Decimal,
  decimal,
  dividedBy,
  fromNumber,
  minus,
  negate,
  plus,
  times,
  toNumber,
} from "@quanheng/kernel/decimal.ts";
import type { IntervalLimit } from "../../selection/limit.ts";
import { guardFactor } from "../guard-factor.ts";
import { refuse } from "../refusals.ts";
import { type Zone, zoneOf } from "../zone.ts";
import { type ConformityRule, ISO_4259_FACTOR } from "./rule.ts";

/** A measured value in decimal digits, in the unit of the limit; null where an uncertainty is not known. */
export type Measured = { readonly value: string; readonly u: string | null; readonly expanded: string | null };

export type Outcome = "pass" | "conditional-pass" | "conditional-fail" | "fail" | "undecided";
export type OutcomeReason =
  | "inside"
  | "inside-by-band"
  | "within-band"
  | "outside-within-band"
  | "outside"
  | "outside-by-band"
  | "neither-proven"
  | "not-shown-to-fail"
  | "uncertainty-missing"
  | "needs-two-limits"
  | "no-limit";

export type Conformity = {
  readonly outcome: Outcome;
  readonly reason: OutcomeReason;
  /** Guard band that counted, in the unit of the limit; null where the rule could not be applied. */
  readonly band: Decimal | null;
};

/**
 * States conformity of a measured value under a rule, on decimal digits. A value on an edge gets the better outcome.
 *
 * @returns `undecided` with its reason where the rule lacks what it needs
 * @throws Refusal `malformed-rule`
 */
export function conform(measured: Measured, limit: IntervalLimit, rule: ConformityRule): Conformity {
  if (limit.min === undefined && limit.max === undefined) return undecided("no-limit");
  const band = bandOf(measured, limit, rule);
  if (typeof band === "string") return undecided(band);
  const value = decimal(measured.value);
  if (rule.kind === "emc") return atLevel(value, limit, band);
  const zone = zoneOf(value, limit, band, "full");
  const [outcome, reason] = compare(band, ZERO) === 0 ? OUTCOMES.simple[zone] : OUTCOMES[tableOf(rule)][zone];
  return { outcome, reason, band };
}

const ZERO = decimal("0");

type Row = readonly [Outcome, OutcomeReason];
type Table = Readonly<Record<Zone, Row>>;

const SIMPLE: Table = {
  inside: ["pass", "inside"],
  "inside-band": ["pass", "inside"],
  "outside-band": ["fail", "outside"],
  outside: ["fail", "outside"],
};
const PROVEN: Table = {
  inside: ["pass", "inside-by-band"],
  "inside-band": ["undecided", "neither-proven"],
  "outside-band": ["undecided", "neither-proven"],
  outside: ["fail", "outside-by-band"],
};
const OUTCOMES = {
  simple: SIMPLE,
  guarded: {
    inside: ["pass", "inside-by-band"],
    "inside-band": ["fail", "within-band"],
    "outside-band": ["fail", "outside"],
    outside: ["fail", "outside"],
  },
  "non-binary": {
    inside: ["pass", "inside-by-band"],
    "inside-band": ["conditional-pass", "within-band"],
    "outside-band": ["conditional-fail", "outside-within-band"],
    outside: ["fail", "outside-by-band"],
  },
  proven: PROVEN,
  recipient: {
    inside: ["pass", "inside"],
    "inside-band": ["pass", "inside"],
    "outside-band": ["pass", "not-shown-to-fail"],
    outside: ["fail", "outside-by-band"],
  },
} as const satisfies Readonly<Record<string, Table>>;

/** With a guard band of zero every rule is the simple one, so only the bands that are left tell rules apart. */
function tableOf(rule: ConformityRule): keyof typeof OUTCOMES {
  switch (rule.kind) {
    case "simple":
    case "emc":
      return "simple";
    case "guarded":
    case "ratio":
      return "guarded";
    case "non-binary":
      return "non-binary";
    case "iso-14253-1":
    case "jjf1094":
      return "proven";
    case "iso-4259":
      return rule.side === "recipient" ? "recipient" : "proven";
  }
}

/** The guard band of a rule, or what is missing for it. */
function bandOf(measured: Measured, limit: IntervalLimit, rule: ConformityRule): Decimal | OutcomeReason {
  switch (rule.kind) {
    case "simple":
      return ZERO;
    case "guarded":
    case "non-binary":
      return measured.expanded === null
        ? "uncertainty-missing"
        : times(positive("guard", rule.guard), expandedOf(measured));
    case "iso-14253-1":
      return measured.u === null
        ? "uncertainty-missing"
        : times(positive("factor", rule.factor), positive("u", measured.u));
    case "iso-4259":
      return times(decimal(ISO_4259_FACTOR), spreadOf(rule));
    case "emc":
      return measured.expanded === null ? "uncertainty-missing" : excess(expandedOf(measured), rule.assumed);
    case "jjf1094":
      return measured.expanded === null ? "uncertainty-missing" : unlessSmall(expandedOf(measured), limit);
    case "ratio":
      return measured.expanded === null ? "uncertainty-missing" : shrinkage(expandedOf(measured), limit, rule.method);
  }
}

function expandedOf({ expanded }: Measured): Decimal {
  return positive("U", expanded ?? "");
}

function positive(problem: string, text: string): Decimal {
  const value = decimal(text);
  return compare(value, ZERO) < 0 ? refuse("malformed-rule", { problem, given: text }) : value;
}

/**
 * The reproducibility of what was reported: R for one result, R₁ = √(R² − r²(1 − 1/k)) for the mean of k.
 *
 * @source ISO 4259-2:2017, 6 and 7 (recalled)
 */
function spreadOf(rule: Extract<ConformityRule, { kind: "iso-4259" }>): Decimal {
  const { reproducibility, repeatability, results = 1 } = rule;
  const R = positive("reproducibility", reproducibility);
  if (!Number.isInteger(results) || results < 1)
    return refuse("malformed-rule", { problem: "results", given: results });
  if (results === 1) return R;
  const r = positive("repeatability", repeatability ?? "");
  if (compare(r, R) > 0) return refuse("malformed-rule", { problem: "repeatability", given: repeatability ?? "" });
  return fromNumber(Math.sqrt(toNumber(R) ** 2 - toNumber(r) ** 2 * (1 - 1 / results)));
}

/** U_lab − U_CISPR where it is positive. @source CISPR 16-4-2, 4.1 (recalled) */
function excess(expanded: Decimal, assumed: string): Decimal {
  const more = minus(expanded, positive("assumed", assumed));
  return compare(more, ZERO) > 0 ? more : ZERO;
}

/** The level is raised against an upper limit and lowered against a lower one; a level beyond fails. */
function atLevel(value: Decimal, limit: IntervalLimit, band: Decimal): Conformity {
  const { max, min } = limit;
  const raised = max === undefined ? "inside" : zoneOf(plus(value, band), { kind: "interval", max }, ZERO, "full");
  const lowered =
    min === undefined ? "inside" : zoneOf(plus(value, negate(band)), { kind: "interval", min }, ZERO, "full");
  const inside = raised === "inside" && lowered === "inside";
  return { outcome: inside ? "pass" : "fail", reason: inside ? "inside" : "outside", band };
}

/** JJF 1094 lets the value decide while U ≤ MPEV/3, where MPEV is the half width; a one-sided limit has none. */
function unlessSmall(expanded: Decimal, limit: IntervalLimit): Decimal {
  const half = halfWidth(limit);
  return half !== undefined && compare(times(expanded, decimal("3")), half) <= 0 ? ZERO : expanded;
}

/** How far the acceptance limits lie inside a two-sided limit, from its test uncertainty ratio. */
function shrinkage(
  expanded: Decimal,
  limit: IntervalLimit,
  method: Extract<ConformityRule, { kind: "ratio" }>["method"],
): Decimal | OutcomeReason {
  const half = halfWidth(limit);
  if (half === undefined) return "needs-two-limits";
  if (compare(expanded, ZERO) === 0) return ZERO;
  const ratio = toNumber(half) / toNumber(expanded);
  return minus(half, times(half, fromNumber(guardFactor(method, ratio))));
}

function halfWidth({ min, max }: IntervalLimit): Decimal | undefined {
  if (min === undefined || max === undefined) return undefined;
  const width = absolute(minus(decimal(max), decimal(min)));
  return dividedBy(width, decimal("2"), width.scale + 1, "half-even");
}

function undecided(reason: OutcomeReason): Conformity {
  return { outcome: "undecided", reason, band: null };
}

/** The largest (or smallest) result that still meets a limit by ISO 4259, for a report. */
export function acceptanceEdge(
  bound: string,
  end: "min" | "max",
  rule: Extract<ConformityRule, { kind: "iso-4259" }>,
): Decimal {
  const band = times(decimal(ISO_4259_FACTOR), spreadOf(rule));
  const inward = (end === "max") === (rule.side === "supplier");
  return inward ? minus(decimal(bound), band) : plus(decimal(bound), band);
}
