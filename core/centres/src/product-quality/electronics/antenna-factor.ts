import { needAscending, needAtLeast, needEachWithin, needRows } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** Calibration of an antenna: frequencies that rise [MHz] and the factor at each [dB(1/m)]. */
export type AntennaCalibration = { readonly frequencyMhz: readonly number[]; readonly factorDb: readonly number[] };

/**
 * Antenna factor at a frequency, linear in its logarithm between two calibrated ones and never beyond them.
 *
 * AF = AF₁ + (AF₂ − AF₁)·lg(f/f₁)/lg(f₂/f₁)
 *
 * @returns [dB(1/m)]
 * @throws Refusal `antenna-factor-missing` outside the calibrated range; `too-few-rows`, `columns-differ`, `not-ascending`,
 *   `outside-method-range` for a calibration that cannot be used
 * @source CISPR 16-1-6 (recalled)
 * @example antennaFactor({ frequencyMhz: [100, 400], factorDb: [10, 16] }, 200) // → 13
 */
export function antennaFactor({ frequencyMhz, factorDb }: AntennaCalibration, atMhz: number): number {
  needAtLeast("frequencyMhz", frequencyMhz, 2);
  needRows("factorDb", factorDb, frequencyMhz.length);
  needEachWithin("frequencyMhz", frequencyMhz, { above: 0, unit: "MHz" });
  needEachWithin("factorDb", factorDb, { unit: "dB" });
  needAscending("frequencyMhz", frequencyMhz);
  const [min, max] = [frequencyMhz[0]!, frequencyMhz.at(-1)!];
  if (!(atMhz >= min && atMhz <= max)) {
    refuse("antenna-factor-missing", { field: "frequencyMhz", given: String(atMhz), min, max });
  }
  const next = Math.max(
    1,
    frequencyMhz.findIndex((f) => f >= atMhz),
  );
  const [f1, f2] = [frequencyMhz[next - 1]!, frequencyMhz[next]!];
  const [a1, a2] = [factorDb[next - 1]!, factorDb[next]!];
  return a1 + ((a2 - a1) * Math.log10(atMhz / f1)) / Math.log10(f2 / f1);
}
