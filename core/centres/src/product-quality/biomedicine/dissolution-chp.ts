import { type Decimal, fromNumber, compare as order, plus } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, type RoundingMode, roundPlaces } from "@quanheng/kernel/rounding.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Acceptance rule of the Chinese Pharmacopoeia for ordinary preparations. Kept in `data/methods`. */
export type ChpDissolutionRule = {
  readonly document: string;
  readonly rounding: RoundingMode;
  /** Units at first and after the retest. */
  readonly first: { readonly units: number; readonly below: number; readonly farBelow: number };
  readonly both: { readonly units: number; readonly below: number; readonly farBelow: number };
  /** A unit is `below` under Q, `farBelow` under Q − near, and never under Q − far. [% of label] */
  readonly near: number;
  readonly far: number;
};

export type DissolutionChp = {
  readonly units: number;
  readonly meanPercent: number;
  readonly verdict: "pass" | "retest" | "fail";
  /** Which clause decided. */
  readonly rule: "all-reach-q" | "few-slightly-below" | "one-far-below" | "none";
};

/**
 * Dissolution of ordinary preparations by the Chinese Pharmacopoeia, on the same units as USP <711>.
 *
 * 6 units: all ≥ Q pass; 1 or 2 within [Q − 10, Q) and X̄ ≥ Q pass; 1 or 2 below Q, one of them within [Q − 20, Q − 10),
 * X̄ ≥ Q → six more. 12 units: at most 3 below Q, at most one of them below Q − 10, none below Q − 20, X̄ ≥ Q pass.
 *
 * @param tested six units, and six more where they were tested [% of label]
 * @throws Refusal `unit-count`, `outside-method-range`
 * @example dissolutionChp([[82, 86, 84, 88, 79, 85]], 80, { document: "ChP 0931", rounding: "half-even", near: 10, far: 20, first: { units: 6, below: 2, farBelow: 1 }, both: { units: 12, below: 3, farBelow: 1 } }).verdict // → "pass"
 * @source ChP 2020, general chapter 0931, ordinary preparations; recalled
 */
export function dissolutionChp(
  tested: readonly (readonly number[])[],
  qPercent: number,
  rule: ChpDissolutionRule,
): DissolutionChp {
  needWithin("qPercent", qPercent, { min: 0, max: 100, unit: "%" });
  const needed = [rule.first.units, rule.both.units - rule.first.units];
  if (tested.length < 1 || tested.length > 2) refuse("unit-count", { stage: 1, given: tested.length, needed: 2 });
  for (const [i, units] of tested.entries()) {
    if (units.length !== needed[i]) refuse("unit-count", { stage: i + 1, given: units.length, needed: needed[i]! });
    needEachWithin("dissolvedPercent", units, { min: 0, unit: "%" });
  }
  const first = firstSix(tested[0]!, qPercent, rule);
  if (first.verdict !== "retest" || tested.length === 1) return first;
  const units = tested.flat();
  const { below, farBelow, lost, meanReaches } = tally(units, qPercent, rule);
  const pass = below <= rule.both.below && farBelow <= rule.both.farBelow && lost === 0 && meanReaches;
  return {
    units: units.length,
    meanPercent: mean(units),
    verdict: pass ? "pass" : "fail",
    rule: pass ? "one-far-below" : "none",
  };
}

function firstSix(units: readonly number[], qPercent: number, rule: ChpDissolutionRule): DissolutionChp {
  const { below, farBelow, lost, meanReaches } = tally(units, qPercent, rule);
  const outcome = { units: units.length, meanPercent: mean(units) };
  if (below === 0) return { ...outcome, verdict: "pass", rule: "all-reach-q" };
  const few = below <= rule.first.below && lost === 0 && meanReaches;
  if (few && farBelow === 0) return { ...outcome, verdict: "pass", rule: "few-slightly-below" };
  if (few && farBelow <= rule.first.farBelow) return { ...outcome, verdict: "retest", rule: "one-far-below" };
  return { ...outcome, verdict: "fail", rule: "none" };
}

/** How many units lie below Q, below Q − near, and below Q − far, and whether the mean reaches Q; rounded as Q is printed. */
function tally(units: readonly number[], qPercent: number, { near, far, rounding }: ChpDissolutionRule) {
  const q = fromNumber(qPercent);
  const under = (value: number, margin: number) =>
    order(plus(roundPlaces(cleanNoise(value), q.scale, rounding), fromNumber(margin)), q as Decimal) < 0;
  const count = (margin: number) => units.filter((unit) => under(unit, margin)).length;
  return { below: count(0), farBelow: count(near), lost: count(far), meanReaches: !under(mean(units), 0) };
}
