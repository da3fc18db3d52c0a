import { compare, decimal, dividedBy, fromNumber, times, toNumber } from "@quanheng/kernel/decimal.ts";
import { refuse } from "./refusals.ts";

/** How far a measured content may lie from the declared one. [% of the label] */
export type ToleranceRule = { readonly text: string; readonly min?: string; readonly max?: string };

const AT_MOST: ToleranceRule = { text: "<=120", max: "120" };
const AT_LEAST: ToleranceRule = { text: ">=80", min: "80" };
const BETWEEN: ToleranceRule = { text: "80-180", min: "80", max: "180" };

/** @source GB 28050-2011, table 2 (recalled) */
export const TOLERANCE = {
  energyKj: AT_MOST,
  fatG: AT_MOST,
  saturatedFatG: AT_MOST,
  transFatG: AT_MOST,
  cholesterolMg: AT_MOST,
  sodiumMg: AT_MOST,
  sugarsG: AT_MOST,
  proteinG: AT_LEAST,
  carbohydrateG: AT_LEAST,
  fibreG: AT_LEAST,
  calciumMg: AT_LEAST,
  vitaminCMg: AT_LEAST,
  vitaminAUg: BETWEEN,
  vitaminDUg: BETWEEN,
} as const satisfies Record<string, ToleranceRule>;
export type ToleranceItem = keyof typeof TOLERANCE;

export type ToleranceCheck = {
  /** Measured over declared [%]; null where 0 is declared. */
  readonly ratioPercent: number | null;
  readonly rule: string;
  readonly ok: boolean;
};

/**
 * Whether a measured content is within the tolerance of the declared one. Where 0 is declared, only 0 measured fits
 * here; the caller rounds the measured content by the label's own zero limit first.
 */
export function withinTolerance(item: ToleranceItem, declared: number, measured: number): ToleranceCheck {
  const rule: ToleranceRule = TOLERANCE[item];
  if (!(declared >= 0) || !(measured >= 0)) {
    return refuse("outside-method-range", {
      field: item,
      given: Math.min(declared, measured),
      min: 0,
      max: "∞",
      unit: "1",
    });
  }
  if (declared === 0) return { ratioPercent: null, rule: rule.text, ok: measured === 0 };

  const share = times(fromNumber(measured), decimal("100"));
  const of = (percent: string) => times(fromNumber(declared), decimal(percent));
  const ok =
    (rule.min === undefined || compare(share, of(rule.min)) >= 0) &&
    (rule.max === undefined || compare(share, of(rule.max)) <= 0);
  return { ratioPercent: toNumber(dividedBy(share, fromNumber(declared), 12, "half-even")), rule: rule.text, ok };
}
