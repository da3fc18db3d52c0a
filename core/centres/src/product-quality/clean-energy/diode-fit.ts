import { solve } from "@quanheng/kernel/linear/solve.ts";
import { needWithin } from "../../method-guards.ts";
import { refuse } from "./refusals.ts";
import { BOLTZMANN, ELEMENTARY_CHARGE, type SingleDiode } from "./single-diode.ts";

/** What a datasheet states at standard test conditions. */
export type Datasheet = {
  readonly peakV: number;
  readonly peakA: number;
  readonly openCircuitV: number;
  readonly shortCircuitA: number;
  /** Temperature coefficients of the short-circuit current [A/K] and the open-circuit voltage [V/K]. */
  readonly alphaAK: number;
  readonly betaVK: number;
  readonly cellsInSeries: number;
  /** Band gap at the reference temperature [eV] and its relative change [1/K]; silicon where left out. */
  readonly bandGapEv?: number;
  readonly bandGapPerK?: number;
  readonly referenceK?: number;
};

/** Crystalline silicon at 25 °C. @source De Soto 2006, equation 10 */
const SILICON = { bandGapEv: 1.121, bandGapPerK: -0.0002677 } as const;
/** The second temperature lies this far above the reference. [K] @source pvlib.ivtools.sdm.fit_desoto */
const STEP_K = 2;
const K_EV = BOLTZMANN / ELEMENTARY_CHARGE;

/**
 * Five parameters of the single-diode model from a datasheet, by Levenberg and Marquardt.
 *
 * Equations: I(V_oc) = 0, V at I_sc = 0, I(V_mp) = I_mp, dP/dV = 0 at the maximum, and V_oc + β·2 K at T_r + 2 K with
 * I₀(T) = I₀(T/T_r)³ exp[(E_g,r/T_r − E_g/T)/k], I_L(T) = I_L + α·2 K, a(T) = a·T/T_r. Start: I_L = I_sc,
 * a = 1.5·kT/q·N_s, R_sh = 100 Ω.
 *
 * @throws Refusal `fit-not-converged`; `fit-unphysical` for a negative series resistance; `outside-method-range` for a
 *   datasheet whose maximum does not lie inside its short and open circuit
 * @example fitDiode({ peakV: 31, peakA: 8.71, openCircuitV: 38.3, shortCircuitA: 9.43, alphaAK: 0.005658, betaVK: -0.13788, cellsInSeries: 60 }).seriesOhm // → 0.2978 (pvlib, test_desoto)
 * @source De Soto, Klein, Beckman, Solar Energy 80 (2006) 78, section 3
 */
export function fitDiode(sheet: Datasheet): SingleDiode {
  checkSheet(sheet);
  const { shortCircuitA, openCircuitV, peakA, peakV, cellsInSeries, referenceK = 298.15 } = sheet;
  const ideality = 1.5 * K_EV * referenceK * cellsInSeries;
  const saturation = shortCircuitA * Math.exp(-openCircuitV / ideality);
  const series = (openCircuitV - ideality * Math.log1p((shortCircuitA - peakA) / saturation) - peakV) / peakA;
  // The logarithms of I₀ and R_sh keep both positive and the columns of like size.
  const start = [shortCircuitA, Math.log(saturation), Math.max(series, 1e-3), Math.log(100), ideality];
  const found = minimum(start, (x) => equations(x, sheet));
  const [photocurrentA, lnSaturation, seriesOhm, lnShunt, idealityV] = found.x as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (!(found.largest < 1e-9 * shortCircuitA)) refuse("fit-not-converged", { residual: String(found.largest) });
  if (!(seriesOhm >= 0)) refuse("fit-unphysical", { field: "seriesOhm", given: seriesOhm });
  return {
    photocurrentA,
    saturationCurrentA: Math.exp(lnSaturation),
    seriesOhm,
    shuntOhm: Math.exp(lnShunt),
    idealityV,
  };
}

