import { needAllWithin, POSITIVE } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Base errors by class A to D and band of current. Kept in `data/methods/oiml-r46.json`. [%] */
export type OimlElectricityTable = {
  readonly document: string;
  readonly market: string;
  readonly status: "recalled" | "published";
  readonly classes: readonly string[];
  readonly bands: Readonly<
    Record<
      "transitionalToMax" | "minToTransitional" | "startToMin",
      Readonly<Record<"unity" | "other", readonly (number | null)[]>>
    >
  >;
};

export type OimlCurrents = {
  readonly startA: number;
  readonly minA: number;
  readonly transitionalA: number;
  readonly maxA: number;
};

/**
 * Base maximum permissible error of OIML R 46; between I_st and I_min it grows by I_min/I.
 *
 * @param unity whether the power factor is 1, otherwise 0.5 inductive to 0.8 capacitive
 * @returns ± [%]
 * @throws Refusal `current-out-of-range`, `unknown-item` for a class, `limit-not-loaded` for an empty cell,
 *   `outside-method-range`
 * @source OIML R 46-1:2012, table 2 (recalled)
 */
export function oimlElectricityLimit(
  {
    currentA,
    unity,
    accuracyClass,
  }: { readonly currentA: number; readonly unity: boolean; readonly accuracyClass: string },
  { startA, minA, transitionalA, maxA }: OimlCurrents,
  table: OimlElectricityTable,
): number {
  needAllWithin({ currentA, startA, minA, transitionalA, maxA }, POSITIVE);
  if (!(startA < minA && minA < transitionalA && transitionalA < maxA)) {
    refuse("flow-range-invalid", { field: "startA", given: startA });
  }
  if (!(currentA >= startA && currentA <= maxA)) {
    refuse("current-out-of-range", { field: "currentA", given: currentA, min: startA, max: maxA });
  }
  const at = table.classes.indexOf(accuracyClass);
  if (at < 0) refuse("unknown-item", { item: accuracyClass, table: table.document });
  const band = currentA >= transitionalA ? "transitionalToMax" : currentA >= minA ? "minToTransitional" : "startToMin";
  const base = table.bands[band][unity ? "unity" : "other"][at] ?? null;
  if (base === null) return refuse("limit-not-loaded", { item: `${band} ${accuracyClass}`, table: table.document });
  return band === "startToMin" ? (base * minA) / currentA : base;
}
