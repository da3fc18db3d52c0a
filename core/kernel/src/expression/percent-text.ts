import { decimal, formatDecimal, fromNumber, times, trimZeros } from "../decimal.ts";

/**
 * A probability in per cent with every digit that was stated, so that one close to certainty never reads as certain.
 *
 * @param probability [1]
 * @returns digits without the sign of per cent
 * @throws Refusal `not-a-number` for NaN and infinities
 * @example percentDigits(0.9545) // → "95.45" (100·0.9545)
 * percentDigits(0.9999999999999999) // → "99.99999999999999" (not 100)
 * @source ours: a probability is printed as it was stated
 */
export function percentDigits(probability: number): string {
  return formatDecimal(trimZeros(times(fromNumber(probability), decimal("100"))));
}
