import { refuse } from "./refusals.ts";

/** Density of water at 20 °C and the coefficients of the powers of the mass fraction. [kg/m³] */
const WATER = 998.2012;
const COEFFICIENTS = [385.1761, 135.3705, 40.9299, -3.9643, 13.4853, -17.289] as const;

/**
 * Density of a pure sucrose solution at 20 °C.
 *
 * ρ = ρ_w + Σ b_i·wⁱ, i = 1 … 6
 *
 * @param w mass fraction of sucrose, 0 to 0.85
 * @returns [kg/m³]
 * @throws Refusal `outside-method-range`
 * @source ICUMSA SPS-4 (PTB 1990), the terms for 20 °C; coefficients recalled, 1229.65 kg/m³ at w = 0.5 agrees with the table
 */
export function solutionDensity(w: number): number {
  if (!(w >= 0 && w <= 0.85)) refuse("outside-method-range", { field: "w", given: w, min: 0, max: 0.85, unit: "1" });
  return WATER + COEFFICIENTS.reduce((sum, b, index) => sum + b * w ** (index + 1), 0);
}

/** dρ/dw of `solutionDensity`. [kg/m³] */
export function densitySlope(w: number): number {
  return COEFFICIENTS.reduce((sum, b, index) => sum + (index + 1) * b * w ** index, 0);
}
