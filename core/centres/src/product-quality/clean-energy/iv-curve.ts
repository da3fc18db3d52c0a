import { needAtLeast, needEachWithin, needRows } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";

/** A current–voltage sweep of a cell or module, voltages rising. */
export type IvCurve = { readonly voltagesV: readonly number[]; readonly currentsA: readonly number[] };

export type CurveParameters = {
  readonly shortCircuitA: number;
  readonly openCircuitV: number;
  readonly peakV: number;
  readonly peakA: number;
  readonly peakW: number;
  /** FF = P_max/(I_sc·V_oc). */
  readonly fillFactor: number;
};

const FEWEST_POINTS = 10;

/**
 * Checks a sweep before anything is read from it.
 *
 * @throws Refusal `voltage-not-sorted`, `columns-differ`, `too-few-rows` below ten points, `outside-method-range` for a
 *   figure that is not finite
 */
export function checkCurve({ voltagesV, currentsA }: IvCurve): void {
  needEachWithin("voltagesV", voltagesV, { unit: "V" });
  const row = voltagesV.findIndex((value, k) => k > 0 && value <= voltagesV[k - 1]!);
  if (row >= 0) refuse("voltage-not-sorted", { field: "voltagesV", row: row + 1 });
  needRows("currentsA", currentsA, voltagesV.length);
  needEachWithin("currentsA", currentsA, { unit: "A" });
  needAtLeast("voltagesV", voltagesV, FEWEST_POINTS);
}

/**
 * Short circuit, open circuit, maximum power and fill factor of a sweep.
 *
 * I_sc: line through the two lowest voltages at V = 0; V_oc: line through the last two points at I = 0; P_max: parabola
 * through the best point and its neighbours in P(V).
 *
 * @throws Refusal as `checkCurve`; `peak-at-end`; `sweep-incomplete` where an end does not lead to its circuit
 * @source IEC 60904-1, evaluation; the standard leaves the fit open, this one is recorded with the result
 */
export function curveParameters(curve: IvCurve): CurveParameters {
  checkCurve(curve);
  const { voltagesV: V, currentsA: I } = curve;
  const last = V.length - 1;
  const shortCircuitA = lineAt(V[0]!, I[0]!, V[1]!, I[1]!, 0);
  if (!(shortCircuitA > 0)) refuse("sweep-incomplete", { field: "shortCircuitA" });
  if (!(I[last]! < I[last - 1]!)) refuse("sweep-incomplete", { field: "openCircuitV" });
  const openCircuitV = lineAt(I[last - 1]!, V[last - 1]!, I[last]!, V[last]!, 0);
  if (!(openCircuitV > 0)) refuse("sweep-incomplete", { field: "openCircuitV" });
  const { peakV, peakW } = peakOf(curve);
  return {
    shortCircuitA,
    openCircuitV,
    peakV,
    peakA: peakW / peakV,
    peakW,
    fillFactor: peakW / (shortCircuitA * openCircuitV),
  };
}

/** Maximum power by the parabola through the best point and its neighbours. @throws Refusal `peak-at-end` */
export function peakOf({ voltagesV: V, currentsA: I }: IvCurve): { readonly peakV: number; readonly peakW: number } {
  const P = V.map((value, k) => value * I[k]!);
  const best = P.indexOf(P.reduce((a, b) => Math.max(a, b)));
  if (best === 0 || best === P.length - 1) refuse("peak-at-end", { voltage: V[best]! });
  // Divided differences about the best point: P = P₀ + s·x + c·x².
  const [left, right] = [V[best - 1]! - V[best]!, V[best + 1]! - V[best]!];
  const [fall, rise] = [(P[best - 1]! - P[best]!) / left, (P[best + 1]! - P[best]!) / right];
  const curvature = (rise - fall) / (right - left);
  const slope = fall - curvature * left;
  if (!(curvature < 0)) return { peakV: V[best]!, peakW: P[best]! };
  return { peakV: V[best]! - slope / (2 * curvature), peakW: P[best]! - (slope * slope) / (4 * curvature) };
}

function lineAt(x1: number, y1: number, x2: number, y2: number, x: number): number {
  return y1 + ((y2 - y1) / (x2 - x1)) * (x - x1);
}
