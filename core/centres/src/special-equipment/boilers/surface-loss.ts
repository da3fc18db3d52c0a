import { needAllWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Loss through the surface by rated size, rising. Kept in `data/methods/boiler-surface-loss.json`. */
export type SurfaceLossTable = {
  readonly document: string;
  readonly market: string;
  readonly status: "recalled" | "published";
  readonly rows: readonly { readonly ratedTH: number; readonly percent: number }[];
};

/**
 * Loss through the surface at the load of a test.
 *
 * q₅ = q₅,rated·D_rated/D; below the smallest size of the table its first row holds, between two sizes it is linear
 * (our choice where the table has no row).
 *
 * @returns [%]
 * @throws Refusal `limit-not-loaded` above the largest size, `outside-method-range`
 * @source GB/T 10180-2017, loss through the surface (recalled)
 */
export function surfaceLoss(ratedTH: number, actualTH: number, table: SurfaceLossTable): number {
  needAllWithin({ ratedTH, actualTH }, { above: 0, unit: "t/h" });
  const { rows, document } = table;
  const at = rows.findIndex((row) => row.ratedTH >= ratedTH);
  const high = rows[at];
  if (!high) return refuse("limit-not-loaded", { item: `${ratedTH} t/h`, table: document });
  const low = rows[at - 1] ?? high;
  const share = high === low ? 1 : (ratedTH - low.ratedTH) / (high.ratedTH - low.ratedTH);
  return ((low.percent + share * (high.percent - low.percent)) * ratedTH) / actualTH;
}
