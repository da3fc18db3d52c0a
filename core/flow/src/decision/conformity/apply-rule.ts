import {
  absolute,
  compare,
  type Decimal,
  decimal,
  dividedBy,
  fromNumber,
  minus,
  times,
  toNumber,
} from "@quanheng/kernel/decimal.ts";
import type { IntervalLimit } from "../../selection/limit.ts";
import { guardFactor } from "../guard-factor.ts";
import { falseAcceptance, type Tolerance } from "../probability.ts";
import { refuse } from "../refusals.ts";
import type { Outcome, OutcomeReason, Reading } from "./outcome.ts";
import { afterMeasurement } from "./prior.ts";
import { priorOf } from "./process.ts";
import { bandForRisk } from "./risk.ts";
import { type ConformityRule, ISO_4259_FACTOR } from "./rule.ts";

/**
 * A measured value in decimal digits, in the unit of the limit; null where an uncertainty is not known. `dof` are the
 * degrees of freedom of u, infinite where absent.
 */
export type Measured = {
  readonly value: string;
  readonly u: string | null;
  readonly expanded: string | null;
  readonly dof?: number;
};

/**
 * What a rule comes to for one result and limit: a guard band with the way its zones read, an outcome at once, or what
 * is missing.
 */
export type AppliedRule =
  | { readonly kind: "zones"; readonly band: Decimal; readonly reading: Reading }
  | { readonly kind: "settled"; readonly outcome: Outcome; readonly reason: OutcomeReason }
  | { readonly kind: "missing"; readonly reason: OutcomeReason };

/**
 * What a rule comes to for one result and limit.
 *
 * @example applyRule({ value: "9.9", u: "0.05", expanded: "0.10" }, { kind: "interval", max: "10" }, { kind: "specific-risk", consumer: "0.05" }) // → { kind: "settled", outcome: "pass", reason: "risk-low-enough" } (JCGM 106:2012, 9.3.2: Φ(−2) = 0.023 ≤ 0.05)
 * @example applyRule({ value: "9.9", u: null, expanded: null }, { kind: "interval", max: "10" }, { kind: "guarded", guard: "1" }) // → { kind: "missing", reason: "uncertainty-missing" } (no U, no guard band)
 * @throws Refusal `malformed-rule` for figures that no rule or measurement has
 * @source JCGM 106:2012, 8.3 and 9; ILAC-G8:09/2019, 4.2
 */
export function applyRule(measured: Measured, limit: IntervalLimit, rule: ConformityRule): AppliedRule {
  switch (rule.kind) {
    case "simple":
      return zones(ZERO, "simple");
    case "guarded":
    case "non-binary":
    case "relaxed":
      return measured.expanded === null
        ? MISSING
        : zones(times(positive("guard", rule.guard), expandedOf(measured)), rule.kind);
    case "iso-14253-1":
      return measured.u === null
        ? MISSING
        : zones(times(positive("factor", rule.factor), positive("u", measured.u)), "proven");
    case "iso-4259":
      return zones(reproducibilityBand(rule), rule.side === "recipient" ? "relaxed" : "proven");
    case "emc":
      return measured.expanded === null ? MISSING : zones(excess(expandedOf(measured), rule.assumed), "guarded");
    case "jjf1094":
      return measured.expanded === null
        ? MISSING
        : zones(unlessSmall(expandedOf(measured), limit), "permissible-error");
    case "ratio":
      return measured.expanded === null ? MISSING : shrunk(expandedOf(measured), limit, rule.method);
    case "specific-risk":
      return specific(measured, limit, rule);
    case "global-risk":
      return global(measured, limit, rule);
  }
}

const ZERO = decimal("0");
const MISSING: AppliedRule = { kind: "missing", reason: "uncertainty-missing" };
const ONE_SIDED: AppliedRule = { kind: "missing", reason: "needs-two-limits" };

function zones(band: Decimal, reading: Reading): AppliedRule {
  return { kind: "zones", band, reading: compare(band, ZERO) === 0 ? "simple" : reading };
}

function expandedOf({ expanded }: Measured): Decimal {
  return positive("U", expanded ?? "");
}

function positive(problem: string, text: string): Decimal {
  const value = decimal(text);
  return compare(value, ZERO) < 0 ? refuse("malformed-rule", { problem, given: text }) : value;
}

