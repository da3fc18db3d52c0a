import { absolute, compare, type Decimal, decimal, minus, plus, times } from "@quanheng/kernel/decimal.ts";
import { refuse } from "../refusals.ts";
import type { Bounds, Criterion, Reference } from "./criterion.ts";

/** Results of the units examined, by series; the only series is "". */
export type Series = ReadonlyMap<string, readonly Decimal[]>;

/**
 * Whether a criterion holds, decided on exact decimals: means and standard deviations are compared without division or
 * roots, so that no rounding decides a tie.
 *
 * @example holds({ kind: "mean", min: "80" }, new Map([["", ["79", "81"].map(decimal)]])) // → true (the mean is exactly 80)
 * @example holds({ kind: "count", min: "80", most: 1 }, new Map([["", ["79", "79.9", "81"].map(decimal)]])) // → false (two lie below 80)
 * @example holds({ kind: "acceptance-value", k: "2.4", most: "15.0", from: "98.5", to: "101.5" }, new Map([["", ["95", "105"].map(decimal)]])) // → false (s = 7.071: 2.4·7.071 = 16.97 > 15.0)
 * @throws Refusal `malformed-rule` for a series that is not there, or a standard deviation of one unit
 * @source USP <711> and <905>, ChP 2020 0931 and 0941 (recalled); the exact comparison is ours
 */
export function holds(criterion: Criterion, series: Series): boolean {
  switch (criterion.kind) {
    case "each":
      return valuesOf(series, criterion.point).every((value) => isWithin(value, ONE, criterion));
    case "count": {
      const outside = valuesOf(series, criterion.point).filter((value) => !isWithin(value, ONE, criterion));
      return outside.length <= criterion.most;
    }
    case "mean": {
      const values = valuesOf(series, criterion.point);
      return isWithin(sum(values), whole(values.length), criterion);
    }
    case "acceptance-value":
      return acceptanceValueHolds(valuesOf(series), criterion);
    case "reference-range":
      return withinReference(valuesOf(series), criterion);
    case "squares":
      return squaresHold(valuesOf(series), criterion);
    case "all":
      return criterion.of.every((each) => holds(each, series));
    case "any":
      return criterion.of.some((each) => holds(each, series));
    case "not":
      return !holds(criterion.of, series);
  }
}

const ONE = decimal("1");
const ZERO = decimal("0");

function valuesOf(series: Series, point = ""): readonly Decimal[] {
  const values = series.get(point);
  return values && values.length > 0 ? values : refuse("malformed-rule", { problem: "point", given: point });
}

function whole(n: number): Decimal {
  return decimal(String(n));
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(plus, ZERO);
}

/** min ≤ total/n ≤ max */
function isWithin(total: Decimal, n: Decimal, { min, max }: Bounds): boolean {
  const low = min === undefined || compare(total, times(decimal(min), n)) >= 0;
  return low && (max === undefined || compare(total, times(decimal(max), n)) <= 0);
}

/** n·M: the sum, kept within n times the reference. */
function scaledReference(total: Decimal, n: Decimal, { from, to }: Reference): Decimal {
  const [low, high] = [times(decimal(from), n), times(decimal(to), n)];
  if (compare(total, low) < 0) return low;
  return compare(total, high) > 0 ? high : total;
}

/** n (n − 1) s² = n Σx² − (Σx)² */
function scaledVariance(values: readonly Decimal[], total: Decimal): Decimal {
  if (values.length < 2) return refuse("malformed-rule", { problem: "total", given: values.length });
  return minus(times(whole(values.length), sum(values.map((value) => times(value, value)))), times(total, total));
}

/**
 * |M − x̄| + k s ≤ L ⇔ A ≤ L and k² n · n(n − 1)s² ≤ (n − 1)(n L − n A)², with A = |M − x̄|. Rounded half up to `places` the
 * left side is at most L exactly while it lies below L and half a unit.
 */
function acceptanceValueHolds(
  values: readonly Decimal[],
  criterion: Extract<Criterion, { kind: "acceptance-value" }>,
): boolean {
  const { k, most, places } = criterion;
  const n = whole(values.length);
  const total = sum(values);
  const distance = absolute(minus(scaledReference(total, n, criterion), total));
  const limit = places === undefined ? decimal(most) : plus(decimal(most), { digits: 5n, scale: places + 1 });
  const room = minus(times(limit, n), distance);
  if (compare(room, ZERO) < 0) return false;
  const left = times(times(times(decimal(k), decimal(k)), n), scaledVariance(values, total));
  const order = compare(left, times(minus(n, ONE), times(room, room)));
  return places === undefined ? order <= 0 : order < 0;
}

function withinReference(
  values: readonly Decimal[],
  criterion: Extract<Criterion, { kind: "reference-range" }>,
): boolean {
  const n = whole(values.length);
  const reference = scaledReference(sum(values), n, criterion);
  const room = times(decimal(criterion.share), absolute(reference));
  return values.every((value) => compare(absolute(minus(times(value, n), reference)), room) <= 0);
}

/** (n − 1)(n A)² + n · n(n − 1)s² ≤ c n² (n − 1) */
function squaresHold(values: readonly Decimal[], { about, most }: Extract<Criterion, { kind: "squares" }>): boolean {
  const n = whole(values.length);
  const fewer = minus(n, ONE);
  const total = sum(values);
  const distance = minus(times(decimal(about), n), total);
  const left = plus(times(fewer, times(distance, distance)), times(n, scaledVariance(values, total)));
  return compare(left, times(times(decimal(most), times(n, n)), fewer)) <= 0;
}
