import { waterDensity } from "@quanheng/kernel/water/density.ts";
import { isWithin, needAllWithin, needAtLeast, needWithin, POSITIVE } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";
import { sameSign } from "./same-sign.ts";

/** Maximum permissible errors by class. Kept in `data/methods/water-meter-mpe.json`. [%] */
export type WaterMeterTable = {
  readonly document: string;
  readonly market: string;
  readonly status: "recalled" | "published";
  readonly classes: Readonly<
    Record<
      string,
      { readonly lower: number; readonly upper: number; readonly upperWarm: number; readonly resolution: number }
    >
  >;
  /** Above this temperature the warm limit of the upper zone holds. [°C] */
  readonly warmAboveC: number;
  /** Factor of the limits in service. */
  readonly inService: number;
};

/** Flow rates of a water meter. [m³/h] */
export type WaterFlows = { readonly q1: number; readonly q2: number; readonly q3: number; readonly q4: number };

/**
 * Q₁ = Q₃/R, Q₂ = 1.6Q₁, Q₄ = 1.25Q₃
 *
 * @throws Refusal `outside-method-range` unless Q₃ is positive and R at least 10
 * @source OIML R 49-1:2013, 4.1.3 (recalled)
 * @example waterFlows(2.5, 160).q1 // → 0.015625 (2.5/160)
 */
export function waterFlows(permanentM3H: number, ratio: number): WaterFlows {
  needWithin("permanentM3H", permanentM3H, { above: 0, unit: "m3/h" });
  needWithin("ratio", ratio, { min: 10, max: 2000 });
  const q1 = permanentM3H / ratio;
  return { q1, q2: 1.6 * q1, q3: permanentM3H, q4: 1.25 * permanentM3H };
}

/** Density of the weights of a balance. [kg/m³] @source OIML D 28 */
const WEIGHT_DENSITY = 8000;

/**
 * Volume of water by weighing, corrected for the buoyancy of air.
 *
 * V_a = m(1 − ρ_a/8000)/(ρ_w − ρ_a)·1000
 *
 * @returns [L]
 * @throws Refusal `outside-method-range` for a mass that is not positive, water outside 0 °C to 90 °C or air that no
 *   laboratory has
 * @source JJG 162-2019, gravimetric method (recalled)
 * @example weighedVolume(9.955, 20.3, 1.2) // → 9.98401 (worked example of the method pack)
 */
export function weighedVolume(massKg: number, waterC: number, airKgM3: number): number {
  needWithin("massKg", massKg, { above: 0, unit: "kg" });
  needWithin("waterC", waterC, { min: 0, max: 90, unit: "Cel" });
  needWithin("airKgM3", airKgM3, { min: 0.8, max: 1.4, unit: "kg/m3" });
  return ((massKg * (1 - airKgM3 / WEIGHT_DENSITY)) / (waterDensity(waterC) - airKgM3)) * 1000;
}

/**
 * Volume of a standard vessel at the temperature of its wall.
 *
 * V_a = V_s[1 + β(t − 20)]
 *
 * @param expansionPerK cubic expansion of the vessel, e.g. 5.0e-5 for stainless steel [1/K]
 * @returns [L]
 * @throws Refusal `outside-method-range`
 * @source JJG 162-2019, volumetric method (recalled)
 * @example vesselVolume(100, 30, 5e-5) // → 100.05 (100·(1 + 5e-5·10))
 */
export function vesselVolume(nominalL: number, wallC: number, expansionPerK: number): number {
  needWithin("nominalL", nominalL, { above: 0, unit: "L" });
  needWithin("wallC", wallC, { min: 0, max: 90, unit: "Cel" });
  needWithin("expansionPerK", expansionPerK, { min: 0, max: 3e-4, unit: "1/K" });
  return nominalL * (1 + expansionPerK * (wallC - 20));
}

export type WaterPoint = { readonly flowM3H: number; readonly indicatedL: number; readonly actualL: number };

