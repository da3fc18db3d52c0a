import { compare } from "@quanheng/kernel/decimal.ts";
import { cleanNoise } from "@quanheng/kernel/rounding.ts";
import { sum } from "@quanheng/kernel/statistics.ts";
import { needAscending, needAtLeast, needEachWithin, needRows, needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

export type Discharge = {
  /** Time, discharge current (positive) and voltage of each reading. [s, A, V] */
  readonly timeS: readonly number[];
  readonly currentA: readonly number[];
  readonly voltageV: readonly number[];
  readonly cutoffV: number;
};

/** Cycles within which the rated capacity has to be reached. @source IEC 61960-3:2017, 7.3 (recalled) */
const CYCLES = 5;

/**
 * Capacity and energy that a battery gave until its voltage first fell to the cut-off, by the trapezoidal rule; the instant
 * of the crossing is linear between two readings.
 *
 * C = ∫I dt, W = ∫U·I dt
 *
 * @returns time of the crossing [s], capacity [mAh], energy [Wh], unrounded
 * @throws Refusal `cutoff-not-reached`, `too-few-rows`, `columns-differ`, `not-ascending`, `outside-method-range`, also where
 *   the record begins at or below the cut-off
 * @source IEC 61960-3:2017, 7.3; GB/T 18287-2013, 5.3.2 (recalled)
 */
export function batteryCapacity({ timeS, currentA, voltageV, cutoffV }: Discharge) {
  needAtLeast("voltageV", voltageV, 2);
  needWithin("cutoffV", cutoffV, { above: 0, unit: "V" });
  needEachWithin("voltageV", voltageV, { min: 0, unit: "V" });
  const crossing = voltageV.findIndex((voltage) => voltage <= cutoffV);
  if (crossing < 0) refuse("cutoff-not-reached", { field: "voltageV", given: voltageV.at(-1)!, cutoff: cutoffV });
  needWithin("voltageV", voltageV[0]!, { above: cutoffV, unit: "V" });
  needRows("currentA", currentA, timeS.length);
  needRows("voltageV", voltageV, timeS.length);
  needEachWithin("timeS", timeS, { min: 0, unit: "s" });
  needEachWithin("currentA", currentA, { min: 0, unit: "A" });
  needAscending("timeS", timeS);

  const share = (voltageV[crossing - 1]! - cutoffV) / (voltageV[crossing - 1]! - voltageV[crossing]!);
  const at = (values: readonly number[]) => values[crossing - 1]! + share * (values[crossing]! - values[crossing - 1]!);
  const end = { timeS: at(timeS), currentA: at(currentA) };
  const times = [...timeS.slice(0, crossing), end.timeS];
  const currents = [...currentA.slice(0, crossing), end.currentA];
  const powers = currents.map((current, i) => current * (i === crossing ? cutoffV : voltageV[i]!));
  return {
    endS: end.timeS,
    capacityMah: trapezoid(times, currents) / 3.6,
    energyWh: trapezoid(times, powers) / 3600,
  };
}

/**
 * Whether a battery has its rated capacity: one of its first cycles, at most five, reaches it.
 *
 * @throws Refusal `too-few-rows` without a cycle, `outside-method-range`
 * @source IEC 61960-3:2017, 7.3 (recalled)
 * @example reachesRated([2950, 2990, 3001], 3000) // → true
 */
export function reachesRated(capacitiesMah: readonly number[], ratedMah: number): boolean {
  needAtLeast("capacitiesMah", capacitiesMah, 1);
  needWithin("ratedMah", ratedMah, { above: 0, unit: "mAh" });
  needEachWithin("capacitiesMah", capacitiesMah, { min: 0, unit: "mAh" });
  return capacitiesMah.slice(0, CYCLES).some((capacity) => compare(cleanNoise(capacity), cleanNoise(ratedMah)) >= 0);
}

function trapezoid(x: readonly number[], y: readonly number[]): number {
  return sum(x.slice(1).map((value, i) => 0.5 * (value - x[i]!) * (y[i + 1]! + y[i]!)));
}
