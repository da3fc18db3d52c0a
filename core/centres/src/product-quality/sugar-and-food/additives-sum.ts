import { compare, decimal, dividedBy, fromNumber, plus } from "@quanheng/kernel/decimal.ts";

export type AdditiveUse = { readonly name: string; readonly contentGKg: number; readonly limitGKg: number };

/** Digits kept of each share: far beyond any content that is measured. */
const PLACES = 15;

/**
 * Additives of one function: each within its limit and the shares of the limits together at most 1.
 *
 * Computed on decimals: 0.5 and 0.5 of their limits make exactly 1 and pass.
 *
 * @source GB 2760-2024, rule for additives of one function; recalled
 */
export function additivesSum(uses: readonly AdditiveUse[]) {
  const shares = uses.map((use) =>
    dividedBy(fromNumber(use.contentGKg), fromNumber(use.limitGKg), PLACES, "half-even"),
  );
  const sum = shares.reduce(plus, decimal("0"));
  const one = decimal("1");
  return { shares, sum, pass: compare(sum, one) <= 0 && shares.every((share) => compare(share, one) <= 0) };
}
