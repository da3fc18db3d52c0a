/**
 * How a tie and a remainder are treated. `half-even` is GB/T 8170-2008, 3.2 (and ISO 80000-1, rule A); `up` and `down`
 * go away from and towards zero, `ceiling` and `floor` towards plus and minus infinity; halves of `half-up` and
 * `half-down` go away from and towards zero. Signs never matter but for `ceiling` and `floor`.
 */
export type RoundingMode = "half-even" | "half-up" | "half-down" | "up" | "down" | "ceiling" | "floor";

/**
 * The integer that numerator / denominator rounds to, decided on the exact remainder.
 *
 * @param denominator positive
 * @param mode what becomes of a tie and of a remainder
 * @source GB/T 8170-2008, 3.2 (half to even); ISO 80000-1:2009, annex B, rules A and B (half to even, half up; recalled)
 * @example roundedQuotient(25n, 10n, "half-even") // → 2n (2.5 is a tie, and 2 is even)
 * roundedQuotient(-25n, 10n, "half-up") // → -3n (the half goes away from zero)
 * roundedQuotient(-21n, 10n, "floor") // → -3n (the whole number below −2.1)
 */
export function roundedQuotient(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const quotient = size / denominator;
  const remainder = size % denominator;
  const away = remainder > 0n && goesAway(quotient, 2n * remainder, denominator, mode, negative);
  const rounded = away ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/** Whether a magnitude moves away from zero, given twice its remainder. */
function goesAway(
  quotient: bigint,
  twice: bigint,
  denominator: bigint,
  mode: RoundingMode,
  negative: boolean,
): boolean {
  switch (mode) {
    case "up":
      return true;
    case "down":
      return false;
    case "ceiling":
      return !negative;
    case "floor":
      return negative;
    case "half-up":
      return twice >= denominator;
    case "half-down":
      return twice > denominator;
    case "half-even":
      return twice > denominator || (twice === denominator && quotient % 2n === 1n);
  }
}
