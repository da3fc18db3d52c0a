import { needWithin } from "../../method-guards.ts";
import { type CurveParameters, checkCurve, curveParameters, type IvCurve } from "./iv-curve.ts";
import { refuse } from "./refusals.ts";

/** Irradiance and cell temperature of a sweep, measured and wanted. */
export type CurveConditions = {
  readonly irradianceWm2: number;
  readonly temperatureC: number;
  readonly targetWm2: number;
  readonly targetC: number;
};

/** Coefficients of procedure 1, absolute. */
export type AbsoluteCoefficients = {
  readonly alphaAK: number;
  readonly betaVK: number;
  readonly seriesOhm: number;
  /** Curve correction factor κ; may be left out within 30 K. [Ω/K] */
  readonly kappaOhmK?: number;
};

/** Coefficients of procedure 2, relative to I_sc and V_oc at standard test conditions. */
export type RelativeCoefficients = {
  readonly alphaPerK: number;
  readonly betaPerK: number;
  /** Irradiance correction factor a of V_oc. */
  readonly irradianceFactor: number;
  readonly seriesOhm: number;
  readonly kappaOhmK?: number;
};

/** A corrected sweep with what was used, so that the result can be repeated. */
export type CorrectedCurve = {
  readonly procedure: 1 | 2;
  readonly edition: "IEC 60891:2009";
  readonly measured: CurveParameters;
  readonly curve: IvCurve;
  readonly corrected: CurveParameters;
};

/** Lowest irradiance, farthest irradiance of procedure 1, widest step without κ, largest coefficients. */
const LOWEST_WM2 = 200;
const FARTHEST_SHARE = 0.2;
const WIDEST_K = 30;
const LARGEST_ABSOLUTE = 0.1;
const LARGEST_RELATIVE = 0.01;

/**
 * Corrects a sweep to other conditions by procedure 1.
 *
 * I₂ = I₁ + I_sc1(G₂/G₁ − 1) + α(T₂ − T₁);  V₂ = V₁ − R_s(I₂ − I₁) − κ·I₂(T₂ − T₁) + β(T₂ − T₁)
 *
 * @throws Refusal `irradiance-range` beyond 20 % of the target or below 200 W/m²; `kappa-missing` beyond 30 K without κ;
 *   `coefficient-unit` where α exceeds a tenth of I_sc per kelvin, β a tenth of V_oc; those of `curveParameters`
 * @source IEC 60891:2009, procedure 1; equations as in the open implementation of Sandia's PV library
 */
export function correctedByProcedure1(
  curve: IvCurve,
  conditions: CurveConditions,
  { alphaAK, betaVK, seriesOhm, kappaOhmK }: AbsoluteCoefficients,
): CorrectedCurve {
  checkCurve(curve);
  const { share, stepK } = steps(conditions);
  if (Math.abs(share - 1) > FARTHEST_SHARE) {
    const { irradianceWm2: given, targetWm2 } = conditions;
    refuse("irradiance-range", { field: "irradianceWm2", given, min: targetWm2 / 1.2, max: targetWm2 / 0.8 });
  }
  const measured = curveParameters(curve);
  coefficient("alphaAK", alphaAK, LARGEST_ABSOLUTE * measured.shortCircuitA);
  coefficient("betaVK", betaVK, LARGEST_ABSOLUTE * measured.openCircuitV);
  const kappa = curvature(kappaOhmK, seriesOhm, stepK);
  const currentsA = curve.currentsA.map((I) => I + measured.shortCircuitA * (share - 1) + alphaAK * stepK);
  const voltagesV = curve.voltagesV.map(
    (V, k) => V - seriesOhm * (currentsA[k]! - curve.currentsA[k]!) - kappa * currentsA[k]! * stepK + betaVK * stepK,
  );
  return outcome(1, measured, { voltagesV, currentsA });
}

/**
 * Corrects a sweep to other conditions by procedure 2 in the form of 2009.
 *
 * I₂ = I₁[1 + α_r(T₂ − T₁)]G₂/G₁;
 * V₂ = V₁ + V_oc1[β_r(T₂ − T₁) + a·ln(G₂/G₁)] − R′_s(I₂ − I₁) − κ′·I₂(T₂ − T₁)
 *
 * @throws Refusal as `correctedByProcedure1`, without its limit of 20 %; `coefficient-unit` above 0.01 per kelvin
 * @source IEC 60891:2009, procedure 2; the edition of 2021 changed this procedure
 */
export function correctedByProcedure2(
  curve: IvCurve,
  conditions: CurveConditions,
  { alphaPerK, betaPerK, irradianceFactor, seriesOhm, kappaOhmK }: RelativeCoefficients,
): CorrectedCurve {
  checkCurve(curve);
  const { share, stepK } = steps(conditions);
  const measured = curveParameters(curve);
  coefficient("alphaPerK", alphaPerK, LARGEST_RELATIVE);
  coefficient("betaPerK", betaPerK, LARGEST_RELATIVE);
  needWithin("irradianceFactor", irradianceFactor, { min: -1, max: 1 });
  const kappa = curvature(kappaOhmK, seriesOhm, stepK);
  const currentsA = curve.currentsA.map((I) => I * (1 + alphaPerK * stepK) * share);
  const shift = measured.openCircuitV * (betaPerK * stepK + irradianceFactor * Math.log(share));
  const voltagesV = curve.voltagesV.map(
    (V, k) => V + shift - seriesOhm * (currentsA[k]! - curve.currentsA[k]!) - kappa * currentsA[k]! * stepK,
  );
  return outcome(2, measured, { voltagesV, currentsA });
}

function outcome(procedure: 1 | 2, measured: CurveParameters, curve: IvCurve): CorrectedCurve {
  return { procedure, edition: "IEC 60891:2009", measured, curve, corrected: curveParameters(curve) };
}

function steps({ irradianceWm2, temperatureC, targetWm2, targetC }: CurveConditions) {
  irradiance("irradianceWm2", irradianceWm2);
  irradiance("targetWm2", targetWm2);
  needWithin("temperatureC", temperatureC, { min: -50, max: 120, unit: "Cel" });
  needWithin("targetC", targetC, { min: -50, max: 120, unit: "Cel" });
  return { share: targetWm2 / irradianceWm2, stepK: targetC - temperatureC };
}

/** @throws Refusal `irradiance-range` below 200 W/m² or above what reaches the ground */
export function irradiance(field: string, given: number): void {
  if (!(given >= LOWEST_WM2 && given <= 1500)) {
    refuse("irradiance-range", { field, given: String(given), min: LOWEST_WM2, max: 1500 });
  }
}

function coefficient(field: string, given: number, max: number): void {
  needWithin(field, given);
  if (Math.abs(given) > max) refuse("coefficient-unit", { field, given, max });
}

function curvature(kappaOhmK: number | undefined, seriesOhm: number, stepK: number): number {
  needWithin("seriesOhm", seriesOhm, { min: 0, unit: "Ohm" });
  // κ = 0 is no correction of the curve, which a wide step needs.
  if ((kappaOhmK ?? 0) === 0 && Math.abs(stepK) > WIDEST_K) {
    refuse("kappa-missing", { given: Math.abs(stepK), max: WIDEST_K });
  }
  needWithin("kappaOhmK", kappaOhmK ?? 0, { unit: "Ohm/K" });
  return kappaOhmK ?? 0;
}
