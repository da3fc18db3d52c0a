import { rowInUnit } from "../compare/matrix.ts";
import { type Stringency, stringency } from "../compare/stringency.ts";
import type { RequirementRow } from "../requirement.ts";
import type { ConvertBound } from "../strictest.ts";

/** How a proposed limit stands to one in force. */
export type Standing<Row extends RequirementRow> = {
  readonly row: Row;
  /** The proposed limit beside the one in force. */
  readonly relation: Stringency;
  /** The row is mandatory in the same market and forbids what the proposal admits. */
  readonly below: boolean;
};

/**
 * A proposed limit beside every limit in force on the same characteristic of the same product, by market and row.
 *
 * A limit of a mandatory national standard binds every standard below it: one that admits more is marked `below`.
 * A row of another grade than the proposal's is compared but does not bind.
 *
 * @param rows rows in force on the day, of any market
 * @example standings({ id: "p", product: "sugar", market: "CN", document: "T/X 1-2026", clause: "4", characteristic: "so2", variant: null, limit: { kind: "interval", max: "40" }, unit: "mg/kg", force: "voluntary", basisOf: null, condition: null }, [{ id: "r", product: "sugar", market: "CN", document: "D", clause: "1", characteristic: "so2", variant: null, limit: { kind: "interval", max: "30" }, unit: "mg/kg", force: "mandatory", basisOf: null, condition: null }]).map(({ relation, below }) => [relation, below]) // → [["looser", true]] (40 > 30)
 * @source Standardization Law of the People's Republic of China (2017), article 21: no recommended, group or enterprise standard is lower than the mandatory national ones (recalled)
 */
export function standings<Row extends RequirementRow>(
  proposed: RequirementRow,
  rows: readonly Row[],
  convert?: ConvertBound,
): readonly Standing<Row>[] {
  return rows
    .filter(({ product, characteristic }) => product === proposed.product && characteristic === proposed.characteristic)
    .toSorted((a, b) => order(a.market, b.market) || order(a.id, b.id))
    .map((row) => {
      const relation = stringency(proposed, rowInUnit(row, proposed.unit, convert));
      const binds = row.market === proposed.market && row.force === "mandatory" && covers(row, proposed);
      return { row, relation, below: binds && relation === "looser" };
    });
}

/** Whether every facet that the row is for is one of the proposal. */
function covers({ variant }: RequirementRow, proposed: RequirementRow): boolean {
  return Object.entries(variant ?? {}).every(([key, value]) => proposed.variant?.[key] === value);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
