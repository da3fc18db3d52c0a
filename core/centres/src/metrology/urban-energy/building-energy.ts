import { needAllWithin, needAtLeast, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Coal equivalent of energy carriers. Kept in `data/methods/coal-equivalent.json`. [kgce per unit] */
export type CoalTable = {
  readonly document: string;
  readonly market: string;
  readonly status: "recalled" | "published";
  readonly carriers: Readonly<Record<string, { readonly unit: string; readonly kgce: number | null }>>;
};

export type BuildingYear = {
  readonly areaM2: number;
  /** By carrier, in the unit of the table. */
  readonly use: Readonly<Record<string, number>>;
  readonly hoursPerYear: number;
  readonly areaPerPersonM2: number;
  /** Electricity that counts for the index of offices. */
  readonly electricityKwh: number;
};

/** Use to which indices of offices refer. @source GB/T 51161-2016 (recalled) */
export const OFFICE_REFERENCE = { hours: 2500, areaPerPersonM2: 10 } as const;

/**
 * Energy of a building by coal equivalent and, of an office, the index corrected for hours and people.
 *
 * e = ΣB_i·c_i/A;  E = E_o·γ₁·γ₂, γ₁ = 0.3 + 0.7T₀/T, γ₂ = 0.7 + 0.3S/S₀, T₀ = 2500 h, S₀ = 10 m²
 *
 * @returns [kgce, kgce/m², kWh/m²], unrounded
 * @throws Refusal `unknown-item` for a carrier, `limit-not-loaded` for an empty coefficient, `outside-method-range`
 * @source GB/T 2589-2020 (coefficients), GB/T 51161-2016 (correction); recalled
 */
export function buildingEnergy(building: BuildingYear, table: CoalTable) {
  const { areaM2, use, hoursPerYear, areaPerPersonM2, electricityKwh } = building;
  needWithin("areaM2", areaM2, { above: 0, unit: "m2" });
  needWithin("hoursPerYear", hoursPerYear, { above: 0, max: 8784, unit: "h" });
  needWithin("areaPerPersonM2", areaPerPersonM2, { above: 0, max: 1000, unit: "m2" });
  needAllWithin({ electricityKwh, ...use }, { min: 0 });
  needAtLeast("use", Object.keys(use), 1);
  const coalKg = Object.entries(use).reduce(
    (total, [carrier, amount]) => total + amount * coefficient(carrier, table),
    0,
  );
  const indexKwhM2 = electricityKwh / areaM2;
  const hoursFactor = 0.3 + (0.7 * OFFICE_REFERENCE.hours) / hoursPerYear;
  const peopleFactor = 0.7 + (0.3 * areaPerPersonM2) / OFFICE_REFERENCE.areaPerPersonM2;
  return {
    coalKg,
    coalKgM2: coalKg / areaM2,
    indexKwhM2,
    hoursFactor,
    peopleFactor,
    correctedKwhM2: indexKwhM2 * hoursFactor * peopleFactor,
  };
}

function coefficient(carrier: string, table: CoalTable): number {
  const found = Object.hasOwn(table.carriers, carrier) ? table.carriers[carrier] : undefined;
  if (!found) return refuse("unknown-item", { item: carrier, table: table.document });
  return found.kgce ?? refuse("limit-not-loaded", { item: carrier, table: table.document });
}

/** Constraint and guide values of office buildings. Kept in `data/methods/gbt51161-2016.json`. [kWh/(m²·a)] */
export type BuildingIndexTable = {
  readonly document: string;
  readonly market: string;
  readonly status: "recalled" | "published";
  readonly zones: Readonly<
    Record<string, Readonly<Record<string, { readonly constraint: number | null; readonly guide: number | null }>>>
  >;
};

export type BuildingRating = "guide" | "constraint" | "above";

/**
 * How a building stands: within the guide value, within the constraint value, or above it.
 *
 * @throws Refusal `unknown-item`, `limit-not-loaded`, `outside-method-range`
 * @source GB/T 51161-2016, office buildings (recalled)
 */
export function buildingRating(kwhM2: number, zone: string, kind: string, table: BuildingIndexTable): BuildingRating {
  needWithin("kwhM2", kwhM2, { min: 0, unit: "kW.h/m2" });
  const row = table.zones[zone]?.[kind] ?? refuse("unknown-item", { item: `${zone}/${kind}`, table: table.document });
  if (row.guide === null || row.constraint === null) {
    return refuse("limit-not-loaded", { item: `${zone}/${kind}`, table: table.document });
  }
  if (kwhM2 <= row.guide) return "guide";
  return kwhM2 <= row.constraint ? "constraint" : "above";
}
