/** The raised digits 0 to 9, each at its place. */
export const RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Digits and signs raised as an exponent is printed; any other character stays.
 *
 * @source ISO 80000-1:2009, 7.3.3 (powers of ten; recalled)
 * @example superscript("-12") // → "⁻¹²" (10⁻¹² is printed so)
 */
export function superscript(text: string): string {
  return text.replace(/[-−]/g, "⁻").replace(/\d/g, (digit) => RAISED_DIGITS.charAt(Number(digit)));
}
