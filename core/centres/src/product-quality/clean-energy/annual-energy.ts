import { sum } from "@quanheng/kernel/statistics.ts";
import { needAscending, needAtLeast, needEachWithin, needWithin } from "../../method-guards.ts";

/** A point of a measured power curve. */
export type PowerPoint = { readonly windMS: number; readonly powerKw: number };

/** Hours of a year, width of a bin [m/s], share that makes a measurement complete. @source IEC 61400-12-1:2017, 9.3 */
const YEAR_H = 8760;
const WIDTH = 0.5;
const COMPLETE = 0.95;

/**
 * Annual energy production for Rayleigh-distributed wind, measured and extrapolated at the last power to cut-out.
 *
 * AEP = 8760·Σ[F(V_i) − F(V_i−1)]·(P_i−1 + P_i)/2, F(V) = 1 − exp[−π/4·(V/V_ave)²], V₀ = V₁ − 0.5, P₀ = 0
 *
 * @param averageMS annual average wind speed at hub height [m/s]
 * @param extrapolation points after the measured ones, where they are not the last power up to cut-out
 * @returns both [kWh], their ratio, and whether at least 95 % were measured
 * @throws Refusal `not-ascending`, `too-few-rows`, `outside-method-range`
 * @source IEC 61400-12-1:2017, 9.3, equations 20 and 21
 */
export function annualEnergy(
  curve: readonly PowerPoint[],
  averageMS: number,
  cutOutMS: number,
  extrapolation?: readonly PowerPoint[],
) {
  needAtLeast("curve", curve, 2);
  const last = curve.at(-1)!;
  // At one power the terms telescope: a single step to cut-out is the sum over all bins up to it.
  const beyond = extrapolation ?? (cutOutMS > last.windMS ? [{ windMS: cutOutMS, powerKw: last.powerKw }] : []);
  checkCurve([...curve, ...beyond], cutOutMS);
  needWithin("averageMS", averageMS, { min: 1, max: 25, unit: "m/s" });
  const points = [{ windMS: curve[0]!.windMS - WIDTH, powerKw: 0 }, ...curve];
  const measuredKwh = energy(points, averageMS);
  const extrapolatedKwh = energy([...points, ...beyond], averageMS);
  const ratio = measuredKwh / extrapolatedKwh;
  return { measuredKwh, extrapolatedKwh, ratio, complete: ratio >= COMPLETE };
}

function checkCurve(curve: readonly PowerPoint[], cutOutMS: number): void {
  needWithin("cutOutMS", cutOutMS, { above: 0, max: 75, unit: "m/s" });
  const winds = curve.map(({ windMS }) => windMS);
  needEachWithin("windMS", winds, { min: 0, max: cutOutMS, unit: "m/s" });
  needAscending("windMS", winds);
  const powers = curve.map(({ powerKw }) => powerKw);
  needEachWithin("powerKw", powers, { min: -1e5, max: 1e5, unit: "kW" });
}

function energy(points: readonly PowerPoint[], averageMS: number): number {
  // Exceedance instead of F: the difference of two small numbers keeps its digits at high wind.
  const exceeded = ({ windMS }: PowerPoint) => Math.exp((-Math.PI / 4) * (Math.max(0, windMS) / averageMS) ** 2);
  const terms = points.slice(1).map((point, k) => {
    const before = points[k]!;
    return ((exceeded(before) - exceeded(point)) * (before.powerKw + point.powerKw)) / 2;
  });
  return YEAR_H * sum(terms);
}
