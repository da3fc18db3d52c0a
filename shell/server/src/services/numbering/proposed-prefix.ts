import { overlap } from "@quanheng/centres/article-numbering/allocation/company-prefix-problem.ts";

/** GS1 keeps 952 for examples: what a demonstration hands out is nobody's. */
const DEMONSTRATION = "952";
const ITEM_AND_PREFIX_DIGITS = 12;
const SHORTEST = 7;

/**
 * The first free prefix of a demonstration that is just long enough for so many products.
 *
 * @param taken prefixes that are licensed already
 * @returns null where all of that length are taken
 * @example proposedPrefix(9000, []) // → "95200000"
 */
export function proposedPrefix(products: number, taken: readonly string[]): string | null {
  const digits = Math.max(1, String(products - 1).length);
  const length = Math.max(SHORTEST, ITEM_AND_PREFIX_DIGITS - digits);
  const free = length - DEMONSTRATION.length;
  for (let number = 0; number < Math.min(10 ** free, taken.length * 10 + 10_000); number++) {
    const prefix = `${DEMONSTRATION}${String(number).padStart(free, "0")}`;
    if (!taken.some((other) => overlap(other, prefix))) return prefix;
  }
  return null;
}
