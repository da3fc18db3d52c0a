import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";
import { rootWithin } from "./root.ts";

/** Boltzmann constant and elementary charge. [J/K, C] @source SI brochure, 9th edition: exact */
export const BOLTZMANN = 1.380649e-23;
export const ELEMENTARY_CHARGE = 1.602176634e-19;

/** The five parameters of a cell, module or string in one state of irradiance and temperature. */
export type SingleDiode = {
  readonly photocurrentA: number;
  readonly saturationCurrentA: number;
  readonly seriesOhm: number;
  readonly shuntOhm: number;
  /** Modified ideality a = n·N_s·kT/q. [V] */
  readonly idealityV: number;
};

export type DiodePoints = {
  readonly shortCircuitA: number;
  readonly openCircuitV: number;
  readonly peakA: number;
  readonly peakV: number;
  readonly peakW: number;
};

/**
 * Modified ideality a = n·N_s·kT/q of cells in series. [V]
 *
 * @throws Refusal `non-positive-parameter`
 * @example modifiedIdeality(1.01, 72, 298.15) // → 1.86836435369 (pvlib, precise curve 1)
 */
export function modifiedIdeality(ideality: number, cellsInSeries: number, temperatureK: number): number {
  positive({ ideality, cellsInSeries, temperatureK });
  return (ideality * cellsInSeries * BOLTZMANN * temperatureK) / ELEMENTARY_CHARGE;
}

/**
 * Short circuit, open circuit and maximum power of the single-diode model.
 *
 * I = I_L − I₀[exp((V + I·R_s)/a) − 1] − (V + I·R_s)/R_sh, with the diode voltage V_d = V + I·R_s as parameter, in which
 * I and V are explicit; the maximum is the root of d(I·V)/dV_d.
 *
 * @throws Refusal `non-positive-parameter` unless all parameters are finite and above zero (R_s may be zero)
 * @example diodePoints({ photocurrentA: 1, saturationCurrentA: 5e-10, seriesOhm: 0.1, shuntOhm: 300, idealityV: 1.86836435369 }).peakW // → 28.7148160 (pvlib, precise curve 1)
 * @source De Soto, Klein, Beckman, Solar Energy 80 (2006) 78; reference curves of pvlib computed with 40 digits
 */
export function diodePoints(diode: SingleDiode): DiodePoints {
  const { photocurrentA, saturationCurrentA, seriesOhm, shuntOhm, idealityV } = diode;
  positive({ photocurrentA, saturationCurrentA, shuntOhm, idealityV });
  needWithin("photocurrentA", photocurrentA, { max: 1e6, unit: "A" });
  if (!(seriesOhm >= 0 && seriesOhm < Infinity)) {
    refuse("non-positive-parameter", { field: "seriesOhm", given: String(seriesOhm) });
  }
  const current = (vd: number) => junctionCurrent(diode, vd);
  const voltage = (vd: number) => vd - current(vd) * seriesOhm;
  // Without the shunt the diode alone would carry the photocurrent at this voltage.
  const highest = idealityV * Math.log1p(photocurrentA / saturationCurrentA);
  const openCircuitV = rootWithin(0, highest, (vd) => -current(vd));
  const short = rootWithin(0, openCircuitV, voltage);
  const peak = rootWithin(short, openCircuitV, (vd) => {
    const slope = -(saturationCurrentA / idealityV) * Math.exp(vd / idealityV) - 1 / shuntOhm;
    return -(slope * voltage(vd) + current(vd) * (1 - slope * seriesOhm));
  });
  const [peakA, peakV] = [current(peak), voltage(peak)];
  return { shortCircuitA: current(short), openCircuitV, peakA, peakV, peakW: peakA * peakV };
}

/**
 * The curve from short to open circuit, points spread evenly over the diode voltage.
 *
 * @throws Refusal `non-positive-parameter`
 */
export function diodeCurve(diode: SingleDiode, points: number): { voltagesV: number[]; currentsA: number[] } {
  const { openCircuitV, shortCircuitA } = diodePoints(diode);
  const start = shortCircuitA * diode.seriesOhm;
  const steps = Array.from({ length: points }, (_, k) => start + (k / (points - 1)) * (openCircuitV - start));
  const currentsA = steps.map((vd) => junctionCurrent(diode, vd));
  return { voltagesV: steps.map((vd, k) => vd - currentsA[k]! * diode.seriesOhm), currentsA };
}

/** I at the diode voltage V_d. [A] */
export function junctionCurrent(
  { photocurrentA, saturationCurrentA, shuntOhm, idealityV }: SingleDiode,
  vd: number,
): number {
  return photocurrentA - saturationCurrentA * Math.expm1(vd / idealityV) - vd / shuntOhm;
}

function positive(parameters: Readonly<Record<string, number>>): void {
  for (const [field, given] of Object.entries(parameters)) {
    if (!(given > 0 && given < Infinity)) refuse("non-positive-parameter", { field, given: String(given) });
  }
}
