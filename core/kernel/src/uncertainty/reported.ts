import { absolute, type Decimal } from "../decimal.ts";
import { refuse } from "../refusals.ts";
import { digitCount, type RoundingMode, roundDigits, roundPlaces } from "../rounding.ts";

/**
 * How an uncertainty is rounded for a report. `digits` is 1 or 2, or `pdg`: one or two as the leading three digits
 * tell (100 to 354 two, 355 to 949 one, 950 to 999 become 1000 with two). `mode` is for the uncertainty only.
 */
export type ReportRule = { readonly digits: 1 | 2 | "pdg"; readonly mode: RoundingMode };

/** Two digits, half to even, as most certificates have it. */
export const TWO_DIGITS: ReportRule = { digits: 2, mode: "half-even" };

/**
 * A value and its uncertainty as they go on a report: the uncertainty rounded to its digits, the value half to even to
 * the same place. Where the uncertainty is zero the value keeps its digits.
 *
 * @param uncertainty standard or expanded, in the unit of the value
 * @throws Refusal `outside-domain` for a negative uncertainty
 * @source JCGM 100:2008, 7.2.6; JJF 1059.1-2012, 5.3.8; Particle Data Group, Review of Particle Physics, introduction 5.3
 * @example (({ value, uncertainty }) => [formatDecimal(value), formatDecimal(uncertainty)])(reportedPair(decimal("0.827"), decimal("0.119"), { digits: "pdg", mode: "half-even" })) // → ["0.83", "0.12"] (Particle Data Group, Review of Particle Physics, introduction 5.3)
 * (({ value, uncertainty }) => [formatDecimal(value), formatDecimal(uncertainty)])(reportedPair(decimal("0.827"), decimal("0.367"), { digits: "pdg", mode: "half-even" })) // → ["0.8", "0.4"] (Particle Data Group, Review of Particle Physics, introduction 5.3)
 */
export function reportedPair(
  value: Decimal,
  uncertainty: Decimal,
  rule: ReportRule = TWO_DIGITS,
): { readonly value: Decimal; readonly uncertainty: Decimal } {
  if (uncertainty.digits < 0n) refuse("outside-domain", { name: "uncertainty", given: uncertainty.digits.toString() });
  if (uncertainty.digits === 0n) return { value, uncertainty };
  const significant = rule.digits === "pdg" ? particleDigits(uncertainty) : rule.digits;
  const carried = rule.digits === "pdg" && leadingDigits(uncertainty) >= 950;
  const rounded = carried ? powerAbove(uncertainty) : roundDigits(uncertainty, significant, rule.mode);
  const places = rounded.scale > 0 ? rounded.scale : significant - digitCount(rounded);
  return { value: roundPlaces(value, places, "half-even"), uncertainty: rounded };
}

/** Significant digits by the rule of the Particle Data Group. */
function particleDigits(uncertainty: Decimal): 1 | 2 {
  const leading = leadingDigits(uncertainty);
  return leading <= 354 || leading >= 950 ? 2 : 1;
}

function leadingDigits(uncertainty: Decimal): number {
  return Number(absolute(uncertainty).digits.toString().padEnd(3, "0").slice(0, 3));
}

/** The next power of ten, with two digits: 1.0 for 0.954. */
function powerAbove(uncertainty: Decimal): Decimal {
  return roundPlaces(uncertainty, uncertainty.scale - digitCount(uncertainty) + 1, "up");
}
