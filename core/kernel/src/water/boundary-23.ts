import { refuse } from "../refusals.ts";

/** @source IAPWS R7-97(2012), table 1 */
const N = [348.05185628969, -1.1671859879975, 0.0010192970039326, 572.54459862746, 13.91883977887] as const;

/** Ends of the boundary. [K, MPa] @source IAPWS R7-97(2012), 4 */
export const BOUNDARY_23 = { fromK: 623.15, toK: 863.15, fromMpa: 16.5292, toMpa: 100 } as const;

/**
 * Pressure on the boundary of regions 2 and 3.
 *
 * π = n₁ + n₂θ + n₃θ²
 *
 * @returns [MPa]
 * @throws Refusal `outside-domain` outside 623.15 K to 863.15 K
 * @source IAPWS R7-97(2012), eq. 5
 * @example boundary23Pressure(623.15) // → 16.5291643 (IAPWS R7-97(2012), 4)
 */
export function boundary23Pressure(temperatureK: number): number {
  const { fromK, toK } = BOUNDARY_23;
  if (!(temperatureK >= fromK && temperatureK <= toK)) {
    refuse("outside-domain", { name: "temperatureK", given: String(temperatureK), min: fromK, max: toK });
  }
  return N[0] + N[1] * temperatureK + N[2] * temperatureK * temperatureK;
}

/**
 * Temperature on the boundary of regions 2 and 3.
 *
 * θ = n₄ + √[(π − n₅)/n₃]
 *
 * @returns [K]
 * @throws Refusal `outside-domain` outside 16.5292 MPa to 100 MPa
 * @source IAPWS R7-97(2012), eq. 6
 * @example boundary23Temperature(16.5291643) // → 623.15 (IAPWS R7-97(2012), 4)
 */
export function boundary23Temperature(pressureMpa: number): number {
  const { fromMpa, toMpa } = BOUNDARY_23;
  if (!(pressureMpa >= fromMpa - 1e-4 && pressureMpa <= toMpa)) {
    refuse("outside-domain", { name: "pressureMpa", given: String(pressureMpa), min: fromMpa, max: toMpa });
  }
  return N[3] + Math.sqrt((pressureMpa - N[4]) / N[2]);
}
