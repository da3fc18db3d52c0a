import { decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import { meetsLimits } from "@quanheng/kernel/limit-comparison.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { needUnits, summaryOf } from "./acceptance-value.ts";
import { refuse } from "./refusals.ts";

/** Factors of the standard deviation and the share of L that splits the second stage. @source ChP 2020, 0941, recalled */
const FIRST = { pass: 2.2, fail: 1.0 } as const;
const SECOND = { split: 0.25, factor: 1.7 } as const;

export type ContentUniformityChp = {
  readonly meanPercent: number;
  readonly sdPercent: number;
  /** A = |100 − X̄|. [% of label] */
  readonly deviation: number;
  /** What is compared with L: A + 2.2 S of ten units, A + 1.7 S of thirty; (A² + S²)^½ where A ≤ 0.25 L. */
  readonly index: number;
  readonly verdict: "pass" | "retest" | "fail";
};

/**
 * Content uniformity by the Chinese Pharmacopoeia.
 *
 * 10 units: A + 2.2 S ≤ L passes, A + S > L fails, else twenty more. 30 units: A ≤ 0.25 L → A² + S² ≤ 0.25 L²;
 * A > 0.25 L → A + 1.7 S ≤ L.
 *
 * @param units ten or all thirty contents [% of label]
 * @param limit L with its printed digits, 15.0 unless the monograph says otherwise; indices are rounded half to even to
 *   its places before they are compared
 * @throws Refusal `unit-count`, `outside-method-range`
 * @example contentUniformityChp([92.1, 88.4, 97.6, 85.2, 95.0, 90.3, 99.8, 86.7, 93.4, 91.5], "15.0").verdict // → "retest"
 * @source ChP 2020 and 2025, general chapter 0941, general notices on limits; recalled
 */
export function contentUniformityChp(units: readonly number[], limit: string): ContentUniformityChp {
  const upper = decimal(limit);
  if (upper.digits <= 0n) refuse("limit-not-loaded", { item: "L", table: "ChP 0941" });
  const L = Number(formatDecimal(upper));
  const interval = { digits: 1n, scale: upper.scale };
  const within = (value: number) => meetsLimits(cleanNoise(value), { upper }, { compare: "rounded", interval });

  if (units.length !== 30) {
    needUnits(1, units, 10);
    const { meanPercent, sdPercent } = summaryOf(units, 10);
    const deviation = Math.abs(100 - meanPercent);
    const index = deviation + FIRST.pass * sdPercent;
    const lost = !within(deviation + FIRST.fail * sdPercent);
    return { meanPercent, sdPercent, deviation, index, verdict: within(index) ? "pass" : lost ? "fail" : "retest" };
  }
  needUnits(2, units, 30);
  const { meanPercent, sdPercent } = summaryOf(units, 30);
  const deviation = Math.abs(100 - meanPercent);
  if (deviation > SECOND.split * L) {
    const index = deviation + SECOND.factor * sdPercent;
    return { meanPercent, sdPercent, deviation, index, verdict: within(index) ? "pass" : "fail" };
  }
  const squares = deviation ** 2 + sdPercent ** 2;
  // A root on both sides of the printed comparison: half of L is its square root of 0.25 L².
  return {
    meanPercent,
    sdPercent,
    deviation,
    index: Math.sqrt(squares),
    verdict: squares <= 0.25 * L ** 2 ? "pass" : "fail",
  };
}
