import { refuse } from "./refusals.ts";
import type { RequirementRow, RequirementVersion } from "./requirement.ts";

/** What the enterprise claims: `MARKET.key` or `key` to one value, or to several of which any may hold. */
export type Claims = Readonly<Record<string, string | readonly string[]>>;

export type Question = {
  readonly product: string;
  readonly markets: readonly string[];
  /** The day the goods are to conform on, ISO date. */
  readonly on: string;
  readonly claims: Claims;
};

/**
 * The rows that apply to a product in its markets on a day under the stated claims, in the order given.
 *
 * A row applies when its effective interval contains the day and every facet of its variant is claimed.
 *
 * @example applicable([{ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null } }, { id: "s", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: { grade: "superior" }, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null } }], { product: "sugar", markets: ["CN"], on: "2026-11-25", claims: {} }).map(({ id }) => id) // → ["r"] (the grade of the second is not claimed)
 * @throws Refusal `ambiguous-requirement` when one clause sets two different limits for the same thing
 * @source ours: valid time is half-open, [from, to), as data/requirements states it
 */
export function applicable<Row extends RequirementRow>(rows: readonly Row[], question: Question): readonly Row[] {
  const found = inForce(rows, question).filter((row) =>
    Object.entries(row.variant ?? {}).every(([key, value]) => isClaimed(row.market, key, value, question.claims)),
  );
  refuseAmbiguity(found);
  return found;
}

/**
 * The rows of the product and markets that are effective on the day, whatever is claimed.
 *
 * @example inForce([{ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null } }, { id: "s", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: null, to: "2020-01-01" } }], { product: "sugar", markets: ["CN"], on: "2026-11-25", claims: {} }).map(({ id }) => id) // → ["r"] (the second ended before 2020)
 * @source ours: valid time is half-open, [from, to), as data/requirements states it
 */
export function inForce<Row extends RequirementRow>(
  rows: readonly Row[],
  { product, markets, on }: Omit<Question, "claims">,
): readonly Row[] {
  return rows.filter(
    (row) => row.product === product && markets.includes(row.market) && isEffective(row.effective, on),
  );
}

/**
 * Of each row the version that held at an instant: the newest that is not merely proposed; retired rows are gone.
 *
 * @param instant UTC in the form 2026-11-01T00:00:00.000Z, like every `recordedAt`
 * @example asKnown([{ id: "r", recordedAt: "2026-01-01T00:00:00.000Z", status: "read", n: 1 }, { id: "r", recordedAt: "2026-06-01T00:00:00.000Z", status: "read", n: 2 }], "2026-03-01T00:00:00.000Z") // → [{ n: 1 }] (the second was not recorded yet)
 * @example asKnown([{ id: "r", recordedAt: "2026-01-01T00:00:00.000Z", status: "verified", n: 1 }, { id: "r", recordedAt: "2026-02-01T00:00:00.000Z", status: "proposed", n: 2 }], "2026-03-01T00:00:00.000Z") // → [{ n: 1 }] (nobody has verified the second)
 * @source ours: bitemporal rows, the instant of recording decides; one person alone changes nothing (docs/adr/0009)
 */
export function asKnown<Version extends RequirementVersion>(
  versions: readonly Version[],
  instant: string,
): readonly Version[] {
  const newest = new Map<string, Version>();
  for (const version of versions) {
    if (version.recordedAt > instant || version.status === "proposed") continue;
    const known = newest.get(version.id);
    if (known === undefined || known.recordedAt < version.recordedAt) newest.set(version.id, version);
  }
  return [...newest.values()].filter((version) => version.status !== "retired");
}

/**
 * The value or values claimed for a facet in a market; undefined when the facet is unclaimed.
 *
 * @example claimed("CN", "grade", { "CN.grade": "superior", grade: "A" }) // → ["superior"] (the market's own claim comes first)
 * @example claimed("VN", "grade", { "CN.grade": "superior" }) // → undefined (claimed for another market)
 * @source ours: a claim of one market goes before one of all
 */
export function claimed(market: string, key: string, claims: Claims): readonly string[] | undefined {
  const claim = ownClaim(claims, `${market}.${key}`) ?? ownClaim(claims, key);
  return typeof claim === "string" ? [claim] : claim;
}

/**
 * Whether an interval of days holds on a day; without a from day it has always, without a to day it still does.
 *
 * @example isEffective({ from: "2026-01-01", to: "2026-07-01" }, "2026-06-30") // → true (the last day)
 * @example isEffective({ from: "2026-01-01", to: "2026-07-01" }, "2026-07-01") // → false (the first day after)
 * @source ours: valid time is half-open, [from, to), as data/requirements states it
 */
export function isEffective(effective: RequirementRow["effective"], on: string): boolean {
  return (effective.from === null || effective.from <= on) && (effective.to === null || on < effective.to);
}

function isClaimed(market: string, key: string, value: string, claims: Claims): boolean {
  return claimed(market, key, claims)?.includes(value) ?? false;
}

function ownClaim(claims: Claims, key: string): string | readonly string[] | undefined {
  return Object.hasOwn(claims, key) ? claims[key] : undefined;
}

function refuseAmbiguity(rows: readonly RequirementRow[]): void {
  const limits = new Map<string, RequirementRow>();
  for (const row of rows) {
    if (row.limit.kind !== "interval") continue;
    const place = placeOf(row);
    const other = limits.get(place);
    limits.set(place, row);
    if (other && JSON.stringify(other.limit) !== JSON.stringify(row.limit)) {
      refuse("ambiguous-requirement", { rows: [other.id, row.id], characteristic: row.characteristic });
    }
  }
}

/** What must be equal for two interval rows to speak of the same thing. */
function placeOf(row: RequirementRow): string {
  const variant = Object.entries(row.variant ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    row.market,
    row.document,
    row.clause,
    row.characteristic,
    row.unit,
    row.basisOf,
    row.condition,
    variant,
  ]);
}
