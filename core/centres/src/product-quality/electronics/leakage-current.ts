import {
  compare,
  type Decimal,
  decimal,
  fromNumber,
  greatest,
  least,
  times,
  toNumber,
} from "@quanheng/kernel/decimal.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Leakage current limits by kind of appliance, as `data/methods/iec60335-1.json` keeps them. [mA] */
export type LeakageTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  readonly leakage: Readonly<
    Record<string, { readonly limit: string; readonly perKw?: string; readonly most?: string; readonly peak?: boolean }>
  >;
};

/**
 * Whether a leakage current at operating temperature is allowed; a current on the limit is.
 *
 * Stationary heating appliances of class I: the greater of 0.75 mA and 0.75 mA per kilowatt, at most 5 mA.
 *
 * @param kind a key of the table, e.g. `class-1-stationary-heating`
 * @param ratedKw rated power input; needed where the limit grows with it
 * @throws Refusal `limit-not-loaded` for a kind the table does not have, `outside-method-range`
 * @source IEC 60335-1:2020 (GB 4706.1-2024), 13.2 (recalled)
 */
export function leakageCurrent(table: LeakageTable, kind: string, measuredMa: number, ratedKw?: number) {
  needWithin("measuredMa", measuredMa, { min: 0, unit: "mA" });
  const row = Object.hasOwn(table.leakage, kind) ? table.leakage[kind] : undefined;
  if (!row) return refuse("limit-not-loaded", { item: kind, table: table.document });
  const limit =
    row.perKw === undefined ? decimal(row.limit) : grown(row.limit, row.perKw, row.most, ratedKw ?? Number.NaN);
  return { limitMa: toNumber(limit), pass: compare(fromNumber(measuredMa), limit) <= 0 };
}

function grown(limit: string, perKw: string, most: string | undefined, ratedKw: number): Decimal {
  needWithin("ratedKw", ratedKw, { above: 0, unit: "kW" });
  const larger = greatest(decimal(limit), times(decimal(perKw), fromNumber(ratedKw)));
  return most === undefined ? larger : least(larger, decimal(most));
}
