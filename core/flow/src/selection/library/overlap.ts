import type { EffectiveInterval, RequirementRow } from "../requirement.ts";
import { type RowProblem, rowProblem } from "./row-problem.ts";

/** Rows by what they speak of, so that a proposed one finds those it may contradict. */
export class Places {
  readonly #rows = new Map<string, Map<string, RequirementRow>>();

  constructor(rows: Iterable<RequirementRow>) {
    for (const row of rows) this.put(row);
  }

  /** Takes a row in; one with the same id at the same place is replaced. */
  put(row: RequirementRow): void {
    const place = placeOf(row);
    const there = this.#rows.get(place) ?? new Map<string, RequirementRow>();
    this.#rows.set(place, there.set(row.id, row));
  }

  /** @returns the problem where another row says something of the same thing on the same days */
  overlapOf(row: RequirementRow): RowProblem | null {
    for (const other of this.#rows.get(placeOf(row))?.values() ?? []) {
      if (other.id === row.id || !intersects(other.effective, row.effective)) continue;
      const { from, to } = other.effective;
      return rowProblem("from", "row-interval-overlap", { other: other.id, from: from ?? "…", to: to ?? "…" });
    }
    return null;
  }
}

/**
 * Whether two half-open intervals share a day.
 *
 * @example intersects({ from: "2020-01-01", to: "2026-01-01" }, { from: "2026-01-01", to: null }) // → false (the first ends the day before)
 * @example intersects({ from: null, to: null }, { from: "2026-01-01", to: null }) // → true (one that always holds)
 * @source ours: valid time is half-open, [from, to), as data/requirements states it
 */
export function intersects(one: EffectiveInterval, other: EffectiveInterval): boolean {
  const startsBefore = (from: string | null, to: string | null) => from === null || to === null || from < to;
  return startsBefore(one.from, other.to) && startsBefore(other.from, one.to);
}

/** What must be equal for two rows to speak of the same thing. */
function placeOf(row: RequirementRow): string {
  const variant = Object.entries(row.variant ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const { product, market, document, clause, characteristic, unit, basisOf, condition } = row;
  return JSON.stringify([product, market, document, clause, characteristic, unit, basisOf, condition, variant]);
}
