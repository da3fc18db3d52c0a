import { compare, type Decimal, decimal, minus, plus } from "@quanheng/kernel/decimal.ts";
import type { IntervalLimit } from "../../selection/limit.ts";
import { refuse } from "../refusals.ts";
import { zoneOf } from "../zone.ts";
import { applyRule, type Measured, reproducibilityBand } from "./apply-rule.ts";
import { OUTCOMES, type Outcome, type OutcomeReason, outerEdge } from "./outcome.ts";
import type { ConformityRule } from "./rule.ts";

export type Conformity = {
  readonly outcome: Outcome;
  readonly reason: OutcomeReason;
  /** Guard band that counted, in the unit of the limit; null where the rule has none or could not be applied. */
  readonly band: Decimal | null;
};

/**
 * States conformity of a measured value under a rule, on decimal digits. A value on an edge gets the better outcome.
 *
 * @returns `undecided` with its reason where the rule lacks what it needs
 * @example conform({ value: "9.2", u: "0.5", expanded: "1" }, { kind: "interval", max: "10" }, { kind: "guarded", guard: "1" }).outcome // → "fail" (10 − 9.2 = 0.8 < U = 1)
 * @throws Refusal `malformed-rule`; `tolerance-invalid` where the lower limit lies above the upper one
 * @source JCGM 106:2012, 8.3; ILAC-G8:09/2019, 4.2
 */
export function conform(measured: Measured, limit: IntervalLimit, rule: ConformityRule): Conformity {
  if (limit.min === undefined && limit.max === undefined) return undecided("no-limit");
  needOrder(limit);
  const applied = applyRule(measured, limit, rule);
  if (applied.kind === "missing") return undecided(applied.reason);
  if (applied.kind === "settled") return { outcome: applied.outcome, reason: applied.reason, band: null };
  const zone = zoneOf(decimal(measured.value), limit, applied.band, "full", {}, outerEdge(applied.reading));
  const [outcome, reason] = OUTCOMES[applied.reading][zone];
  return { outcome, reason, band: applied.band };
}

function needOrder({ min, max }: IntervalLimit): void {
  if (min === undefined || max === undefined || compare(decimal(min), decimal(max)) <= 0) return;
  refuse("tolerance-invalid", { lower: min, upper: max });
}

function undecided(reason: OutcomeReason): Conformity {
  return { outcome: "undecided", reason, band: null };
}

/**
 * The largest (or smallest) result that still meets a limit by ISO 4259, for a report.
 *
 * @param end which end of the limit the bound is
 * @returns in the unit of the bound
 * @example formatDecimal(acceptanceEdge("10", "max", { kind: "iso-4259", side: "recipient", reproducibility: "2.24" })) // → "11.3216" (EN 228, sulphur at most 10 mg/kg, R = 2.24: 10 + 0.59·2.24, as practice has it 11.3)
 * @example formatDecimal(acceptanceEdge("10", "max", { kind: "iso-4259", side: "supplier", reproducibility: "2.24" })) // → "8.6784" (10 − 0.59·2.24)
 * @throws Refusal `malformed-rule`
 * @source ISO 4259-2:2017, 6 and 7 (recalled)
 */
export function acceptanceEdge(
  bound: string,
  end: "min" | "max",
  rule: Extract<ConformityRule, { kind: "iso-4259" }>,
): Decimal {
  const band = reproducibilityBand(rule);
  const inward = (end === "max") === (rule.side === "supplier");
  return inward ? minus(decimal(bound), band) : plus(decimal(bound), band);
}
