import { compare } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { mean } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

export type RatedPowerTest = {
  /** Maximum power of each module as measured at standard test conditions. [W] */
  readonly measuredW: readonly number[];
  readonly nameplateW: number;
  /** Lower production tolerance t₁ of the nameplate. [%] */
  readonly tolerancePercent: number;
  /** Expanded uncertainty m₁ of the laboratory, k = 2. [%] */
  readonly uncertaintyPercent: number;
};

/**
 * Gate 1: the label is verified, with the laboratory's uncertainty counted in favour of the supplier. No guard band comes
 * on top of it.
 *
 * every P_lab(1 + m₁) ≥ P_NP(1 − t₁), and mean P̄_lab(1 + m₁) ≥ P_NP
 *
 * @returns thresholds for the measured power [W], and whether they are met
 * @throws Refusal `too-few-rows`, `outside-method-range`
 * @example gate1({ measuredW: [548.6, 551.2, 545.1, 549.9], nameplateW: 550, tolerancePercent: 0, uncertaintyPercent: 1.9 }).thresholdW // → 539.745
 * @source IEC 61215-1:2021, gate no. 1; recalled
 */
export function gate1({ measuredW, nameplateW, tolerancePercent, uncertaintyPercent }: RatedPowerTest) {
  needAtLeast("measuredW", measuredW, 1);
  needEachWithin("measuredW", measuredW, { above: 0, unit: "W" });
  needWithin("nameplateW", nameplateW, { above: 0, unit: "W" });
  needWithin("tolerancePercent", tolerancePercent, { min: 0, max: 20, unit: "%" });
  needWithin("uncertaintyPercent", uncertaintyPercent, { min: 0, max: 20, unit: "%" });
  const favour = 1 + uncertaintyPercent / 100;
  const needed = nameplateW * (1 - tolerancePercent / 100);
  const each = measuredW.map((power) => reaches(power * favour, needed));
  const meanW = mean(measuredW);
  const meanReaches = reaches(meanW * favour, nameplateW);
  return {
    thresholdW: needed / favour,
    each,
    meanW,
    meanThresholdW: nameplateW / favour,
    meanReaches,
    pass: meanReaches && each.every(Boolean),
  };
}

/** What must be left of the initial power after a test sequence. Kept in `data/methods`. */
export type RetainedPower = { readonly document: string; readonly retained: string | null };

/**
 * Gate 2: the loss of power in a test sequence.
 *
 * P_after ≥ 0.95·P_before·(1 − r)
 *
 * @param reproducibilityPercent r of the laboratory [%]
 * @returns ratio of the powers, and the least that is allowed
 * @throws Refusal `outside-method-range`, `limit-not-loaded`
 * @example gate2(548.6, 523.4, 0.5, { document: "IEC 61215-1:2021", retained: "0.95" }).ratio // → 0.95406
 * @source IEC 61215-1:2021, gate no. 2; recalled
 */
export function gate2(beforeW: number, afterW: number, reproducibilityPercent: number, limit: RetainedPower) {
  needWithin("beforeW", beforeW, { above: 0, unit: "W" });
  needWithin("afterW", afterW, { min: 0, unit: "W" });
  needWithin("reproducibilityPercent", reproducibilityPercent, { min: 0, max: 20, unit: "%" });
  if (limit.retained === null) return refuse("limit-not-loaded", { item: "retained", table: limit.document });
  const ratio = afterW / beforeW;
  const least = Number(limit.retained) * (1 - reproducibilityPercent / 100);
  return { ratio, least, pass: reaches(ratio, least) };
}

/** Whether one computed figure is at least another, without the noise of binary numbers. */
function reaches(value: number, needed: number): boolean {
  return compare(cleanNoise(value), cleanNoise(needed)) >= 0;
}
