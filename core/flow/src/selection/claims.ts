import { type Claims, claimed, inForce, type Question } from "./applicable.ts";
import { refuse } from "./refusals.ts";
import type { RequirementRow } from "./requirement.ts";

/** A facet that rows of a market ask for and that is not claimed yet, with the values they know. */
export type OpenClaim = { readonly market: string; readonly key: string; readonly values: readonly string[] };

/**
 * The claims still open: facets of rows in force that nothing claimed so far rules out.
 * Ordered by market as asked, then key; values sorted.
 *
 * @example openClaims([{ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: { grade: "superior" }, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null } }, { id: "s", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: { grade: "first" }, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null } }], { product: "sugar", markets: ["CN"], on: "2026-11-25", claims: {} }) // → [{ market: "CN", key: "grade", values: ["first", "superior"] }] (nobody has said which grade)
 * @source ours: what the guided question asks next
 */
export function openClaims(rows: readonly RequirementRow[], question: Question): readonly OpenClaim[] {
  const open = new Map<string, { market: string; key: string; values: Set<string> }>();
  for (const row of inForce(rows, question)) {
    const facets = Object.entries(row.variant ?? {});
    if (facets.some(([key, value]) => contradicts(row.market, key, value, question.claims))) continue;
    for (const [key, value] of facets) {
      if (claimed(row.market, key, question.claims) !== undefined) continue;
      const entry = open.get(`${row.market}.${key}`) ?? { market: row.market, key, values: new Set<string>() };
      entry.values.add(value);
      open.set(`${row.market}.${key}`, entry);
    }
  }
  return [...open.values()]
    .map(({ market, key, values }) => ({ market, key, values: [...values].sort() }))
    .sort(
      (a, b) => question.markets.indexOf(a.market) - question.markets.indexOf(b.market) || (a.key < b.key ? -1 : 1),
    );
}

/**
 * Declines a claim whose value no row in force knows, before it silently excludes every row.
 *
 * @example refusalOf(() => checkClaims([{ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: { grade: "superior" }, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null } }], { ...{ product: "sugar", markets: ["CN"], on: "2026-11-25", claims: {} }, claims: { grade: "best" } })) // → "unknown-claim" (no row knows that grade)
 * @example refusalOf(() => checkClaims([{ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: { grade: "superior" }, limit: { kind: "interval", max: "30" }, unit: "mg/kg", effective: { from: "2020-01-01", to: null } }], { ...{ product: "sugar", markets: ["CN"], on: "2026-11-25", claims: {} }, claims: { grade: "superior" } })) // → "accepted" (a row does)
 * @throws Refusal `unknown-claim` with key, value and the known values; `claim-not-asked` where no row in force asks
 *   for it
 * @source ours: a claim that fits no row would silently exclude all of them
 */
export function checkClaims(rows: readonly RequirementRow[], question: Question): void {
  const current = inForce(rows, question);
  for (const [claim, value] of Object.entries(question.claims)) {
    const known = knownValues(current, claim);
    const unknown = (typeof value === "string" ? [value] : value).find((item) => !known.includes(item));
    if (unknown !== undefined && known.length === 0) refuse("claim-not-asked", { key: claim, day: question.on });
    if (unknown !== undefined) refuse("unknown-claim", { key: claim, value: unknown, known });
  }
}

function contradicts(market: string, key: string, value: string, claims: Claims): boolean {
  const values = claimed(market, key, claims);
  return values !== undefined && !values.includes(value);
}

/** The values that rows know for `MARKET.key`, or for `key` in any of the markets. */
function knownValues(rows: readonly RequirementRow[], claim: string): readonly string[] {
  const values = rows.flatMap((row) =>
    Object.entries(row.variant ?? {})
      .filter(([key]) => claim === key || claim === `${row.market}.${key}`)
      .map(([, value]) => value),
  );
  return [...new Set(values)].sort();
}
