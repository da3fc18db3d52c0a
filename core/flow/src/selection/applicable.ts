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
 * @throws Refusal `ambiguous-requirement` when one clause sets two different limits for the same thing
 */
export function applicable<Row extends RequirementRow>(rows: readonly Row[], question: Question): readonly Row[] {
  const found = inForce(rows, question).filter((row) =>
    Object.entries(row.variant ?? {}).every(([key, value]) => isClaimed(row.market, key, value, question.claims)),
  );
  refuseAmbiguity(found);
  return found;
}

/** The rows of the product and markets that are effective on the day, whatever is claimed. */
export function inForce<Row extends RequirementRow>(
  rows: readonly Row[],
  { product, markets, on }: Omit<Question, "claims">,
): readonly Row[] {
  return rows.filter(
    (row) => row.product === product && markets.includes(row.market) && isEffective(row.effective, on),
  );
}

/**
 * Of each row the version that was the newest at an instant; retired rows are gone.
 *
 * @param instant UTC in the form 2026-11-01T00:00:00.000Z, like every `recordedAt`
 */
export function asKnown<Version extends RequirementVersion>(
  versions: readonly Version[],
  instant: string,
): readonly Version[] {
  const newest = new Map<string, Version>();
  for (const version of versions) {
    if (version.recordedAt > instant) continue;
    const known = newest.get(version.id);
    if (known === undefined || known.recordedAt < version.recordedAt) newest.set(version.id, version);
  }
  return [...newest.values()].filter((version) => version.status !== "retired");
}

/** The value or values claimed for a facet in a market; undefined when the facet is unclaimed. */
export function claimed(market: string, key: string, claims: Claims): readonly string[] | undefined {
  const claim = ownClaim(claims, `${market}.${key}`) ?? ownClaim(claims, key);
  return typeof claim === "string" ? [claim] : claim;
}

/** A row without a from day has always applied, one without a to day still does. */
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
