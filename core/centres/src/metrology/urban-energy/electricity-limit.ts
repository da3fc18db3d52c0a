import { needWithin, POSITIVE } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

export type PowerFactor = "1.0" | "0.5L" | "0.8C";
export type Connection = "direct" | "transformer";

/** Maximum permissible errors by class. Kept in `data/methods/electricity-meter-mpe.json`. */
export type ElectricityTable = {
  readonly document: string;
  readonly market: string;
  readonly status: "recalled" | "published";
  readonly classes: Readonly<
    Record<
      string,
      {
        /** `direct`: currents are multiples of I_b; `transformer`: of I_n. */
        readonly connection: Connection;
        /** From a current, included, up to the next row; the last row goes up to I_max. [%] */
        readonly rows: Readonly<Record<PowerFactor, readonly { readonly from: number; readonly mpePercent: number }[]>>;
        /** Starting current as a share of I_b or I_n. */
        readonly start: number;
        /** Constant of the no-load test, K. */
        readonly noLoad: number;
      }
    >
  >;
};

export type LoadPoint = {
  readonly accuracyClass: string;
  readonly connection: Connection;
  /** Current over basic current I_b (direct) or rated current I_n (transformer). */
  readonly currentRatio: number;
  /** Greatest current as the same ratio, where it is known. */
  readonly maxRatio?: number;
  readonly powerFactor: PowerFactor;
};

/**
 * Maximum permissible error of a static meter at a balanced load.
 *
 * @returns ± [%]
 * @throws Refusal `unknown-item` for a class or power factor that the table does not have, `class-connection-mismatch`,
 *   `current-out-of-range` below the lowest row or above I_max
 * @source IEC 62053-21:2020 and -22:2020, JJG 596-2012 (recalled)
 */
export function electricityLimit(point: LoadPoint, table: ElectricityTable): number {
  const { accuracyClass, connection, currentRatio, maxRatio = Infinity, powerFactor } = point;
  const found = classOf(accuracyClass, table);
  if (found.connection !== connection) refuse("class-connection-mismatch", { accuracyClass, connection });
  const rows = found.rows[powerFactor] ?? refuse("unknown-item", { item: powerFactor, table: table.document });
  needWithin("currentRatio", currentRatio, POSITIVE);
  const row = rows.findLast(({ from }) => from <= currentRatio);
  if (!row || currentRatio > maxRatio) {
    return refuse("current-out-of-range", {
      field: "currentRatio",
      given: currentRatio,
      min: rows[0]?.from ?? 0,
      max: Number.isFinite(maxRatio) ? maxRatio : "I_max",
    });
  }
  return row.mpePercent;
}

/** @throws Refusal `unknown-item` */
export function classOf(accuracyClass: string, table: ElectricityTable) {
  const found = Object.hasOwn(table.classes, accuracyClass) ? table.classes[accuracyClass] : undefined;
  return found ?? refuse("unknown-item", { item: accuracyClass, table: table.document });
}
