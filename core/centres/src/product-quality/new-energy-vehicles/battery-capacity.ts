import { compare, decimal, dividedBy, fromNumber, times } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { mean, range } from "@quanheng/kernel/statistics.ts";
import { needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Criteria of capacity tests. Kept in `data/methods`; a null one is not loaded. */
export type CapacityCriteria = {
  readonly document: string;
  /** Each capacity as a share of the rated one. */
  readonly least: string | null;
  readonly greatest: string | null;
  /** Spread of a batch as a share of its mean; spread of three repetitions as a share of the rated capacity, excluded. [%] */
  readonly spreadPercent: string | null;
  readonly stablePercent: string | null;
  /** Left and recovered capacity after 28 days. [%] */
  readonly retainedPercent: string | null;
  readonly recoveredPercent: string | null;
};

const REPETITIONS = { together: 3, most: 5 } as const;
/** Farthest share of the discharge current from its set value. @source GB/T 31486, recalled */
const CURRENT_SHARE = 0.01;

/**
 * Capacity of a batch of cells: each within its share of the rated capacity, all within their spread.
 *
 * @returns mean and range [A·h], range [% of the mean], each cell and the batch
 * @throws Refusal `too-few-rows` below two cells; `limit-not-loaded`, `outside-method-range`
 * @source GB/T 31486, room-temperature capacity; criteria recalled
 */
export function batchCapacity(capacitiesAh: readonly number[], ratedAh: number, criteria: CapacityCriteria) {
  needCapacities(capacitiesAh, ratedAh, 2);
  const [meanAh, rangeAh] = [mean(capacitiesAh), range(capacitiesAh)];
  const rated = fromNumber(ratedAh);
  const least = times(decimal(loaded(criteria, "least")), rated);
  const greatest = times(decimal(loaded(criteria, "greatest")), rated);
  const each = capacitiesAh.map(fromNumber).map((value) => compare(value, least) >= 0 && compare(value, greatest) <= 0);
  const rangePercent = (100 * rangeAh) / meanAh;
  const spreadOk = compare(cleanNoise(rangePercent), decimal(loaded(criteria, "spreadPercent"))) <= 0;
  const eachOk = each.every(Boolean);
  return { meanAh, rangeAh, rangePercent, each, eachOk, spreadOk, pass: eachOk && spreadOk };
}

/**
 * Whether the repetitions of a capacity test may stop: three in a row differ by less than 3 % of the rated capacity; their
 * mean is the value.
 *
 * @param capacitiesAh repetitions in turn, at most five
 * @returns the three that decide (the last three where none do), their range [% of rated], and the value when it stops
 * @throws Refusal `too-many-repetitions`; `too-few-rows` without a repetition; `limit-not-loaded`, `outside-method-range`
 * @source GB/T 31486, repetition of the capacity test; recalled
 */
export function repeatedCapacity(capacitiesAh: readonly number[], ratedAh: number, criteria: CapacityCriteria) {
  needCapacities(capacitiesAh, ratedAh, 1);
  const { together, most } = REPETITIONS;
  if (capacitiesAh.length > most) refuse("too-many-repetitions", { given: capacitiesAh.length, max: most });
  const limit = decimal(loaded(criteria, "stablePercent"));
  const windows = capacitiesAh.slice(together - 1).map((_, k) => {
    const three = capacitiesAh.slice(k, k + together);
    return { three, rangePercent: (100 * range(three)) / ratedAh };
  });
  const stable = windows.find(({ rangePercent }) => compare(cleanNoise(rangePercent), limit) < 0);
  const last = windows.at(-1) ?? { three: capacitiesAh, rangePercent: (100 * range(capacitiesAh)) / ratedAh };
  const { three, rangePercent } = stable ?? last;
  return { three, rangePercent, stop: stable !== undefined, ...(stable ? { valueAh: mean(three) } : {}) };
}

/**
 * Charge left after storage, and recovered by a full charge, as shares of the initial capacity.
 *
 * @returns both [%], and whether they meet the criteria
 * @throws Refusal `limit-not-loaded`, `outside-method-range`
 * @source GB/T 31486, charge retention and recovery; criteria recalled
 */
export function chargeRetention(
  initialAh: number,
  retainedAh: number,
  recoveredAh: number,
  criteria: CapacityCriteria,
) {
  needWithin("initialAh", initialAh, { above: 0, unit: "A.h" });
  needWithin("retainedAh", retainedAh, { min: 0, max: 1.1 * initialAh, unit: "A.h" });
  needWithin("recoveredAh", recoveredAh, { min: 0, max: 1.1 * initialAh, unit: "A.h" });
  const reaches = (part: number, key: "retainedPercent" | "recoveredPercent") =>
    compare(
      dividedBy(times(decimal("100"), fromNumber(part)), fromNumber(initialAh), 15, "down"),
      decimal(loaded(criteria, key)),
    ) >= 0;
  return {
    retainedPercent: (100 * retainedAh) / initialAh,
    recoveredPercent: (100 * recoveredAh) / initialAh,
    retainedOk: reaches(retainedAh, "retainedPercent"),
    recoveredOk: reaches(recoveredAh, "recoveredPercent"),
  };
}

/** @throws Refusal `current-deviates` where the discharge current is more than 1 % from its set value; `outside-method-range` */
export function needSetCurrent(currentA: number, setA: number): void {
  needWithin("setA", setA, { above: 0, unit: "A" });
  needWithin("currentA", currentA, { above: 0, unit: "A" });
  const tolerance = CURRENT_SHARE * setA;
  if (Math.abs(currentA - setA) > tolerance * (1 + 1e-9))
    refuse("current-deviates", { given: currentA, set: setA, tolerance });
}

function needCapacities(capacitiesAh: readonly number[], ratedAh: number, needed: number): void {
  needAtLeast("capacitiesAh", capacitiesAh, needed);
  needWithin("ratedAh", ratedAh, { above: 0, unit: "A.h" });
  needEachWithin("capacitiesAh", capacitiesAh, { above: 0, unit: "A.h" });
}

function loaded(criteria: CapacityCriteria, key: Exclude<keyof CapacityCriteria, "document">): string {
  return criteria[key] ?? refuse("limit-not-loaded", { item: key, table: criteria.document });
}
