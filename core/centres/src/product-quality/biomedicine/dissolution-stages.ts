import { compare, type Decimal, fromNumber, minus, plus } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, type RoundingMode, roundPlaces } from "@quanheng/kernel/rounding.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** One stage of an acceptance table; the margins widen the stated range on both sides, negative ones narrow it. [% of label] */
export type DissolutionStage = {
  readonly stage: string;
  /** Units that this stage adds. */
  readonly units: number;
  /** Every unit so far lies within the range widened by this. */
  readonly each?: number;
  /** The mean of all units so far does. */
  readonly mean?: number;
  /** At most so many units lie outside the range widened by `beyond`. */
  readonly exceptions?: { readonly units: number; readonly beyond: number };
};

/** A staged acceptance table of a pharmacopoeia. Kept in `data/methods`. */
export type DissolutionTable = {
  readonly document: string;
  readonly rounding: RoundingMode;
  readonly stages: readonly DissolutionStage[];
};

/** The amount dissolved that the monograph states: Q is `{ low: Q }`, the acid stage `{ high: 10 }`. [% of label] */
export type StatedAmount = { readonly low?: number; readonly high?: number };

export type Dissolution = {
  /** The stage that decided, or the last one tested. */
  readonly stage: string;
  readonly units: number;
  readonly meanPercent: number;
  readonly verdict: "pass" | "continue" | "fail";
};

/**
 * Judges dissolution stage by stage: the first stage whose criteria all units so far meet decides; after the last stage
 * of the table the lot fails. Figures are rounded to the places of the stated amount before they are compared.
 *
 * @param tested units of each stage in turn [% of label]
 * @throws Refusal `unit-count` where a stage has another number of units; `outside-method-range`; `limit-not-loaded`
 *   without a stated amount
 * @source USP <711>, acceptance tables 1 to 4 and General Notices 7.20
 */
export function dissolutionStages(
  tested: readonly (readonly number[])[],
  stated: StatedAmount,
  { document, rounding, stages }: DissolutionTable,
): Dissolution {
  needAmount(stated, document);
  if (tested.length < 1 || tested.length > stages.length) {
    refuse("unit-count", { stage: 1, given: tested.length, needed: stages.length });
  }
  for (const [i, units] of tested.entries()) {
    const needed = stages[i]!.units;
    if (units.length !== needed) refuse("unit-count", { stage: i + 1, given: units.length, needed });
    needEachWithin("dissolvedPercent", units, { min: 0, unit: "%" });
  }
  for (const [i, criteria] of stages.slice(0, tested.length).entries()) {
    const units = tested.slice(0, i + 1).flat();
    const outcome = { stage: criteria.stage, units: units.length, meanPercent: mean(units) };
    if (meets(units, stated, criteria, rounding)) return { ...outcome, verdict: "pass" };
    if (i + 1 === tested.length) return { ...outcome, verdict: i + 1 === stages.length ? "fail" : "continue" };
  }
  return refuse("limit-not-loaded", { item: "stages", table: document });
}

function meets(
  units: readonly number[],
  stated: StatedAmount,
  { each, mean: average, exceptions }: DissolutionStage,
  rounding: RoundingMode,
): boolean {
  const outside = (margin: number) => units.filter((unit) => !within(unit, stated, margin, rounding)).length;
  if (each !== undefined && outside(each) > 0) return false;
  if (average !== undefined && !within(mean(units), stated, average, rounding)) return false;
  return exceptions === undefined || outside(exceptions.beyond) <= exceptions.units;
}

/** Whether a figure, rounded to the places of the stated amount, lies within the range widened by a margin. */
function within(value: number, { low, high }: StatedAmount, margin: number, rounding: RoundingMode): boolean {
  const widened = fromNumber(margin);
  const rounded = (limit: Decimal) => roundPlaces(cleanNoise(value), limit.scale, rounding);
  const lower = low === undefined ? undefined : fromNumber(low);
  const upper = high === undefined ? undefined : fromNumber(high);
  if (lower && compare(rounded(lower), minus(lower, widened)) < 0) return false;
  return !(upper && compare(rounded(upper), plus(upper, widened)) > 0);
}

function needAmount({ low, high }: StatedAmount, table: string): void {
  if (low === undefined && high === undefined) refuse("limit-not-loaded", { item: "Q", table });
  if (low !== undefined) needWithin("low", low, { min: 0, max: 100, unit: "%" });
  if (high !== undefined) needWithin("high", high, { min: low ?? 0, max: 150, unit: "%" });
}
