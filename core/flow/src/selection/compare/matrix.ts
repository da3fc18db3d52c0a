import { decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import type { IntervalLimit, Limit, LimitKind } from "../limit.ts";
import type { RequirementRow } from "../requirement.ts";
import { type ConvertBound, type StrictestLimit, strictest } from "../strictest.ts";
import { strictestSeverity } from "./severity.ts";
import { type Stringency, stringency } from "./stringency.ts";

/** What one market asks of one characteristic. */
export type Cell<Row extends RequirementRow> = {
  readonly market: string;
  /** The rows as recorded, by id. */
  readonly rows: readonly Row[];
  /** All rows of the market together, in the unit of the line; null where they cannot be put into one limit. */
  readonly limit: Limit | null;
  /** The rows of this market contradict each other. */
  readonly empty: boolean;
  /** The market sets an end of the strictest limit. */
  readonly sets: boolean;
};

export type Pair = { readonly a: string; readonly b: string; readonly relation: Stringency };

/** One characteristic across markets; rows in units that do not compare stand on lines of their own. */
export type MatrixLine<Row extends RequirementRow> = {
  readonly characteristic: string;
  readonly kind: LimitKind;
  readonly unit: string | null;
  /** The markets that ask something, in the order asked. */
  readonly cells: readonly Cell<Row>[];
  /** What satisfies every market, where that can be computed. */
  readonly strictest: Limit | null;
  /** No value can satisfy all markets. */
  readonly empty: boolean;
  /** Rows differ in what the figure refers to or in the circumstances: the strictest limit needs a person's eye. */
  readonly mixedBasis: boolean;
  readonly relations: readonly Pair[];
  /** Markets asked about whose rows say nothing on the characteristic. */
  readonly missing: readonly string[];
};

/**
 * Characteristics × markets with the strictest limit, the relation of every pair and the gaps.
 *
 * @param rows applicable rows of one product on one day
 * @param markets in the order of the columns; each counts, even one without rows
 * @example limitMatrix([{ characteristic: "so2", market: "CN", id: "r", document: "D", clause: "1", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", force: "mandatory", basisOf: null, condition: null }], ["CN", "VN"]) // → [{ characteristic: "so2", strictest: { kind: "interval", max: "30" }, missing: ["VN"], empty: false }] (one market says nothing)
 * @source ours: limits are intervals so that this can be decided
 */
export function limitMatrix<Row extends RequirementRow>(
  rows: readonly Row[],
  markets: readonly string[],
  convert?: ConvertBound,
): readonly MatrixLine<Row>[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const asking = new Map<string, Set<string>>();
  for (const row of rows) asking.set(row.characteristic, (asking.get(row.characteristic) ?? new Set()).add(row.market));
  const intervals = strictest(rows, convert).map((group) => {
    const own = group.rows.flatMap((id) => byId.get(id) ?? []);
    return lineOf(own, markets, asking, "interval", group.unit, intervalOf(group), group, convert);
  });
  return [...intervals, ...otherLines(rows, markets, asking)].sort(
    (a, b) => order(a.characteristic, b.characteristic) || order(a.kind, b.kind) || order(a.unit ?? "", b.unit ?? ""),
  );
}

function otherLines<Row extends RequirementRow>(
  rows: readonly Row[],
  markets: readonly string[],
  asking: ReadonlyMap<string, ReadonlySet<string>>,
): readonly MatrixLine<Row>[] {
  const groups = Map.groupBy(
    rows.filter(({ limit }) => limit.kind !== "interval"),
    ({ characteristic, limit, unit }) =>
      JSON.stringify([characteristic, limit.kind, limit.kind === "severity" ? limit.scale : null, unit]),
  );
  return [...groups.values()].map((own) => {
    const [first] = own as [Row, ...Row[]];
    return lineOf(own, markets, asking, first.limit.kind, first.unit, strictestSeverity(own.map(({ limit }) => limit)));
  });
}

function lineOf<Row extends RequirementRow>(
  rows: readonly Row[],
  markets: readonly string[],
  asking: ReadonlyMap<string, ReadonlySet<string>>,
  kind: LimitKind,
  unit: string | null,
  whole: Limit | null,
  group?: StrictestLimit,
  convert?: ConvertBound,
): MatrixLine<Row> {
  const { characteristic } = rows[0] as Row;
  const cells = markets.flatMap((market) => {
    const own = rows.filter((row) => row.market === market);
    return own.length === 0 ? [] : [cellOf(market, own, unit, whole, group, convert)];
  });
  return {
    characteristic,
    kind,
    unit,
    cells,
    strictest: whole,
    empty: group?.empty ?? false,
    mixedBasis: new Set(rows.map(basisKey)).size > 1,
    relations: pairs(cells, unit),
    missing: markets.filter((market) => !asking.get(characteristic)?.has(market)),
  };
}

function cellOf<Row extends RequirementRow>(
  market: string,
  rows: readonly Row[],
  unit: string | null,
  whole: Limit | null,
  group?: StrictestLimit,
  convert?: ConvertBound,
): Cell<Row> {
  const sorted = [...rows].sort((a, b) => order(a.id, b.id));
  if (!group) {
    const limit =
      strictestSeverity(rows.map((row) => row.limit)) ?? (rows.length === 1 ? (rows[0] as Row).limit : null);
    const sets = limit?.kind === "severity" && whole?.kind === "severity" && limit.level === whole.level;
    return { market, rows: sorted, limit, empty: false, sets };
  }
  const [own] = strictest(sorted.map((row) => rowInUnit(row, unit, convert)));
  const sets = group.setByMarkets.includes(market);
  return { market, rows: sorted, limit: own ? intervalOf(own) : null, empty: own?.empty ?? false, sets };
}

/**
 * The row with its bounds in another unit; as it is where the two units do not convert exactly.
 *
 * @example rowInUnit({ limit: { kind: "interval", max: "0.1" }, unit: "g" }, "kg").unit // → "g" (no conversion was given)
 * @source ours: limits are compared digit by digit
 */
export function rowInUnit<Row extends RequirementRow>(
  row: Row,
  unit: string | null,
  convert?: ConvertBound,
): RequirementRow {
  const { limit } = row;
  if (row.unit === unit || limit.kind !== "interval" || row.unit === null || unit === null || !convert) return row;
  const ends: { min?: string; max?: string } = {};
  for (const side of ["min", "max"] as const) {
    const digits = limit[side];
    const bound = digits === undefined ? undefined : convert(decimal(digits), row.unit, unit);
    if (digits !== undefined && bound === undefined) return row;
    if (bound !== undefined) ends[side] = formatDecimal(bound);
  }
  return { ...row, unit, limit: { ...limit, ...ends } };
}

function intervalOf(group: StrictestLimit): IntervalLimit {
  return {
    kind: "interval",
    ...(group.min === null ? {} : { min: group.min }),
    ...(group.max === null ? {} : { max: group.max }),
    ...(group.minExclusive ? { minExclusive: true as const } : {}),
    ...(group.maxExclusive ? { maxExclusive: true as const } : {}),
  };
}

function pairs<Row extends RequirementRow>(cells: readonly Cell<Row>[], unit: string | null): readonly Pair[] {
  return cells.flatMap((a, at) =>
    cells.slice(at + 1).map((b) => ({ a: a.market, b: b.market, relation: relationOf(a, b, unit) })),
  );
}

function relationOf<Row extends RequirementRow>(a: Cell<Row>, b: Cell<Row>, unit: string | null): Stringency {
  const bases = new Set([...a.rows, ...b.rows].map(basisKey));
  if (a.limit === null || b.limit === null || a.empty || b.empty || bases.size > 1) return "incomparable";
  const same = { unit, basisOf: null, condition: null };
  return stringency({ ...same, limit: a.limit }, { ...same, limit: b.limit });
}

function basisKey({ basisOf, condition }: RequirementRow): string {
  return JSON.stringify([basisOf, condition]);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
