import { compare, type Decimal, decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import type { IntervalLimit } from "./limit.ts";
import type { RequirementRow } from "./requirement.ts";

/** The tightest range that satisfies every interval row of one characteristic and unit, and who sets each end. */
export type StrictestLimit = {
  readonly characteristic: string;
  readonly unit: string | null;
  readonly min: string | null;
  readonly max: string | null;
  readonly minExclusive: boolean;
  readonly maxExclusive: boolean;
  /** Ids of the rows that set the end, sorted. */
  readonly minBy: readonly string[];
  readonly maxBy: readonly string[];
  /** Markets of those rows, sorted. */
  readonly setByMarkets: readonly string[];
  /** Ids of all rows of the group, sorted. */
  readonly rows: readonly string[];
  /** No value can satisfy all rows: one formulation per market is needed. */
  readonly empty: boolean;
};

/**
 * Converts a bound into another unit, or undefined when the two units do not measure the same quantity.
 * Must be exact: the result is compared digit by digit.
 */
export type ConvertBound = (value: Decimal, from: string, to: string) => Decimal | undefined;

/**
 * The strictest limits of applicable rows, ordered by characteristic and unit.
 *
 * Only interval rows take part. Rows of one characteristic in different units are compared after conversion to the
 * unit of the group's first row by id; without a conversion they stay groups of their own.
 *
 * @example strictest([{ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null } }, { id: "s", product: "sugar", market: "VN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "20" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null } }]) // → [{ characteristic: "so2", max: "20", maxBy: ["s"], setByMarkets: ["VN"], empty: false }] (20 < 30)
 * @example strictest([{ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null } }, { id: "s", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", min: "40" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null } }])[0].empty // → true (no value is at least 40 and at most 30)
 * @source ours: the intersection of intervals
 */
export function strictest(rows: readonly RequirementRow[], convert?: ConvertBound): readonly StrictestLimit[] {
  const groups: Group[] = [];
  for (const row of [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (row.limit.kind === "interval") place(groups, row, row.limit, convert);
  }
  return groups
    .map(summarise)
    .sort((a, b) => order(a.characteristic, b.characteristic) || order(a.unit ?? "", b.unit ?? ""));
}

type Bound = { readonly value: Decimal; readonly exclusive: boolean };
type Member = { readonly row: RequirementRow; readonly min?: Bound; readonly max?: Bound };
type Group = { readonly characteristic: string; readonly unit: string | null; readonly members: Member[] };

function place(groups: Group[], row: RequirementRow, limit: IntervalLimit, convert?: ConvertBound): void {
  for (const group of groups) {
    const member = group.characteristic === row.characteristic ? inUnit(row, limit, group.unit, convert) : undefined;
    if (member) {
      group.members.push(member);
      return;
    }
  }
  const member = inUnit(row, limit, row.unit);
  if (member) groups.push({ characteristic: row.characteristic, unit: row.unit, members: [member] });
}

function inUnit(row: RequirementRow, limit: IntervalLimit, unit: string | null, convert?: ConvertBound) {
  const [min, max] = [limit.min, limit.max].map((bound) => convertText(bound, row.unit, unit, convert));
  if (min === "incomparable" || max === "incomparable") return undefined;
  return {
    row,
    ...(min ? { min: { value: min, exclusive: limit.minExclusive ?? false } } : {}),
    ...(max ? { max: { value: max, exclusive: limit.maxExclusive ?? false } } : {}),
  } satisfies Member;
}

function convertText(text: string | undefined, from: string | null, to: string | null, convert?: ConvertBound) {
  if (text === undefined) return undefined;
  if (from === to) return decimal(text);
  if (from === null || to === null) return "incomparable";
  return convert?.(decimal(text), from, to) ?? "incomparable";
}

function summarise({ characteristic, unit, members }: Group): StrictestLimit {
  const min = tightest(members, "min");
  const max = tightest(members, "max");
  const markets = [...min.by, ...max.by].map((member) => member.row.market);
  return {
    characteristic,
    unit,
    min: min.bound ? formatDecimal(min.bound.value) : null,
    max: max.bound ? formatDecimal(max.bound.value) : null,
    minExclusive: min.bound?.exclusive ?? false,
    maxExclusive: max.bound?.exclusive ?? false,
    minBy: min.by.map((member) => member.row.id).sort(),
    maxBy: max.by.map((member) => member.row.id).sort(),
    setByMarkets: [...new Set(markets)].sort(),
    rows: members.map((member) => member.row.id).sort(),
    empty: min.bound !== undefined && max.bound !== undefined && isEmpty(min.bound, max.bound),
  };
}

/** The extreme bound of one side; at an equal value an exclusive bound makes the end exclusive. */
function tightest(members: readonly Member[], side: "min" | "max"): { bound?: Bound; by: readonly Member[] } {
  const sign = side === "min" ? 1 : -1;
  let bound: Bound | undefined;
  let by: Member[] = [];
  for (const member of members) {
    const candidate = member[side];
    if (!candidate) continue;
    const against = bound ? sign * compare(candidate.value, bound.value) : 1;
    if (against < 0) continue;
    by = against > 0 ? [member] : [...by, member];
    bound =
      against === 0 && bound ? { value: bound.value, exclusive: bound.exclusive || candidate.exclusive } : candidate;
  }
  return bound ? { bound, by } : { by };
}

function isEmpty(min: Bound, max: Bound): boolean {
  const difference = compare(min.value, max.value);
  return difference > 0 || (difference === 0 && (min.exclusive || max.exclusive));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
