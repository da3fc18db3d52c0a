import { compare, type Decimal } from "./decimal.ts";
import { type RoundingMode, roundStep } from "./rounding.ts";

/** Limits of one quantity; an absent side is not limited, a limit belongs to the allowed range unless it is excluded. */
export type ValueLimits = {
  readonly lower?: Decimal;
  readonly upper?: Decimal;
  readonly lowerExcluded?: boolean;
  readonly upperExcluded?: boolean;
};

/**
 * How a value meets a limit: `full` compares every digit that was found (全数值比较法, which holds where the product
 * standard is silent), `rounded` first rounds it to the interval of the limit (修约值比较法).
 */
export type Comparison =
  | { readonly compare: "full" }
  | { readonly compare: "rounded"; readonly interval: Decimal; readonly mode?: RoundingMode };

/**
 * Whether a value lies within its limits.
 *
 * @source GB/T 8170-2008, 4.3
 * @example meetsLimits(decimal("96.96"), { lower: decimal("97.0") }, { compare: "full" }) // → false (GB/T 8170-2008, table 3)
 * @example meetsLimits(decimal("96.96"), { lower: decimal("97.0") }, { compare: "rounded", interval: decimal("0.1") }) // → true (GB/T 8170-2008, table 3)
 */
export function meetsLimits(value: Decimal, limits: ValueLimits, comparison: Comparison): boolean {
  const compared =
    comparison.compare === "full" ? value : roundStep(value, comparison.interval, comparison.mode ?? "half-even");
  return meetsLower(compared, limits) && meetsUpper(compared, limits);
}

function meetsLower(value: Decimal, { lower, lowerExcluded = false }: ValueLimits): boolean {
  if (lower === undefined) return true;
  return compare(value, lower) >= (lowerExcluded ? 1 : 0);
}

function meetsUpper(value: Decimal, { upper, upperExcluded = false }: ValueLimits): boolean {
  if (upper === undefined) return true;
  return compare(value, upper) <= (upperExcluded ? -1 : 0);
}

/**
 * Documents that say how a result is rounded before it meets a limit; all round to the last printed place of the limit.
 *
 * - `gb-t-8170`: 修约值比较法, a tie to the even digit. @source GB/T 8170-2008, 4.3.3
 * - `astm-e29`: the rounding method, a tie to the even digit. @source ASTM E29-13, clauses 6 and 7 (recalled)
 * - `usp`: a tie goes up. @source USP, General Notices 7.20 (recalled)
 * - `ph-eur`: a tie goes up. @source Ph. Eur. 11, General Notices 1.4, limits (recalled)
 * - `chp`: a tie to the even digit. @source 中国药典 2020, 凡例, 精确度 (recalled)
 */
export type RoundingConvention = (typeof ROUNDING_CONVENTIONS)[number];

export const ROUNDING_CONVENTIONS = ["gb-t-8170", "astm-e29", "usp", "ph-eur", "chp"] as const;

const TIES = {
  "gb-t-8170": "half-even",
  "astm-e29": "half-even",
  usp: "half-up",
  "ph-eur": "half-up",
  chp: "half-even",
} as const satisfies Record<RoundingConvention, RoundingMode>;

/**
 * The comparison that a document prescribes beside a limit as printed: 98.0 is compared at 0.1, 60000 at 1 unless the
 * document states an interval. Where it wants every digit, as ASTM E29's absolute method, `{ compare: "full" }` is it.
 *
 * @param limit as printed, with its zeros
 * @example meetsLimits(decimal("97.95"), { lower: decimal("98.0") }, comparisonBy("usp", decimal("98.0"))) // → true (USP, General Notices 7.20)
 * @source those of `RoundingConvention`, by its value
 */
export function comparisonBy(convention: RoundingConvention, limit: Decimal, interval?: Decimal): Comparison {
  return { compare: "rounded", interval: interval ?? { digits: 1n, scale: limit.scale }, mode: TIES[convention] };
}
