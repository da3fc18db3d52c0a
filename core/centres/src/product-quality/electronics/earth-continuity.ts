import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Greatest resistance of the earth connection, as `data/methods/iec60335-1.json` keeps it. */
export type EarthTable = { readonly document: string; readonly earthOhm: string | null };

/**
 * Resistance between the earth terminal and an accessible metal part.
 *
 * R = U/I − R_lead
 *
 * @returns resistance and its limit [Ω], unrounded
 * @throws Refusal `lead-above-reading`, `limit-not-loaded`, `outside-method-range`
 * @source IEC 60335-1:2020 (GB 4706.1-2024), 27.5 (recalled)
 * @example earthContinuity({ document: "", earthOhm: "0.1" }, 25, 2.31, 0.012).resistanceOhm // → 0.0804
 */
export function earthContinuity(table: EarthTable, currentA: number, voltageV: number, leadOhm: number) {
  needWithin("currentA", currentA, { above: 0, unit: "A" });
  needWithin("voltageV", voltageV, { min: 0, unit: "V" });
  needWithin("leadOhm", leadOhm, { min: 0, unit: "Ohm" });
  const limit = table.earthOhm ?? refuse("limit-not-loaded", { item: "earth continuity", table: table.document });
  const resistanceOhm = voltageV / currentA - leadOhm;
  if (resistanceOhm < 0)
    refuse("lead-above-reading", { field: "leadOhm", measured: voltageV / currentA, lead: leadOhm });
  return {
    resistanceOhm,
    limitOhm: Number(limit),
    pass: compare(cleanNoise(resistanceOhm), decimal(limit)) <= 0,
  };
}
