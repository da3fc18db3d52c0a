/** The year that the reference implementation stands in; it matters only for which century a two-digit year is in. */
const REFERENCE_YEAR = 2021;

/**
 * The year of two digits: within 49 years before and 50 years after the reference year.
 *
 * @param reference the year to count from; the checks use 2021, which decides only whether a 29 February exists
 * @source GS1 General Specifications, 7.12
 * @example yearOf(71, 2021) // → 2071
 * @example yearOf(72, 2021) // → 1972
 */
export function yearOf(digits: number, reference: number = REFERENCE_YEAR): number {
  const century = reference - (reference % 100);
  const ahead = digits - (reference % 100);
  if (ahead >= 51) return century - 100 + digits;
  return ahead <= -50 ? century + 100 + digits : century + digits;
}

/** The number of two digits at a place, which have been checked to be digits. */
export function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}
