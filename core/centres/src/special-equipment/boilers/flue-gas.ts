import { needAllWithin, needWithin } from "../../method-guards.ts";
import { AIR_STEAM, type Combustion } from "./combustion.ts";
import { meanHeatCapacity } from "./mean-heat-capacity.ts";
import { refuse } from "./refusals.ts";

/** Dry flue gas as the analyser reads it. [% by volume] */
export type FlueGas = {
  /** CO₂ with SO₂. */
  readonly ro2: number;
  readonly o2: number;
  readonly co: number;
  readonly h2: number;
  readonly ch4: number;
};

/** How far RO₂ may lie above the Bunte line. [% by volume] */
const BUNTE_TOLERANCE = 0.5;

/** Oxygen of dry air. [% by volume] */
export const AIR_O2 = 21;

/** @throws Refusal `o2-not-below-21`, `outside-method-range` for a negative share */
export function needFlueOxygen(field: string, o2Percent: number): void {
  needWithin(field, o2Percent, { min: 0, max: 100, unit: "%" });
  if (o2Percent >= AIR_O2) refuse("o2-not-below-21", { field, given: o2Percent });
}

/**
 * Whether the fuel can give such a gas: RO₂ stays below the Bunte line RO₂max(21 − O₂)/21 + 0.5.
 *
 * @throws Refusal `flue-sum-impossible`, `o2-not-below-21`, `outside-method-range`
 */
export function checkFlueGas({ ro2, o2, co, h2, ch4 }: FlueGas, combustion: Combustion): void {
  needAllWithin({ ro2, co, h2, ch4 }, { min: 0, max: 100, unit: "%" });
  needFlueOxygen("o2", o2);
  const most = (100 * combustion.ro2) / (combustion.ro2 + combustion.nitrogen);
  const allowed = (most * (AIR_O2 - o2)) / AIR_O2 + BUNTE_TOLERANCE;
  if (ro2 > allowed) refuse("flue-sum-impossible", { field: "ro2", given: ro2, max: allowed });
}

/**
 * Excess air from the dry flue gas.
 *
 * α = 21/{21 − 79[O₂ − (0.5CO + 0.5H₂ + 2CH₄)]/[100 − (RO₂ + O₂ + CO + H₂ + CH₄)]}
 *
 * @throws Refusal `flue-sum-impossible` where the shares leave no nitrogen or no excess
 * @source GB/T 10180-2017, indirect method (recalled)
 * @example excessAir({ ro2: 9.9, o2: 3.4, co: 0.0035, h2: 0, ch4: 0 }) // → 1.17296 (worked example of the method pack)
 */
export function excessAir({ ro2, o2, co, h2, ch4 }: FlueGas): number {
  const nitrogen = 100 - (ro2 + o2 + co + h2 + ch4);
  const free = o2 - (0.5 * co + 0.5 * h2 + 2 * ch4);
  const rest = AIR_O2 - (79 * free) / nitrogen;
  if (!(nitrogen > 0 && rest > 0)) refuse("flue-sum-impossible", { field: "o2", given: o2, max: AIR_O2 });
  return AIR_O2 / rest;
}

/** What flows through the outlet, m³ at 0 °C per kg or m³ of fuel. */
export type FlueVolumes = { readonly dry: number; readonly steam: number };

/**
 * Flue gas with its excess air.
 *
 * V_gy = V_RO₂ + V⁰_N₂ + (α − 1)V⁰;  V_H₂O = V⁰_H₂O + 0.0161(α − 1)V⁰
 *
 * @source GB/T 10180-2017, indirect method (recalled)
 */
export function flueVolumes({ air, ro2, nitrogen, steam }: Combustion, alpha: number): FlueVolumes {
  const excess = (alpha - 1) * air;
  return { dry: ro2 + nitrogen + excess, steam: steam + AIR_STEAM * excess };
}

/**
 * Heat of the flue gas above 0 °C.
 *
 * H_py = θ[V_RO₂c_CO₂ + V⁰_N₂c_N₂ + V_H₂Oc_H₂O + (α − 1)V⁰c_air,dry] at θ = t_py
 *
 * @returns [kJ per kg or m³ of fuel]
 * @source GB/T 10180-2017, indirect method (recalled)
 */
export function flueEnthalpy(combustion: Combustion, alpha: number, tempC: number): number {
  const { air, ro2, nitrogen } = combustion;
  const { steam } = flueVolumes(combustion, alpha);
  const capacity = (gas: Parameters<typeof meanHeatCapacity>[0]) => meanHeatCapacity(gas, tempC);
  const excess = (alpha - 1) * air;
  return (
    tempC * (ro2 * capacity("CO2") + nitrogen * capacity("N2") + steam * capacity("H2O") + excess * capacity("airDry"))
  );
}

/**
 * Heat of the air that went in.
 *
 * H_lk = α·V⁰·c_air,humid·t_lk
 *
 * @returns [kJ per kg or m³ of fuel]
 * @source GB/T 10180-2017, indirect method (recalled)
 */
export function airEnthalpy({ air }: Combustion, alpha: number, tempC: number): number {
  return alpha * air * meanHeatCapacity("airHumid", tempC) * tempC;
}