export type WaterMeter = {
  readonly accuracyClass: string;
  readonly permanentM3H: number;
  readonly ratio: number;
  readonly waterC: number;
  /** Smallest step of the indication, where it is known. [L] */
  readonly resolutionL?: number;
  readonly inService?: boolean;
};

export type WaterPointResult = WaterPoint & {
  /** E = (V_i − V_a)/V_a·100. */
  readonly errorPercent: number;
  readonly mpePercent: number;
  readonly within: boolean;
};

/**
 * Errors of a water meter at its test points and the verdict on them.
 *
 * E = (V_i − V_a)/V_a·100; the upper zone is Q₂ ≤ Q ≤ Q₄, the lower Q₁ ≤ Q < Q₂. Where all errors have one sign, at
 * least one must be within half of its limit.
 *
 * @throws Refusal `missing-flow-points` without a point within Q₁ to 1.1Q₁, Q₂ to 1.1Q₂, 0.9Q₃ to Q₃,
 *   `flow-out-of-range` beyond Q₁ to Q₄, `volume-too-small` for the resolution, `unknown-item` for a class,
 *   `outside-method-range`
 * @source JJG 162-2019; OIML R 49-1:2013, 4.2 (rule of one sign and points recalled)
 */
export function waterMeterVerdict(meter: WaterMeter, points: readonly WaterPoint[], table: WaterMeterTable) {
  const flows = waterFlows(meter.permanentM3H, meter.ratio);
  needWithin("waterC", meter.waterC, { min: 0, max: 90, unit: "Cel" });
  const limits = Object.hasOwn(table.classes, meter.accuracyClass) ? table.classes[meter.accuracyClass] : undefined;
  if (!limits) return refuse("unknown-item", { item: meter.accuracyClass, table: table.document });
  needAtLeast("points", points, 1);
  for (const point of points) checkPoint(point, flows, meter.resolutionL, limits.resolution);
  needZones(points, flows);

  const upper = meter.waterC > table.warmAboveC ? limits.upperWarm : limits.upper;
  const results = points.map((point): WaterPointResult => {
    const errorPercent = (100 * (point.indicatedL - point.actualL)) / point.actualL;
    const mpePercent =
      (point.flowM3H < flows.q2 ? limits.lower : upper) * (meter.inService === true ? table.inService : 1);
    return { ...point, errorPercent, mpePercent, within: Math.abs(errorPercent) <= mpePercent };
  });
  const allSameSign = sameSign(results.map(({ errorPercent }) => errorPercent));
  const halfRuleKept =
    !allSameSign || results.some(({ errorPercent, mpePercent }) => Math.abs(errorPercent) <= mpePercent / 2);
  return {
    flows,
    points: results,
    allSameSign,
    halfRuleKept,
    passes: halfRuleKept && results.every(({ within }) => within),
  };
}

function checkPoint(
  { flowM3H, indicatedL, actualL }: WaterPoint,
  { q1, q4 }: WaterFlows,
  resolutionL: number | undefined,
  resolutionPercent: number,
): void {
  needAllWithin({ flowM3H, actualL }, POSITIVE);
  needWithin("indicatedL", indicatedL, { min: 0, unit: "L" });
  if (!(flowM3H >= q1 && flowM3H <= q4)) {
    refuse("flow-out-of-range", { field: "flowM3H", given: flowM3H, min: q1, max: q4 });
  }
  if (resolutionL === undefined) return;
  needWithin("resolutionL", resolutionL, { above: 0, unit: "L" });
  const least = (50 * resolutionL) / resolutionPercent;
  if (actualL < least) refuse("volume-too-small", { field: "actualL", given: actualL, min: least });
}

function needZones(points: readonly WaterPoint[], { q1, q2, q3 }: WaterFlows): void {
  const zones = [
    ["Q1", q1, 1.1 * q1],
    ["Q2", q2, 1.1 * q2],
    ["Q3", 0.9 * q3, q3],
  ] as const;
  const missing = zones
    .filter(([, min, max]) => !points.some(({ flowM3H }) => isWithin(flowM3H, { min, max })))
    .map(([name]) => name);
  if (missing.length > 0) refuse("missing-flow-points", { missing: missing.join(", ") });
}
