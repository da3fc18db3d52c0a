import { decimal } from "@quanheng/kernel/decimal.ts";
import { meetsLimits } from "@quanheng/kernel/limit-comparison.ts";
import { cleanNoise, roundPlaces } from "@quanheng/kernel/rounding.ts";
import { mean, sampleSd } from "@quanheng/kernel/statistics.ts";
import { needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Acceptability constant k by the number of units. @source USP <905>, table 2 */
const ACCEPTABILITY = { 10: 2.4, 30: 2.0 } as const;
/** Where the reference value stops following the mean. [% of label] @source USP <905>, table 2 */
const REFERENCE = { low: 98.5, high: 101.5 } as const;

/** Content of the units of one lot. [% of label] */
export type UnitSummary = { readonly units: 10 | 30; readonly meanPercent: number; readonly sdPercent: number };

export type AcceptanceValue = UnitSummary & {
  /** Reference value M. [% of label] */
  readonly referencePercent: number;
  readonly k: number;
  readonly acceptanceValue: number;
};

/**
 * Acceptance value of the uniformity of dosage units.
 *
 * AV = |M − X̄| + k·s; M = X̄ kept within 98.5 and T′, T′ = 101.5 for T ≤ 101.5, else T; k = 2.4 for 10 units, 2.0 for 30
 *
 * @param targetPercent T, the mean of the potency limits of the monograph [% of label]
 * @returns AV [% of label], unrounded
 * @throws Refusal `unit-count` for another number of units; `outside-method-range` for a negative content or a target
 *   outside 90 to 110
 * @example acceptanceValue({ units: 10, meanPercent: 105.9, sdPercent: 5.0 }, 100).acceptanceValue // → 16.4 (USP FAQ on <905>)
 * @source USP <905>, table 2; Ph. Eur. 2.9.40
 */
export function acceptanceValue(summary: UnitSummary, targetPercent = 100): AcceptanceValue {
  const { units, meanPercent, sdPercent } = summary;
  if (units !== 10 && units !== 30) refuse("unit-count", { stage: 1, given: units, needed: 10 });
  needWithin("meanPercent", meanPercent, { min: 0, unit: "%" });
  needWithin("sdPercent", sdPercent, { min: 0, unit: "%" });
  needWithin("targetPercent", targetPercent, { min: 90, max: 110, unit: "%" });
  const high = Math.max(REFERENCE.high, targetPercent);
  const referencePercent = Math.min(Math.max(meanPercent, REFERENCE.low), high);
  const k = ACCEPTABILITY[units];
  return { ...summary, referencePercent, k, acceptanceValue: Math.abs(referencePercent - meanPercent) + k * sdPercent };
}

/** Greatest acceptance value L1 and greatest deviation of a unit L2, both in percent. Kept in `data/methods`. */
export type UniformityLimits = { readonly L1: string; readonly L2: string };

export type UniformityOfUnits = {
  readonly stage1: AcceptanceValue;
  readonly stage2?: AcceptanceValue;
  /** Range of a single unit at the second stage, from M of all thirty. [% of label] */
  readonly unitRange?: { readonly low: number; readonly high: number };
  /** `continue`: twenty further units are needed. */
  readonly verdict: "pass" | "continue" | "fail";
};

/**
 * Uniformity of dosage units in two stages: ten units, and thirty where the first stage does not decide.
 *
 * Stage 1 passes with AV ≤ L1. Stage 2 passes with AV ≤ L1 and every unit within [1 − 0.01·L2, 1 + 0.01·L2]·M. The
 * limit L1 is the same at both stages; AV is rounded half up to the places of L1 before it is compared.
 *
 * @param units contents of ten units [% of label]
 * @param further contents of the twenty others, where they were tested
 * @throws Refusal `unit-count`, `outside-method-range`
 * @source USP <905>, criteria; USP FAQ on <905>; USP General Notices 7.20
 */
export function uniformityOfUnits(
  units: readonly number[],
  further: readonly number[] | undefined,
  limits: UniformityLimits,
  targetPercent = 100,
): UniformityOfUnits {
  needUnits(1, units, 10);
  const stage1 = acceptanceValue(summaryOf(units, 10), targetPercent);
  if (further === undefined) return { stage1, verdict: meetsL1(stage1, limits) ? "pass" : "continue" };
  needUnits(2, further, 20);
  const all = [...units, ...further];
  const stage2 = acceptanceValue(summaryOf(all, 30), targetPercent);
  const share = Number(limits.L2) / 100;
  const unitRange = { low: (1 - share) * stage2.referencePercent, high: (1 + share) * stage2.referencePercent };
  const outside = all.some((unit) => unit < unitRange.low || unit > unitRange.high);
  const pass = meetsL1(stage1, limits) || (meetsL1(stage2, limits) && !outside);
  return { stage1, stage2, unitRange, verdict: pass ? "pass" : "fail" };
}

/** The acceptance value as it is reported: half up to a tenth. @source USP General Notices 7.20 */
export function reportedAcceptanceValue(value: number): string {
  const { digits } = roundPlaces(cleanNoise(value), 1, "half-up");
  return (Number(digits) / 10).toFixed(1);
}

/** @throws Refusal `unit-count`; `outside-method-range` for a content below zero */
export function needUnits(stage: number, units: readonly number[], needed: number): void {
  if (units.length !== needed) refuse("unit-count", { stage, given: units.length, needed });
  needEachWithin("unitPercent", units, { min: 0, unit: "%" });
}

export function summaryOf<Units extends 10 | 30>(values: readonly number[], units: Units): UnitSummary {
  return { units, meanPercent: mean(values), sdPercent: sampleSd(values) };
}

/**
 * Whether an acceptance value, rounded half up to the places of L1, is at most L1.
 *
 * @throws Refusal `not-a-number`, `outside-method-range` for limits that are none
 */
export function meetsL1({ acceptanceValue: value }: AcceptanceValue, { L1, L2 }: UniformityLimits): boolean {
  const upper = decimal(L1);
  needWithin("L1", Number(L1), { above: 0, max: 100, unit: "%" });
  needWithin("L2", Number(L2), { above: 0, max: 100, unit: "%" });
  const interval = { digits: 1n, scale: upper.scale };
  return meetsLimits(cleanNoise(value), { upper }, { compare: "rounded", interval, mode: "half-up" });
}
