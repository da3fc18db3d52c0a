import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundPlaces } from "@quanheng/kernel/rounding.ts";
import { needAllWithin, needEachWithin, needRows } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Windows of five seconds in a zone of five minutes. @source EN 12299:2009, 5.4 */
const WINDOWS = 60;

/** Frequency-weighted r.m.s. of each five-second window by axis: W_d longitudinal and lateral, W_b vertical. [m/s²] */
export type ComfortWindows = {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly z: readonly number[];
};

/** Bands of the comfort index, best first; each reaches up to its bound, the last has none. Kept in `data/methods`. */
export type ComfortBands = {
  readonly document: string;
  readonly bands: readonly { readonly band: string; readonly below: string | null }[];
};

/**
 * Mean comfort: N_MV = 6·√(a_XP95² + a_YP95² + a_ZP95²), from the 95th percentiles of the windows.
 *
 * @returns percentiles [m/s²], N_MV and its two reported places
 * @throws Refusal `too-few-windows` below sixty; `columns-differ`, `outside-method-range`
 * @source EN 12299:2009, 8; percentile by linear interpolation at (n − 1)·p
 */
export function meanComfort({ x, y, z }: ComfortWindows) {
  for (const [field, windows] of [
    ["x", x],
    ["y", y],
    ["z", z],
  ] as const) {
    if (windows.length < WINDOWS) refuse("too-few-windows", { field, given: windows.length, needed: WINDOWS });
    needRows(field, windows, x.length);
    needEachWithin(field, windows, { min: 0, max: 50, unit: "m/s2" });
  }
  const [x95, y95, z95] = [percentile(x, 0.95), percentile(y, 0.95), percentile(z, 0.95)];
  const index = 6 * Math.hypot(x95, y95, z95);
  return { x95, y95, z95, index, reported: formatDecimal(roundPlaces(cleanNoise(index), 2, "half-even")) };
}

/** The band of a comfort index. @throws Refusal `limit-not-loaded` where the bands of the table do not reach it */
export function comfortBand(index: number, { document, bands }: ComfortBands): string {
  const found = bands.find(({ below }) => below === null || index < Number(below));
  return found?.band ?? refuse("limit-not-loaded", { item: String(index), table: document });
}

/** Percentiles of the weighted accelerations: floor (P), seat pan (A) and seat back (D). [m/s²] */
export type CompleteComfort = {
  readonly xP50: number;
  readonly yP50: number;
  readonly zP50: number;
  readonly yP95: number;
  readonly zP95: number;
  readonly yA95: number;
  readonly zA95: number;
  readonly xD95: number;
};

/**
 * Complete comfort of standing and seated passengers.
 *
 * N_VD = 3·√(16a_XP50² + 4a_YP50² + a_ZP50²) + 5a_YP95;  N_VA = 4a_ZP95 + 2·√(a_YA95² + a_ZA95²) + 4a_XD95
 *
 * @throws Refusal `outside-method-range`
 * @example completeComfort({ xP50: 0.021, yP50: 0.035, zP50: 0.12, yP95: 0.081, zP95: 0.17, yA95: 0.11, zA95: 0.13, xD95: 0.09 }).standing // → 0.89204
 * @source EN 12299:2009, annexes; formulae as coded in the open ride comfort analysis of credwood
 */
export function completeComfort(percentiles: CompleteComfort): { readonly standing: number; readonly seated: number } {
  needAllWithin(percentiles, { min: 0, max: 50, unit: "m/s2" });
  const { xP50, yP50, zP50, yP95, zP95, yA95, zA95, xD95 } = percentiles;
  return {
    standing: 3 * Math.sqrt(16 * xP50 ** 2 + 4 * yP50 ** 2 + zP50 ** 2) + 5 * yP95,
    seated: 4 * zP95 + 2 * Math.hypot(yA95, zA95) + 4 * xD95,
  };
}

/**
 * Percentile by linear interpolation at the place (n − 1)·p of the sorted values.
 *
 * @example percentile([1, 2, 3, 4], 0.5) // → 2.5
 */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}
