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
