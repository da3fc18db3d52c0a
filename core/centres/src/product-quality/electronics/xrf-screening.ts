import { compare, type Decimal, decimal, minus, plus, times } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/**
 * Screening limits by kind of material and element [mg/kg], as `data/methods/iec62321-3-1.json` keeps them. `below` is the limit
 * under which nothing more is needed ("LOD": the limit of detection), `over` the one above which the material fails; null means
 * that this element is never said to fail by screening. A whole cell that is null has no figures.
 */
export type ScreeningTable = {
  readonly document: string;
  readonly status: "published" | "recalled";
  readonly materials: Readonly<
    Record<string, Readonly<Record<string, { readonly below: string; readonly over: string | null } | null>>>
  >;
};

export type ScreeningReading = {
  readonly material: string;
  readonly element: string;
  /** Content and its standard deviation. [mg/kg] */
  readonly content: number;
  readonly sigma: number | undefined;
  /** Limit of detection, where the screening limit is that. [mg/kg] */
  readonly detectionLimit?: number;
};

/** Below the limit, over the limit, inconclusive: chemistry has to tell. */
export type Screening = "BL" | "OL" | "IN";

const THREE = decimal("3");

/**
 * What X-ray fluorescence tells of a restricted substance.
 *
 * BL: X ≤ below − 3σ;  OL: X ≥ over + 3σ;  else IN. Where `below` is the limit of detection, BL means X ≤ LOD.
 *
 * @throws Refusal `negative-result`, `sigma-missing`, `detection-limit-missing`, `unknown-item`, `limit-not-loaded`,
 *   `outside-method-range`
 * @source IEC 62321-3-1:2013 (GB/T 39560.301-2020), annex A (recalled)
 */
export function screening(
  table: ScreeningTable,
  { material, element, content, sigma, detectionLimit }: ScreeningReading,
): Screening {
  if (content < 0) refuse("negative-result", { field: "contentMgKg", given: content });
  needWithin("contentMgKg", content, { min: 0, max: 1e6, unit: "mg/kg" });
  if (sigma === undefined || Number.isNaN(sigma)) return refuse("sigma-missing", { field: "sigmaMgKg" });
  needWithin("sigmaMgKg", sigma, { above: 0, unit: "mg/kg" });
  const { below, over } = cellOf(table, material, element);
  const X = cleanNoise(content);
  const spread = times(THREE, cleanNoise(sigma));
  if (compare(X, lower(below, spread, detectionLimit, element)) <= 0) return "BL";
  return over !== null && compare(X, plus(decimal(over), spread)) >= 0 ? "OL" : "IN";
}

function lower(below: string, spread: Decimal, detectionLimit: number | undefined, item: string): Decimal {
  if (below !== "LOD") return minus(decimal(below), spread);
  if (detectionLimit === undefined) return refuse("detection-limit-missing", { field: "detectionLimitMgKg", item });
  needWithin("detectionLimit", detectionLimit, { above: 0, unit: "mg/kg" });
  return cleanNoise(detectionLimit);
}

function cellOf({ materials, document }: ScreeningTable, material: string, element: string) {
  const elements = Object.hasOwn(materials, material) ? materials[material] : undefined;
  if (!elements) return refuse("unknown-item", { item: material, table: document });
  if (!Object.hasOwn(elements, element)) return refuse("unknown-item", { item: element, table: document });
  return elements[element] ?? refuse("limit-not-loaded", { item: `${material}, ${element}`, table: document });
}
