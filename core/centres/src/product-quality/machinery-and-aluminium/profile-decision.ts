import { compare, type Decimal, decimal } from "@quanheng/kernel/decimal.ts";
import { needAtLeast } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Mechanical properties of profiles by alloy and temper, as `data/methods/aluminium-profiles.json` keeps them. */
export type ProfileTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  readonly tempers: Readonly<Record<string, Readonly<Record<ProfileProperty, string | null>>>>;
};

/** R_m and R_p0.2 [MPa], A [%]. */
export type ProfileProperty = "tensileStrengthMpa" | "proofMpa" | "elongationPercent";
/** Results of one specimen as they are reported. */
export type ProfileSpecimen = Readonly<Record<ProfileProperty, Decimal>>;

export type ProfileLot = "pass" | "retest" | "fail";

/** Specimens of the first test, one of each of two profiles, and of the retest. @source GB/T 5237.1-2017, 6 (recalled) */
const SPECIMENS = { first: 2, retest: 4 } as const;

/**
 * Whether a lot of profiles meets its mechanical properties: a specimen that fails calls for twice the number, of which
 * all must pass.
 *
 * @throws Refusal `unknown-item` for a temper the table does not have, `limit-not-loaded`, `too-few-rows`
 * @source GB/T 5237.1-2017 (recalled)
 */
export function profileLot(
  table: ProfileTable,
  temper: string,
  first: readonly ProfileSpecimen[],
  retest?: readonly ProfileSpecimen[],
): ProfileLot {
  needAtLeast("first", first, SPECIMENS.first);
  if (first.every((specimen) => specimenPasses(table, temper, specimen))) return "pass";
  if (!retest) return "retest";
  needAtLeast("retest", retest, SPECIMENS.retest);
  return retest.every((specimen) => specimenPasses(table, temper, specimen)) ? "pass" : "fail";
}

/** Whether one specimen meets every property. @throws Refusal `unknown-item`, `limit-not-loaded` */
export function specimenPasses(table: ProfileTable, temper: string, specimen: ProfileSpecimen): boolean {
  const limits = Object.hasOwn(table.tempers, temper) ? table.tempers[temper] : undefined;
  if (!limits) return refuse("unknown-item", { item: temper, table: table.document });
  return Object.entries(limits).every(([property, limit]) => {
    const least = limit ?? refuse("limit-not-loaded", { item: `${temper} ${property}`, table: table.document });
    return compare(specimen[property as ProfileProperty], decimal(least)) >= 0;
  });
}
