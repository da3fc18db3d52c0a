import { formatDecimal } from "@quanheng/kernel/decimal.ts";
import { cleanNoise, roundPlaces } from "@quanheng/kernel/rounding.ts";
import { sum } from "@quanheng/kernel/statistics.ts";
import { needAscending, needAtLeast, needEachWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

export type RideDirection = "vertical" | "lateral";

/** A component of the acceleration spectrum: its amplitude at a frequency. */
export type RideComponent = { readonly frequencyHz: number; readonly amplitudeMS2: number };

/** Grades of the ride index, best first; `inclusive` bounds belong to their grade. Kept in `data/methods`. */
export type RideGrades = {
  readonly document: string;
  readonly grades: Readonly<
    Record<string, readonly { readonly grade: string; readonly max: string; readonly inclusive: boolean }[]>
  >;
};

const LOWEST_HZ = 0.5;
const HIGHEST_HZ = 40;
/** F(f) by direction: rising as c·f² up to `turn`, falling as k/f² up to `flat`, 1 beyond. @source GB/T 5599-2019, recalled */
const WEIGHT = {
  vertical: { rise: 0.325, turn: 5.9, fall: 400, flat: 20 },
  lateral: { rise: 0.8, turn: 5.4, fall: 650, flat: 26 },
} as const;
/** Factor for amplitudes in m/s²; the edition of 1985 had 7.08 for amplitudes in g. */
const FACTOR = 3.57;

/**
 * Ride index of Sperling in one direction.
 *
 * W_i = 3.57·[A³/f·F(f)]^(1/10);  W = (ΣW_i¹⁰)^(1/10)
 *
 * @returns index of each component, their sum and its two reported places
 * @throws Refusal `frequency-out-of-range` outside 0.5 Hz to 40 Hz; `not-ascending`, `too-few-rows`, `outside-method-range`
 * @example rideIndex("vertical", [{ frequencyHz: 1.2, amplitudeMS2: 0.11 }]).index // → 1.6757
 * @source GB/T 5599-2019, ride index; recalled
 */
export function rideIndex(direction: RideDirection, components: readonly RideComponent[]) {
  needAtLeast("components", components, 1);
  const frequencies = components.map(({ frequencyHz }) => frequencyHz);
  for (const given of frequencies) {
    if (!(given >= LOWEST_HZ && given <= HIGHEST_HZ)) {
      refuse("frequency-out-of-range", {
        field: "frequencyHz",
        given: Number.isFinite(given) ? given : String(given),
        min: LOWEST_HZ,
        max: HIGHEST_HZ,
        unit: "Hz",
      });
    }
  }
  needAscending("frequencyHz", frequencies);
  needEachWithin(
    "amplitudeMS2",
    components.map(({ amplitudeMS2 }) => amplitudeMS2),
    { min: 0, max: 100, unit: "m/s2" },
  );
  const tenths = components.map(
    ({ frequencyHz: f, amplitudeMS2: A }) => FACTOR ** 10 * (A ** 3 / f) * rideWeight(direction, f),
  );
  const index = sum(tenths) ** 0.1;
  return {
    each: tenths.map((tenth) => tenth ** 0.1),
    index,
    reported: formatDecimal(roundPlaces(cleanNoise(index), 2, "half-even")),
  };
}

/**
 * F(f), which says how much a passenger minds a frequency.
 *
 * @example rideWeight("lateral", 30) // → 1
 */
export function rideWeight(direction: RideDirection, frequencyHz: number): number {
  const { rise, turn, fall, flat } = WEIGHT[direction];
  if (frequencyHz < turn) return rise * frequencyHz ** 2;
  return frequencyHz <= flat ? fall / frequencyHz ** 2 : 1;
}

/**
 * The grade of a ride index; undefined beyond the last one.
 *
 * @param vehicle as the table names it, e.g. `coach` or `locomotive`
 * @throws Refusal `limit-not-loaded` for a vehicle without grades
 */
export function rideGrade(index: number, vehicle: string, { document, grades }: RideGrades): string | undefined {
  const rows = grades[vehicle];
  if (!rows) return refuse("limit-not-loaded", { item: vehicle, table: document });
  return rows.find(({ max, inclusive }) => (inclusive ? index <= Number(max) : index < Number(max)))?.grade;
}
