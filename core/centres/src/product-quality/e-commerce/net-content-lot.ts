import { type Decimal, decimal, fromNumber, toNumber } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { judgeNetContent, type NetContentEdition, netContentPlan } from "@quanheng/kernel/sampling/net-content.ts";
import { mean, sampleSd } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

export type NetContentLot = {
  /** Nominal quantity and contents, all in grams or all in millilitres. */
  readonly nominal: number;
  readonly lotSize: number;
  readonly contents: readonly number[];
};

export type NetContentResult = {
  readonly size: number;
  readonly tolerance: Decimal;
  readonly mean: number;
  readonly s: number;
  /** Factor of s; 0 where the whole lot is measured. */
  readonly lambda: number;
  /** q̄ + λ·s, which must reach the nominal quantity. */
  readonly correctedMean: number;
  readonly countT1: number;
  readonly countT2: number;
  readonly allowedT1: number;
  /** Undefined where the plan judges no mean. */
  readonly meanOk: boolean | undefined;
  readonly individualsOk: boolean;
  readonly accepted: boolean;
};

/**
 * Judges the net content of a lot of prepackaged goods, with the figures behind the verdict.
 *
 * pass ⇔ q̄ + λ·s ≥ Q_n, no more than allowed short by more than T up to 2T, none by more than 2T
 *
 * The verdict itself is the kernel's, on decimals.
 *
 * @throws Refusal `sample-size` unless as many packages were measured as the plan asks for, `outside-method-range` for contents
 *   or a nominal quantity that are not positive or above 50 000; the kernel's for a lot or quantity without a plan
 * @source JJF 1070-2023 (plans recalled); OIML R 87:2016
 */
export function netContentLot(
  edition: NetContentEdition,
  { nominal, lotSize, contents }: NetContentLot,
): NetContentResult {
  needWithin("nominal", nominal, { above: 0, max: 50_000, unit: "g" });
  const plan = netContentPlan(edition, lotSize);
  if (contents.length !== plan.size)
    refuse("sample-size", { field: "grossG", given: contents.length, needed: plan.size });
  needEachWithin("grossG", contents, { above: 0, max: 1e6, unit: "g" });
  const verdict = judgeNetContent(edition, {
    nominal: fromNumber(nominal),
    lotSize,
    contents: contents.map(cleanNoise),
  });
  const s = contents.length > 1 ? sampleSd(contents) : 0;
  const lambda = toNumber(decimal(plan.lambda ?? "0"));
  const average = mean(contents);
  return {
    size: plan.size,
    tolerance: verdict.tolerance,
    mean: average,
    s,
    lambda,
    correctedMean: average + lambda * s,
    countT1: verdict.countT1,
    countT2: verdict.countT2,
    allowedT1: plan.maxT1,
    meanOk: verdict.meanOk,
    individualsOk: verdict.individualsOk,
    accepted: verdict.accepted,
  };
}

/** Empty packages that are weighed. @source JJF 1070-2023 (recalled): 2, then 10 or 25 where they differ */
const LEAST_TARES = 2;

/**
 * Net contents of packages from their gross masses and the mean of empty packages.
 *
 * q_i = gross_i − mean(tare)
 *
 * @returns [g], unrounded
 * @throws Refusal `too-few-rows` below two empty packages, `outside-method-range` for a mass that is not positive or a package
 *   that is not heavier than an empty one
 * @source JJF 1070-2023 (recalled)
 * @example netMasses([512.4, 515.8], [12.1, 12.3])[0] // → 500.2
 */
export function netMasses(grossG: readonly number[], tareG: readonly number[]): readonly number[] {
  needAtLeast("tareG", tareG, LEAST_TARES);
  needAtLeast("grossG", grossG, 1);
  needEachWithin("tareG", tareG, { above: 0, unit: "g" });
  const tare = mean(tareG);
  needEachWithin("grossG", grossG, { above: tare, unit: "g" });
  return grossG.map((gross) => gross - tare);
}

/**
 * Volume at 20 °C of a content that was weighed.
 *
 * V = m/ρ₂₀
 *
 * @param densityGPerMl at 20 °C [g/mL]
 * @returns [mL], unrounded
 * @throws Refusal `density-missing`, `outside-method-range`
 * @source JJF 1070-2023 (recalled)
 * @example volumeOf(515, 1.03) // → 500
 */
export function volumeOf(massG: number, densityGPerMl: number | undefined): number {
  needWithin("massG", massG, { above: 0, unit: "g" });
  const density = densityGPerMl ?? refuse("density-missing", { field: "densityGPerMl" });
  needWithin("densityGPerMl", density, { min: 0.3, max: 3, unit: "g/mL" });
  return massG / density;
}
