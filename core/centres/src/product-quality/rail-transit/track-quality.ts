import { mean, sum } from "@quanheng/kernel/statistics.ts";
import { needAllWithin, needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Length over which the quality of track is stated. [m] @source EN 13848-6; TG/GW 102-2019 */
const WINDOW_M = 200;

/**
 * Standard deviation of a parameter of track geometry over 200 m, band D1 (3 m to 25 m) filtered before: divisor n. [mm]
 *
 * σ = √[1/n·Σ(x_i − x̄)²]
 *
 * @param windowM length that the record is said to have; anything but 200 m is refused
 * @throws Refusal `window-length` unless samples times step make 200 m; `outside-method-range`
 * @source EN 13848-1, EN 13848-6:2014, 6.2
 */
export function trackStandardDeviation(
  samplesMm: readonly number[],
  stepM: number,
  windowM: number = WINDOW_M,
): number {
  if (windowM !== WINDOW_M) refuse("window-length", { field: "windowM", given: String(windowM), needed: WINDOW_M });
  needWithin("stepM", stepM, { above: 0, max: 1, unit: "m" });
  needEachWithin("samplesMm", samplesMm, { min: -200, max: 200, unit: "mm" });
  const given = samplesMm.length * stepM;
  if (Math.abs(given - WINDOW_M) > 1e-9 * WINDOW_M)
    refuse("window-length", { field: "samplesMm", given, needed: WINDOW_M });
  const center = mean(samplesMm);
  return Math.sqrt(sum(samplesMm.map((value) => (value - center) ** 2)) / samplesMm.length);
}

/** Standard deviations of the seven parameters over the same 200 m. [mm] */
export type TrackDeviations = {
  readonly profileLeft: number;
  readonly profileRight: number;
  readonly alignmentLeft: number;
  readonly alignmentRight: number;
  readonly gauge: number;
  readonly crossLevel: number;
  readonly twist: number;
};

/**
 * Track quality index: the sum of the seven standard deviations. [mm]
 *
 * @throws Refusal `outside-method-range` for a deviation that is negative or missing
 * @example trackQualityIndex({ profileLeft: 1.21, profileRight: 1.34, alignmentLeft: 0.98, alignmentRight: 1.02, gauge: 0.71, crossLevel: 1.05, twist: 1.12 }) // → 7.43
 * @source TG/GW 102-2019, TQI; recalled
 */
export function trackQualityIndex(deviations: TrackDeviations): number {
  const { profileLeft, profileRight, alignmentLeft, alignmentRight, gauge, crossLevel, twist } = deviations;
  const all = { profileLeft, profileRight, alignmentLeft, alignmentRight, gauge, crossLevel, twist };
  needAllWithin(all, { min: 0, max: 100, unit: "mm" });
  return sum(Object.values(all));
}

/** Greatest index by class of line. Kept in `data/methods`. */
export type TrackLimits = {
  readonly document: string;
  readonly rows: readonly { readonly lineClass: string; readonly index: string | null }[];
};

/** Whether an index meets the limit of a class of line. @throws Refusal `unknown-item`, `limit-not-loaded` */
export function meetsTrackLimit(index: number, lineClass: string, { document, rows }: TrackLimits): boolean {
  const row = rows.find((candidate) => candidate.lineClass === lineClass);
  if (!row) return refuse("unknown-item", { item: lineClass, table: document });
  return row.index === null
    ? refuse("limit-not-loaded", { item: lineClass, table: document })
    : index <= Number(row.index);
}
