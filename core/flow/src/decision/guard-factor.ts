import { refuse } from "./refusals.ts";

/**
 * Test uncertainty ratio: half the width of the specification over the expanded uncertainty.
 *
 * @param expanded U at about 95 %, in the unit of the limits
 * @example testUncertaintyRatio(9.99, 10.01, 0.0005) // → 20.000 (0.02/(2·0.0005))
 * @throws Refusal `malformed-rule` for an empty specification or a U that is not positive
 * @source ANSI/NCSL Z540.3-2006, 3.11 (recalled)
 */
export function testUncertaintyRatio(lower: number, upper: number, expanded: number): number {
  if (!(upper > lower)) return refuse("malformed-rule", { problem: "specification", given: `${lower} to ${upper}` });
  if (!(expanded > 0)) return refuse("malformed-rule", { problem: "U", given: expanded });
  return (upper - lower) / (2 * expanded);
}

/** Ways to shrink a symmetric acceptance interval by the test uncertainty ratio. */
export const GUARD_METHODS = ["ilac-g8", "rss", "rp-10", "managed-risk"] as const;

export type GuardMethod = (typeof GUARD_METHODS)[number];

/**
 * The acceptance limit as a share of the specification limit, 0 to 1: acceptance never exceeds the specification.
 *
 * ilac-g8: 1 − 1/TUR;  rss: √(1 − 1/TUR²);  rp-10: 1.25 − 1/TUR;  managed-risk: 1 − M/TUR with M = 1.04 − e^(0.38·ln
 * TUR − 0.54)
 *
 * @param ratio test uncertainty ratio
 * @example guardFactor("rss", 4) // → 0.9682 (√(1 − 1/16))
 * @example guardFactor("ilac-g8", 4) // → 0.7500 (1 − 1/4)
 * @example guardFactor("rp-10", 10) // → 1 (1.25 − 0.1 would accept beyond the specification)
 * @example guardFactor("managed-risk", 4) // → 0.9867 (Dobbert: 1 − (1.04 − e^(0.38 ln 4 − 0.54))/4)
 * @source ILAC-G8:09/2019, 4.2; NCSLI RP-10; Dobbert, Managed 2 % false accept risk (Z540.3 handbook, method 6)
 */
export function guardFactor(method: GuardMethod, ratio: number): number {
  return Math.min(1, Math.max(0, uncapped(method, ratio)));
}

/**
 * Dobbert's multiplier M of U for a false-accept risk of at most 2 %: M = 1.04 − e^(0.38·ln TUR − 0.54).
 *
 * @param ratio test uncertainty ratio
 * @example managedRiskMultiplier(2) // → 0.2816 (ln 2 = 0.69315: 1.04 − e^−0.27660)
 * @source M. Dobbert, A guard-band strategy for managing false-accept risk, NCSLI Measure 3 (2008); Z540.3 handbook,
 *   method 6 (recalled)
 */
export function managedRiskMultiplier(ratio: number): number {
  return 1.04 - Math.exp(0.38 * Math.log(ratio) - 0.54);
}

function uncapped(method: GuardMethod, ratio: number): number {
  switch (method) {
    case "ilac-g8":
      return 1 - 1 / ratio;
    case "rss":
      return Math.sqrt(Math.max(0, 1 - 1 / ratio ** 2));
    case "rp-10":
      return 1.25 - 1 / ratio;
    case "managed-risk":
      return 1 - managedRiskMultiplier(ratio) / ratio;
  }
}
