import { conform } from "@quanheng/flow/decision/conformity/conform.ts";
import { compare, decimal, formatDecimal, minus, toNumber } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";

/** How a level compares with its limit. [dB] */
export type EmissionVerdict = {
  readonly limitDb: number;
  /** Limit minus level. */
  readonly marginDb: number;
  /** What the laboratory's uncertainty exceeds the assumed one by; it is added to the level before the comparison. */
  readonly excessDb: number;
  readonly pass: boolean;
};

/**
 * Judges a level: directly where U_lab ≤ U_CISPR, else with the excess added.
 *
 * @param labU expanded uncertainty of the laboratory [dB]
 * @param assumed the one that the standard assumes [dB]
 * @source CISPR 16-4-2:2011, 4.1 (recalled); decided by the rule `emc` of the flow
 */
export function emissionVerdict(levelDb: number, limitDb: number, labU: number, assumed: string): EmissionVerdict {
  const value = formatDecimal(cleanNoise(levelDb));
  const expanded = formatDecimal(cleanNoise(labU));
  const limit = { kind: "interval", max: formatDecimal(cleanNoise(limitDb)) } as const;
  const { outcome } = conform({ value, u: null, expanded }, limit, { kind: "emc", assumed });
  const excess = minus(decimal(expanded), decimal(assumed));
  return {
    limitDb,
    marginDb: limitDb - levelDb,
    excessDb: compare(excess, decimal("0")) > 0 ? toNumber(excess) : 0,
    pass: outcome === "pass",
  };
}