function equations(x: readonly number[], sheet: Datasheet): number[] {
  const [IL, lnI0, Rs, lnRsh, a] = x as [number, number, number, number, number];
  const { shortCircuitA, openCircuitV, peakA, peakV, alphaAK, betaVK, referenceK = 298.15 } = sheet;
  const { bandGapEv = SILICON.bandGapEv, bandGapPerK = SILICON.bandGapPerK } = sheet;
  const [I0, Rsh] = [Math.exp(lnI0), Math.exp(lnRsh)];
  const at = (vd: number, saturation: number, ideality: number) => saturation * Math.expm1(vd / ideality) + vd / Rsh;
  const vdPeak = peakV + peakA * Rs;
  const conductance = (I0 / a) * Math.exp(vdPeak / a) + 1 / Rsh;
  const warmK = referenceK + STEP_K;
  const warmGap = bandGapEv * (1 + bandGapPerK * STEP_K);
  const warmI0 = I0 * (warmK / referenceK) ** 3 * Math.exp((bandGapEv / referenceK - warmGap / warmK) / K_EV);
  return [
    IL - at(shortCircuitA * Rs, I0, a) - shortCircuitA,
    IL - at(openCircuitV, I0, a),
    IL - at(vdPeak, I0, a) - peakA,
    peakA - (peakV * conductance) / (1 + Rs * conductance),
    IL + alphaAK * STEP_K - at(openCircuitV + betaVK * STEP_K, warmI0, (a * warmK) / referenceK),
  ];
}

/** Damped least squares on as many equations as unknowns. @source Marquardt, J. SIAM 11 (1963) 431 */
function minimum(start: readonly number[], residuals: (x: readonly number[]) => number[]) {
  let x = [...start];
  let r = residuals(x);
  let damping = 1e-3;
  for (let step = 0; step < 500 && damping < 1e12; step++) {
    const jacobian = x.map((value, j) => {
      const h = 1e-7 * Math.max(Math.abs(value), 1e-3);
      const moved = residuals(x.map((old, k) => (k === j ? old + h : old)));
      return moved.map((value, i) => (value - r[i]!) / h);
    });
    const normal = jacobian.map((a, j) => jacobian.map((b, k) => dot(a, b) * (j === k ? 1 + damping : 1)));
    const move = solve(
      normal,
      jacobian.map((column) => [-dot(column, r)]),
    );
    const next = move ? x.map((value, j) => value + move[j]![0]!) : x;
    const tried = residuals(next);
    if (move && dot(tried, tried) < dot(r, r)) [x, r, damping] = [next, tried, damping / 10];
    else damping *= 10;
  }
  return { x, largest: Math.max(...r.map(Math.abs)) };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, value, i) => total + value * b[i]!, 0);
}

function checkSheet(sheet: Datasheet): void {
  const { peakV, peakA, openCircuitV, shortCircuitA, alphaAK, betaVK, cellsInSeries, referenceK = 298.15 } = sheet;
  const { bandGapEv = SILICON.bandGapEv, bandGapPerK = SILICON.bandGapPerK } = sheet;
  needWithin("openCircuitV", openCircuitV, { above: 0, max: 10_000, unit: "V" });
  needWithin("shortCircuitA", shortCircuitA, { above: 0, max: 10_000, unit: "A" });
  needWithin("bandGapEv", bandGapEv, { above: 0, max: 5, unit: "eV" });
  needWithin("bandGapPerK", bandGapPerK, { min: -0.01, max: 0.01, unit: "/K" });
  needWithin("referenceK", referenceK, { min: 200, max: 400, unit: "K" });
  needWithin("peakV", peakV, { above: 0, below: openCircuitV, unit: "V" });
  needWithin("peakA", peakA, { above: 0, below: shortCircuitA, unit: "A" });
  needWithin("cellsInSeries", cellsInSeries, { min: 1 });
  if (!(Math.abs(alphaAK) <= 0.1 * shortCircuitA)) {
    refuse("coefficient-unit", { field: "alphaAK", given: String(alphaAK), max: 0.1 * shortCircuitA });
  }
  needWithin("betaVK", betaVK, { min: -0.1 * openCircuitV, below: 0, unit: "V/K" });
}
