import { absolute, compare, type Decimal, decimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Maximum permissible errors ± by upper range limit, as `data/methods/jjg21-micrometer.json` and its like keep them. */
export type PermissibleErrorTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  /** Unit of the errors, UCUM. */
  readonly unit: string;
  readonly rows: readonly {
    /** Upper range limit up to which the row holds, inclusive. [mm] */
    readonly upTo: number;
    /** By graduation [mm]; a table without graduations has the key `any`. */
    readonly mpe: Readonly<Record<string, string | null>>;
  }[];
};

/**
 * The maximum permissible error of a tool, without sign and in the unit of the table.
 *
 * @param graduation a key of the table, e.g. "0.02"
 * @throws Refusal `limit-not-loaded` beyond the table or where the cell is empty, `outside-method-range`
 */
export function permissibleError(table: PermissibleErrorTable, upperMm: number, graduation = "any"): Decimal {
  needWithin("upperMm", upperMm, { above: 0, unit: "mm" });
  const cell = table.rows.find(({ upTo }) => upperMm <= upTo)?.mpe[graduation];
  const item = graduation === "any" ? `${upperMm} mm` : `${graduation} mm, ${upperMm} mm`;
  return decimal(cell ?? refuse("limit-not-loaded", { item, table: table.document }));
}

/** Whether an error lies within ± the permissible one, both in one unit; an error on the limit does. */
export function withinPermissible(error: number, mpe: Decimal): boolean {
  return compare(absolute(cleanNoise(error)), mpe) <= 0;
}
