import { sum } from "@quanheng/kernel/statistics.ts";
import { needAscending, needAtLeast, needEachWithin, needRows } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Widest step of a record. [s] @source GB/T 18386.1-2021 (1 Hz; 20 Hz or an integrating analyser is better), recalled */
const WIDEST_STEP_S = 1;

/** Voltage and current of the battery over time, discharge positive. */
export type BatteryRecord = {
  readonly timesS: readonly number[];
  readonly voltagesV: readonly number[];
  readonly currentsA: readonly number[];
};

/**
 * Energy that the battery gave: ΔE = Σ½(U_kI_k + U_k−1I_k−1)·Δt/3600. [W·h]
 *
 * @returns positive where the battery was discharged
 * @throws Refusal `sampling-too-slow` for a step above 1 s; `not-ascending`, `columns-differ`, `too-few-rows`,
 *   `outside-method-range`
 * @example batteryEnergy({ timesS: [0, 1, 2], voltagesV: [400, 400, 400], currentsA: [9, 9, 9] }) // → 2
 * @source GB/T 18386.1-2021; UN Regulation No. 154, annex B8, appendix 3
 */
export function batteryEnergy({ timesS, voltagesV, currentsA }: BatteryRecord): number {
  needAtLeast("timesS", timesS, 2);
  needRows("voltagesV", voltagesV, timesS.length);
  needRows("currentsA", currentsA, timesS.length);
  needEachWithin("timesS", timesS, { unit: "s" });
  needEachWithin("voltagesV", voltagesV, { min: 0, max: 2000, unit: "V" });
  needEachWithin("currentsA", currentsA, { min: -5000, max: 5000, unit: "A" });
  needSampling(timesS);
  const power = voltagesV.map((voltage, k) => voltage * currentsA[k]!);
  const steps = timesS.slice(1).map((time, k) => 0.5 * (power[k]! + power[k + 1]!) * (time - timesS[k]!));
  return sum(steps) / 3600;
}

/** @throws Refusal `not-ascending`, `sampling-too-slow` with the row after a step above 1 s */
export function needSampling(timesS: readonly number[]): void {
  needAscending("timesS", timesS);
  const row = timesS.findIndex((time, k) => k > 0 && time - timesS[k - 1]! > WIDEST_STEP_S * (1 + 1e-9));
  if (row < 0) return;
  const given = timesS[row]! - timesS[row - 1]!;
  refuse("sampling-too-slow", { field: "timesS", row: row + 1, given, max: WIDEST_STEP_S });
}
