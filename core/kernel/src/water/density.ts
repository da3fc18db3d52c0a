import { refuse } from "../refusals.ts";

/**
 * Density of air-free water of ordinary isotopes at 101.325 kPa.
 *
 * ρ = 999.974950·[1 − (t − 3.983035)²(t + 301.797)/(522528.9·(t + 69.34881))]
 *
 * Stated for 0 °C to 40 °C; above it serves hot-water meters, where it stays within 0.02 % of IAPWS-IF97.
 *
 * @returns [kg/m³]
 * @throws Refusal `outside-domain` outside 0 °C to 90 °C
 * @source Tanaka et al., Metrologia 38 (2001) 301; CIPM 2001
 * @example waterDensity(20) // → 998.2067 (CIPM 2001, table)
 */
export function waterDensity(tempC: number): number {
  if (!(tempC >= 0 && tempC <= 90)) refuse("outside-domain", { name: "tempC", given: String(tempC), min: 0, max: 90 });
  return 999.97495 * (1 - ((tempC - 3.983035) ** 2 * (tempC + 301.797)) / (522528.9 * (tempC + 69.34881)));
}
