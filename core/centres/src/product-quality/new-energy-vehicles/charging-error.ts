import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Maximum permissible errors of a charger by accuracy class. Kept in `data/methods`; a null one is not loaded. [%] */
export type ChargerLimits = { readonly document: string; readonly mpePercent: Readonly<Record<string, string | null>> };

/**
 * Energy error of a charger against the standard meter: (E_i − E_s)/E_s·100. [%]
 *
 * @returns error, its limit of the class [%], and whether it is kept
 * @throws Refusal `limit-not-loaded` for a class without limit; `outside-method-range`
 * @example chargingError(20.164, 20.031, "1", { document: "JJG 1149-2018", mpePercent: { "1": "1" } }).errorPercent // → 0.664
 * @source JJG 1149-2018 (d.c.), JJG 1148-2018 (a.c.); limits recalled
 */
export function chargingError(indicatedKwh: number, standardKwh: number, accuracyClass: string, limits: ChargerLimits) {
  needWithin("indicatedKwh", indicatedKwh, { min: 0, unit: "kW.h" });
  needWithin("standardKwh", standardKwh, { above: 0, unit: "kW.h" });
  const mpe = limits.mpePercent[accuracyClass] ?? null;
  if (mpe === null) return refuse("limit-not-loaded", { item: `class ${accuracyClass}`, table: limits.document });
  const errorPercent = (100 * (indicatedKwh - standardKwh)) / standardKwh;
  return {
    errorPercent,
    mpePercent: Number(mpe),
    pass: compare(cleanNoise(Math.abs(errorPercent)), decimal(mpe)) <= 0,
  };
}