/**
 * How far a result may lie beyond a limit, or has to lie within it, at 95 % confidence.
 *
 * 0.59 R₁, with R₁ = R for one result and R₁ = √(R² − r²(1 − 1/k)) for the mean of k.
 *
 * @returns in the unit of R
 * @example formatDecimal(reproducibilityBand({ kind: "iso-4259", side: "recipient", reproducibility: "2.24" })) // → "1.3216" (0.59·2.24; EN 228, sulphur: rejected from 11.3 mg/kg on)
 * @example Number(formatDecimal(reproducibilityBand({ kind: "iso-4259", side: "recipient", reproducibility: "2", repeatability: "1", results: 4 }))) // → 1.06364 (0.59·√(2² − 1²·¾) = 0.59·1.802776)
 * @throws Refusal `malformed-rule` for figures that no method has, e.g. r above R
 * @source ISO 4259-2:2017, 6 and 7 (recalled)
 */
export function reproducibilityBand(rule: Extract<ConformityRule, { kind: "iso-4259" }>): Decimal {
  const { reproducibility, repeatability, results = 1 } = rule;
  const factor = decimal(ISO_4259_FACTOR);
  const R = positive("reproducibility", reproducibility);
  if (!Number.isInteger(results) || results < 1) refuse("malformed-rule", { problem: "results", given: results });
  if (results === 1) return times(factor, R);
  const r = positive("repeatability", repeatability ?? "");
  if (compare(r, R) > 0) refuse("malformed-rule", { problem: "repeatability", given: repeatability ?? "" });
  return times(factor, fromNumber(Math.sqrt(toNumber(R) ** 2 - toNumber(r) ** 2 * (1 - 1 / results))));
}

/** U_lab − U_CISPR where it is positive. @source CISPR 16-4-2, 4.1 (recalled) */
function excess(expanded: Decimal, assumed: string): Decimal {
  const more = minus(expanded, positive("assumed", assumed));
  return compare(more, ZERO) > 0 ? more : ZERO;
}

/** JJF 1094 lets the value decide while U ≤ MPEV/3, where MPEV is the half width; a one-sided limit has none. */
function unlessSmall(expanded: Decimal, limit: IntervalLimit): Decimal {
  const half = halfWidth(limit);
  return half !== undefined && compare(times(expanded, decimal("3")), half) <= 0 ? ZERO : expanded;
}

/** How far the acceptance limits lie inside a two-sided limit, from its test uncertainty ratio. */
function shrunk(
  expanded: Decimal,
  limit: IntervalLimit,
  method: Extract<ConformityRule, { kind: "ratio" }>["method"],
): AppliedRule {
  const half = halfWidth(limit);
  if (half === undefined) return ONE_SIDED;
  if (compare(expanded, ZERO) === 0) return zones(ZERO, "simple");
  const ratio = toNumber(half) / toNumber(expanded);
  return zones(minus(half, times(half, fromNumber(guardFactor(method, ratio)))), "guarded");
}

/** @source JCGM 106:2012, 7.2.2 (what is known after the measurement) and 9.3.2 */
function specific(
  { value, u, dof = Infinity }: Measured,
  limit: IntervalLimit,
  { consumer, process }: Extract<ConformityRule, { kind: "specific-risk" }>,
): AppliedRule {
  if (u === null) return MISSING;
  const found = { y: toNumber(decimal(value)), u: toNumber(positive("u", u)), dof };
  const prior = process && priorOf(process, limit);
  if (process && !prior) return ONE_SIDED;
  const certain = found.u === 0;
  if (certain) return zones(ZERO, "simple");
  const known = prior ? afterMeasurement(prior, found) : found;
  const low = falseAcceptance(known, toleranceOf(limit)) <= Number(consumer);
  return low
    ? { kind: "settled", outcome: "pass", reason: "risk-low-enough" }
    : { kind: "settled", outcome: "fail", reason: "risk-too-high" };
}

/** @source JCGM 106:2012, 9.5.4 */
function global(
  { u }: Measured,
  limit: IntervalLimit,
  { consumer, among, process }: Extract<ConformityRule, { kind: "global-risk" }>,
): AppliedRule {
  if (u === null) return MISSING;
  const prior = priorOf(process, limit);
  if (!prior) return ONE_SIDED;
  const standard = toNumber(positive("u", u));
  if (standard === 0) return zones(ZERO, "simple");
  const band = bandForRisk(prior, standard, toleranceOf(limit), Number(consumer), among);
  return band === undefined ? { kind: "missing", reason: "risk-out-of-reach" } : zones(fromNumber(band), "guarded");
}

function toleranceOf({ min, max }: IntervalLimit): Tolerance {
  return {
    ...(min === undefined ? {} : { lower: toNumber(decimal(min)) }),
    ...(max === undefined ? {} : { upper: toNumber(decimal(max)) }),
  };
}

function halfWidth({ min, max }: IntervalLimit): Decimal | undefined {
  if (min === undefined || max === undefined) return undefined;
  const width = absolute(minus(decimal(max), decimal(min)));
  return dividedBy(width, decimal("2"), width.scale + 1, "half-even");
}
