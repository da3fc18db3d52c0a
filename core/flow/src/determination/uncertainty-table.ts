import { absolute, compare, type Decimal, decimal, times, trimZeros } from "@quanheng/kernel/decimal.ts";

/** Expanded uncertainty over a range of results, ends included: in the unit of the result, or `9.9%` of its size. */
export type UncertaintyRow = { readonly from: string; readonly to: string; readonly u: string };

/** What bounds a statement of uncertainty besides the table: what the procedure detects, ends included. */
export type UncertaintyLimits = { readonly ldl?: string; readonly udl?: string };

/**
 * The uncertainty that goes with a result, from the table of a procedure. A value on the end of two ranges belongs to
 * the first of them. What somebody typed for this result counts before the table; outside the detection limits there is
 * none at all. Zero means that the table states none for this range.
 *
 * @param typed digits as typed, which are kept as they are
 * @returns undefined where no row holds the result
 * @example uncertaintyOf("9.6", [{ from: "1.0", to: "100000", u: "9.9%" }]).digits // → 9504 (9.9 % of 9.6 is 0.9504)
 * @source ISO/IEC 17025:2017, 7.6.3 (uncertainty of a procedure by ranges); the table's form is ours
 */
export function uncertaintyOf(
  result: string,
  table: readonly UncertaintyRow[],
  { ldl, udl }: UncertaintyLimits = {},
  typed?: string,
): Decimal | undefined {
  const value = decimal(result);
  if (!within(value, ldl, udl)) return undefined;
  if (typed !== undefined) return decimal(typed);
  const row = table.find(({ from, to }) => within(value, from, to));
  return row && ofRow(value, row.u);
}

function within(value: Decimal, from: string | undefined, to: string | undefined): boolean {
  const low = from !== undefined && compare(value, decimal(from)) < 0;
  return !low && !(to !== undefined && compare(value, decimal(to)) > 0);
}

function ofRow(value: Decimal, u: string): Decimal {
  if (!u.endsWith("%")) return decimal(u);
  return trimZeros(times(absolute(value), times(decimal(u.slice(0, -1)), decimal("0.01"))));
}
