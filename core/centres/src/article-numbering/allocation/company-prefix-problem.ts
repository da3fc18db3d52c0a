/** Why a company prefix cannot be licensed. */
export type PrefixProblem = "prefix-shape" | "prefix-reserved";

/** Beginnings that GS1 gives to nobody's products: in-store numbers, periodicals, books, coupons, GTIN-8. */
const RESERVED = /^(?:02|04|2|96[0-9]|977|978|979|98[1-4]|99|0000)/;

/**
 * Whether digits can be a company prefix at all; whether they are licensed to somebody is the register's affair.
 *
 * @source GS1 General Specifications, 1.4; lengths from 4 (U.P.C. 6 with leading zero) to 12 digits
 * @example companyPrefixProblem("9780123") // → "prefix-reserved"
 */
export function companyPrefixProblem(prefix: string): PrefixProblem | undefined {
  if (!/^\d{4,12}$/.test(prefix)) return "prefix-shape";
  return RESERVED.test(prefix) ? "prefix-reserved" : undefined;
}

/** Whether one of two prefixes is the beginning of the other: both together would give the same key twice. */
export function overlap(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
